// Who owes what by when: the promises of all recommendations in one table.

const PROMISE_FILTERS = {
  owner: (value) => ({ row, made }) => (value === "-" ? !owers(row, made).length : owers(row, made).includes(value)),
  status: (value) => ({ made }) => made.status === value,
  open: () => ({ made }) => isOwed(made),
  overdue: () => ({ made }) => isOverdue(made, asOf),
  document: (value) => ({ row }) => row.document.id === value,
};

const PROMISE_ORDERS = {
  deadline: ["Earliest deadline first", (found) => sortedBy(found, ({ made }) => made.deadline?.end ?? "9999")],
  owner: ["By owner", (found) => sortedBy(found, ({ row, made }) => owers(row, made)[0] ?? LAST)],
  status: ["By status", (found) => sortedBy(found, ({ made }) => Object.keys(STATUSES).indexOf(made.status), (one, other) => one - other)],
  document: ["As in the documents", (found) => found],
};

let promised = []; // those in the table, all of them, in its order

function promiseLine({ row, made }) {
  const late = isOverdue(made, asOf);
  const due = made.deadline ? span(made.deadline.start, made.deadline.end) || made.deadline.text : "";
  return el(
    "tr",
    {},
    el("td", { "data-title": "Due", class: late ? "due late" : "due" }, due || el("span", { class: "nothing" }, "No date"), late ? el("strong", {}, " Overdue") : null),
    el("td", { "data-title": "Who" }, owers(row, made).join(", ") || el("span", { class: "nothing" }, "Nobody named")),
    el("th", { scope: "row", "data-title": "What" }, el("a", { href: `${addressOf(row)}` }, shortened(made.quote, 220)), made.condition ? el("span", { class: "condition" }, `Depends: ${made.condition}`) : null),
    el("td", { "data-title": "Status" }, STATUSES[made.status] ?? plain(made.status)),
    el("td", { "data-title": "For" }, `${titled(row)}`, documents.length > 1 ? el("span", { class: "nothing" }, ` ${row.document.authority ?? row.document.name}`) : null),
  );
}

const promiseTable = (body) => el("table", { class: "promises" }, el("caption", { class: "hidden" }, "Promises"), el("thead", {}, el("tr", {}, ["Due", "Who", "What", "Status", "For"].map((title) => el("th", { scope: "col" }, title)))), body);

let owing = null; // who owes, and how many promises, until something is corrected

whenCorrected(() => { owing = null; });

function owingChoices(all) {
  if (owing) return owing;
  const names = new Map();
  for (const { row, made } of all) for (const name of owers(row, made)) names.set(name, (names.get(name) ?? 0) + 1);
  owing = [["", "Anybody"], ["-", "Nobody is named"], ...[...names].sort((one, other) => byText(one[0], other[0])).map(([name, count]) => [name, `${name} (${count})`])];
  return owing;
}

function promiseFilters(asked, all) {
  const turn = (name, value) => {
    if (value) asked.set(name, value);
    else asked.delete(name);
    location.hash = `promises?${asked}`;
  };
  const field = (name, words, choices) => labelled(words, chooser(choices, asked.get(name), { id: `promise-${name}`, onchange: (event) => turn(name, event.target.value) }));
  const on = el("input", { type: "date", value: asOf, onchange: (event) => { if (event.target.value) { asOf = event.target.value; drawAgain(); } }, id: "promise-day" });
  return el("div", { class: "filter-row" },
    field("owner", "Who", owingChoices(all)),
    field("status", "Status", [["", "Any"], ...Object.entries(STATUSES)]),
    field("open", "Open", [["", "Open or not"], ["yes", "Open only"]]),
    field("overdue", "Overdue", [["", "Due or overdue"], ["yes", "Overdue only"]]),
    labelled("Overdue on", on),
    field("sort", "Order", Object.entries(PROMISE_ORDERS).map(([name, [words]]) => [name, words])),
  );
}

function renderPromises(asked, grown) {
  const all = allPromises();
  const tests = Object.entries(PROMISE_FILTERS).filter(([name]) => asked.get(name)).map(([name, make]) => make(asked.get(name)));
  promised = orderOf(PROMISE_ORDERS, asked)(all.filter((each) => tests.every((test) => test(each))));
  const count = `${promised.length.toLocaleString("en-GB")} of ${many(all.length, "promise")}`;
  const body = el("tbody", {});
  if (byId("promise-day")) announce(count); // of a table that was in sight already
  show(
    byId("main"),
    el("div", { class: "title" }, el("h1", {}, "Promises"), el("p", { class: "lead" }, count)),
    el("details", { class: "filters", open: matchMedia("(min-width: 40rem)").matches || [...asked.keys()].length > 0 }, el("summary", {}, "Filters"), promiseFilters(asked, all)),
    promiseTable(body),
  );
  grow(body, promised, promiseLine, grown);
}
