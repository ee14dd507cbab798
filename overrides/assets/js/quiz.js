/* Questions: check, hint and second try, reasons, memory. Pages work without it: the answers stand in <details>.
   A round has two tries (one where data-once stands, and in situational judgement). t counts tries and is made even when a
   round begins again, so that it tells the try of the round as well. The record of an item: see store.js.
   Fires on document: am-paint {item} when an item looks different, am-answer when one has ended. */
(function (doc, amanah) {
  "use strict";
  const { types, store, words: W, all, fill } = amanah;
  if (!types || !store) return;
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const fire = (name, detail) => doc.dispatchEvent(new CustomEvent(name, { detail }));
  const el = (tag, css, text) => {
    const made = doc.createElement(tag);
    made.className = css;
    made.textContent = text;
    return made;
  };
  const PATHS = { ok: "M6.5 11.3l3 3 6-6.3", no: "M7 7l8 8M15 7l-8 8" };
  const SURE = 3, GUESS = 1;

  function Item(form) {
    const { type, code, state: name } = form.dataset, kind = types[type], self = this;
    const find = selector => form.querySelector(selector);
    const ask = find(".am-ask"), key = find(".am-key"), home = key.parentNode, say = find(".am-say"), sure = find(".am-sure");
    const check = find("[type=submit]"), again = find(".am-again"), hint = find(".am-hint p"), read = find(".am-read a");
    const once = "once" in form.dataset, judgement = type === "situational-judgement", rounds = once || judgement ? 1 : 2;
    const one = ["single-choice", "true-false"].includes(type), parts = kind.part && !one;
    const lis = all(key, "[data-k]");
    const looks = lis.map(li => {
      const path = li.querySelector(".am-mk path");
      return [li, li.className, path, path && path.getAttribute("d")];
    });
    let state;
    lis.forEach(li => { li.dataset.ok = +li.classList.contains("am-right"); });
    if (type === "ordering") form.dataset.start = all(ask, "li").map(li => li.dataset.k).join(" ");
    const list = find(".am-shown");
    list.tabIndex = -1;
    check.disabled = false;

    const graded = () => kind.grade(lis, state.a);
    const isRight = () => +(state.a !== null && graded().n === graded().of);
    self.form = form;
    self.code = code;
    self.key = "q:" + name;
    self.none = () => state.n === 1;                     // handed in without an answer
    self.ended = () => self.none() || state.a !== null && (state.ok === 1 || state.t % rounds === 0);
    self.right = () => self.ended() && state.ok === 1;
    self.first = () => self.right() && state.t === 1;
    self.filled = () => !kind.read(form).stop;
    /* From 0 to 1. Where an answer has parts, each right part counts. */
    self.points = () => {
      if (!self.ended() || state.a === null) return 0;
      const result = graded();
      return judgement ? result.points : parts && !("whole" in form.dataset) ? result.n / result.of : state.ok;
    };
    self.start = () => (ask.querySelector("input, select, button:not(:disabled)") || check).focus();

    function tell(css, title, rest) {
      const box = el("div", css && "am-fb " + css, "");
      if (css) box.append(el("b", "", title)); else box.append(el("p", "am-note", title));
      (rest || []).filter(Boolean).forEach(part => {
        const line = el("p", "", "");
        line.append(part);
        box.append(line);
      });
      say.replaceChildren(box);
    }
    const score = () => (parts ? fill(W[kind.part], graded()) : "");
    const doubt = () => (state.ok ? state.c === GUESS && W.guessed : state.c === SURE && W.surely);
    function unmark() {
      all(ask, "label.no").forEach(label => {
        label.classList.remove("no");
        label.querySelector(".am-told").remove();
      });
    }
    function showHint() {
      const link = read && read.cloneNode(true);
      const clue = hint && el("span", "", "");
      if (clue) hint.childNodes.forEach(node => clue.append(node.cloneNode(true)));
      tell("hint", hint ? W.hint : W.retry, [score(), clue, doubt(), link]);
      check.textContent = W.recheck;
      if (!one) return;
      const chosen = ask.querySelector(":checked").parentNode;
      chosen.classList.add("no");
      chosen.append(el("em", "am-told", W["mine-wrong"]));
    }
    function showEnd() {
      if (state.a !== null) lis.forEach(li => {
        const mark = kind.mark(li, state.a, form, lis), path = li.querySelector(".am-mk path");
        if (!mark) return;
        li.querySelector(".am-mine").textContent = mark[1];
        if (mark[0]) {
          li.classList.add(mark[0]);
          if (path) path.setAttribute("d", PATHS[mark[0]]);
        }
      });
      ask.hidden = check.hidden = true;
      again.hidden = once;
      ask.after(key);
      if (state.a === null) tell("no", W.none);
      else if (judgement) {
        const grade = k => lis.find(li => li.dataset.k === k).querySelector(".am-tag").textContent;
        tell("hint", W.judged, [fill(W["judged-best"], { grade: grade(state.a.best) }), fill(W["judged-worst"], { grade: grade(state.a.worst) })]);
      } else if (state.ok) tell("ok", state.t === 1 ? W.first : W.later, [doubt()]);
      else tell("no", once ? W["wrong-once"] : W.wrong, [score(), doubt()]);
    }
    function paint() {
      unmark();
      say.replaceChildren();
      looks.forEach(([li, css, path, d]) => {
        li.className = css;
        if (path) path.setAttribute("d", d);
        li.querySelector(".am-mine").textContent = "";
      });
      home.append(key);
      ask.hidden = check.hidden = false;
      again.hidden = true;
      check.textContent = W.check;
      form.reset();
      if (state.a !== null) kind.write(form, state.a);
      else if (form.dataset.start) kind.write(form, form.dataset.start.split(" "));
      if (sure) {
        sure.hidden = self.ended();
        if (state.c) form.elements.sure.value = state.c;
      }
      if (self.ended()) showEnd(); else if (state.a !== null) showHint();
      fire("am-paint", { item: self });
    }
    function keep() {
      state.d = amanah.day();
      store.set(self.key, state);
      paint();
    }
    self.load = () => {
      const kept = store.get(self.key);
      state = { a: null, t: 0, ok: 0 };
      if (kept && Number.isInteger(kept.t) && kept.t >= 0) {
        state.t = kept.t;
        if ([GUESS, 2, SURE].includes(kept.c)) state.c = kept.c;
        if (kept.t > 0 && kept.a && kind.valid(form, kept.a)) {
          state.a = kept.a;
          state.ok = isRight();                          // the key may have been mended since
        } else if (kept.n === 1) state.n = 1;
        else state.t += kept.t % 2;
      }
      paint();
    };
    self.again = quiet => {
      state = { a: null, t: state.t + state.t % 2, ok: 0 };
      keep();
      if (quiet) return;
      self.start();
      tell("", W.reset);
    };
    /* Checks the answer. The last submit of a page ends the item in any case: no second try, and no answer is none. */
    self.submit = last => {
      const a = kind.read(form), empty = Boolean(a.stop);
      if (self.ended()) return;
      if (!last && empty) {
        tell("hint", a.stop);
        if (a.at) a.at.focus();
        return;
      }
      if (!last && same(a, state.a)) {
        say.firstChild.append(el("p", "", W.unchanged));
        return;
      }
      state = { a: empty ? null : a, t: state.t + 1, ok: 0 };
      if (empty) state.n = 1;
      if (sure && form.elements.sure.value) state.c = +form.elements.sure.value;
      state.ok = isRight();
      if (last && !state.ok) state.t += state.t % rounds;
      keep();
      if (!self.ended()) return;
      if (!last) list.focus();
      fire("am-answer", {
        code, state: name, type, page: amanah.page, right: self.right(), first: self.first(),
        ended: true, sure: state.c, points: self.points(), test: once
      });
    };

    form.addEventListener("submit", event => {
      event.preventDefault();
      self.submit();
    });
    again.addEventListener("click", event => {
      if (event.detail < 2) self.again();                // not by the second half of a double click on "check"
    });
    ask.addEventListener("change", unmark);
    ask.addEventListener("click", event => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      const li = button.closest("li"), rows = li.parentNode.children;
      if (+button.dataset.move < 0) li.previousElementSibling.before(li); else li.nextElementSibling.after(li);
      amanah.ends(form);
      (button.disabled ? li.querySelector(".am-ic:not(:disabled)") : button).focus();
      tell("", fill(W.at, { text: li.querySelector("span").textContent, n: Array.from(rows).indexOf(li) + 1, of: rows.length }));
    });
  }

  const items = amanah.items = [], article = doc.querySelector("[data-page]");
  amanah.page = article && article.dataset.page;
  /* Wires the forms below an element, which may have been put in later. */
  amanah.quiz = root => {
    const forms = all(root, ".am-item").filter(form => form.querySelector(".am-say") && types[form.dataset.type]);
    const more = forms.filter(form => !items.some(item => item.form === form)).map(form => new Item(form));
    items.push(...more);
    more.forEach(item => item.load());
    return more;
  };
  amanah.quiz(doc);
  store.watch(key => items.filter(item => key === null || key === item.key).forEach(item => item.load()));
  window.addEventListener("pageshow", event => { if (event.persisted) items.forEach(item => item.load()); });
  doc.documentElement.dataset.quiz = "1";    // see partials/theme.html
})(document, window.Amanah || {});
