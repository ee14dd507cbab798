/* A quiz page as one sheet: flags for later, drafts that survive a reload, and the choice to answer everything first and
   check once. Records: f:CODE a flag, d:STATE a draft, m:PAGE where everything is answered first; see store.js. */
(function (doc, amanah) {
  "use strict";
  const { store, types, all, fill } = amanah;
  const root = doc.documentElement, modes = doc.getElementById("am-mode"), sheet = doc.getElementById("am-practice");
  const board = doc.getElementById("am-score"), data = doc.getElementById("am-sheet-words");
  if (!amanah.items || !modes || !sheet || !data) return;
  const items = amanah.items.filter(item => item.form.querySelector(".am-flag"));
  const W = JSON.parse(data.textContent), MODE = "m:" + amanah.page;
  const places = all(board, ".am-tally a").map(link => link.getAttribute("href"));
  const status = sheet.querySelector("[role=status]"), button = sheet.querySelector("button"), title = board.querySelector("h2");
  const at = node => items.find(item => item.form.contains(node));
  const practice = () => Boolean(store.get(MODE));
  const waiting = () => items.filter(item => !item.ended());
  const open = () => waiting().filter(item => !item.filled());
  let asked = 0;    // so many were open when the reader was asked

  /* Flags */
  const flagged = item => store.get("f:" + item.code) !== null;
  function flags() {
    items.forEach(item => item.form.querySelector(".am-flag").setAttribute("aria-pressed", flagged(item)));
  }
  function flag(item) {
    if (flagged(item)) store.remove("f:" + item.code); else store.set("f:" + item.code, { d: amanah.day() });
    changed(item);
  }
  function changed(item) {
    flags();
    doc.dispatchEvent(new CustomEvent("am-paint", { detail: { item } }));
  }

  /* Drafts: what stands in the form, in codes and in the reader's own words. */
  const draft = item => "d:" + item.form.dataset.state;
  const written = ({ form }) => ({
    a: Array.from(new FormData(form)), o: all(form, ".am-order > li").map(li => li.dataset.k) });
  function keep(item) {
    if (item && !item.ended()) store.set(draft(item), written(item));
    list();
  }
  function restore(item) {
    const kept = store.get(draft(item)), form = item.form, order = types.ordering;
    if (!kept) return;
    if (item.ended()) {
      store.remove(draft(item));
      return;
    }
    const now = written(item), pairs = Array.isArray(kept.a) ? kept.a.filter(Array.isArray) : [];
    if (JSON.stringify([now.a, now.o]) === JSON.stringify([kept.a, kept.o])) return;
    all(form, "[name]").forEach(control => {
      const mine = pairs.filter(pair => pair[0] === control.name).map(pair => String(pair[1]));
      if (/^(radio|checkbox)$/.test(control.type)) control.checked = mine.includes(control.value);
      else control.value = mine[0] || "";
      if (control.selectedIndex < 0) control.selectedIndex = 0;
    });
    if (now.o.length && order.valid(form, kept.o)) order.write(form, kept.o);
    form.querySelector(".am-ask").dispatchEvent(new Event("change"));    // the mark of an earlier try goes
  }

  /* The sheet: what is open and what is flagged, and one button for all. */
  function link(item) {
    const n = places.indexOf("#" + item.form.id) + 1, made = doc.createElement("a");
    made.href = "#" + item.form.id;
    made.textContent = n;
    made.setAttribute("aria-label", fill(W.item, { n }));
    return made;
  }
  function put(name, text, which) {
    const box = sheet.querySelector("." + name), entries = which.map(item => {
      const li = doc.createElement("li");
      li.append(link(item));
      return li;
    });
    box.hidden = !text;
    box.querySelector("p").textContent = text;
    box.querySelector("ol").replaceChildren(...entries);
  }
  function ask(n) {
    asked = n;
    button.textContent = n ? W.anyway : W.check;
    status.replaceChildren();
    if (!n) return;
    const line = doc.createElement("p"), first = link(open()[0]);
    first.textContent = fill(W["open-first"], { n: first.textContent });
    first.removeAttribute("aria-label");
    line.append(fill(W.ask, { n }) + " ", first);
    status.append(line);
  }
  function list() {
    const on = practice(), gaps = open(), left = waiting(), marked = items.filter(flagged);
    root.classList.toggle("am-practising", on);
    all(modes, "input").forEach(input => { input.checked = (input.value === "all") === on; });
    sheet.hidden = !on || !left.length;
    board.hidden = on && left.length === items.length;
    put("am-open", gaps.length ? fill(W.open, { n: gaps.length }) : W.full, gaps);
    put("am-flags", marked.length ? fill(W.flags, { n: marked.length }) : "", marked);
    if (asked && asked !== gaps.length) ask(0);
  }
  function check() {
    const n = open().length;
    if (n && asked !== n) {
      ask(n);
      return;
    }
    ask(0);
    waiting().forEach(item => item.submit(true));
    title.tabIndex = -1;
    title.focus();
  }

  modes.addEventListener("change", event => {
    if (event.target.value === "all") store.set(MODE, {}); else store.remove(MODE);
    ask(0);
    list();
  });
  button.addEventListener("click", event => {
    if (event.detail < 2) check();    // a double click does not answer the question that it raises
  });
  /* The Enter key in a field checks nothing as long as everything is checked at the end. */
  doc.addEventListener("submit", event => {
    if (!practice() || !at(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  doc.addEventListener("input", event => keep(at(event.target)));
  doc.addEventListener("change", event => keep(at(event.target)));
  doc.addEventListener("click", event => {
    const item = at(event.target);
    if (!item) return;
    if (event.target.closest(".am-flag")) flag(item);
    else if (event.target.closest("[data-move]")) keep(item);
  });
  doc.addEventListener("am-paint", event => {
    restore(event.detail.item);
    list();
  });
  store.watch(key => items.forEach(item => {
    if (key === null || key === MODE || key === draft(item)) restore(item);
    if (key === null || key === "f:" + item.code) changed(item);
  }) || list());

  items.forEach(restore);
  flags();
  list();
  root.classList.add("am-sheet-on");
})(document, window.Amanah || {});
