/* The types of question: how an answer is read from the page and written back, graded, and marked in the key.
   All of it by codes (data-k, data-v, data-ok, values), never by visible text, so that a translated page still works. */
(function (doc, amanah) {
  "use strict";
  const data = doc.getElementById("am-words");
  if (!data) return;
  const W = amanah.words = JSON.parse(data.textContent);
  const all = amanah.all = (base, selector) => Array.from(base.querySelectorAll(selector));
  const fill = amanah.fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

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
    valid: (form, a) => Array.isArray(a) && a.slice().sort().join(" ") === keys(form).sort().join(" "),
    write(form, a) {
      const list = form.querySelector(".am-order"), rows = entries(form);
      a.forEach(k => list.append(rows.find(li => li.dataset.k === k)));
      amanah.ends(form);
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
      const top = Math.max(...lis.map(li => +li.dataset.v)), best = grade(a.best), worst = grade(a.worst);
      return { n: +(best === top) + +(worst === 0), of: 2, points: (best + top - worst) / top / 2 };
    },
    mark: (li, a) => (a.best === li.dataset.k ? ["", W["as-best"]] : a.worst === li.dataset.k ? ["", W["as-worst"]] : null)
  };
  amanah.types = {
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
  /* The first entry of an order cannot go up, the last one not down. */
  amanah.ends = form => {
    entries(form).forEach((li, i, rows) => {
      const buttons = all(li, ".am-ic");
      buttons[0].disabled = i === 0;
      buttons[1].disabled = i === rows.length - 1;
    });
  };

})(document, window.Amanah || {});
