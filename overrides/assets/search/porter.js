/* Porter's stemmer (1980): the same as "porter" of the library that makes the roots of English texts. */
(function (search) {
  "use strict";
  /* ending → what takes its place; of several endings that fit, the longest decides, even when it may not be taken off */
  var PLURALS = { sses: "ss", ies: "i", ss: "ss", s: "" };
  var DOUBLE = {
    ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", abli: "able", alli: "al", entli: "ent", eli: "e",
    ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful", ousness: "ous",
    aliti: "al", iviti: "ive", biliti: "ble"
  };
  var FULL = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  var LAST = {};
  "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split(" ").forEach(function (end) { LAST[end] = ""; });

  function shape(stem) {  /* c and v for consonants and vowels; y is a vowel after a consonant */
    var found = "";
    stem.split("").forEach(function (letter) {
      found += /[aeiou]/.test(letter) || (letter === "y" && found.slice(-1) === "c") ? "v" : "c";
    });
    return found;
  }
  function measure(stem) { return (shape(stem).match(/v+c+/g) || []).length; }
  function hasVowel(stem) { return shape(stem).indexOf("v") >= 0; }
  function endsShort(stem) { return /cvc$/.test(shape(stem)) && !/[wxy]$/.test(stem); }
  function replace(word, table, allowed) {
    var end = Object.keys(table).filter(function (each) { return word.endsWith(each); })
      .sort(function (a, b) { return b.length - a.length; })[0];
    var stem = end && word.slice(0, -end.length);
    return end && allowed(stem, end) ? stem + table[end] : word;
  }
  function pastAndPresent(word) {
    if (/eed$/.test(word)) return measure(word.slice(0, -3)) ? word.slice(0, -1) : word;
    var stem = word.replace(/(?:ed|ing)$/, "");
    if (stem === word || !hasVowel(stem)) return word;
    if (/(?:at|bl|iz)$/.test(stem)) return stem + "e";
    if (/([^aeioulsz])\1$/.test(stem) && /c$/.test(shape(stem))) return stem.slice(0, -1);
    return measure(stem) === 1 && endsShort(stem) ? stem + "e" : stem;
  }
  search.porter = function (word) {
    if (word.length < 3) return word;
    word = pastAndPresent(replace(word, PLURALS, function () { return true; }));
    if (/y$/.test(word) && hasVowel(word.slice(0, -1))) word = word.slice(0, -1) + "i";
    word = replace(word, DOUBLE, measure);
    word = replace(word, FULL, measure);
    word = replace(word, LAST, function (stem, end) { return measure(stem) > 1 && (end !== "ion" || /[st]$/.test(stem)); });
    if (/e$/.test(word)) {
      var stem = word.slice(0, -1), size = measure(stem);
      if (size > 1 || (size === 1 && !endsShort(stem))) word = stem;
    }
    return /ll$/.test(word) && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
  };
})(window.amSearchParts = {});
