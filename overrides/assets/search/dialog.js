/* Results in the dialog that frame.js has opened. What is shown is set as text, never as HTML. */
(function (doc, search) {
  "use strict";
  function make(tag, parent, text, name) {
    var made = doc.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  /* box: {dialog, input, say, found} of frame.js; data: the index; root: address of the site's first page */
  window.amSearch = function (box, data, root) {
    var ask = search.engine(data), words = data.words, waiting = 0;
    function fill(key, n) {
      var word = words[n === 1 && words[key + ".one"] ? key + ".one" : key] || key;
      return word.replace("{n}", n);
    }
    function address(path) { return new URL(path, root).href; }

    /* A text with its found words marked. */
    function marked(parent, text, marks) {
      text.split(/([\p{L}\p{N}\p{M}]+)/u).forEach(function (piece, i) {
        if (i % 2 && marks(piece)) make("mark", parent, piece, "am-hit"); else parent.appendChild(doc.createTextNode(piece));
      });
    }
    function result(list, place, marks) {
      var item = make("li", list), name = place.heading || place.title;
      make("span", item, words["kind." + place.kind] || words["kind.page"]);
      var link = make("a", item);
      link.href = address(place.path) + (place.anchor ? "#" + place.anchor : "");
      if (place.heading && place.kind !== "law" && place.kind !== "glossary") {
        marked(link, place.title, marks);
        link.appendChild(doc.createTextNode(" › "));
      }
      marked(link, name, marks);
      if (place.excerpt) marked(make("p", item), place.excerpt, marks);
    }
    function help(parent) {
      make("p", parent, words.help);
      var list = make("ul", parent, "", "am-find__help");
      Object.keys(data.ways).forEach(function (key) { make("a", make("li", list), words[key]).href = address(data.ways[key]); });
    }
    function show() {
      var found = ask(box.input.value);
      box.found.textContent = "";
      box.found.scrollTop = 0;
      if (!found.asked) { box.say.textContent = words.lead; return; }
      var said = found.places.length ? fill("count", found.places.length) : words.none;
      if (found.places.length && found.similar.length) said = words.similar.replace("{words}", found.similar.join(", ")) + " " + said;
      box.say.textContent = said;
      if (!found.places.length) { help(box.found); return; }
      var list = make("ol", box.found);
      found.places.forEach(function (place) { result(list, place, found.marks); });
    }

    box.input.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(show, 120);
    });
    box.dialog.addEventListener("keydown", function (event) {
      var links = Array.from(box.found.querySelectorAll("a")), at = links.indexOf(doc.activeElement);
      if (event.isComposing) return;
      if (event.key === "Enter" && doc.activeElement === box.input) {
        clearTimeout(waiting);
        show();
        var first = box.found.querySelector("ol a");
        if (first) first.click();
      } else if (event.key === "ArrowDown" && at + 1 < links.length) links[at + 1].focus();
      else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || box.input).focus();
      else return;
      event.preventDefault();
    });
    /* A result on this very page only moves the page: the dialog must not stay before it. */
    box.found.addEventListener("click", function (event) {
      var link = event.target.closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) box.dialog.close();
    });
    show();
  };
})(document, window.amSearchParts);
