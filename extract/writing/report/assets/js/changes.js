// What changed since an earlier output: how much of each kind, each difference, and which answers came in time.

const TIMINGS = { late: "Late", not_known: "Not known", in_time: "In time", not_applicable: "Not applicable" };

const changesAddress = (filters) => `#changes?${new URLSearchParams(filters)}`;

/** Who a change concerns: who answers, and who is to act on the recommendation. */
function concerned(change) {
  const row = rowsById.get(change.row);
  return new Set([change.within.authority, ...(row ? namesOf(row) : [])].filter(Boolean));
}

const CHANGE_FILTERS = {
  kind: (value) => (each) => each.kind === value,
  organisation: (value) => (each) => concerned(each).has(value),
};

const dayOrWords = (words) => (/^\d{4}-\d\d-\d\d$/.test(words) ? day(words) : words);

// Of these what was and what is does not tell all that the sentence does.
const IN_A_SENTENCE = new Set(["late_response", "asked_again", "split", "merged", "document_gone", "document_new"]);

/** What was and what is, what was promised and is reported, by how much it moved, and why the two are one. */
function changeFacts(change) {
  const said = new Set([change.text]); // that stands above
  const term = (title, value) => {
    if (!value || said.has(value)) return null;
    said.add(value);
    return [el("dt", {}, title), el("dd", {}, dayOrWords(value))];
  };
  const sentence = IN_A_SENTENCE.has(change.kind);
  if (sentence && change.kind !== "late_response") for (const each of [change.before, change.after]) said.add(each);
  const facts = [term("Then", change.before), term("Now", change.after), term(change.kind === "late_response" ? "Late" : "Moved", moved(change)), term("Promised then", change.promised), term("Reported now", change.reported)].filter(Boolean);
  return [
    sentence ? el("p", {}, change.explanation) : null,
    facts.length ? el("dl", { class: "was-is" }, facts) : null,
    change.because ? el("p", { class: "note" }, `Taken to be the same: ${change.because}.`) : null,
  ];
}

function changeItem(change) {
  const row = rowsById.get(change.row);
  const of = change.text ? "Recommendation without a number" : (change.within.review ?? change.within.name);
  const name = change.number ? `Recommendation ${change.number}` : row ? titled(row) : of;
  const own = change.text ? null : documentsById.get(change.within.new); // a recommendation that is gone has no place
  const address = row ? addressOf(row) : own ? `#${own.id}` : null;
  return el(
    "li",
    { class: "item" },
    el("div", { class: "item-head" }, el("h3", {}, address ? el("a", { href: address }, name) : name), el("span", { class: "tag kind" }, CHANGE_KINDS.get(change.kind)), el("span", { class: "tag quiet from" }, change.within.authority ?? change.within.name)),
    change.text ? el("p", { class: "excerpt" }, shortened(change.text, 280)) : null,
    changeFacts(change),
  );
}

const CHANGE_ORDERS = {
  serious: ["The most serious first", null],
  paper: ["Paper by paper, as it stands there", (one, other) => byText(one.within.review ?? one.within.name, other.within.review ?? other.within.name) || byText(one.within.new ?? "", other.within.new ?? "") || byText(one.number ?? "", other.number ?? "")],
};

/** Those that fit the filters, but for the one that is left out. */
function selectedChanges(asked, but = "") {
  const tests = Object.entries(CHANGE_FILTERS).filter(([name]) => name !== but && asked.get(name)).map(([name, make]) => make(asked.get(name)));
  return changes.filter((each) => tests.every((test) => test(each)));
}

function countsByKind(asked) {
  const all = selectedChanges(asked, "kind");
  const line = ([kind, words]) => {
    const count = all.filter((each) => each.kind === kind).length;
    const filters = { kind, ...(asked.get("organisation") ? { organisation: asked.get("organisation") } : {}) };
    return count ? el("li", {}, el("a", { href: changesAddress(filters), "aria-current": asked.get("kind") === kind ? "true" : null }, el("span", { class: "question" }, words), el("span", { class: "count" }, count.toLocaleString("en-GB")))) : null;
  };
  return panel("By kind, the most serious first", "kinds", all.length ? el("ul", { class: "questions" }, [...CHANGE_KINDS].map(line)) : el("p", {}, "Nothing differs."));
}

