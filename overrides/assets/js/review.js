/* The page "Tinjau ulang / Review": what is due today, ten at a time, mixed across modules; what comes in the next days.
   The questions stand in one data file a module (finish/review.py), which calls Amanah.review; a <script> is the only way
   to read a file that also works from file://. Their state is CODE@review, so that quiz answers stay as they are. */
(function (doc, amanah) {
  "use strict";
  const root = doc.querySelector("[data-am-review]");
  if (!root) return;
  const BATCH = 10;
  const W = JSON.parse(doc.getElementById("am-review-words").textContent);
  const { schedule, store } = amanah;
  const find = name => root.querySelector("[data-am-" + name + "]");
  const [list, status, button, table] = ["list", "say", "more", "days"].map(find);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const count = (key, n) => fill((n === 1 && W[key + ".one"]) || W[key], { n });
  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const files = Array.from(root.querySelectorAll("[data-src]"), ({ dataset }) => (
    { module: dataset.module, src: dataset.src, codes: dataset.codes.split(" "), forms: null }));
  const home = code => files.find(file => file.codes.includes(code));
  const known = items => items.filter(item => home(item.code));    // a question that was withdrawn is passed over
  let today, busy = false, lost = false, turn = 0;

  root.hidden = false;
  if (!schedule || !amanah.quiz) {
    say(W.lost);
    button.textContent = W.retry;
    button.hidden = false;
    button.addEventListener("click", () => location.reload());
    return;
  }

  /* By day; within a day one of each module in turn. */
  function mixed(items) {
    const codes = [];
    for (let left = items; left.length; left = left.filter(item => item.d !== left[0].d)) {
      const rows = files.map(file => left.filter(item => item.d === left[0].d && home(item.code) === file));
      for (let i = 0; rows.some(row => row[i]); i += 1) rows.forEach(row => { if (row[i]) codes.push(row[i].code); });
    }
    return codes;
  }
  const unseen = () => mixed(known(schedule.due(today))).filter(code => !doc.getElementById(code));

  amanah.review = (module, forms) => { files.find(file => file.module === String(module)).forms = forms; };
  function load(file) {
    return file.forms || new Promise(resolve => {
      const script = doc.createElement("script");
      script.src = file.src;
      script.onload = script.onerror = () => { script.remove(); resolve(); };
      doc.head.append(script);
    });
  }
  function formOf(code, place) {
    const holder = doc.createElement("template");
    holder.innerHTML = home(code).forms[code];    // our own markup, from our own script
    const form = holder.content.firstElementChild, note = doc.createElement("p");
    form.querySelector("legend small").prepend(fill(W.number, place) + " · ");
    note.className = "am-comes";
    note.setAttribute("role", "status");
    form.querySelector(".am-say").after(note);
    return form;
  }
  /* Each time it is due a question begins anew; only a try of today goes on. */
  function begin(item) {
    const key = "q:" + item.form.dataset.state, kept = store.get(key);
    if (kept && (item.ended() || kept.d !== today)) {
      store.remove(key);
      item.load();
    }
  }
  async function more() {
    const codes = unseen(), batch = codes.slice(0, BATCH), mine = turn;
    busy = true;
    if (batch.length) say(W.load);
    foot();
    await Promise.all(files.filter(file => batch.some(code => home(code) === file)).map(load));
    if (mine !== turn) return null;    // the page has begun anew meanwhile
    const box = doc.createElement("div"), before = list.querySelectorAll(".am-item").length;
    const ready = batch.filter(code => home(code).forms);
    ready.forEach((code, i) => box.append(formOf(code, { n: before + i + 1, of: before + codes.length })));
    list.append(box);
    amanah.quiz(box).forEach(begin);
    busy = false;
    lost = ready.length < batch.length;
    say(lost ? W.lost : "");
    foot();
    return box;
  }

  const format = new Intl.DateTimeFormat(W.locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const named = day => (day === today ? W.today : format.format(new Date(day)));
  /* [[day, number of questions]]; what is overdue counts for today. */
  function days() {
    const counts = new Map();
    known(schedule.waiting(today)).map(item => (item.d < today ? today : item.d))
      .forEach(day => counts.set(day, (counts.get(day) || 0) + 1));
    return Array.from(counts);
  }
  function row([day, n]) {
    const tr = doc.createElement("tr"), th = doc.createElement("th"), td = doc.createElement("td");
    th.scope = "row";
    th.textContent = named(day);
    td.textContent = count("questions", n);
    tr.append(th, td);
    return tr;
  }
  function calendar(rows) {
    const event = ([day, n]) => [
      "BEGIN:VEVENT", "UID:" + day + "@amanah-review", "DTSTAMP:" + today.replace(/-/g, "") + "T000000Z",
      "DTSTART;VALUE=DATE:" + day.replace(/-/g, ""), "SUMMARY:" + fill(W.event, { questions: count("questions", n) }),
      "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Amanah", "TRIGGER:PT8H", "END:VALARM", "END:VEVENT"
    ].join("\r\n");
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amanah//Review//EN", ...rows.map(event), "END:VCALENDAR", ""].join("\r\n");
  }

  function summary(ahead) {
    const n = known(schedule.due(today)).length;
    if (n) return count("due", n);
    if (ahead.length) return W.none + " " + fill(W.next, { date: named(ahead[0][0]), questions: count("questions", ahead[0][1]) });
    return store.keys("r:").length ? W.resting : "";
  }
  function foot() {
    const left = unseen().length;
    button.hidden = busy || !left;
    button.textContent = lost ? W.retry : fill(W.more, { n: Math.min(BATCH, left) });
  }
  function closed() {
    try { return localStorage.length < 0; } catch (error) { return true; }
  }
  /* Everything but the questions. */
  function refresh() {
    const all = days(), ahead = all.filter(([day]) => day > today), link = find("calendar"), text = closed() ? W.closed : summary(ahead);
    find("count").textContent = text;
    find("first").hidden = Boolean(text);
    table.hidden = !all.length;
    table.querySelector("tbody").replaceChildren(...all.map(row));
    link.parentNode.hidden = !ahead.length;
    link.href = "data:text/calendar;charset=utf-8," + encodeURIComponent(calendar(ahead));
    if (list.firstChild && !schedule.due(today).length) say(text);
    if (!busy) foot();
  }
  function note(code) {
    const form = doc.getElementById(code), record = store.get("r:" + code);
    if (!form || !list.contains(form)) return;
    const wait = record && record.d ? schedule.days(today, record.d) : 0;
    form.querySelector(".am-comes").textContent = record && !record.d ? W.rest : wait > 0 ? count("back", wait) : "";
  }
  function start() {
    today = amanah.day();
    turn += 1;
    lost = false;
    list.replaceChildren();
    refresh();
    more();
  }

  button.addEventListener("click", async () => {
    const box = await more(), first = box && box.querySelector("input, select, button");
    if (first) first.focus();
  });
  doc.addEventListener("am-answer", ({ detail }) => {
    note(detail.code);
    refresh();
  });
  store.watch(key => {
    if (key === null) start();
    else if (key.startsWith("r:")) {
      note(key.slice(2));
      refresh();
    }
  });
  /* A page that stayed open over night, or comes back from the browser's memory. */
  doc.addEventListener("visibilitychange", () => { if (!doc.hidden && amanah.day() !== today) start(); });
  window.addEventListener("pageshow", event => { if (event.persisted) start(); });
  start();
})(document, window.Amanah || {});
