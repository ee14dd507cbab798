/* Counts the reader's records for the pages that show them. What there is to count, page ids and item codes, stands in
   the data of the page; a short answer is kept once a language, q:CODE@id, and counts whichever language it was given in. */
(function (doc, amanah) {
  "use strict";
  const store = amanah.store, ANSWER = /^q:([^@]+)(?:@[a-z]{2,3})?$/, DAY = /^\d{4}-\d\d-\d\d$/;
  const list = text => (text || "").split(" ").filter(Boolean);
  const answered = record => (record.a !== null && record.a !== undefined) || record.n === 1;    // n: handed in without one
  const dayOf = record => (DAY.test(record.d) ? record.d : "");

  /* The records as they are now: call it anew after a change. */
  amanah.tally = () => {
    const given = new Map();
    store.keys("q:").forEach(key => {
      const code = (ANSWER.exec(key) || [])[1], record = store.get(key);
      if (code && answered(record)) given.set(code, (given.get(code) || []).concat(record));
    });
    const of = code => given.get(code) || [];
    const right = record => record.ok === 1;
    return {
      /* Pages that are done, and the last of their days. */
      done(ids) {
        const records = list(ids).map(id => store.get("p:" + id)).filter(Boolean);
        return { n: records.length, of: list(ids).length, last: records.map(dayOf).sort().pop() || "" };
      },
      /* Items of a quiz: a later try counts too. */
      quiz(codes) {
        const all = list(codes);
        return { n: all.filter(code => of(code).some(right)).length, of: all.length, begun: all.some(code => of(code).length) };
      },
      /* Items of a test: the first answer counts, in the language that came first. */
      test(codes) {
        const all = list(codes), first = code => of(code).slice().sort((a, b) => dayOf(a).localeCompare(dayOf(b)))[0];
        const hit = code => of(code).length > 0 && right(first(code)) && first(code).t === 1;
        return { n: all.filter(hit).length, of: all.length, left: all.filter(code => !of(code).length).length };
      },
      /* How many items of a module are due today. */
      due: module => store.keys("r:" + module + "-").map(key => store.get(key))
        .filter(record => DAY.test(record.d) && record.d <= amanah.day()).length
    };
  };

  /* Calls back after every change of the records: here, by a question on this page, in another tab. */
  amanah.changed = callback => {
    store.watch(callback);
    ["am-answer", "am-score", "am-progress"].forEach(name => doc.addEventListener(name, callback));
    window.addEventListener("pageshow", event => { if (event.persisted) callback(); });
  };

  /* The words of a block of data: say(key, {n: 2}); with n = 1 the key ending in .one, where there is one. */
  amanah.words = id => {
    const words = JSON.parse(doc.getElementById(id).textContent);
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
    const say = (key, values = {}) => fill((values.n === 1 && words[key + ".one"]) || words[key], values);
    say.date = day => say("date", { year: day.slice(0, 4), month: words.months.split(" ")[day.slice(5, 7) - 1], day: +day.slice(8) });
    return say;
  };
})(document, window.Amanah);
