// The list of recommendations: search, filters, order; only what is near the window is built.

let listed = rows; // what the keys for the next and the one before go through
let listedFrom = "#list";

const outcomeTag = (outcome, detail) => el("span", { class: `tag ${outcome}` }, el("span", { class: "sign", "aria-hidden": "true" }, OUTCOME_SIGNS[outcome]), answer(outcome, detail));

const choicesOf = (words, pairs, name = (value) => value) => [["", words], ...pairs.map(([value, count]) => [String(value), `${name(value)} (${count})`])];

let titles = null; // how many documents have each title

/** The title of a document; with the name of its file, where others have the same. */
function nameOf(each) {
  if (!titles) {
    titles = new Map();
    for (const { title } of documents) titles.set(title, (titles.get(title) ?? 0) + 1);
  }
  return titles.get(each.title) > 1 && each.title ? `${each.title}, ${each.name}` : (each.title ?? each.name);
}

const FACETS = [
  ["question", "Question", () => [["", "Any"], ...QUESTIONS.map((each) => [each.id, each.group === "Accepted, but …" ? `Accepted, ${each.words}` : each.words])]],
  ["outcome", "Outcome", () => [...choicesOf("Any", tally((row) => [row.now.outcome]), (value) => OUTCOMES[value]), ["accepted", "Accepted, with or without changes"]]],
  ["detail", "In what way", () => choicesOf("Any", tally((row) => (row.now.detail ? [row.now.detail] : [])), (value) => sentence(DETAILS[value] ?? plain(value)))],
  ["organisation", "Organisation or person", () => choicesOf("Any", tally(namesOf))],
  ["status", "Promises that are", () => choicesOf("Any", tally((row) => row.promises.map((made) => made.status)), (value) => STATUSES[value].toLowerCase())],
  ["due", "Deadlines", () => [["", "Any"], ...Object.entries(DUE)]],
  ["flag", "Needs a look", () => [["", "Any"], ["doubt", "Anything to check"], ...choicesOf("", tally((row) => (row.read.flags ?? []).map(([code]) => code)), (value) => flagWords(value)).slice(1)]],
  ["theme", "Theme", () => choicesOf("Any", tally((row) => (row.now.theme ? [row.now.theme] : [])))],
  ["document", "Document", () => [["", "Any"], ...documents.filter((each) => each.every.length || each.status === "no_response").map((each) => [each.id, `${nameOf(each)} (${each.all.length})`])]],
  ["checked", "Checked by a person", () => [["", "Any"], ["no", "Not yet"], ["yes", "Checked"], ["corrected", "Corrected"]]],
];

const choices = new Map(); // of each filter, until something is corrected

function choicesOfFacet(name, make) {
  if (!choices.has(name)) choices.set(name, make());
  return choices.get(name);
}

/** A text, or as much of it as there is room for around the first of the words searched for, which are marked. */
function around(text, wanted, most) {
  const first = hits(text, wanted)[0]?.[0] ?? 0;
  const from = first > most - 60 ? text.indexOf(" ", first - 80) + 1 : 0;
  return [from ? "… " : null, marked(shortened(text.slice(from), most), wanted)];
}

