/* From a word that somebody types to roots of the index. The index is the dictionary: whatever way of taking affixes off
   leads to a word that stands in it counts. scripts/amanah/site/search makes the roots of the texts. */
(function (search) {
  "use strict";
  function words(text) {
    var found = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
    return found.filter(function (word) { return word.length > 1 || /\p{N}/u.test(word); });
  }

  /* What an Indonesian prefix looks like, and the letters that it may have swallowed. */
  var PREFIXES = [
    [/^(?:me|pe)ng(?=[aiueo])/, ["", "k"]], [/^(?:me|pe)nge/, [""]], [/^(?:me|pe)ng(?=[ghklq])/, [""]],
    [/^(?:me|pe)ny(?=[aiueo])/, ["s", "ny"]], [/^(?:me|pe)m(?=[aiueo])/, ["p", "m"]], [/^(?:me|pe)m(?=[bfpv])/, [""]],
    [/^(?:me|pe)n(?=[aiueo])/, ["t", "n"]], [/^(?:me|pe)n(?=[cdjstz])/, [""]], [/^(?:me|pe)(?=[lmnrwy])/, [""]], [/^pe(?=[bcdfghjkpstvz])/, [""]],
    [/^(?:ber|per|ter|bel|pel)/, [""]], [/^(?:di|ke|se|ku)/, [""]], [/^(?:be|te)(?=[rklpst])/, [""]]
  ];
  function cut(bases, endings) {  /* the words themselves, and each without the endings it has */
    return bases.concat(bases.flatMap(function (base) {
      return endings.filter(function (end) { return base.endsWith(end) && base.length > end.length + 2; })
        .map(function (end) { return base.slice(0, -end.length); });
    }));
  }
  function lead(base, left) {  /* the word itself, and what is left without one to three prefixes */
    if (!left) return [base];
    return [base].concat(PREFIXES.flatMap(function (prefix) {
      if (!prefix[0].test(base)) return [];
      var rest = base.replace(prefix[0], "");
      return rest.length < 2 ? [] : prefix[1].flatMap(function (swallowed) { return lead(swallowed + rest, left - 1); });
    }));
  }
  var WAYS = {
    id: function (word) {
      var bases = cut(cut(cut([word], ["lah", "kah", "pun", "tah"]), ["nya", "ku", "mu"]), ["i", "an", "kan"]);
      return bases.flatMap(function (base) { return lead(base, 3); });
    },
    en: function (word) { return [search.porter(word)]; }
  };

  /* Call what it returns with a word: its roots; several where the word can be read in several ways. */
  function reader(data, has) {
    var exceptions = new Map(Object.entries(data.roots)), ways = WAYS[data.lang] || function (word) { return [word]; };
    return function (word) {
      var exception = exceptions.get(word) || exceptions.get(word.replace(/(?:lah|kah|pun|nya)$/, ""));
      if (exception) return exception.filter(has);
      if (ways === WAYS.id && has(word)) return [word];
      var found = Array.from(new Set(ways(word))).filter(function (root) { return (root.length > 1 || root === word) && has(root); });
      /* of "kepentingan" penting and not ting */
      var longest = Math.max.apply(null, found.map(function (root) { return root.length; }));
      return found.filter(function (root) { return root.length > longest - 2; });
    };
  }

  /* Beginnings of roots that a word which is still being typed may grow into: pelay… may become pelayanan, whose root is layan. */
  function beginnings(word, lang) {
    var found = lang === "id" ? lead(word, 2) : [word];
    return Array.from(new Set(found)).filter(function (each) { return each.length > 2; });
  }

  /* Every word that is one slip away, the likeliest slips first: two letters exchanged, one too many; one wrong, one missing. */
  function slips(word) {
    var found = [[], []], letters = "abcdefghijklmnopqrstuvwxyz".split("");
    for (var i = 0; i <= word.length; i++) {
      var before = word.slice(0, i), after = word.slice(i);
      if (after.length > 1) found[0].push(before + after[1] + after[0] + after.slice(2));
      if (after) found[0].push(before + after.slice(1));
      letters.forEach(function (letter) {
        if (after) found[1].push(before + letter + after.slice(1));
        found[1].push(before + letter + after);
      });
    }
    return found;
  }

  search.words = words;
  search.reader = reader;
  search.beginnings = beginnings;
  search.slips = slips;
})(window.amSearchParts);
