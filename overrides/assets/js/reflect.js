/* What a reader writes to a reflection, kept on this device only: saved while writing, erased at will, never exported.
   w:CODE holds one text a prompt. A tab writes only the prompts that were changed in it. */
(function (doc, amanah) {
  "use strict";
  const { store } = amanah;
  if (!store) return;
  const PAUSE = 400;    // milliseconds without a key

  function wire(form) {
    const key = "w:" + form.dataset.code, areas = Array.from(form.querySelectorAll("textarea")), changed = new Set();
    const find = selector => form.querySelector(selector);
    const [kept, lost, erase, back, say] = [".am-kept", ".am-lost", ".am-erase", ".am-back", "[role=status]"].map(find);
    let timer = 0, erased = null, safe = true;
    const texts = () => {
      const record = store.get(key), a = record && Array.isArray(record.a) ? record.a : [];
      return areas.map((area, i) => (typeof a[i] === "string" ? a[i] : ""));
    };
    const written = () => areas.some(area => area.value);

    /* Says that the words are kept only as long as they are. */
    function show() {
      kept.hidden = !safe;
      lost.hidden = safe;
      erase.hidden = !written();
      back.hidden = !erased || written();
    }
    function write(list) {
      safe = true;
      if (list.some(Boolean)) safe = store.set(key, { a: list, d: amanah.day() }); else store.remove(key);
      show();
    }
    function save() {
      clearTimeout(timer);
      if (!changed.size) return;
      const before = texts();
      write(areas.map((area, i) => (changed.has(i) ? area.value : before[i])));
      changed.clear();
    }
    function load() {
      texts().forEach((text, i) => {
        if (!changed.has(i) && areas[i].value !== text) areas[i].value = text;
      });
      show();
    }
    function fillIn(list) {
      clearTimeout(timer);
      changed.clear();
      areas.forEach((area, i) => { area.value = list[i]; });
      write(list);
      areas[0].focus();
    }
    form.addEventListener("input", event => {
      changed.add(areas.indexOf(event.target));
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
      erase.hidden = !written();
    });
    form.addEventListener("change", save);
    erase.addEventListener("click", () => {
      erased = areas.map(area => area.value);
      fillIn(areas.map(() => ""));
      say.textContent = say.dataset.erased;
    });
    back.addEventListener("click", () => {
      const list = erased;
      erased = null;
      fillIn(list);
      say.textContent = say.dataset.back;
    });
    window.addEventListener("pagehide", save);
    doc.addEventListener("visibilitychange", save);
    window.addEventListener("pageshow", event => { if (event.persisted) load(); });
    store.watch(other => { if (other === null || other === key) load(); });
    load();
  }
  doc.querySelectorAll('.am-item[data-type="reflection"]').forEach(wire);
})(document, window.Amanah || {});
