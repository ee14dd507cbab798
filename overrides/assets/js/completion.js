/* The completion sheet: fills the gaps of the form with what this browser knows. The name stays in the page. */
(function (doc, amanah) {
  "use strict";
  const sheet = doc.getElementById("am-statement");
  if (!sheet) return;
  const say = amanah.words("am-completion-words"), find = selector => sheet.querySelector(selector);
  const modules = Array.from(sheet.querySelectorAll("[data-codes]")), name = doc.getElementById("am-name");
  const all = field => modules.map(module => module.dataset[field]).join(" ");
  const fill = (field, text) => { find(`[data-fill=${field}]`).textContent = text; };

  /* Minutes of the pages that are done: "m1-l1:12 m1-l2:15". */
  function minutes(tally) {
    return sheet.dataset.minutes.split(" ").map(pair => pair.split(":"))
      .reduce((sum, [page, n]) => sum + (tally.done(page).n ? +n : 0), 0);
  }
  function paint() {
    const tally = amanah.tally(), sum = minutes(tally);
    const lessons = tally.done(all("lessons")), quizzes = tally.done(all("quiz"));
    const complete = lessons.n === lessons.of && quizzes.n === quizzes.of;
    doc.getElementById("am-statement-title").textContent = say(complete ? "complete" : "open");
    find("[data-when=complete]").hidden = !complete;
    find("[data-when=open]").hidden = complete;
    fill("date", say.date([lessons.last, quizzes.last].sort().pop() || amanah.day()));
    fill("today", say.date(amanah.day()));
    fill("lessons", lessons.n);
    fill("practices", tally.done(all("practice")).n);
    fill("quizzes", quizzes.n);
    fill("time", say("time", { h: Math.floor(sum / 60), m: sum % 60, jp: Math.floor(sum / sheet.dataset.jp) }));
    modules.forEach(module => {
      const { n, of } = tally.done(module.dataset.lessons), score = tally.quiz(module.dataset.codes);
      const key = tally.done(module.dataset.quiz).n ? "passed" : score.begun ? "module" : "unbegun";
      module.querySelector("p").textContent = say(key, { n, of, right: score.n, questions: score.of });
    });
  }
  const sign = () => { find(".am-statement__name").textContent = name.value.trim(); };

  name.addEventListener("input", sign);
  doc.querySelector("[data-am-print]").addEventListener("click", () => window.print());
  window.addEventListener("pageshow", sign);    // a browser may put back what was typed
  amanah.changed(paint);
  paint();
})(document, window.Amanah);
