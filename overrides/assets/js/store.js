/* The reader's own records, on this device only. Every script reads and writes them through window.Amanah.store.

   One key of localStorage a record, so that two tabs never overwrite each other's work. CODE is an item's code, PAGE a
   page's id: both outlive a changed address, text or language.
     am:q:CODE  am:q:CODE@PAGE     an answer: {v: 1, a: answer in codes, t: tries, ok, d: day}; c: how sure (3 sure,
                                   2 fairly, 1 a guess); n: 1 where it was handed in without an answer (quiz.js)
     am:d:CODE                     a draft, as q: {v: 1, a: [[name, value]], o: order}          (sheet.js)
     am:w:CODE                     what was written to a reflection: {v: 1, a: [texts], d}      (reflect.js)
     am:f:CODE                     flagged for later: {v: 1, d}                                 (sheet.js)
     am:m:PAGE                     all is answered first, then checked once: {v: 1}             (sheet.js)
     am:p:PAGE                     a page is done: {v: 1, d}                                    (progress.js)
     am:r:CODE                     when an item comes back: {v: 1, s: stage, d: due day}        (schedule.js)
     am:last                       the last page of the course: {v: 1, p: PAGE, d}              (progress.js)
   Storage may be closed, full or damaged: then a record lasts for this page, and nothing breaks. */
window.Amanah = window.Amanah || {};
(function (amanah) {
  "use strict";
  const PREFIX = "am:", VERSION = 1;
  const memory = new Map();    // what could not be kept; null: removed here

  function sound(record) {
    return record !== null && typeof record === "object" && !Array.isArray(record) && record.v === VERSION;
  }
  function parse(text) {
    try {
      const record = JSON.parse(text);
      return sound(record) ? record : null;
    } catch (error) { return null; }
  }

  amanah.store = {
    /* The record, or null where there is none or a damaged one. */
    get(key) {
      if (memory.has(key)) return memory.get(key);
      try { return parse(localStorage.getItem(PREFIX + key)); } catch (error) { return null; }
    },
    /* Whether the device keeps it; if not, it lasts for this page. */
    set(key, record) {
      const full = Object.assign({ v: VERSION }, record);
      try {
        localStorage.setItem(PREFIX + key, JSON.stringify(full));
        memory.delete(key);
        return true;
      } catch (error) {
        memory.set(key, full);
        return false;
      }
    },
    remove(key) {
      try {
        localStorage.removeItem(PREFIX + key);
        memory.delete(key);
      } catch (error) { memory.set(key, null); }
    },
    /* The keys of all sound records that begin with the prefix, such as "q:". */
    keys(prefix) {
      const found = new Set(memory.keys());
      try {
        for (let i = 0; i < localStorage.length; i += 1) {
          const key = localStorage.key(i);
          if (key.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
        }
      } catch (error) { /* closed: what this page knows */ }
      return Array.from(found).filter(key => key.startsWith(prefix) && amanah.store.get(key)).sort();
    },
    /* Calls back with the key, or null for all of them, when another tab has changed a record. */
    watch(callback) {
      window.addEventListener("storage", event => {
        if (event.key === null) callback(null);
        else if (event.key.startsWith(PREFIX)) callback(event.key.slice(PREFIX.length));
      });
    }
  };

  /* The day on the reader's calendar, n days from today: 2026-11-24. */
  amanah.day = (n = 0) => {
    const date = new Date();
    date.setDate(date.getDate() + n);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, "0")).join("-");
  };
})(window.Amanah);
