/* Questions: check, hint and second try, reasons, memory, score. Pages work without it: the answers stand in <details>.
   Grading reads codes (data-k, data-v, .am-right, values), never visible text, so that a translated page still works.
   One key an item in localStorage, am:q:CODE or am:q:CODE@PAGE in recall: {v: 1, a: answer in codes, t: tries, ok, d: day}.
   A round has two tries; t is made even when a round begins again, so t tells the try of the round as well. */
(function (doc) {
  "use strict";
  const data = doc.getElementById("am-words");
  if (!data) return;
  const W = JSON.parse(data.textContent);
  const all = (base, selector) => Array.from(base.querySelectorAll(selector));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const el = (tag, css, text) => {
    const made = doc.createElement(tag);
    made.className = css;
    made.textContent = text;
    return made;
  };
  const PATHS = { ok: "M6.5 11.3l3 3 6-6.3", no: "M7 7l8 8M15 7l-8 8" };

  /* Answers that cannot be graded yet are {stop: sentence, at: control}. */
  const inputs = form => all(form, ".am-ask input");
  const selects = form => all(form, ".am-match select");
  const entries = form => all(form, ".am-order > li");
  const keys = form => entries(form).map(li => li.dataset.k);
  const has = (list, value) => list.some(each => each.value === value);
  const count = (lis, right) => ({ n: lis.filter(right).length, of: lis.length });
  const told = (li, right, wrong) => (right ? ["ok", W.right] : ["no", wrong]);

  const choice = {
    read(form) {
      const a = inputs(form).filter(i => i.checked).map(i => i.value);
      return a.length ? a : { stop: W.empty, at: inputs(form)[0] };
    },
    valid: (form, a) => Array.isArray(a) && a.length > 0 && a.every(k => has(inputs(form), k)),
    write(form, a) { inputs(form).forEach(i => { i.checked = a.includes(i.value); }); },
    grade: (lis, a) => count(lis, li => li.dataset.ok === String(+a.includes(li.dataset.k))),
    mark(li, a, form) {
      const right = li.dataset.ok === "1", mine = a.includes(li.dataset.k);
      if (mine) return [right ? "ok" : "no", W.mine];
      return right && form.dataset.type === "multiple-choice" ? ["ok", W.missed] : null;
    },
    part: "part-options"
  };
  const pairs = {
    read(form) {
      const open = selects(form).filter(s => !s.value), a = {};
      selects(form).forEach(s => { a[s.name] = s.value; });
      return open.length ? { stop: fill(W.gaps, { n: open.length }), at: open[0] } : a;
    },
    valid: (form, a) => selects(form).every(s => a[s.name] && has(all(s, "option"), a[s.name])),
    write(form, a) { selects(form).forEach(s => { s.value = a[s.name]; }); },
    grade: (lis, a) => count(lis, li => a[li.dataset.k] === li.dataset.v),
    mark(li, a, form) {
      const select = selects(form).find(s => s.name === li.dataset.k);
      const text = all(select, "option").find(o => o.value === a[li.dataset.k]).text;
      return told(li, a[li.dataset.k] === li.dataset.v, fill(W.yours, { text }));
    },
    part: "part"
  };
  const order = {
    read(form) {
      const a = keys(form);
      return a.join(" ") === form.dataset.start ? { stop: W.unmoved, at: form.querySelector(".am-ic:not(:disabled)") } : a;
    },
    valid: (form, a) => Array.isArray(a) && same(a.slice().sort(), keys(form).sort()),
    write(form, a) {
      const list = form.querySelector(".am-order"), rows = entries(form);
      a.forEach(k => list.append(rows.find(li => li.dataset.k === k)));
      ends(form);
    },
    grade: (lis, a) => count(lis, li => a[lis.indexOf(li)] === li.dataset.k),
    mark(li, a, form, lis) {
      const n = a.indexOf(li.dataset.k);
      return told(li, n === lis.indexOf(li), fill(W.placed, { n: n + 1 }));
    },
    part: "part"
  };
  const number = {
    read(form) {
      const input = inputs(form)[0], found = readings(input.value), li = form.querySelector("[data-tolerance]");
      const right = found.find(x => near(li, x));
      return found.length ? String(right === undefined ? found[0] : right) : { stop: W.number, at: input };
    },
    valid: (form, a) => typeof a === "string" && a !== "" && isFinite(a),
    write(form, a) { inputs(form)[0].value = a.replace(".", W.decimal); },
    grade: (lis, a) => count(lis, li => near(li, +a)),
    mark: (li, a) => told(li, near(li, +a), fill(W.yours, { text: a.replace(".", W.decimal) }))
  };
  const words = {
    read: form => fold(inputs(form)[0].value) ? inputs(form)[0].value.trim() : { stop: W.words, at: inputs(form)[0] },
    valid: (form, a) => typeof a === "string" && fold(a) !== "",
    write(form, a) { inputs(form)[0].value = a; },
    grade: (lis, a) => count(lis, li => JSON.parse(li.dataset.accept).some(each => fold(each) === fold(a))),
    mark: (li, a) => told(li, words.grade([li], a).n, fill(W.yours, { text: a }))
  };
  const judgement = {
    read(form) {
      const pick = name => inputs(form).find(i => i.name === name && i.checked);
      const best = pick("best"), worst = pick("worst");
      if (!best || !worst) return { stop: W.both, at: inputs(form).find(i => i.name === (best ? "worst" : "best")) };
      return best.value === worst.value ? { stop: W.same, at: worst } : { best: best.value, worst: worst.value };
    },
    valid: (form, a) => has(inputs(form), a.best) && has(inputs(form), a.worst) && a.best !== a.worst,
    write(form, a) { inputs(form).forEach(i => { i.checked = a[i.name] === i.value; }); },
    grade(lis, a) {
      const grade = k => +lis.find(li => li.dataset.k === k).dataset.v;
      const top = Math.max.apply(null, lis.map(li => +li.dataset.v));
      return { n: +(grade(a.best) === top) + +(grade(a.worst) === 0), of: 2 };
    },
    mark: (li, a) => (a.best === li.dataset.k ? ["", W["as-best"]] : a.worst === li.dataset.k ? ["", W["as-worst"]] : null)
  };
  const KINDS = {
    "single-choice": choice, "true-false": choice, "multiple-choice": choice, matching: pairs, categorise: pairs,
    ordering: order, numeric: number, "short-answer": words, "situational-judgement": judgement
  };

  /* 78,47 and 78.47 and 1 500 and 14 hari; a single mark before three digits may be a decimal or a thousands mark. */
  function readings(text) {
    const found = /^[^\d+-]*([+-]?\d[\d.,]*)[^\d]*$/.exec(text.replace(/\u2212/g, "-").replace(/\s/g, ""));
    if (!found) return [];
    const written = found[1].replace(/[.,]$/, ""), marks = written.match(/[.,]/g) || [], last = marks[marks.length - 1];
    const whole = written.replace(/[.,]/g, "");
    const point = written.split(last).map(part => part.replace(/[.,]/g, "")).join(".");
    if (!marks.length) return [+whole];
    if (marks.length > 1 && marks.every(mark => mark === last)) return [+whole];
    return marks.length === 1 && /[.,]\d{3}$/.test(written) ? [+point, +whole] : [+point];
  }
  /* Case, spacing, width of letters and marks at the ends do not matter (amanah.quiz.agreement.fold). */
  function fold(text) {
    const marks = " .,;:!?\"'\u201c\u201d\u2018\u2019()";
    const kept = text.normalize("NFKC").toLowerCase().split(/\s+/).join(" ").split("");
    while (kept.length && marks.includes(kept[0])) kept.shift();
    while (kept.length && marks.includes(kept[kept.length - 1])) kept.pop();
    return kept.join("");
  }
  function near(li, x) {
    return Math.abs(x - li.dataset.v) <= +li.dataset.tolerance + 1e-9;
  }
  function ends(form) {
    entries(form).forEach((li, i, rows) => {
      const buttons = all(li, ".am-ic");
      buttons[0].disabled = i === 0;
      buttons[1].disabled = i === rows.length - 1;
    });
  }

  function Item(form) {
    const kind = KINDS[form.dataset.type], name = "am:q:" + form.dataset.state, self = this;
    const find = selector => form.querySelector(selector);
    const ask = find(".am-ask"), key = find(".am-key"), home = key.parentNode, say = find(".am-say");
    const check = find("[type=submit]"), again = find(".am-again"), hint = find(".am-hint p"), read = find(".am-read a");
    const one = ["single-choice", "true-false"].includes(form.dataset.type);
    const lis = all(key, "[data-k]"), rounds = kind === judgement || "once" in form.dataset ? 1 : 2;
    const looks = lis.map(li => {
      const path = li.querySelector(".am-mk path");
      return [li, li.className, path, path && path.getAttribute("d")];
    });
    let state;
    lis.forEach(li => { li.dataset.ok = +li.classList.contains("am-right"); });
    if (kind === order) form.dataset.start = keys(form).join(" ");
    const list = find(".am-shown");
    list.tabIndex = -1;
    check.disabled = false;

    const graded = () => kind.grade(lis, state.a);
    self.form = form;
    self.ended = () => state.a !== null && (state.ok === 1 || state.t % rounds === 0);
    self.right = () => self.ended() && state.ok === 1;
    self.first = () => self.right() && state.t === 1;
    self.start = () => (ask.querySelector("input, select, button:not(:disabled)") || check).focus();

    function tell(css, title, parts) {
      const box = el("div", css && "am-fb " + css, "");
      if (css) box.append(el("b", "", title)); else box.append(el("p", "am-note", title));
      (parts || []).filter(Boolean).forEach(part => {
        const line = el("p", "", "");
        line.append(part);
        box.append(line);
      });
      say.replaceChildren(box);
    }
    function score() {
      const result = graded();
      return kind.part && !one ? fill(W[kind.part], result) : "";
    }
    function unmark() {
      all(ask, "label.no").forEach(label => {
        label.classList.remove("no");
        label.lastElementChild.remove();
      });
    }
    function showHint() {
      const link = read && read.cloneNode(true);
      const clue = hint && el("span", "", "");
      if (clue) hint.childNodes.forEach(node => clue.append(node.cloneNode(true)));
      tell("hint", hint ? W.hint : W.retry, [score(), clue, link]);
      check.textContent = W.recheck;
      if (!one) return;
      const chosen = inputs(form).find(i => i.checked).parentNode;
      chosen.classList.add("no");
      chosen.append(el("em", "am-told", W["mine-wrong"]));
    }
    function showEnd() {
      lis.forEach(li => {
        const mark = kind.mark(li, state.a, form, lis), path = li.querySelector(".am-mk path");
        if (!mark) return;
        li.querySelector(".am-mine").textContent = mark[1];
        if (mark[0]) {
          li.classList.add(mark[0]);
          if (path) path.setAttribute("d", PATHS[mark[0]]);
        }
      });
      ask.hidden = check.hidden = true;
      again.hidden = false;
      ask.after(key);
      if (kind === judgement) {
        const grade = k => lis.find(li => li.dataset.k === k).querySelector(".am-tag").textContent;
        tell("hint", W.judged, [fill(W["judged-best"], { grade: grade(state.a.best) }), fill(W["judged-worst"], { grade: grade(state.a.worst) })]);
      } else if (state.ok) tell("ok", state.t === 1 ? W.first : W.later);
      else tell("no", W.wrong, [score()]);
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
      if (state.a === null) {
        form.reset();
        if (kind === order) kind.write(form, form.dataset.start.split(" "));
        return;
      }
      kind.write(form, state.a);
      if (self.ended()) showEnd(); else showHint();
    }
    function keep() {
      state.d = new Date().toISOString().slice(0, 10);
      try { localStorage.setItem(name, JSON.stringify(state)); } catch (error) { /* closed or full: the answer lasts for this page */ }
    }
    self.load = () => {
      state = { v: 1, a: null, t: 0, ok: 0 };
      try {
        const kept = JSON.parse(localStorage.getItem(name));
        if (kept && kept.v === 1 && Number.isInteger(kept.t) && kept.t >= 0) {
          state.t = kept.t;
          if (kept.t > 0 && kept.a !== null && kind.valid(form, kept.a)) {
            state.a = kept.a;
            state.ok = +(graded().n === graded().of);    // the key may have been mended since
          } else state.t += kept.t % 2;
        }
      } catch (error) { /* blocked or broken: as if never answered */ }
      paint();
    };
    self.again = quiet => {
      state = { v: 1, a: null, t: state.t + state.t % 2, ok: 0 };
      keep();
      paint();
      if (!quiet) {
        self.start();
        tell("", W.reset);
      }
    };

    form.addEventListener("submit", event => {
      event.preventDefault();
      if (self.ended()) return;
      const a = kind.read(form);
      if (a.stop || same(a, state.a)) {
        if (!a.stop) say.firstChild.append(el("p", "", W.unchanged));
        else {
          tell("hint", a.stop);
          if (a.at) a.at.focus();
        }
        return;
      }
      state = { v: 1, a: a, t: state.t + 1, ok: 0 };
      state.ok = +(graded().n === graded().of);
      keep();
      paint();
      if (self.ended()) list.focus();
      total();
    });
    again.addEventListener("click", event => {
      if (event.detail > 1) return;                      // the second half of a double click on "check"
      self.again();
      total();
    });
    ask.addEventListener("change", unmark);
    ask.addEventListener("click", event => {
      const button = event.target.closest("[data-move]");
      if (!button) return;
      const li = button.closest("li");
      if (+button.dataset.move < 0) li.previousElementSibling.before(li); else li.nextElementSibling.after(li);
      ends(form);
      (button.disabled ? li.querySelector(".am-ic:not(:disabled)") : button).focus();
      tell("", fill(W.at, { text: li.querySelector("span").textContent, n: entries(form).indexOf(li) + 1, of: entries(form).length }));
    });
    window.addEventListener("storage", event => {
      if (event.key === name || event.key === null) {
        self.load();
        total();
      }
    });
  }

  const items = all(doc, ".am-item").filter(form => form.querySelector(".am-say") && KINDS[form.dataset.type]).map(form => new Item(form));
  const board = doc.getElementById("am-score"), retry = board && board.querySelector("button");
  const scored = items.filter(item => "scored" in item.form.dataset);
  const missed = () => scored.filter(item => item.ended() && !item.right());

  function total() {
    if (!board) return;
    const put = (selector, text) => {
      const place = board.querySelector(selector);
      if (place && place.textContent !== text) place.textContent = text;    // a live region speaks only when it changes
    };
    const n = scored.filter(item => item.right()).length, first = scored.filter(item => item.first()).length;
    const left = scored.filter(item => !item.ended()).length, of = scored.length, need = Math.ceil(of * 0.8);
    put(".am-score__n", fill(W.score, { n, of }));
    put(".am-score__more", [fill(W.tries, { first, later: n - first }), left ? fill(W.left, { n: left }) : ""].join(" ").trim());
    put(".am-score__done", n >= need ? W.done : fill(W.undone, { need, of }));
    if (retry) {
      retry.hidden = !missed().length;
      retry.textContent = fill(W.miss, { n: missed().length });
    }
    all(board, ".am-tally a").forEach(link => {
      const item = items.find(each => "#" + each.form.id === link.getAttribute("href"));
      if (!item) return;
      const css = !item.ended() ? "open" : !scored.includes(item) ? "seen" : item.right() ? "ok" : "no";
      link.className = css;
      link.dataset.label = link.dataset.label || link.getAttribute("aria-label");
      link.setAttribute("aria-label", link.dataset.label + ": " + W["tally-" + css]);
    });
  }

  function restore() {
    items.forEach(item => item.load());
    total();
  }
  if (retry) retry.addEventListener("click", () => {
    const again = missed();
    again.forEach(item => item.again(true));
    total();
    if (again.length) again[0].start();
  });
  window.addEventListener("pageshow", event => { if (event.persisted) restore(); });
  restore();
  if (board) board.hidden = false;
  doc.documentElement.dataset.quiz = "1";    // see partials/theme.html
})(document);
