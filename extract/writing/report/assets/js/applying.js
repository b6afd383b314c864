// A row as it is now: as it was read, with the corrections of a person over it.

const sameQuote = (made, correction) => made.quote === correction.quote && made.field === correction.field;

/** A commitment with the corrections of it. */
function corrected(made, corrections) {
  const own = corrections.filter((each) => each.do !== "add" && sameQuote(made, each));
  if (!own.length) return made;
  const now = { ...made, struck: own.some((each) => each.do === "strike") };
  for (const each of own) if (each.do === "change") Object.assign(now, each.set, { corrected: true });
  return now;
}

/** A commitment that a person marked. */
function added(read, each) {
  const text = read[each.field] ?? "";
  const at = text.indexOf(each.quote);
  const start = at < 0 ? 0 : toCharacters(text, at);
  const end = at < 0 ? 0 : start + [...each.quote].length;
  const made = { field: each.field, start, end, quote: each.quote, name: null, actor: null, deadline: null };
  return { ...made, condition: null, status: "planned", ...each.set, added: true, struck: false, corrected: true };
}

/** What of the corrected values is not read so already, as it is once a later run has applied them. */
function stillCorrected(read, set) {
  const asItIs = { text: read.text, outcome: read.outcome, detail: read.detail ?? null, owners: (read.owners ?? []).map(owner) };
  return Object.fromEntries(Object.entries(set).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(asItIs[field])));
}

const owner = ([name, id]) => ({ name, id });

/** A row of which nothing is corrected. */
const untouched = (read) => ({
  text: read.text,
  outcome: read.outcome,
  detail: read.detail ?? null,
  owners: (read.owners ?? []).map(owner),
  commitments: read.commitments,
  checked: false,
  set: new Set(),
  isCorrected: false,
  isOutcomeCorrected: read.basis === "corrected",
});

function withCorrection(read, correction) {
  const set = stillCorrected(read, correction.set ?? {});
  const isRead = (each) => read.commitments.some((known) => sameQuote(known, each));
  const made = (correction.commitments ?? []).filter((each) => (each.do === "add") !== isRead(each));
  const marked = made.filter((each) => each.do === "add").map((each) => added(read, each));
  return {
    ...untouched(read),
    ...set,
    commitments: [...read.commitments.map((each) => corrected(each, made)), ...marked],
    checked: Boolean(correction.checked),
    set: new Set(Object.keys(set)),
    isCorrected: Boolean(Object.keys(set).length || made.length),
    isOutcomeCorrected: "outcome" in set || "detail" in set || read.basis === "corrected",
  };
}

/** Work out a row as it is now. */
function refresh(row) {
  const correction = row.document.sha256 ? correctionOf(row) : null;
  row.now = correction ? withCorrection(row.read, correction) : untouched(row.read);
  row.promises = row.now.commitments.filter((each) => !each.struck);
  row.hay = null;
}

rows.forEach(refresh);
