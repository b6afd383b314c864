// A field's text with what was found in it marked.

const KINDS = { promise: "Promises", date: "Dates", organisation: "Organisations", evidence: "Evidence of the outcome", passage: "What needs a look" };
const hiddenKinds = new Set();

/** Where words stand in a field: a span, or null. */
function findSpan(read, field, words) {
  const at = (read[field] ?? "").indexOf(words);
  if (at < 0) return null;
  const start = toCharacters(read[field], at);
  return { field, start, end: start + [...words].length };
}

/** Whether a passage stands in a field as it was read; it may be of what was put right before. */
const isQuoted = (read, { field, start, end, text }) => stretch(read[field] ?? "", start, end) === text;

/** The sentences that an outcome was read from; the words of a decision's own cell stand in no field. */
function evidenceSpans(read, outcome) {
  const words = outcome.because.filter((each) => each.words && !/^outcome_(cell|ticked)/.test(each.rule)).map((each) => each.words);
  return [...new Set(words)].flatMap((each) => ["response", "progress", "text"].map((field) => findSpan(read, field, each)).find(Boolean) ?? []);
}

/** A stretch of a field as it was read, where its words stand in the field as it is now; null where they do not. */
function placed(row, each) {
  const [before, text] = [row.read[each.field] ?? "", row.now[each.field] ?? ""];
  const [from, to] = [toUnits(before, each.start), toUnits(before, each.end)];
  if (before === text) return { ...each, from, to };
  const words = before.slice(from, to);
  const [nearest] = findAll(words, text).sort((one, other) => Math.abs(one.from - from) - Math.abs(other.from - from));
  return nearest ? { ...each, ...nearest } : null;
}

/** All that is marked of a row. */
function spansOf(row, record) {
  const found = [];
  collect(row, record, found);
  return found.map((each) => ("from" in each ? each : placed(row, each))).filter(Boolean);
}

function collect(row, record, spans) {
  row.now.commitments.forEach((made, at) => spans.push({ ...made, kind: "promise", id: `c${at + 1}`, label: `Promise ${at + 1}, ${(STATUSES[made.status] ?? plain(made.status)).toLowerCase()}` }));
  if (!record) return;
  record.dates.forEach((each, at) => spans.push({ ...each, kind: "date", id: `d${at + 1}`, label: each.text }));
  record.organisations.forEach((each, at) => spans.push({ ...each, kind: "organisation", id: `o${at + 1}`, label: each.name }));
  evidenceSpans(row.read, record.outcome).forEach((each, at) => spans.push({ ...each, kind: "evidence", id: `e${at + 1}`, label: "Evidence of the outcome" }));
  row.now.positions.forEach((each, at) => spans.push(...[findSpan(row.read, each.field, each.quote)].filter(Boolean).map((place) => ({ ...place, kind: "evidence", id: `p${at + 1}`, label: `Position of ${each.organisation}` }))));
  record.flags.forEach((flag, number) => flag.passages.filter((each) => isQuoted(row.read, each)).forEach((each, at) => spans.push({ ...each, kind: "passage", id: `f${number + 1}-${at + 1}`, label: flag.message })));
}

/** The text of a field in pieces, each with the spans over it. */
function pieces(text, spans) {
  const cuts = new Set([0, text.length]);
  const over = spans.filter((each) => each.to > each.from && each.to <= text.length);
  for (const each of over) cuts.add(each.from).add(each.to);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, at) => ({
    words: text.slice(from, places[at + 1]),
    over: over.filter((each) => each.from <= from && each.to >= places[at + 1]),
    begins: over.filter((each) => each.from === from),
  }));
}

/** A field with its marks; `pick` is told of the mark that a person chose. */
function markedText(field, text, spans, pick) {
  const own = spans.filter((each) => each.field === field && !hiddenKinds.has(each.kind));
  const content = pieces(text, own).map(({ words, over, begins }) => {
    const chips = begins.filter((each) => each.kind === "promise").map((each) =>
      button(each.id.slice(1), () => pick(each.id), { class: `chip ${each.struck ? "struck" : ""}`, "data-span": each.id, "aria-label": `${each.label}: show it on the page` }));
    if (!over.length) return words;
    const kinds = [...new Set(over.map((each) => (each.struck ? "struck" : each.kind)))];
    const inner = over.reduce((least, each) => (each.to - each.from < least.to - least.from ? each : least));
    return [chips, el("span", { class: `seg ${kinds.map((kind) => `m-${kind}`).join(" ")}`, "data-spans": over.map((each) => each.id).join(" "), onclick: () => { if (!String(getSelection())) pick(inner.id); } }, words)];
  });
  return el("div", { class: "marked", "data-field": field, lang: "en" }, content);
}

function legend(redraw) {
  const toggle = ([kind, words]) =>
    button(el("span", { class: `seg m-${kind}` }, words), () => {
      if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
      redraw();
      byId(`toggle-${kind}`)?.focus();
    }, { id: `toggle-${kind}`, class: "toggle", "aria-pressed": String(!hiddenKinds.has(kind)) });
  return el("div", { class: "marks-legend", role: "group", "aria-label": "What is marked in the text" }, Object.entries(KINDS).map(toggle));
}

/** How many letters of a field stand before a selection. */
function lengthBefore(home, range) {
  const before = document.createRange();
  before.selectNodeContents(home);
  before.setEnd(range.startContainer, range.startOffset);
  const content = before.cloneContents();
  content.querySelectorAll(".chip").forEach((each) => each.remove());
  return content.textContent.length;
}

/** The words that a person has selected within a field; null where they have not. */
function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const holder = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(".marked");
  const home = holder(range.startContainer);
  if (!home || home !== holder(range.endContainer)) return null;
  const taken = range.cloneContents();
  taken.querySelectorAll(".chip").forEach((each) => each.remove());
  const words = taken.textContent;
  const quote = words.trim();
  return quote ? { field: home.dataset.field, quote, from: lengthBefore(home, range) + words.length - words.trimStart().length } : null;
}
