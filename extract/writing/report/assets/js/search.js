// Which rows are shown: words and phrases, filters, and their order.

/** All that is searched of a row, made once. */
function hayOf(row) {
  if (row.hay === null) {
    const { now, document } = row;
    const parts = [titled(row), now.text, now.response, now.timescale, now.progress, now.theme, document.authority, document.title, document.name];
    row.hay = plainWords([...parts, ...namesOf(row)].filter(Boolean).join("\n"));
  }
  return row.hay;
}

const matches = (row, terms) => terms.every((each) => each.isIn(hayOf(row)) !== each.not);

const soon = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));

/** Make what is searched of all rows ahead of the first letter, a few rows at a time. */
function makeHay(from = 0) {
  const end = Math.min(from + 500, rows.length);
  for (let at = from; at < end; at += 1) hayOf(rows[at]);
  if (end < rows.length) soon(() => makeHay(end));
}

const namesOf = (row) => new Set([...row.now.owners.map((each) => each.name), ...row.promises.map((made) => made.actor?.name).filter(Boolean)]);

/** The filters by the name that they have in the address; each is made of its value and the day. */
const FILTERS = {
  question: (value, at) => (row) => questionOf(value)?.test(row, at) ?? true,
  outcome: (value) => (row) => (value === "accepted" ? isAccepted(row) : row.now.outcome === value),
  detail: (value) => (row) => (row.now.detail ?? "") === value,
  status: (value) => (row) => row.promises.some((made) => made.status === value),
  organisation: (value) => (row) => namesOf(row).has(value),
  due: (value, at) => (row) => ({ overdue: row.promises.some((made) => isOverdue(made, at)), dated: isDated(row), undated: !isDated(row) })[value] ?? true,
  flag: (value) => (row) => (value === "doubt" ? (row.read.flags ?? []).some(([code]) => levelOf(code) === "doubt") : flagged(row, value)),
  document: (value) => (row) => row.document.id === value,
  theme: (value) => (row) => row.now.theme === value,
  checked: (value) => (row) => ({ yes: row.now.checked, no: !row.now.checked, corrected: row.now.isCorrected })[value] ?? true,
};

const firstDeadline = (row) => row.promises.filter(isOwed).map((made) => made.deadline?.end).filter(Boolean).sort()[0] ?? "9999";
const alphabet = new Intl.Collator("en", { numeric: true });
const byText = (one, other) => alphabet.compare(one, other);
const LAST = "\uffff"; // after every name

/** Things by a key of each; each different key is compared but once, since the comparing of words is slow. */
function sortedBy(things, keyOf, compare = byText) {
  const keys = things.map(keyOf);
  const ranks = new Map([...new Set(keys)].sort(compare).map((key, rank) => [key, rank]));
  const places = things.map((_, at) => at).sort((one, other) => ranks.get(keys[one]) - ranks.get(keys[other]) || one - other);
  return places.map((at) => things[at]);
}

const ORDERS = {
  document: ["As in the documents", (found) => found],
  serious: ["Most serious first", (found) => sortedBy(found, seriousness, (one, other) => other - one)],
  deadline: ["Earliest deadline first", (found) => sortedBy(found, firstDeadline)],
  outcome: ["By outcome", (found) => sortedBy(found, (row) => Object.keys(OUTCOMES).indexOf(row.now.outcome), (one, other) => one - other)],
  owner: ["By owner", (found) => sortedBy(found, (row) => row.now.owners[0]?.name ?? LAST)],
};

/** How an address sorts: as it says, or in the first of these orders. */
const orderOf = (orders, asked) => (Object.entries(orders).find(([name]) => name === asked.get("sort")) ?? Object.entries(orders)[0])[1][1];

/** The rows that an address asks for, in its order. */
function select(asked, at) {
  const terms = termsOf(asked.get("q") ?? "");
  const tests = Object.entries(FILTERS).filter(([name]) => asked.get(name)).map(([name, make]) => make(asked.get(name), at));
  const found = rows.filter((row) => tests.every((test) => test(row)) && matches(row, terms));
  return orderOf(ORDERS, asked)(found);
}

/** How often each value occurs among the rows, the commonest first. */
function tally(valuesOf) {
  const counts = new Map();
  for (const row of rows) for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || byText(String(one[0]), String(other[0])));
}
