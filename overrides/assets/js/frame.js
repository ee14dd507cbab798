/* The frame: drawer, appearance, tooltips, contents list, printing. Everything here is an extra: pages work without it. */
(function (doc) {
  "use strict";
  var root = doc.documentElement, home = new URL("../../", doc.currentScript.src);
  var byId = function (id) { return doc.getElementById(id); };
  var all = function (selector, base) { return Array.prototype.slice.call((base || doc).querySelectorAll(selector)); };

  /* Drawer. It is a sidebar on wide screens, where the button is not shown. */
  var nav = byId("am-nav"), opener = byId("am-menu"), closer = byId("am-close");
  var rest = [doc.querySelector(".am-skip"), doc.querySelector(".am-header"), byId("am-main"), byId("am-toc"), doc.querySelector(".am-footer")];
  function drawer(open) {
    if (open === root.classList.contains("am-drawer")) return;
    root.classList.toggle("am-drawer", open);
    opener.setAttribute("aria-expanded", open);
    rest.forEach(function (part) { if (part) part.inert = open; });
    (open ? closer : opener).focus();
  }
  function contentsInDrawer() {
    var here = nav.querySelector("ul a[aria-current]"), list = doc.querySelector("#am-toc ul");
    if (!here || !list || nav.querySelector(".am-nav__toc")) return;
    list = list.cloneNode(true);
    list.className = "am-nav__toc";
    list.addEventListener("click", function () { drawer(false); });
    here.parentNode.insertBefore(list, here.nextSibling);
  }
  if (nav && opener) {
    opener.addEventListener("click", function () { contentsInDrawer(); drawer(true); });
    closer.addEventListener("click", function () { drawer(false); });
    root.addEventListener("click", function (event) {
      if (root.classList.contains("am-drawer") && !nav.contains(event.target) && !opener.contains(event.target)) drawer(false);
    });
    window.matchMedia("(min-width: 76.25em)").addEventListener("change", function () { drawer(false); });
  }

  /* Appearance: as the device, light, dark. The inline script of the head has set the choice already. */
  var theme = byId("am-theme"), order = ["auto", "light", "dark"];
  function show(choice) {
    if (choice === "auto") delete root.dataset.theme; else root.dataset.theme = choice;
    theme.setAttribute("aria-label", theme.dataset[choice]);
    theme.title = theme.dataset[choice];
  }
  if (theme) {
    theme.dataset.auto = theme.getAttribute("aria-label");
    show(root.dataset.theme || "auto");
    theme.addEventListener("click", function () {
      var next = order[(order.indexOf(root.dataset.theme || "auto") + 1) % 3];
      show(next);
      try { localStorage.setItem("am:theme", next); } catch (error) { /* storage may be closed: the choice lasts for this page */ }
    });
    window.addEventListener("storage", function (event) {
      if (event.key === "am:theme") show(order.indexOf(event.newValue) > 0 ? event.newValue : "auto");
    });
  }

  /* Tooltips: pointer, keyboard and finger; Escape closes; the tip itself may be pointed at (WCAG 1.4.13). */
  var tip = null, tipLink = null, timer = 0, touched = false;
  function hide() {
    clearTimeout(timer);
    if (tip && tip.id) tip.hidden = true; else if (tip) tip.remove();
    tip = tipLink = null;
  }
  function copyOf(source) {  /* an entry of the list of sources, without its links */
    var copy = doc.createElement("span"), clone = source.cloneNode(true);
    all("a", clone).forEach(function (link) { link.remove(); });
    copy.className = "am-tip";
    copy.textContent = clone.textContent;
    return source.parentNode.parentNode.appendChild(copy);
  }
  function place() {
    if (!tip) return;
    var box = tipLink.getClientRects()[0], room = root.clientWidth - tip.offsetWidth - 8;
    var below = tipLink.getBoundingClientRect().bottom + 4, above = box.top - 4 - tip.offsetHeight;
    tip.style.left = Math.max(8, Math.min(box.left, room)) + "px";
    tip.style.top = (below + tip.offsetHeight > window.innerHeight && above > 0 ? above : below) + "px";
  }
  function open(link) {
    clearTimeout(timer);
    if (link === tipLink) return;
    hide();
    tip = byId(link.getAttribute("aria-describedby"));
    if (!tip) return;
    tipLink = link;
    if (tip.classList.contains("am-tip")) tip.hidden = false; else tip = copyOf(tip);
    place();
  }
  function linkOf(event) { return event.target.closest && event.target.closest(".am-tip-link"); }
  doc.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = linkOf(event);
    if (link) open(link);
    else if (tip && tip.contains(event.target)) clearTimeout(timer);
    else if (tip && doc.activeElement !== tipLink) { clearTimeout(timer); timer = setTimeout(hide, 300); }
  });
  doc.addEventListener("focusin", function (event) {
    var link = linkOf(event);
    if (link && !touched) open(link); else if (tip && link !== tipLink && !tip.contains(event.target)) hide();
  });
  doc.addEventListener("pointerdown", function (event) { touched = event.pointerType === "touch"; });
  doc.addEventListener("click", function (event) {
    var link = linkOf(event);
    if (link && touched && link !== tipLink) { event.preventDefault(); open(link); }  /* the first tap shows, the second follows */
    else if (tip && !link && !tip.contains(event.target)) hide();
    touched = false;
  });
  doc.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key !== "Escape") return;
    if (tip) hide(); else if (root.classList.contains("am-drawer")) drawer(false);
  });
  window.addEventListener("scroll", place, { passive: true, capture: true });
  window.addEventListener("resize", hide);

  /* Contents list: the section that is being read. */
  var entries = all("#am-toc a");
  if (entries.length) {
    var waiting = false, heads = entries.map(function (entry) { return byId(decodeURIComponent(entry.hash.slice(1))); });
    var mark = function () {
      var current = -1;
      waiting = false;
      heads.forEach(function (head, i) { if (head && head.getBoundingClientRect().top < 140) current = i; });
      entries.forEach(function (entry, i) {
        if (i === current) entry.setAttribute("aria-current", "location"); else entry.removeAttribute("aria-current");
      });
    };
    window.addEventListener("scroll", function () {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    }, { passive: true });
  }

  /* Search: the dialog comes at once; its script and the index of the language are fetched when it is first opened. */
  var finder = byId("am-search"), texts = byId("am-search-words"), box = null;
  function add(tag, parent, text, name) {
    var made = doc.createElement(tag);
    made.className = name;
    made.textContent = text;
    return parent.appendChild(made);
  }
  function fetchScript(name) {
    return new Promise(function (resolve, reject) {
      var script = doc.createElement("script");
      script.src = new URL("assets/js/" + name, home);
      script.onload = resolve;
      script.onerror = function () { script.remove(); reject(); };
      doc.head.appendChild(script);
    });
  }
  function dialogOf(words) {
    var dialog = add("dialog", doc.body, "", "am-find"), row = add("div", dialog, "", "am-find__row");
    var label = add("label", row, words.label, ""), input = add("input", row, "", ""), close = add("button", row, "×", "am-ib");
    var say = add("p", dialog, "", "am-find__say"), again = add("button", dialog, words.again, "md-button"), got = {};
    box = { dialog: dialog, input: input, say: say, found: add("div", dialog, "", "am-find__found") };
    dialog.setAttribute("aria-label", words.label);
    label.htmlFor = input.id = "am-find";
    input.setAttribute("enterkeyhint", "search");
    input.autocomplete = "off";
    input.maxLength = 100;
    input.spellcheck = false;
    close.setAttribute("aria-label", words.close);
    say.setAttribute("role", "status");
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    function load() {
      say.textContent = words.wait;
      again.hidden = true;
      Promise.all(words.files.map(function (name) { return got[name] || fetchScript(name).then(function () { got[name] = true; }); }))
        .then(function () { window.amSearch(box, window.amSearchData, home); })
        .catch(function () { say.textContent = words.fail; again.hidden = false; });
    }
    again.addEventListener("click", function () { load(); input.focus(); });
    load();
  }
  function find() {
    if (!box) dialogOf(JSON.parse(texts.textContent));
    if (box.dialog.open) return;
    box.dialog.showModal();
    box.input.focus();
    box.input.select();
  }
  if (finder && texts) {
    finder.addEventListener("click", find);
    doc.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || root.classList.contains("am-drawer")) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      find();
    });
  }

  /* A folded box opens for a link into it and for paper. */
  function unfold() {
    var target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    for (var box = target && target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (box) {  /* the answers of a question stay folded: paper is for thinking first */
      if (!box.closest("form, .am-q")) { box.open = true; box.dataset.folded = ""; }
    });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-folded]").forEach(function (box) { box.open = false; delete box.dataset.folded; });
  });

  /* A table that fits needs no keyboard stop. */
  all(".am-table[tabindex]").forEach(function (box) { if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex"); });
})(document);
