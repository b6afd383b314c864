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

/** The sentences that an outcome was read from; the words of a decision's own cell stand in no field. */
function evidenceSpans(read, outcome) {
  const words = outcome.because.filter((each) => each.words && !/^outcome_(cell|ticked)/.test(each.rule)).map((each) => each.words);
  return [...new Set(words)].flatMap((each) => ["response", "progress", "text"].map((field) => findSpan(read, field, each)).find(Boolean) ?? []);
}

/** All that is marked of a row. */
function spansOf(row, record) {
  const spans = row.now.commitments.map((made, at) => ({ ...made, kind: "promise", id: `c${at + 1}`, label: `Promise ${at + 1}, ${(STATUSES[made.status] ?? plain(made.status)).toLowerCase()}` }));
  if (!record) return spans;
  record.dates.forEach((each, at) => spans.push({ ...each, kind: "date", id: `d${at + 1}`, label: each.text }));
  record.organisations.forEach((each, at) => spans.push({ ...each, kind: "organisation", id: `o${at + 1}`, label: each.name }));
  evidenceSpans(row.read, record.outcome).forEach((each, at) => spans.push({ ...each, kind: "evidence", id: `e${at + 1}`, label: "Evidence of the outcome" }));
  record.positions.forEach((each, at) => spans.push({ ...each, kind: "evidence", id: `p${at + 1}`, label: `Position of ${each.organisation}` }));
  record.flags.forEach((flag, number) => flag.passages.forEach((each, at) => spans.push({ ...each, kind: "passage", id: `f${number + 1}-${at + 1}`, label: flag.message })));
  return spans;
}

/** The text of a field in pieces, each with the spans over it. */
function pieces(text, spans) {
  const cuts = new Set([0, text.length]);
  const placed = spans.map((each) => ({ ...each, from: toUnits(text, each.start), to: toUnits(text, each.end) })).filter((each) => each.to > each.from && each.to <= text.length);
  for (const each of placed) cuts.add(each.from).add(each.to);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, at) => ({
    words: text.slice(from, places[at + 1]),
    over: placed.filter((each) => each.from <= from && each.to >= places[at + 1]),
    begins: placed.filter((each) => each.from === from),
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
  const quote = taken.textContent.trim();
  return quote ? { field: home.dataset.field, quote } : null;
}