const TIMES_SHOWN = 20;

/** For each document whether its answer came within the time that the law gives. */
function timesPanel() {
  const order = Object.keys(TIMINGS);
  const all = comparisons.filter((each) => each.time).sort((one, other) => order.indexOf(one.time.timing) - order.indexOf(other.time.timing));
  if (!all.length) return null;
  const line = (each) => [each.new && documentsById.has(each.new) ? el("a", { href: `#${each.new}` }, each.review ?? each.name) : (each.review ?? each.name), TIMINGS[each.time.timing], each.time.explanation.replace(/^[A-Z][a-z ]*: ./, (words) => words.at(-1).toUpperCase())];
  const count = (timing) => all.filter((each) => each.time.timing === timing).length;
  const columns = ["Document", "In time", "Why"];
  const rest = all.slice(TIMES_SHOWN);
  return panel(
    "Answered within two months?",
    "times",
    el("p", { class: "note" }, order.filter(count).map((timing) => `${count(timing).toLocaleString("en-GB")} ${TIMINGS[timing].toLowerCase()}`).join(", ")),
    table("Time that each answer took", columns, all.slice(0, TIMES_SHOWN).map(line), { class: "figures" }),
    rest.length ? tucked(many(rest.length, "more", "more"), () => table("Time that further answers took", columns, rest.map(line), { class: "figures" })) : null,
  );
}

function renderChanges(asked, grown) {
  const names = new Map();
  for (const each of changes) for (const name of concerned(each)) names.set(name, (names.get(name) ?? 0) + 1);
  const turn = (name, value) => {
    if (value) asked.set(name, value);
    else asked.delete(name);
    location.hash = `changes?${asked}`;
  };
  const field = (name, words, choices) => labelled(words, chooser(choices, asked.get(name), { id: `change-${name}`, onchange: (event) => turn(name, event.target.value) }));
  const [, order] = CHANGE_ORDERS[asked.get("sort")] ?? CHANGE_ORDERS.serious;
  const found = order ? [...selectedChanges(asked)].sort(order) : selectedChanges(asked);
  const present = [...CHANGE_KINDS].filter(([kind]) => changes.some((each) => each.kind === kind));
  const list = el("ol", { class: "items" });
  const count = `${found.length.toLocaleString("en-GB")} of ${many(changes.length, "change")} since the earlier papers`;
  if (byId("change-kind")) announce(count); // of a list that was in sight already
  show(
    byId("main"),
    el("div", { class: "title" }, el("h1", {}, "Changes"), el("p", { class: "lead" }, count)),
    el("div", { class: "panels" }, countsByKind(asked), timesPanel()),
    el("section", { class: "changes", "aria-labelledby": "all-changes" },
      el("div", { class: "changes-head" }, el("h2", { id: "all-changes" }, "Each change"), button("Print a briefing paper", () => print(), { class: "plain" })),
      el("div", { class: "filter-row" }, field("kind", "What became of it", [["", "Anything"], ...present]), field("organisation", "Organisation or person", [["", "Any"], ...[...names].sort((one, other) => byText(one[0], other[0])).map(([name, count]) => [name, `${name} (${count})`])]), field("sort", "Order", Object.entries(CHANGE_ORDERS).map(([name, [words]]) => [name === "serious" ? "" : name, words]))),
      [...asked.keys()].some((name) => name !== "sort") ? el("a", { href: "#changes", class: "clear" }, "Clear all") : null,
      list,
      found.length ? null : el("p", { class: "nothing-fits" }, "No change fits all of this.")),
  );
  grow(list, found, changeItem, grown);
}

/** The changes that concern a recommendation, for its page. */
function changesPart(row) {
  const own = changesOf(row);
  if (!own.length) return null;
  return part("Since the earlier papers", "changed", el("ul", { class: "own-changes" }, own.map((each) => el("li", {}, el("h3", {}, CHANGE_KINDS.get(each.kind)), changeFacts(each)))));
}
