// A row as it is now: as it was read, with the corrections of a person over it.

const sameQuote = (made, correction) => made.quote === correction.quote && made.field === correction.field;

function asRead(made) {
  return {
    ...made,
    actor: made.actor ? { name: made.actor, id: made.actor_id ?? null } : null,
    deadline: made.deadline ? { text: made.deadline[0], start: made.deadline[1], end: made.deadline[2] } : null,
  };
}

/** A commitment with the corrections of it. */
function corrected(made, corrections) {
  const own = corrections.filter((each) => each.do !== "add" && sameQuote(made, each));
  const now = { ...asRead(made), struck: own.some((each) => each.do === "strike"), corrected: false };
  for (const each of own) if (each.do === "change") Object.assign(now, each.set, { corrected: true });
  return now;
}

/** A commitment that a person marked. */
function added(row, each) {
  const text = row.read[each.field] ?? "";
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

/** Work out a row as it is now. */
function refresh(row) {
  const { read } = row;
  const correction = row.document.sha256 ? correctionOf(row) : null;
  const set = stillCorrected(read, correction?.set ?? {});
  const isRead = (each) => (read.commitments ?? []).some((known) => sameQuote(known, each));
  const made = (correction?.commitments ?? []).filter((each) => (each.do === "add") !== isRead(each));
  row.now = {
    text: read.text,
    outcome: read.outcome,
    detail: read.detail ?? null,
    owners: (read.owners ?? []).map(owner),
    ...set,
    commitments: [
      ...(read.commitments ?? []).map((each) => corrected(each, made)),
      ...made.filter((each) => each.do === "add").map((each) => added(row, each)),
    ],
    checked: Boolean(correction?.checked),
    set: new Set(Object.keys(set)),
    isCorrected: Boolean(correction && (Object.keys(set).length || made.length)),
    isOutcomeCorrected: "outcome" in set || "detail" in set || read.basis === "corrected",
  };
  row.promises = row.now.commitments.filter((each) => !each.struck);
  row.hay = null;
}

rows.forEach(refresh);
