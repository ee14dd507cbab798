/* Progress: marks a reader sets, what the mat shows of them, and where to go on. Records by page id (see store.js), so the
   same in every language. Titles and links come from the page, never from what was stored.
   Fires and hears am-progress on document: every mark is drawn anew then, and after a change in another tab. */
(function (doc, amanah) {
  "use strict";
  const data = doc.getElementById("am-progress");
  if (!data) return;
  const W = JSON.parse(data.textContent), store = amanah.store, weave = amanah.weave;
  const article = doc.querySelector("[data-page]"), page = article.dataset.page, kind = doc.documentElement.dataset.kind;
  const all = selector => Array.from(doc.querySelectorAll(selector));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
  const count = list => list.filter(Boolean).length;
  const el = (tag, css, text) => {
    const made = doc.createElement(tag);
    made.className = css;
    made.textContent = text;
    return made;
  };
  const first = new Map();    // what a place says before anything is done
  const before = place => {
    if (!first.has(place)) first.set(place, place.textContent);
    return first.get(place);
  };
  const put = (place, text) => {
    const start = before(place);
    place.textContent = text || start;
  };

  const done = id => store.get("p:" + id) !== null;
  let kept = true;    // whether the device could keep the last mark
  /* Sets the mark of a page, or takes it away. */
  function toggle(id) {
    kept = done(id) ? store.remove("p:" + id) !== false : store.set("p:" + id, { d: amanah.day() });
    doc.dispatchEvent(new CustomEvent("am-progress"));
  }

  /* The woven places: [data-am-strip] and [data-am-mat], each with words beside it in [data-am-said]. */
  function say(place, text) {
    put(place.parentNode.querySelector("[data-am-said]"), text);
  }
  function strip(place) {
    const state = place.dataset.lessons.split(" ").map(done), n = count(state), of = state.length;
    const quiz = place.dataset.quiz, passed = quiz && done(quiz);    // a row of the map knows its quiz
    place.innerHTML = weave.strip(+place.dataset.amStrip, state);
    if (n === of && (passed || !quiz)) say(place, W.done);
    else say(place, (n || passed) && fill(quiz ? W.lessons : W.some, { n, of }) + (passed ? " · " + W.passed : ""));
  }
  function mat(place) {
    const modules = place.dataset.lessons.split(";").map(group => {
      const state = group.split(" ").map(done), passed = state.pop();
      return [state, passed];
    });
    const lessons = [].concat(...modules.map(each => each[0])), n = count(lessons), quizzes = count(modules.map(each => each[1]));
    const said = fill(W.lessons, { n, of: lessons.length }) + ", " + fill(W.quizzes, { n: quizzes, of: modules.length });
    place.innerHTML = weave.mat(modules, fill(W.mat, { said }));
    say(place, (n || quizzes) && said + ".");
  }

  /* A mark beside every link of the navigation whose page is done, and its word for those who hear the page. */
  function link(place) {
    const is = done(place.dataset.p), word = place.querySelector(".am-vh");
    place.classList.toggle("is-done", is);
    if (is && !word) place.append(el("b", "am-vh", " " + W.done));
    else if (!is && word) word.remove();
  }
  function list(place) {
    const rows = Array.from(place.children), open = rows.filter(row => !done(row.dataset.amPage));
    rows.forEach(row => {
      const is = !open.includes(row), next = open.length < rows.length && row === open[0], detail = row.lastElementChild;
      row.classList.toggle("is-done", is);
      row.classList.toggle("is-now", next);
      put(detail, (is || next) && (is ? W.done : W.next) + " · " + before(detail));
    });
  }

  /* Lessons and practices: the button at their foot, and after a mark the way on. */
  function foot() {
    const box = el("div", "am-done", ""), button = el("button", "md-button", W.mark), text = el("p", "", "");
    const turn = doc.querySelector(".am-turn__next"), on = turn && el("a", "md-button md-button--primary", "");
    text.setAttribute("role", "status");
    button.type = "button";
    if (on) {
      on.href = turn.getAttribute("href");
      on.textContent = fill(W.resume, { title: turn.lastChild.textContent.trim() });
    }
    button.addEventListener("click", () => toggle(page));
    function paint() {
      const is = done(page), words = is ? (kept ? W.marked : W.closed) : (kind === "lesson" ? W.adds + " " : "") + W.here;
      button.setAttribute("aria-pressed", is);
      button.classList.toggle("md-button--primary", !is);
      if (text.textContent !== words) text.textContent = words;    // a live region speaks only when it changes
      if (on) on.hidden = !is;
    }
    paint();
    box.append(button, text, ...(on ? [on] : []));
    article.append(box);
    return paint;
  }

  /* Home and course: the primary button leads on from the last page; the first open step after it, then what was skipped. */
  function resume(button) {
    const { steps, end } = JSON.parse(doc.getElementById("am-course").textContent), last = store.get("last");
    const marked = steps.map(step => done(step[0])), seen = steps.findIndex(step => last && step[0] === last.p);
    const at = seen < 0 ? marked.lastIndexOf(true) : seen;
    const skipped = steps.slice(0, at < 0 ? 0 : at).filter(step => step[0] !== "pre-test");    // too late for that one
    const next = at < 0 ? null : steps.slice(at).concat(skipped).find(step => !done(step[0])) || end;
    button.dataset.start = button.dataset.start || button.getAttribute("href");
    button.href = next ? next[2] : button.dataset.start;
    put(button, next && fill(W.resume, { title: next[1] }));
  }
  function due(place) {
    const today = amanah.day();
    const n = store.keys("r:").map(key => store.get(key).d).filter(day => day && day <= today).length;
    place.hidden = !n;
    place.textContent = fill(n === 1 ? W["due.one"] : W.due, { n });
  }

  const button = ["lesson", "practice"].includes(kind) ? foot() : () => {};
  function paint() {
    all("[data-am-strip]").forEach(strip);
    all("[data-am-mat]").forEach(mat);
    all("#am-nav a[data-p]").forEach(link);
    all(".am-lessons").forEach(list);
    all(".am-resume").forEach(resume);
    all(".am-due").forEach(due);
    button();
  }
  function visit() {
    if (["lesson", "practice", "quiz"].includes(kind)) store.set("last", { p: page, d: amanah.day() });
    paint();
  }

  doc.addEventListener("am-progress", paint);
  store.watch(key => { if (key === null || /^(p:|r:|last$)/.test(key)) paint(); });
  window.addEventListener("pageshow", event => { if (event.persisted) visit(); });
  /* A passed quiz stays passed; a test is done when all of it is answered. */
  doc.addEventListener("am-score", event => {
    const { page: id, passed, ended } = event.detail;
    if ((/-test$/.test(id) ? ended : passed) && !done(id)) toggle(id);
  });
  amanah.progress = { done, toggle };
  visit();
})(document, window.Amanah);
