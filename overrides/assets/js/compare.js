/* The test before the course and the one after it. Until both are answered it says what is missing. */
(function (doc, amanah) {
  "use strict";
  const box = doc.getElementById("am-compare");
  if (!box) return;
  const say = amanah.words("am-compare-words"), CHANCE = 3;
  const open = doc.getElementById("am-compare-open"), both = doc.getElementById("am-compare-both");
  const next = doc.getElementById("am-compare-next"), word = doc.getElementById("am-compare-say");

  function verdict({ n: before, of }, { n: after }) {
    const n = Math.abs(after - before);
    if (!n) return say("same", { of });
    return say(n <= CHANCE ? "few" : after > before ? "more" : "less", { n, of });
  }
  function paint() {
    const tally = amanah.tally(), total = {};
    box.querySelectorAll("td").forEach(cell => {
      const { before, after } = cell.dataset, found = tally.test(before === undefined ? after : before);
      cell.textContent = say("of", found);
      if (cell.closest("tfoot")) total[before === undefined ? "after" : "before"] = found;
    });
    open.querySelectorAll("li").forEach(line => {
      const { left, of } = total[line.dataset.test], text = left ? say("left", { n: left, of }) : say("whole");
      line.querySelector("span").textContent = text;
    });
    const whole = !total.before.left && !total.after.left;
    open.hidden = whole;
    both.hidden = !whole;
    if (!whole) return;
    word.textContent = verdict(total.before, total.after);
    const lines = Array.from(next.querySelectorAll("li"));
    lines.forEach(line => {
      const { n, of } = tally.test(line.dataset.codes);
      line.hidden = n === of;
    });
    next.hidden = lines.every(line => line.hidden);
  }
  amanah.changed(paint);
  paint();
})(document, window.Amanah);
