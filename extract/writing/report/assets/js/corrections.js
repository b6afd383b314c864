// What a person corrected: kept in the very form of corrections.json, a list of rows for each document's sha256.

const kept = new Map(); // sha256 -> rows
const undone = []; // what to go back to, latest last: [sha256, rows as JSON]
const watchers = [];

const parsed = (text) => {
  try {
    return text ? JSON.parse(text) : [];
  } catch {
    return []; // something else wrote there
  }
};

function rowsOf(sha256) {
  if (!kept.has(sha256)) kept.set(sha256, parsed(storage.get(`corrections:${sha256}`)));
  return kept.get(sha256);
}

/** Whether a correction is about this row: by its words, as they were read or as they were corrected to. */
function fits(correction, row) {
  const { text, number } = row.read;
  return correction.number === number && (correction.text === text || correction.set?.text === text);
}

const correctionOf = (row) => rowsOf(row.document.sha256).find((each) => fits(each, row)) ?? null;

const isEmpty = (each) =>
  !each.checked && !Object.keys(each.set ?? {}).length && !(each.commitments ?? []).length;

function keep(sha256, rows) {
  kept.set(sha256, rows);
  storage.set(`corrections:${sha256}`, JSON.stringify(rows));
}

/** Change what is corrected of a row; `change` is given a copy to alter. */
function correct(row, change) {
  const sha256 = row.document.sha256;
  const before = rowsOf(sha256);
  const draft = structuredClone(correctionOf(row) ?? { number: row.read.number, text: row.read.text });
  draft.set ??= {};
  draft.commitments ??= [];
  change(draft);
  draft.by = storage.get("name") || null;
  draft.at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const others = before.filter((each) => !fits(each, row));
  undone.push([sha256, JSON.stringify(before)]);
  keep(sha256, isEmpty(draft) ? others : [...others, draft]);
  changed(documents.filter((each) => each.sha256 === sha256));
}

/** Take back the last change; false where there is none. */
function undo() {
  const last = undone.pop();
  if (!last) return false;
  keep(last[0], JSON.parse(last[1]));
  changed(documents.filter((each) => each.sha256 === last[0]));
  announce("Undone");
  return true;
}

const whenCorrected = (watcher) => watchers.push(watcher);

function changed(touched) {
  for (const each of touched) each.all.forEach(refresh);
  for (const watcher of watchers) watcher();
}

/** The single corrections of a row, each as a line that is its own. */
function atoms(sha256, row) {
  const name = `${sha256}|${row.number}|${row.text}`;
  const set = Object.entries(row.set ?? {}).map(([field, value]) => `${name}|${field}|${JSON.stringify(value)}`);
  const made = (row.commitments ?? []).map((each) => `${name}|${JSON.stringify(each)}`);
  return [...set, ...made, ...(row.checked ? [`${name}|checked`] : [])];
}

const correctedDocuments = () => documents.filter((each) => each.sha256 && rowsOf(each.sha256).length);

const allAtoms = () => documents.flatMap((each) => (each.sha256 ? rowsOf(each.sha256).flatMap((row) => atoms(each.sha256, row)) : []));

const exportedAtoms = (sha256) => parsed(storage.get(`exported:${sha256}`));

const noteExported = (sha256, lines) => storage.set(`exported:${sha256}`, JSON.stringify(lines));

/** How many corrections are in no exported file as they are now, those taken back since included. */
function countPending() {
  let count = 0;
  for (const sha256 of new Set(documents.map((each) => each.sha256).filter(Boolean))) {
    const now = new Set(rowsOf(sha256).flatMap((row) => atoms(sha256, row)));
    const then = new Set(exportedAtoms(sha256));
    count += [...now].filter((each) => !then.has(each)).length + [...then].filter((each) => !now.has(each)).length;
  }
  return count;
}
