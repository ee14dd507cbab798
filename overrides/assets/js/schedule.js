/* When an answered question comes back: after 1 day, then 7, then 30; then it rests. Only the first answer on the due day
   moves it on, and only if it is right at the first try and no guess; any other ending brings it back tomorrow. */
(function (doc, amanah) {
  "use strict";
  const WAIT = [1, 7, 30], REST = 3, GUESS = 1, DAY = 864e5;

  const at = day => Date.parse(day + "T00:00:00Z");
  const plus = (day, n) => new Date(at(day) + n * DAY).toISOString().slice(0, 10);
  const days = (from, to) => Math.round((at(to) - at(from)) / DAY);
  const isDay = d => typeof d === "string" && /^\d{4}-\d\d-\d\d$/.test(d) && !isNaN(at(d)) && plus(d, 0) === d;
  const rests = record => record.s === REST;
  const sound = record => Boolean(record) && (rests(record) || record.s in WAIT && Number.isInteger(record.s) && isDay(record.d));
  /* No question waits longer than its stage says (and a journey over the date line): such a day comes from a clock
     that was wrong, and the question comes back today. */
  const dueDay = (record, today) => (days(today, record.d) > WAIT[record.s] + 1 ? today : record.d);

  /* The record after an answer. A right one before its day, or of a question that rests, changes nothing. */
  function next(record, { right, first, sure }, today) {
    const known = right && sure !== GUESS, waits = s => ({ s, d: s === REST ? "" : plus(today, WAIT[s]) });
    if (!sound(record)) return waits(0);
    if (known && (rests(record) || dueDay(record, today) > today)) return { s: record.s, d: rests(record) ? "" : record.d };
    return waits(known && first ? record.s + 1 : 0);
  }
  /* What waits, by day: [{code, s, d}]. */
  function waiting(today = amanah.day()) {
    return amanah.store.keys("r:").map(key => [key.slice(2), amanah.store.get(key)])
      .filter(([, record]) => sound(record) && !rests(record))
      .map(([code, record]) => ({ code, s: record.s, d: dueDay(record, today) }))
      .sort((a, b) => (a.d + a.code < b.d + b.code ? -1 : 1));
  }
  amanah.schedule = {
    plus, days, next, waiting,
    due: (today = amanah.day()) => waiting(today).filter(item => item.d <= today)
  };

  doc.addEventListener("am-answer", ({ detail }) => {
    const key = "r:" + detail.code;
    if (!detail.test) amanah.store.set(key, next(amanah.store.get(key), detail, amanah.day()));
  });
})(document, window.Amanah);
