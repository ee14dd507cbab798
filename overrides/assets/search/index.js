/* Unfolds the index that scripts/amanah/site/search/encode.py has written into what MiniSearch reads. */
(function (search) {
  "use strict";
  var LOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", HIGH = "$%&'()*+,./:;<=>?@[]^`{|";

  function terms(text) {
    var before = "";
    return (text ? text.split(" ") : []).map(function (coded) {
      return (before = before.slice(0, parseInt(coded[0], 36)) + coded.slice(1));
    });
  }

  /* What a root says of documents, as MiniSearch has it: field 0 is the heading, 1 the text. */
  function fields(text) {
    var found = { 0: {}, 1: {} }, document = -1, value = 0, mark = "";
    for (var i = 0; i < text.length; i++) {
      var high = HIGH.indexOf(text[i]);
      if (text[i] === "#" || text[i] === "!") mark = text[i];
      else if (high >= 0) value = value * HIGH.length + high + 1;
      else {
        document += value * LOW.length + LOW.indexOf(text[i]) + 1;
        found[1][document] = mark === "!" ? 3 : 1;
        if (mark === "#") found[0][document] = 1;
        value = 0;
        mark = "";
      }
    }
    return found;
  }

  /* {places: what each document is, index: the MiniSearch, spread} */
  search.unfold = function (data) {
    var places = [], all = terms(data.terms), postings = data.postings.split(" ");
    data.pages.forEach(function (page, number) {
      page[3].forEach(function (own, n) {
        places.push({ page: number, opening: places.length - n, path: page[0], title: page[1], kind: own[3] || page[2], anchor: own[0], heading: own[1], excerpt: own[2] });
      });
    });
    var lengths = {}, ids = {}, total = [0, 0];
    places.forEach(function (place, number) {
      lengths[number] = [search.words(place.heading || place.title).length, Math.round(Math.pow(2, LOW.indexOf(data.lengths[number]) / 4))];
      ids[number] = number;
      total = [total[0] + lengths[number][0], total[1] + lengths[number][1]];
    });
    var index = all.map(function (term, number) {
      return [term, fields(postings[number])];
    });
    var count = Math.max(places.length, 1);
    return {
      places: places,
      /* how many documents a root stands in */
      spread: new Map(index.map(function (entry) { return [entry[0], Object.keys(entry[1][1]).length]; })),
      index: window.MiniSearch.loadJS({
        documentCount: places.length, nextId: places.length, documentIds: ids, fieldIds: { heading: 0, text: 1 },
        fieldLength: lengths, averageFieldLength: [total[0] / count, total[1] / count],
        storedFields: {}, dirtCount: 0, index: index, serializationVersion: 2
      }, {
        fields: ["heading", "text"],
        tokenize: function (text) { return [text]; }, processTerm: function (term) { return term; }
      })
    };
  };
})(window.amSearchParts);
