// The overview: what was answered, who owes what, what is due, what needs a look.

let asOf = today();

const panel = (title, id, ...inside) => el("section", { class: "panel", "aria-labelledby": id }, el("h2", { id }, title), ...inside);

const numberClass = (column) => (column.startsWith("#") ? "number" : null);
const tableLine = (columns, line) => el("tr", {}, line.map((value, at) => (at === 0 ? el("th", { scope: "row" }, value) : el("td", { class: numberClass(columns[at]) }, value))));

/** A table whose first cells are links; `columns` are its titles, those of numbers with a leading "#". */
function table(caption, columns, lines, attributes = {}) {
  const head = columns.map((column) => el("th", { scope: "col", class: numberClass(column) }, column ? column.replace(/^#/, "") : unseen("As a bar")));
  return el(
    "div",
    { class: "scroller", tabindex: "0", role: "region", "aria-label": `Table: ${caption}` },
    el("table", attributes, el("caption", { class: "hidden" }, caption), el("thead", {}, el("tr", {}, head)), el("tbody", {}, lines.map((line) => tableLine(columns, line)))),
  );
}

function outcomesPanel() {
  const counts = Object.keys(OUTCOMES).map((value) => [value, rows.filter((row) => row.now.outcome === value)]).filter(([, found]) => found.length);
  const lines = counts.map(([value, found]) => {
    const details = [...new Set(found.map((row) => row.now.detail).filter(Boolean))].map((detail) => {
      const number = found.filter((row) => row.now.detail === detail).length;
      return el("a", { class: "detail", href: listAddress({ outcome: value, detail }) }, `${number} ${DETAILS[detail] ?? plain(detail)}`);
    });
    return [[swatch(value), " ", el("a", { href: listAddress({ outcome: value }) }, OUTCOMES[value])], found.length, percent(found.length / rows.length), el("span", { class: "details" }, details)];
  });
  return panel(
    "What was answered",
    "outcomes",
    outcomeBar(counts.map(([value, found]) => [value, found.length]), rows.length),
    table("Outcomes", ["Outcome", "#Number", "#Share", "Of these"], lines, { class: "figures" }),
  );
}

let everyPromise = null; // until something is corrected

const allPromises = () => (everyPromise ??= rows.flatMap((row) => row.promises.map((made) => ({ row, made }))));

whenCorrected(() => { everyPromise = null; });

function statusesPanel(promises) {
  const found = new Map();
  for (const { made } of promises) found.set(made.status, (found.get(made.status) ?? 0) + 1);
  const counts = Object.keys(STATUSES).filter((status) => found.has(status)).map((status) => [status, found.get(status)]);
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const lines = counts.map(([status, count]) => [el("a", { href: promisesAddress({ status }) }, STATUSES[status]), smallBar(count / most), count]);
  return panel("How far the promises are", "statuses", table("Promises by status", ["Status", "", "#Number"], lines, { class: "figures bars" }));
}

/** What each body owes: promises open, those with a date, those overdue. */
function debts(promises) {
  const found = new Map();
  for (const { row, made } of promises.filter((each) => isOwed(each.made))) {
    const names = owers(row, made);
    for (const name of names.length ? names : [""]) {
      const debt = found.get(name) ?? { name, open: 0, dated: 0, late: 0 };
      debt.open += 1;
      debt.dated += made.deadline?.end ? 1 : 0;
      debt.late += isOverdue(made, asOf) ? 1 : 0;
      found.set(name, debt);
    }
  }
  return [...found.values()].sort((one, other) => other.open - one.open || byText(one.name, other.name));
}

function debtsPanel(promises) {
  const all = debts(promises);
  const most = Math.max(1, ...all.map((each) => each.open));
  const line = (each) => [
    el("a", { href: promisesAddress({ owner: each.name || "-", open: "yes" }) }, each.name || "Nobody is named"),
    smallBar(each.open / most, each.late / most),
    each.open,
    each.dated,
    each.late,
  ];
  const columns = ["Who", "", "#Open", "#Dated", "#Overdue"];
  const rest = all.slice(10);
  return panel(
    "Who owes what",
    "debts",
    el("p", { class: "note" }, "Open promises: planned, under way or to be considered. The hatched part is overdue on the day chosen."),
    table("Open promises by organisation", columns, all.slice(0, 10).map(line), { class: "figures bars" }),
    rest.length ? tucked(many(rest.length, "more", "more"), () => table("Open promises of further organisations", columns, rest.map(line), { class: "figures bars" })) : null,
  );
}

function timelinePanel(promises, width) {
  const made = promises.map((each) => each.made).filter((each) => each.deadline?.end);
  const late = made.filter((each) => isOverdue(each, asOf)).length;
  const field = el("input", { type: "date", value: asOf, id: "as-of", onchange: (event) => { if (event.target.value) { asOf = event.target.value; drawAgain(); } } });
  const chooser = el("div", { class: "as-of" }, el("label", { for: "as-of" }, "What is overdue on"), field, el("a", { href: promisesAddress({ overdue: "yes" }), class: "figure-link" }, `${many(late, "promise")} overdue`));
  if (!made.length) return panel("Deadlines", "deadlines", el("p", {}, "No promise in this batch has a date."));
  const { unit, size, bins } = steps(made, asOf);
  const lines = bins.filter((bin) => bin.due + bin.late).map((bin) => [monthName(bin.month, size), bin.due, bin.late, bin.due + bin.late]);
  return panel(
    "Deadlines",
    "deadlines",
    chooser,
    timeline(made, asOf, width),
    el("p", { class: "legend" }, swatch("due"), " due, or kept", swatch("late"), ` overdue on ${day(asOf)} and not said to be done`),
    el("details", {}, el("summary", {}, "The same as a table"), table(`Deadlines by ${unit}`, [sentence(unit), "#Due or kept", "#Overdue", "#All"], lines, { class: "figures" })),
  );
}

function questionsPanel() {
  const groups = [...new Set(QUESTIONS.map((each) => each.group))];
  const item = (question) => {
    const count = rows.filter((row) => question.test(row, asOf)).length;
    const label = [el("span", { class: "question" }, question.words), el("span", { class: "count" }, count.toLocaleString("en-GB"))];
    return el("li", {}, count ? el("a", { href: listAddress({ question: question.id }) }, label) : el("span", { class: "empty" }, label));
  };
  const extra = el("li", {}, el("a", { href: promisesAddress({ open: "yes", sort: "deadline" }) }, el("span", { class: "question" }, "Who owes what, by when?"), el("span", { class: "count" }, "→")));
  const list = (group) => el("div", {}, el("h3", {}, group), el("ul", { class: "questions" }, QUESTIONS.filter((each) => each.group === group).map(item), group === "Promises" ? extra : null));
  return panel("Questions to ask", "questions", el("p", { class: "note" }, "Each number is how many recommendations it is true of."), el("div", { class: "question-groups" }, groups.map(list)));
}

function failedPart(failed) {
  const lines = (some) => el("ul", {}, some.map((each) => el("li", {}, each.error ?? each.name)));
  const rest = failed.slice(20);
  return el("div", { class: "failed" }, el("h3", {}, `${many(failed.length, "document")} could not be read`), lines(failed.slice(0, 20)), rest.length ? tucked(many(rest.length, "more", "more"), () => lines(rest)) : null);
}

/** Flags of rows and warnings of documents, the most serious kinds first. */
function lookPanel() {
  const kinds = tally((row) => (row.read.flags ?? []).map(([code]) => code)).map(([code, count]) => ({ code, count, href: listAddress({ flag: code, sort: "document" }), noun: "recommendation" }));
  const warned = new Map();
  for (const each of documents) for (const [code, message, page] of each.warnings ?? []) gather(warned, code, { each, message, page });
  const serious = (one, other) => (levelOf(other) === "doubt") - (levelOf(one) === "doubt") || weightOf(other) - weightOf(one);
  const failed = documents.filter((each) => each.status === "failed");
  const line = ({ code, count, href, noun }) => el("li", { class: levelOf(code) }, el("a", { href }, el("span", {}, el("span", { class: "level" }, levelOf(code) === "doubt" ? "Check " : "Note "), flagWords(code)), el("span", { class: "count" }, many(count, noun))));
  const inDocuments = [...warned].sort(([one], [other]) => serious(one, other)).map(([code, found]) =>
    el("li", { class: levelOf(code) }, tucked([el("span", {}, el("span", { class: "level" }, levelOf(code) === "doubt" ? "Check " : "Note "), flagWords(code)), el("span", { class: "count" }, many(new Set(found.map(({ each }) => each)).size, "document"))], () =>
      el("ul", {}, found.map(({ each, message, page }) => el("li", {}, el("a", { href: `#${each.id}` }, each.name), `: ${message}`, page ? ` (page ${page})` : ""))))));
  const rowKinds = kinds.sort((one, other) => serious(one.code, other.code));
  return panel(
    "What needs a look",
    "look",
    failed.length ? failedPart(failed) : null,
    rowKinds.length ? [el("h3", {}, "In recommendations"), el("ul", { class: "looks" }, rowKinds.map(line))] : null,
    inDocuments.length ? [el("h3", {}, "In documents"), el("ul", { class: "looks" }, inDocuments)] : null,
    rowKinds.length || inDocuments.length || failed.length ? null : el("p", {}, "Nothing was noticed."),
  );
}

const DOCUMENT_COLUMNS = ["Document", "Authority", "Date", "#Rows", "#Checked"];

const documentLine = (each) => tableLine(DOCUMENT_COLUMNS, [
  [el("a", { href: `#${each.id}` }, each.title ?? each.name), each.title ? el("span", { class: "file" }, each.name) : null],
  each.authority ?? "Not known",
  sentence(dated(each) ?? "no date"),
  each.all.length,
  `${each.all.filter((row) => row.now.checked).length} of ${each.all.length}`,
]);

/** The table of documents, whose lines grow. */
const documentsPanel = () => panel("Documents", "documents", table("Documents", DOCUMENT_COLUMNS, [], { class: "figures wide" }));

function keyFigures(promises) {
  const late = promises.filter(({ made }) => isOverdue(made, asOf)).length;
  const doubts = rows.filter((row) => seriousness(row) > 100).length;
  const accepted = rows.filter(isAccepted).length;
  const figure = (number, words, href) => el("li", {}, el("a", { href }, el("strong", {}, number.toLocaleString("en-GB")), el("span", {}, words)));
  return el(
    "ul",
    { class: "figures-row", "aria-label": "Key figures" },
    figure(rows.length, rows.length === 1 ? "recommendation" : "recommendations", "#list"),
    figure(accepted, `accepted, ${rows.length ? percent(accepted / rows.length) : "–"}`, listAddress({ outcome: "accepted" })),
    figure(promises.filter(({ made }) => isOwed(made)).length, "open promises", promisesAddress({ open: "yes" })),
    figure(late, `overdue on ${day(asOf)}`, promisesAddress({ overdue: "yes" })),
    figure(doubts, "to check", listAddress({ flag: "doubt", sort: "serious" })),
  );
}

function heading() {
  const authorities = [...new Set(documents.map((each) => each.authority).filter(Boolean))];
  const alone = documents.length === 1 ? documents[0] : null;
  const title = alone ? sentence(alone.review ?? alone.title ?? alone.name) : authorities.length === 1 ? authorities[0] : "Scrutiny responses";
  const read = documents.filter((each) => each.status !== "failed").length;
  const under = alone
    ? [alone.authority, alone.committee, dated(alone), alone.draft ? "draft" : null].filter(Boolean).join(" · ")
    : `${many(rows.length, "recommendation")} in ${many(read, "document")}${authorities.length > 1 ? `, from ${many(authorities.length, "authority", "authorities")}` : ""}`;
  return el("div", { class: "title" }, el("h1", {}, title), el("p", { class: "lead" }, under), about.alone ? el("p", {}, el("a", { href: "../report.html" }, "← The whole batch")) : null);
}

let drawn = { nodes: null, at: "", width: 0 }; // the overview, for as long as it is true

whenCorrected(() => { drawn.nodes = null; });

function overview(width) {
  const promises = allPromises();
  return [
    heading(),
    rows.length ? [keyFigures(promises), el("div", { class: "panels" }, questionsPanel(), outcomesPanel(), statusesPanel(promises), debtsPanel(promises), timelinePanel(promises, width), lookPanel(), documentsPanel())] : [el("p", { class: "lead" }, "No recommendation was read."), lookPanel(), documentsPanel()],
  ];
}

function renderOverview(grown) {
  const width = Math.max(280, Math.min(byId("main").clientWidth - 2, 1600) - 50);
  if (!drawn.nodes || drawn.at !== asOf || drawn.width !== width) drawn = { nodes: overview(width), at: asOf, width };
  show(byId("main"), drawn.nodes);
  grow(byId("documents").parentNode.querySelector("tbody"), documents, documentLine, grown);
}
