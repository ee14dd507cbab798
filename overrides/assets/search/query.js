/* From what somebody types to places, best first. */
(function (search) {
  "use strict";
  var MOST = 20, A_PAGE = 2, ENOUGH = 5;  /* results at all, of one page, and before those that miss a word are shown, too */
  var OF_TITLE = 0.3;  /* of what a title says of its page counts for each section */
  var WORDS = 12, LONGEST = 24;  /* of a query; letters of a word in which a slip is looked for */
  var WEIGHT = { practice: 0.7, quiz: 0.5, page: 0.8, home: 0.6, course: 0.8 };  /* an explanation before a task or a list */
  var REGISTER = /^(?:law|glossary)$/;

  search.engine = function (data) {
    var base = search.unfold(data), stop = new Set(data.stop.split(" "));
    /* Words that no page uses may still stand for some that do. */
    var known = new Set(data.synonyms.flat().flatMap(function (member) { return member.split(" "); }));
    var roots = search.reader(data, function (word) { return base.spread.has(word) || known.has(word); });

    /* The nearest word that the index knows; of several the longest root, then the commonest. */
    function corrected(word) {
      var best = null;
      if (word.length < 4 || word.length > LONGEST || /\d/.test(word)) return null;
      search.slips(word).forEach(function (slips, unlikely) {
        slips.forEach(function (slip) {
          roots(slip).forEach(function (root) {
            var worth = (root.length - 2 * unlikely) * 1000 + (base.spread.get(root) || 0);
            if (!best || worth > best.worth) best = { word: slip, roots: roots(slip), worth: worth };
          });
        });
      });
      return best;
    }

    /* One word of the query: {roots, starts: beginnings while it is typed, similar: what was taken instead} */
    function read(word, typing) {
      var found = { roots: roots(word), starts: [], queries: [] };
      if (typing && word.length > 2 && !/^\d/.test(word)) {
        found.starts = (found.roots.length ? [word] : search.beginnings(word, data.lang)).filter(function (start) {
          return base.index.search({ queries: [start], prefix: true }).length;
        });
      }
      if (!found.roots.length && !found.starts.length) {
        var other = corrected(word);
        if (other) { found.roots = other.roots; found.similar = other.word; }
        else if (word.length > 3 && word.length <= LONGEST && !/\d/.test(word)) found.fuzzy = word;
      }
      return found;
    }

    /* Other words for the same thing, where the query holds one of a group. */
    function addSynonyms(parts) {
      var have = new Set(parts.flatMap(function (word) { return word.roots; }));
      function isAsked(member) { return member && member.split(" ").every(function (root) { return have.has(root); }); }
      data.synonyms.forEach(function (group) {
        group.filter(isAsked).forEach(function (asked) {
          var first = asked.split(" ")[0];
          var word = parts.find(function (each) { return each.roots.indexOf(first) >= 0; });
          group.forEach(function (other) {
            if (other && !isAsked(other)) word.queries.push({ queries: other.split(" "), combineWith: "AND", boost: { heading: 3, text: 0.6 } });
          });
        });
      });
    }

    function ask(word) {
      var queries = word.roots.map(function (root) { return { queries: [root] }; });
      if (word.starts.length) queries.push({ queries: word.starts, prefix: true });
      if (word.fuzzy) queries.push({ queries: [word.fuzzy], fuzzy: 0.25, maxFuzzy: 2 });
      queries = queries.concat(word.queries);
      return queries.length ? base.index.search({ queries: queries, combineWith: "OR", boost: { heading: 4, text: 1 } }) : [];
    }

    /* {places, similar: words taken instead of unknown ones, marks(word): whether a word of a text was found} */
    return function (text) {
      var asked = search.words(text).filter(function (word) { return !stop.has(word); }).slice(0, WORDS);
      var typing = /[\p{L}\p{N}]$/u.test(text);
      var parts = asked.map(function (word, number) { return read(word, typing && number === asked.length - 1); });
      addSynonyms(parts);
      var terms = new Set(), answers = parts.map(function (word) {
        var results = ask(word), answer = new Map();
        if (word.fuzzy && results.length) word.similar = results[0].terms[0];
        results.forEach(function (result) {
          answer.set(result.id, {
            score: result.score / result.queryTerms.length,
            inHeading: result.terms.some(function (term) { return result.match[term].indexOf("heading") >= 0; })
          });
          result.terms.forEach(function (term) { terms.add(term); });
        });
        return answer;
      });
      var found = Array.from(new Set(answers.flatMap(function (answer) { return Array.from(answer.keys()); })), function (id) {
        var place = base.places[id], sum = { id: id, score: 0, words: 0 };
        answers.forEach(function (answer) {
          var own = answer.get(id), opening = id !== place.opening && answer.get(place.opening);
          var title = opening && opening.inHeading ? opening.score * OF_TITLE : 0;  /* a section is about what its page is about */
          if (own || title) sum.words += 1;
          sum.score += (own ? own.score : 0) + title;
        });
        sum.score *= WEIGHT[place.kind] || 1;
        return sum;
      });
      var most = Math.max.apply(null, found.map(function (each) { return each.words; }).concat(0));
      var whole = found.filter(function (each) { return each.words === most; });
      found = whole.length < ENOUGH ? found.filter(function (each) { return each.words >= most - 1; }) : whole;
      found.sort(function (a, b) { return b.words - a.words || b.score - a.score || a.id - b.id; });
      var of = {};
      found = found.map(function (each) { return base.places[each.id]; }).filter(function (place) {
        of[place.page] = (of[place.page] || 0) + 1;
        return REGISTER.test(place.kind) || of[place.page] <= A_PAGE;
      });
      return {
        places: found.slice(0, MOST), asked: asked.length,
        similar: parts.map(function (word) { return word.similar; }).filter(Boolean),
        marks: function (word) {
          var folded = search.words(word)[0];
          return !!folded && !stop.has(folded) && (terms.has(folded) || roots(folded).some(function (root) { return terms.has(root); }));
        }
      };
    };
  };
})(window.amSearchParts);
