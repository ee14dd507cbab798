/* The progress page: records to a file and from one. Before anything is merged the page says what will be. */
(function (doc, amanah) {
  "use strict";
  const box = doc.getElementById("am-file");
  if (!box) return;
  const MOST = 1e6, say = amanah.words("am-records-words"), find = selector => box.querySelector(selector);
  const input = doc.getElementById("am-import"), ask = doc.getElementById("am-import-ask");
  const what = doc.getElementById("am-import-what"), told = find("[role=status]");
  let records = null;

  /* "12 answers, 3 finished pages": what is new by kind, then what is further on than here. */
  amanah.listed = plan => {
    const kinds = ["q", "p", "r", "f", "w"], kind = key => key.split(":")[0];
    const part = (name, n) => (n ? say("list-" + name, { n }) : "");
    const fresh = plan.filter(each => !each.old);
    return kinds.map(name => part(name, fresh.filter(each => kind(each.key) === name).length))
      .concat(part("other", fresh.filter(each => !kinds.includes(kind(each.key))).length))
      .concat(part("newer", plan.length - fresh.length)).filter(Boolean).join(", ");
  };

  function save(tell) {
    const text = amanah.file.write();
    if (text === null) {
      tell(say("nothing"));
      return;
    }
    const link = doc.createElement("a"), name = say("file-name", { day: amanah.day() });
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);    // some browsers read it only after a question
    tell(say("saved", { name }));
  }
  doc.querySelectorAll("[data-am-export]").forEach(button => {
    const place = button.closest("#am-file, #am-reset").querySelector("[role=status]");
    button.addEventListener("click", () => save(text => { place.textContent = text; }));
  });

  function close(text) {
    records = null;
    input.value = "";
    ask.hidden = true;
    told.textContent = text;
  }
  function offer(text) {
    const found = amanah.file.read(text);
    if (found.stop) {
      close(say("stop-" + found.stop, { key: found.key }));
      return;
    }
    const plan = amanah.file.plan(found.records);
    if (!plan.length) {
      close(say("plan-none"));
      return;
    }
    records = found.records;
    what.textContent = say("plan", { list: amanah.listed(plan) });
    ask.hidden = false;
    ask.focus();
  }
  input.addEventListener("change", () => {
    const file = input.files[0], reader = new FileReader();
    told.textContent = "";
    ask.hidden = true;
    if (!file) return;
    if (!file.size || file.size > MOST) {
      close(say(file.size ? "stop-large" : "stop-empty"));
      return;
    }
    reader.onload = () => offer(reader.result);
    reader.onerror = () => close(say("stop-read"));
    reader.readAsText(file);
  });
  find("[data-am-yes]").addEventListener("click", () => {
    const plan = amanah.file.plan(records);    // anew: another tab may have gone on meanwhile
    const kept = amanah.file.merge(plan);
    input.focus();
    close(!kept ? say("full") : plan.length ? say("merged", { list: amanah.listed(plan) }) : say("plan-none"));
    window.dispatchEvent(new StorageEvent("storage"));    // as if another tab had changed everything
  });
  find("[data-am-no]").addEventListener("click", () => {
    input.focus();
    close(say("cancelled"));
  });
})(document, window.Amanah);