/** A text with the words searched for marked. */
function marked(text, wanted) {
  const parts = [];
  let at = 0;
  for (const [start, end] of hits(text, wanted)) {
    parts.push(text.slice(at, start), el("mark", { class: "hit" }, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** The beginning of a recommendation; and of its answer, where words searched for stand only there. */
function excerpt(row, terms) {
  const wanted = terms.filter((each) => !each.not);
  const elsewhere = wanted.filter((each) => !each.isIn(plainWords(row.now.text)));
  const answer = elsewhere.length ? [row.now.response, row.now.progress, row.now.timescale].find((text) => text && hits(text, elsewhere).length) : null;
  return [
    el("p", { class: "excerpt" }, around(row.now.text, wanted, 280)),
    answer ? el("p", { class: "excerpt found" }, around(answer, elsewhere, 240)) : null,
  ];
}

function item(row, terms) {
  const late = row.promises.filter((made) => isOverdue(made, asOf)).length;
  const soonest = firstDeadline(row);
  const doubts = (row.read.flags ?? []).filter(([code]) => levelOf(code) === "doubt").length;
  const owners = row.now.owners.map((each) => each.name);
  return el(
    "li",
    { class: "item" },
    el("div", { class: "item-head" }, el("h2", {}, el("a", { href: addressOf(row) }, titled(row))), outcomeTag(row.now.outcome, row.now.detail), row.now.checked ? el("span", { class: "tag quiet" }, "✓ checked") : null, row.now.isCorrected ? el("span", { class: "tag quiet" }, "✎ corrected") : null, documents.length > 1 ? el("span", { class: "tag quiet from" }, row.document.authority ?? row.document.name) : null),
    excerpt(row, terms),
    el(
      "p",
      { class: "facts" },
      owners.length ? el("span", {}, owners.slice(0, 3).join(", ") + (owners.length > 3 ? ` and ${owners.length - 3} more` : "")) : el("span", {}, "No owner"),
      el("span", {}, many(row.promises.length, "promise")),
      soonest < "9999" ? el("span", { class: late ? "late" : null }, late ? `${late} overdue, first due ${day(soonest)}` : `next due ${day(soonest)}`) : null,
      doubts ? el("span", { class: "doubtful" }, `${many(doubts, "thing")} to check`) : null,
    ),
  );
}

/** What an address asks for, in words. */
function told(asked) {
  const words = FACETS.filter(([name]) => asked.get(name)).map(([name, label, make]) => {
    const found = choicesOfFacet(name, make).find(([value]) => value === asked.get(name));
    return `${label.toLowerCase()}: ${(found?.[1] ?? asked.get(name)).replace(/ \(\d+\)$/, "")}`;
  });
  if (asked.get("q")) words.push(`words: ${asked.get("q")}`);
  return words.join("; ");
}

const countWords = (found) => (found.length === rows.length ? many(rows.length, "recommendation") : `${found.length.toLocaleString("en-GB")} of ${many(rows.length, "recommendation")}`);

let asking = new URLSearchParams(); // what the list in sight answers

function turnList(name, value) {
  if (value) asking.set(name, value);
  else asking.delete(name);
  location.hash = `list?${asking}`;
}

function searchField() {
  const search = el("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", () => {
    if (search.value) asking.set("q", search.value);
    else asking.delete("q");
    noteAddress(listAddress(asking));
    updateList();
  });
  return search;
}

/** What stands around the list. With thousands of documents to choose from it is not made for each answer anew. */
function frameOfList() {
  const facets = FACETS.map(([name, label, make]) => {
    const all = choicesOfFacet(name, make);
    const field = labelled(label, chooser(all, "", { id: `filter-${name}`, name, onchange: (event) => turnList(name, event.target.value) }));
    return { name, field, choices: field.querySelector("select"), isUseful: all.length > 1 };
  });
  const order = chooser(Object.entries(ORDERS).map(([name, [words]]) => [name, words]), "document", { id: "sort", onchange: (event) => turnList("sort", event.target.value === "document" ? "" : event.target.value) });
  const [search, list, count] = [searchField(), el("ol", { class: "items", id: "items" }), el("p", { class: "lead", id: "count" })];
  const clear = el("a", { href: "#list", class: "clear" }, "Clear all");
  const missing = el("div", {});
  const nothing = el("p", { class: "nothing-fits" }, "No recommendation fits all of this. ", el("a", { href: "#list" }, "Clear all"));
  const filters = el("details", { class: "filters", open: matchMedia("(min-width: 60rem)").matches }, el("summary", {}, "Filters"), facets.map((each) => each.field), clear);
  const nodes = [
    el("div", { class: "title" }, el("h1", {}, "Recommendations"), count),
    el("div", { class: "list-view" }, el("aside", { "aria-label": "Search and filters" }, el("div", { class: "search" }, labelled("Search", search, 'Words, or a "phrase in quotes". A hyphen before a word leaves it out.')), filters),
      el("div", { class: "results" }, el("div", { class: "results-head" }, labelled("Order", order), button("Print a briefing paper", () => print(), { class: "plain" })), list, nothing, missing)),
  ];
  return { nodes, facets, order, search, list, count, clear, nothing, missing };
}

let listFrame = null;

whenCorrected(() => {
  choices.clear();
  listFrame = null;
});

/** Below the rows of one document, a button for those that were missed; a form that it has turned into stays. */
function showAdder(place, own) {
  if (place.dataset.of === (own?.id ?? "")) return;
  place.dataset.of = own?.id ?? "";
  show(place, own ? rowAdder(own, own.every.at(-1) ?? null, "Add a recommendation that was missed") : null);
}

/** Show what is asked for. */
function updateList(grown = CHUNK) {
  const { facets, order, list, count, clear, nothing, missing } = listFrame;
  const query = asking.get("q") ?? "";
  for (const { name, field, choices, isUseful } of facets) {
    choose(choices, asking.get(name) ?? "");
    field.hidden = !isUseful && !asking.get(name);
  }
  choose(order, asking.get("sort") ?? "document");
  listed = select(asking, asOf);
  listedFrom = listAddress(asking);
  if (count.textContent) announce(countWords(listed)); // of a list that was in sight already
  count.textContent = countWords(listed);
  nothing.hidden = listed.length > 0;
  showAdder(missing, about.divided ? null : documentsById.get(asking.get("document")));
  clear.hidden = ![...asking.keys()].some((name) => name !== "sort");
  const terms = termsOf(query);
  grow(list, listed, (row) => item(row, terms), grown);
}

function renderList(asked, grown = CHUNK) {
  asking = asked;
  listFrame ??= frameOfList();
  if (!listFrame.list.isConnected) {
    listFrame.count.textContent = "";
    show(byId("main"), listFrame.nodes);
  }
  if (document.activeElement !== listFrame.search) listFrame.search.value = asked.get("q") ?? "";
  updateList(grown);
}
