/* The progress page: the table, and deleting everything. */
(function (doc, amanah) {
  "use strict";
  const table = doc.getElementById("am-records"), box = doc.getElementById("am-reset"), store = amanah.store;
  if (!table || !box) return;
  const say = amanah.words("am-records-words"), PREFIX = "am:", THEME = "am:theme";

  function paint() {
    const tally = amanah.tally();
    table.querySelectorAll("[data-module]").forEach(row => {
      const { module, lessons, practice, quiz, codes } = row.dataset, cells = row.querySelectorAll("td");
      const score = tally.quiz(codes), passed = tally.done(quiz).n > 0, due = tally.due(module);
      cells[0].textContent = say(tally.done(practice).n ? "lessons-practice" : "lessons", tally.done(lessons));
      cells[1].textContent = passed || score.begun ? say(passed ? "passed" : "right", score) : say("open");
      cells[2].textContent = due ? say("due", { n: due }) : say("due-none");
    });
  }

  const find = selector => box.querySelector(selector);
  const ask = doc.getElementById("am-reset-ask"), told = find("[role=status]"), undo = find("[data-am-undo]"), start = find("[data-am-ask]");
  let copy = null;    // [[key, record]] until the page is left

  /* Damaged records too, which the store does not name. */
  function keys() {
    const found = new Set(store.keys(""));
    try {
      Object.keys(localStorage).forEach(key => {
        if (key.startsWith(PREFIX) && key !== THEME) found.add(key.slice(PREFIX.length));
      });
    } catch (error) { /* closed: what this page knows */ }
    return Array.from(found);
  }
  function close(text) {
    ask.hidden = true;
    start.focus();
    told.textContent = text;
  }
  start.addEventListener("click", () => {
    const found = keys();
    if (!found.length) {
      close(say("nothing"));
      return;
    }
    told.textContent = "";
    doc.getElementById("am-reset-what").textContent = say("reset-ask", { list: amanah.listed(found.map(key => ({ key }))) });
    ask.hidden = false;
    ask.focus();
  });
  find("[data-am-no]").addEventListener("click", () => close(say("cancelled")));
  find("[data-am-yes]").addEventListener("click", () => {
    const found = keys();
    copy = found.map(key => [key, store.get(key)]).filter(([, record]) => record);
    found.forEach(key => store.remove(key));
    undo.hidden = !copy.length;
    close(say("reset-done"));
    window.dispatchEvent(new StorageEvent("storage"));    // as if another tab had changed everything
  });
  undo.addEventListener("click", () => {
    const back = copy.filter(([key]) => !store.get(key));    // what was done since stays
    const kept = back.map(([key, record]) => store.set(key, record)).every(Boolean);
    copy = null;
    undo.hidden = true;
    close(say(kept ? "undone" : "undone-part"));
    window.dispatchEvent(new StorageEvent("storage"));
  });

  amanah.changed(paint);
  paint();
})(document, window.Amanah);
