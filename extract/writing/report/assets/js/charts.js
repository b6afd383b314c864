// Charts: drawings that are told apart without colour, each with its numbers as text beside it.

/** The patterns that parts are filled with; each name is a value's. */
function patterns(prefix) {
  const pattern = (name, ...inside) =>
    draw("pattern", { id: `${prefix}-${name}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, ...inside);
  const ground = (kind) => draw("rect", { class: `ground ${kind}`, width: 8, height: 8 });
  return draw(
    "defs",
    {},
    pattern("amend", ground("soft"), draw("rect", { class: "ink", width: 3, height: 8 })),
    pattern("none", ground("bare"), draw("rect", { class: "faint", width: 1, height: 8 })),
    pattern("late", ground("bare"), draw("rect", { class: "strong", width: 4, height: 8 })),
  );
}

/** One bar for the whole, divided by outcome. */
function outcomeBar(counts, total) {
  const prefix = freshId("bar");
  const fills = { accept: "var(--accent)", amend: `url(#${prefix}-amend)`, reject: "var(--ink)", none: `url(#${prefix}-none)` };
  let at = 0;
  const parts = counts.map(([value, count]) => {
    const width = (100 * count) / total;
    const part = draw("rect", { x: `${at}%`, width: `${width}%`, height: 44, fill: fills[value], class: "part" }, draw("title", {}, `${OUTCOMES[value]}: ${count}`));
    at += width;
    return part;
  });
  const words = counts.map(([value, count]) => `${OUTCOMES[value]} ${count}`).join(", ");
  return draw("svg", { class: "bar", width: "100%", height: 44, role: "img", "aria-label": `Outcomes: ${words}` }, patterns(prefix), ...parts);
}

const swatch = (value) => {
  const prefix = freshId("swatch");
  const fills = { accept: "var(--accent)", amend: `url(#${prefix}-amend)`, reject: "var(--ink)", none: `url(#${prefix}-none)`, late: `url(#${prefix}-late)`, due: "var(--accent)" };
  return draw("svg", { class: "swatch", width: 18, height: 18, "aria-hidden": "true" }, patterns(prefix), draw("rect", { width: 18, height: 18, fill: fills[value], class: "part" }));
};

/** A bar for a row of a table; the number stands beside it. */
const smallBar = (share, late = 0) => {
  const prefix = freshId("small");
  return draw(
    "svg",
    { class: "small-bar", width: "100%", height: 16, "aria-hidden": "true" },
    late ? patterns(prefix) : null,
    draw("rect", { width: `${100 * share}%`, height: 16, fill: "var(--accent)" }),
    late ? draw("rect", { width: `${100 * late}%`, height: 16, fill: `url(#${prefix}-late)`, class: "part" }) : null,
  );
};

const UNITS = [["month", 1], ["quarter", 3], ["year", 12], ["five years", 60]];
const monthOf = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const monthName = (month, size) =>
  size >= 12 ? String(Math.floor(month / 12)) : `${MONTHS[((month % 12) + 12) % 12].slice(0, 3)} ${Math.floor(month / 12)}`;

/** Deadlines put into steps of a month, a quarter or a year, as many as can be told apart. */
function steps(made, at) {
  const months = made.map((each) => monthOf(each.deadline.end));
  const first = Math.min(...months);
  const last = Math.max(...months);
  const [unit, size] = UNITS.find(([, each]) => (last - first) / each <= 40) ?? UNITS[3];
  const start = Math.floor(first / size) * size;
  const count = Math.floor((last - start) / size) + 1;
  const bins = Array.from({ length: count }, (_, index) => ({ month: start + index * size, late: 0, due: 0 }));
  for (const each of made) bins[Math.floor((monthOf(each.deadline.end) - start) / size)][isOverdue(each, at) ? "late" : "due"] += 1;
  return { unit, size, start, bins };
}

/** The deadlines of promises over time, with the day that they are seen from. */
function timeline(made, at, width) {
  const { unit, size, start, bins } = steps(made, at);
  const prefix = freshId("time");
  const [left, right, top, foot] = [34, 14, 30, 34];
  const height = 220;
  const most = Math.max(...bins.map((bin) => bin.late + bin.due));
  const wide = (width - left - right) / bins.length;
  const tall = (count) => ((height - top - foot) * count) / most;
  const ground = height - foot;
  const bars = bins.map((bin, index) => {
    const x = left + index * wide + Math.min(2, wide / 8);
    const w = Math.max(wide - Math.min(4, wide / 4), 1);
    return [
      bin.due ? draw("rect", { x, y: ground - tall(bin.due), width: w, height: tall(bin.due), fill: "var(--accent)" }) : null,
      bin.late ? draw("rect", { x, y: ground - tall(bin.due + bin.late), width: w, height: tall(bin.late), fill: `url(#${prefix}-late)`, class: "part" }) : null,
      bin.due + bin.late ? draw("text", { x: x + w / 2, y: ground - tall(bin.due + bin.late) - 5, class: "count" }, String(bin.due + bin.late)) : null,
    ];
  });
  const every = Math.max(1, Math.ceil(84 / wide));
  const names = bins.filter((_, index) => index % every === 0).map((bin) =>
    draw("text", { x: Math.min(Math.max(left + ((bin.month - start) / size + 0.5) * wide, left + 26), width - 32), y: height - 12 }, monthName(bin.month, size)));
  const now = left + ((monthOf(at) + (Number(at.slice(8)) - 1) / 31 - start) / size) * wide;
  const inside = now > left && now < width - right;
  const line = inside ? [draw("line", { class: "now", x1: now, x2: now, y1: 18, y2: ground }), draw("text", { x: Math.min(Math.max(now, left + 46), width - right - 46), y: 13, class: "now-name" }, day(at).replace(/ (\w{3})\w* /, " $1 "))] : [];
  const late = made.filter((each) => isOverdue(each, at)).length;
  return draw(
    "svg",
    { class: "timeline", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${many(made.length, "deadline")} by ${unit}; ${late} overdue on ${day(at)}` },
    patterns(prefix),
    draw("line", { class: "axis", x1: left, x2: width - right, y1: ground, y2: ground }),
    bars,
    names,
    line,
  );
}
