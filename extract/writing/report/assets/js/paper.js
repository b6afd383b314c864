// What is printed: a plain briefing paper of the rows that are in sight.

function paperOf(row) {
  const { now, read } = row;
  const line = (made) => el("li", {}, made.quote, el("em", {}, ` (${[STATUSES[made.status], owers(row, made).join(", ") || "nobody named", made.deadline ? span(made.deadline.start, made.deadline.end) || made.deadline.text : "no date", made.condition ? `depends: ${made.condition}` : null].filter(Boolean).join("; ")})`));
  const doubts = (read.flags ?? []).filter(([code]) => levelOf(code) === "doubt");
  return el(
    "section",
    {},
    el("h2", {}, titled(row), el("span", {}, answer(now.outcome, now.detail))),
    el("p", { class: "asked" }, now.text),
    el("p", {}, el("strong", {}, "Owner: "), now.owners.map((each) => each.name).join(", ") || "nobody named"),
    now.response ? el("p", { class: "answered" }, now.response) : el("p", {}, "There is no response."),
    row.promises.length ? [el("h3", {}, "Promises"), el("ul", {}, row.promises.map(line))] : null,
    doubts.length ? [el("h3", {}, "To check"), el("ul", {}, doubts.map(([, message]) => el("li", {}, message)))] : null,
    documents.length > 1 ? el("p", { class: "source" }, [row.document.title ?? row.document.name, row.document.authority].filter(Boolean).join(", ")) : null,
  );
}

function paper(found, under) {
  const alone = new Set(found.map((row) => row.document)).size === 1 ? found[0].document : null;
  const title = alone ? sentence(alone.review ?? alone.title ?? alone.name) : "Responses to scrutiny recommendations";
  const counts = Object.keys(OUTCOMES).map((value) => [OUTCOMES[value], found.filter((row) => row.now.outcome === value).length]).filter(([, count]) => count);
  return el(
    "article",
    { class: "paper", "aria-hidden": "true" },
    el("h1", {}, title),
    el("p", { class: "under" }, [alone?.authority, alone?.committee, `${many(found.length, "recommendation")}: ${counts.map(([words, count]) => `${count} ${words.toLowerCase()}`).join(", ")}`].filter(Boolean).join(" · ")),
    under ? el("p", { class: "under" }, `Shown: ${under}.`) : null,
    found.map(paperOf),
  );
}

/** The promises in sight as a paper: all of them, and not only those that the window has built so far. */
function promisesPaper() {
  const late = promised.filter(({ made }) => isOverdue(made, asOf)).length;
  return el(
    "article",
    { class: "paper", "aria-hidden": "true" },
    el("h1", {}, "Promises"),
    el("p", { class: "under" }, `${many(promised.length, "promise")}, ${late} of them overdue on ${day(asOf)}`),
    promiseTable(el("tbody", {}, promised.map(promiseLine))),
  );
}

function paperInSight() {
  const { name, asked } = viewOf(location.hash.slice(1));
  if (name === "promises") return promisesPaper();
  if (name === "changes") growing?.all();
  const found = shown ? [shown.row] : name === "list" ? listed : [];
  return found.length ? paper(found, name === "list" ? told(asked) : "") : null;
}

let printed = null;

addEventListener("beforeprint", () => {
  printed?.remove();
  printed = paperInSight();
  if (!printed) return;
  document.body.append(printed);
  document.body.classList.add("printing");
});

addEventListener("afterprint", () => {
  printed?.remove();
  document.body.classList.remove("printing");
});
