/* What a progress file may hold, and how its records meet those of this device. Nothing here touches the page. A file is
   {format, version, made, records: {key: record}}; what is written to a reflection, a name or the appearance are not in
   it. Every record is made anew from the fields it may have; one wrong record refuses the whole file. */
(function (amanah) {
  "use strict";
  const store = amanah.store, FORMAT = "amanah-progress", VERSION = 1, MOST = 10000, LONGEST = 1000, STAGES = 3;

  const isMap = value => value !== null && typeof value === "object" && !Array.isArray(value);
  const isWord = value => typeof value === "string" && /^[A-Za-z0-9][\w-]{0,59}$/.test(value);
  const isNumber = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
  const isDay = value => typeof value === "string" && /^(19[7-9]|20\d)\d-\d\d-\d\d$/.test(value) &&
    !isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

  /* Answers: nothing yet, a number or words, codes, or a code for each code. */
  function isAnswer(value) {
    if (value === null || (typeof value === "string" && value.length <= LONGEST)) return true;
    if (Array.isArray(value)) return value.length <= 60 && value.every(isWord);
    return isMap(value) && Object.keys(value).length <= 60 && Object.keys(value).every(key => isWord(key) && isWord(value[key]));
  }
  const may = is => Object.assign(value => is(value), { may: true });    // a field that need not be there
  const CODE = "[a-z][a-z0-9-]{0,59}";
  const SHAPES = [
    [`q:${CODE}(@${CODE}){0,2}`, { a: isAnswer, t: value => isNumber(value, 9999), ok: value => isNumber(value, 1), d: isDay,
      c: may(value => isNumber(value, 3)), n: may(value => value === 1) },
      (own, other) => other.t > own.t || (other.t === own.t && other.d > own.d)],    // more tries, then the later day
    [`p:${CODE}`, { d: isDay }, (own, other) => other.d < own.d],                    // since when it is done
    [`f:${CODE}`, { d: isDay }, () => false],                                        // a flag is a flag
    ["last", { p: isWord, d: isDay }, (own, other) => other.d > own.d],
    /* The later due day comes from the later meeting with the question, almost always, and what was reviewed on one
       device is not asked again on the other. On the same day the lower stage: it asks once more rather than once less. */
    [`r:${CODE}`, { s: value => isNumber(value, STAGES), d: (value, record) => (record.s === STAGES ? value === "" : isDay(value)) },
      (own, other) => (other.d || "9") > (own.d || "9") || (other.d === own.d && other.s < own.s)]
  ].map(([key, fields, wins]) => ({ key: new RegExp(`^${key}$`), fields, wins }));

  const shapeOf = key => SHAPES.find(shape => shape.key.test(key));

  /* The record with the fields that it may have, or null. */
  function sound(key, record) {
    const shape = shapeOf(key);
    if (!shape || !isMap(record) || record.v !== 1) return null;
    const made = { v: 1 };
    for (const name of Object.keys(shape.fields)) {
      const there = Object.prototype.hasOwnProperty.call(record, name), is = shape.fields[name];
      if (there ? !is(record[name], record) : !is.may) return null;
      if (there) made[name] = record[name];
    }
    return made;
  }

  amanah.file = {
    /* What of this device goes into a file, as text; null where there is nothing. */
    write() {
      const records = {};
      store.keys("").forEach(key => {
        const record = sound(key, store.get(key));
        if (record) records[key] = record;
      });
      if (!Object.keys(records).length) return null;
      return JSON.stringify({ format: FORMAT, version: VERSION, made: amanah.day(), records }, null, 1);
    },
    /* The records of a text, or {stop: what is wrong, key}. */
    read(text) {
      let data;
      try { data = JSON.parse(text); } catch (error) { return { stop: "json" }; }
      if (!isMap(data) || data.format !== FORMAT || !Number.isInteger(data.version) || data.version < 1) return { stop: "format" };
      if (data.version > VERSION) return { stop: "newer" };
      if (!isDay(data.made)) return { stop: "damaged", key: "made" };
      if (!isMap(data.records)) return { stop: "damaged", key: "records" };
      const keys = Object.keys(data.records), records = new Map();
      if (keys.length > MOST) return { stop: "many" };
      for (const key of keys) {
        const record = sound(key, data.records[key]);
        if (!record) return { stop: "damaged", key: key.slice(0, 40) };
        records.set(key, record);
      }
      return { records };
    },
    /* What would be written here: [{key, record, old}], old is what this device has. */
    plan(records) {
      return Array.from(records, ([key, record]) => ({ key, record, old: sound(key, store.get(key)) }))
        .filter(({ key, record, old }) => !old || shapeOf(key).wins(old, record));
    },
    /* All or nothing: what was there is put back when the device cannot keep everything. */
    merge(plan) {
      const before = plan.map(({ key }) => [key, store.get(key)]);
      if (plan.every(({ key, record }) => store.set(key, record))) return true;
      before.forEach(([key, old]) => { if (!old) store.remove(key); });    // first the room, then what was in it
      before.forEach(([key, old]) => { if (old) store.set(key, old); });
      return false;
    }
  };
})(window.Amanah);
