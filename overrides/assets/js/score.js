/* The score of a quiz page: right answers, points, the list of its questions with what is flagged for later, the retry.
   Fires am-score on document whenever the score has changed. */
(function (doc, amanah) {
  "use strict";
  const { store, all, fill } = amanah;
  const board = doc.getElementById("am-score"), data = doc.getElementById("am-sheet-words");
  if (!board || !amanah.items || !data) return;
  const W = JSON.parse(data.textContent), retry = board.querySelector("button");
  const links = all(board, ".am-tally a"), names = links.map(link => link.getAttribute("aria-label"));
  const places = links.map(link => link.getAttribute("href").slice(1)), items = amanah.items.filter(item => places.includes(item.form.id));
  const scored = items.filter(item => "scored" in item.form.dataset);
  const judged = items.filter(item => item.form.dataset.type === "situational-judgement");
  const missed = () => scored.filter(item => item.ended() && !item.right());
  const said = new Map();
  let told = "";

  /* Looks at what was written last, not at the page, whose words a translator may have changed: a live region speaks once. */
  function put(selector, text) {
    const place = board.querySelector(selector);
    if (place && said.get(selector) !== text) place.textContent = text;
    said.set(selector, text);
  }
  /* With one decimal, rounded down: full points are only for what is wholly right. */
  function points(list) {
    const sum = list.reduce((total, item) => total + item.points(), 0);
    return (Math.floor(sum * 10 + 1e-6) / 10).toFixed(1).replace(".", W.decimal);
  }
  function tally() {
    links.forEach((link, i) => {
      const item = items.find(each => each.form.id === places[i]);
      if (!item) return;
      const css = !item.ended() ? "open" : !scored.includes(item) ? "seen" : item.right() ? "ok" : "no";
      const flagged = store.get("f:" + item.code);
      link.className = css + (flagged ? " flagged" : "");
      link.setAttribute("aria-label", names[i] + ": " + W["tally-" + (item.none() ? "none" : css)] + (flagged ? ", " + W.flagged : ""));
    });
  }
  function total() {
    const n = scored.filter(item => item.right()).length, first = scored.filter(item => item.first()).length;
    const left = scored.filter(item => !item.ended()).length, of = scored.length, need = Math.ceil(of * 4 / 5);
    put(".am-score__n", fill(W.score, { n, of }));
    put(".am-score__more", [fill(W.tries, { first, later: n - first }), left ? fill(W.left, { n: left }) : ""].join(" ").trim());
    put(".am-score__points", fill(W.points, { n: points(scored), of })
      + (judged.length ? " " + fill(W["points-judged"], { n: points(judged), of: judged.length }) : ""));
    put(".am-score__done", n >= need ? W.done : fill(W.undone, { need, of }));
    if (retry) {
      retry.hidden = !missed().length;
      retry.textContent = fill(W.miss, { n: missed().length });
    }
    tally();
    const detail = { page: amanah.page, n, of, need, passed: n >= need, ended: items.every(item => item.ended()) };
    if (JSON.stringify(detail) === told) return;
    told = JSON.stringify(detail);
    doc.dispatchEvent(new CustomEvent("am-score", { detail }));
  }

  if (retry) retry.addEventListener("click", () => {
    const again = missed();
    again.forEach(item => item.again(true));
    if (again.length) again[0].start();
  });
  doc.addEventListener("am-paint", total);
  total();
  board.hidden = false;
})(document, window.Amanah || {});
