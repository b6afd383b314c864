// The list of recommendations: search, filters, order; only what is near the window is built.

const CHUNK = 40;
let listed = rows; // what the keys for the next and the one before go through
let listedFrom = "#list";

const outcomeTag = (outcome, detail) => el("span", { class: `tag ${outcome}` }, el("span", { class: "sign", "aria-hidden": "true" }, OUTCOME_SIGNS[outcome]), answer(outcome, detail));

const choicesOf = (words, pairs, name = (value) => value) => [["", words], ...pairs.map(([value, count]) => [String(value), `${name(value)} (${count})`])];

const FACETS = [
  ["question", "Question", () => [["", "Any"], ...QUESTIONS.map((each) => [each.id, each.group === "Accepted, but …" ? `Accepted, ${each.words}` : each.words])]],
  ["outcome", "Outcome", () => [...choicesOf("Any", tally((row) => [row.now.outcome]), (value) => OUTCOMES[value]), ["accepted", "Accepted, with or without changes"]]],
  ["detail", "In what way", () => choicesOf("Any", tally((row) => (row.now.detail ? [row.now.detail] : [])), (value) => sentence(DETAILS[value] ?? plain(value)))],
  ["organisation", "Organisation or person", () => choicesOf("Any", tally(namesOf))],
  ["status", "Promises that are", () => choicesOf("Any", tally((row) => row.promises.map((made) => made.status)), (value) => STATUSES[value].toLowerCase())],
  ["due", "Deadlines", () => [["", "Any"], ...Object.entries(DUE)]],
  ["flag", "Needs a look", () => [["", "Any"], ["doubt", "Anything to check"], ...choicesOf("", tally((row) => (row.read.flags ?? []).map(([code]) => code)), (value) => flagWords(value)).slice(1)]],
  ["theme", "Theme", () => choicesOf("Any", tally((row) => (row.now.theme ? [row.now.theme] : [])))],
  ["document", "Document", () => [["", "Any"], ...documents.filter((each) => each.every.length || each.status === "no_response").map((each) => [each.id, `${each.title ?? each.name} (${each.all.length})`])]],
  ["checked", "Checked by a person", () => [["", "Any"], ["no", "Not yet"], ["yes", "Checked"], ["corrected", "Corrected"]]],
];

const choices = new Map(); // of each filter, until something is corrected
whenCorrected(() => choices.clear());

function choicesOfFacet(name, make) {
  if (!choices.has(name)) choices.set(name, make());
  return choices.get(name);
}

/** The beginning of a text, or the place in it that a search met, with the words marked. */
function excerpt(row, terms) {
  const wanted = terms.filter((term) => !term.not).map((term) => term.words);
  const inText = !wanted.length || wanted.some((word) => plainWords(row.now.text).includes(word));
  const parts = [el("p", { class: "excerpt" }, marked(shortened(row.now.text, 280), wanted))];
  if (!inText) {
    const at = Math.max(0, ...wanted.map((word) => row.now.response.toLowerCase().indexOf(word)));
    parts.push(el("p", { class: "excerpt found" }, "… ", marked(shortened(row.now.response.slice(Math.max(0, at - 80)), 240), wanted)));
  }
  return parts;
}

/** A text with the words searched for marked. */
function marked(text, wanted) {
  if (!wanted.length) return text;
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/'/g, "['‘’]")).join("|")})`, "gi");
  return text.split(pattern).map((part, at) => (at % 2 ? el("mark", { class: "hit" }, part) : part));
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

let watcher = null;

/** Put the items into the list, some at a time as they come near. */
function fillList(list, found, terms) {
  watcher?.disconnect();
  let at = 0;
  const more = el("p", { class: "more" }, button("Show more", () => grow(), {}));
  const grow = () => {
    fill(list, found.slice(at, at + CHUNK).map((row) => item(row, terms)));
    at += CHUNK;
    more.hidden = at >= found.length;
  };
  list.replaceChildren();
  grow();
  list.after(more);
  watcher = new IntersectionObserver((seen) => { if (seen.some((each) => each.isIntersecting) && at < found.length) grow(); }, { rootMargin: "1200px" });
  watcher.observe(more);
}

function renderList(asked) {
  const list = el("ol", { class: "items", id: "items" });
  const count = el("p", { class: "lead", id: "count", role: "status" });
  const search = el("input", { type: "search", id: "search", value: asked.get("q") ?? "", autocomplete: "off", spellcheck: "false" });
  const facets = FACETS.map(([name, label, make]) => {
    const all = choicesOfFacet(name, make);
    return all.length > 1 || asked.get(name) ? labelled(label, chooser(all, asked.get(name), { id: `filter-${name}`, name, onchange: (event) => turn(name, event.target.value) })) : null;
  });
  const order = chooser(Object.entries(ORDERS).map(([name, [words]]) => [name, words]), asked.get("sort") ?? "document", { id: "sort", onchange: (event) => turn("sort", event.target.value === "document" ? "" : event.target.value) });
  const nothing = el("p", { class: "nothing-fits", hidden: true }, "No recommendation fits all of this. ", el("a", { href: "#list" }, "Clear all"));
  const update = () => {
    list.parentNode?.querySelectorAll(".more").forEach((each) => each.remove());
    const found = select(asked, asOf);
    listed = found;
    listedFrom = listAddress(asked);
    count.textContent = `${found.length === rows.length ? many(rows.length, "recommendation") : `${found.length.toLocaleString("en-GB")} of ${many(rows.length, "recommendation")}`}`;
    fillList(list, found, termsOf(asked.get("q") ?? ""));
    nothing.hidden = found.length > 0;
    clear.hidden = ![...asked.keys()].some((name) => name !== "sort");
  };
  const turn = (name, value) => {
    if (value) asked.set(name, value);
    else asked.delete(name);
    location.hash = `list?${asked}`;
  };
  search.addEventListener("input", () => {
    if (search.value) asked.set("q", search.value);
    else asked.delete("q");
    history.replaceState(null, "", listAddress(asked));
    update();
  });
  const own = documentsById.get(asked.get("document"));
  const missing = own && !about.divided ? rowAdder(own, own.every.at(-1) ?? null, "Add a recommendation that was missed") : null;
  const clear = el("a", { href: "#list", class: "clear" }, "Clear all");
  const filters = el("details", { class: "filters", open: matchMedia("(min-width: 60rem)").matches }, el("summary", {}, "Filters"), facets, clear);
  show(
    byId("main"),
    el("div", { class: "title" }, el("h1", {}, "Recommendations"), count),
    el("div", { class: "list-view" }, el("aside", { "aria-label": "Search and filters" }, el("div", { class: "search" }, labelled("Search", search, 'Words, or a "phrase in quotes". A hyphen before a word leaves it out.')), filters),
      el("div", { class: "results" }, el("div", { class: "results-head" }, labelled("Order", order), button("Print a briefing paper", () => print(), { class: "plain" })), list, nothing, missing)),
  );
  update();
  whenShown = update;
}
