/* The woven mat in the browser: the twin of scripts/amanah/site/weave.py, which explains it. Both draw the same, byte for
   byte: change both. A band is {module, done: [truth a lesson], strands: 2, lock: null, shiftX: 0, shiftY: 0}. */
window.Amanah = window.Amanah || {};
(function (amanah) {
  "use strict";
  const UNIT = 16;
  function fromMiddle(index, period) {
    const at = (index % period + period) % period;
    return Math.min(at, period - 1 - at);
  }
  const polos = (x, y) => (x + y) % 2 === 0;
  const MOTIFS = [
    polos,
    (x, y) => ((x >> 1) + (y >> 1)) % 2 === 0,
    (x, y) => (x + y) % 4 < 2,
    (x, y) => (x + (y % 16 < 8 ? y % 16 : 15 - y % 16)) % 4 < 2,
    (x, y) => [2, 5, 6].includes(8 - fromMiddle(x - 1, 8) - fromMiddle(y, 8)),
    (x, y) => {
      const ring = Math.min(fromMiddle(x - 1, 8), fromMiddle(y, 8));
      return ring === 0 ? polos(x, y) : ring === 2;
    }
  ];

  function columnsOf(bands, warp) {
    const columns = [];
    const add = (module, woven, over) => columns.push({ module, woven, over: Array.from({ length: warp }, (_, y) => over(y)) });
    bands.forEach(({ module, done, strands = 2, lock = null, shiftX = 0, shiftY = 0 }) => {
      for (let i = 0; i < done.length * strands; i += 1) {
        add(module, done[Math.floor(i / strands)], y => MOTIFS[module - 1](i + shiftX, y + shiftY));
      }
      const x = columns.length;
      if (lock !== null) add(0, lock, y => polos(x, y));
    });
    return columns;
  }
  /* Calls back with each run of equal neighbours: value, start, end. */
  function runs(values, each) {
    for (let start = 0, end = 1; end <= values.length; end += 1) {
      if (end === values.length || values[end] !== values[start]) {
        each(values[start], start, end);
        start = end;
      }
    }
  }
  const escape = text => text.replace(/[&<>"']/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign]);

  function weave(bands, { warp = 16, cell = 8, lead = 2, tail = 4, label = "", origin = 0 } = {}) {
    const columns = columnsOf(bands, warp), paths = {}, pens = {};

    function line(kind, x, y, direction, length) {
      if (length <= 0) return;
      const pen = pens[kind], down = pen && y - pen[1];
      paths[kind] = (pen ? `${paths[kind]}m${x - pen[0]}${down < 0 ? "" : " "}${down}` : `M${x} ${y}`) + direction + length;
      pens[kind] = direction === "h" ? [x + length, y] : [x, y + length];
    }

    columns.forEach(({ module, woven, over }, x) => {
      if (!module && !woven) return;
      const kind = !module ? "w" : (woven ? "t" : "g t") + module, middle = (lead + x) * UNIT + UNIT / 2;
      runs(over, (above, start, end) => {
        const top = start * UNIT + (start === 0), bottom = end * UNIT - (end === warp);
        if (above) line(kind, middle, top, "v", bottom - top);
      });
    });
    for (let y = 0; y < warp; y += 1) {
      const middle = y * UNIT + UNIT / 2, loose = y % 2 ? 0 : UNIT / 2;
      let bare = [Math.min(loose, lead * UNIT), lead * UNIT];
      runs(columns.map(column => (column.woven ? column.over[y] : null)), (above, start, end) => {
        const left = (lead + start) * UNIT, right = (lead + end) * UNIT;
        if (above === null) {
          bare[1] = right;
          return;
        }
        line("f", bare[0], middle, "h", bare[1] - bare[0]);
        bare = [right, right];
        if (!above) line("w", left, middle, "h", right - left);
      });
      line("f", bare[0], middle, "h", bare[1] + Math.max(0, tail * UNIT - loose) - bare[0]);
    }

    const across = lead + columns.length + tail - origin;
    const box = `viewBox="${origin * UNIT} 0 ${across * UNIT} ${warp * UNIT}" width="${across * cell}" height="${warp * cell}"`;
    const role = label ? `role="img" aria-label="${escape(label)}"` : 'aria-hidden="true"';
    const drawn = Object.keys(paths).sort().map(kind => `<path class="${kind}" d="${paths[kind]}"/>`).join("");
    return `<svg class="am-mat" ${box} ${role}>${drawn}</svg>`;
  }

  amanah.weave = {
    weave,
    emblem: (module, cell = 8, size = 8) =>
      weave([{ module, done: [true], strands: size, shiftX: +(module > 4), shiftY: module === 4 ? 4 : 0 }], { warp: size, cell, lead: 0, tail: 0 }),
    strip: (module, done, cell = 5) =>
      weave([{ module, done, strands: 4, shiftY: { 4: 6, 5: 2, 6: 2 }[module] || 0 }], { warp: 4, cell, lead: 1, tail: 1 }),
    mat: (modules, label = "") =>
      weave(modules.map(([done, lock], i) => ({ module: i + 1, done, lock })), { cell: 16, lead: 1.5, tail: 3, label, origin: 1.5 })
  };
})(window.Amanah);
