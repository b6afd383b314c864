// What people corrected: kept in the very form of corrections.json, a list of wishes for each document's sha256. A wish is
// of one row and on one person's word; of two for the same value the later holds.

const kept = new Map(); // sha256 -> wishes
const undone = []; // what to go back to, latest last: for each document its wishes before and after
const watchers = [];

const parsed = (text) => {
  try {
    const value = text ? JSON.parse(text) : [];
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // something else wrote there
  }
};

function wishesOf(sha256) {
  if (!kept.has(sha256)) kept.set(sha256, parsed(storage.get(`corrections:${sha256}`)).filter((each) => !faultOfRow(each)));
  return kept.get(sha256);
}

/** The same as they are kept now, though another tab may have changed them. */
function freshWishesOf(sha256) {
  kept.delete(sha256);
  return wishesOf(sha256);
}

/** What a wish is made of: each value by a key, so that of two with the same key one can hold. */
function piecesOf(wish) {
  const pieces = Object.entries(wish.set ?? {}).map(([field, value]) => ({ key: field, part: { set: { [field]: value } } }));
  if (wish.missed) pieces.push({ key: "missed", part: { missed: true, after: wish.after ?? null } });
  for (const field of ["struck", "checked"]) if (wish[field] !== undefined && wish[field] !== null) pieces.push({ key: field, part: { [field]: wish[field] } });
  return [...pieces, ...(wish.commitments ?? []).map((each) => ({ key: keyOfPromise(each), part: { commitments: [each] } }))];
}

const keyOfPromise = (each) => `${each.do === "strike" ? "strike" : "promise"} ${each.field} ${each.nth ?? 1} ${squeezed(each.quote)}`;

/** A wish of pieces; null where there is none. */
function wishOf({ number, text, read, nth, by, at }, pieces) {
  if (!pieces.length) return null;
  const all = Object.assign({}, ...pieces.map(({ part }) => part));
  const set = Object.assign({}, ...pieces.map(({ part }) => part.set ?? {}));
  const commitments = pieces.flatMap(({ part }) => part.commitments ?? []);
  const marks = Object.fromEntries(["missed", "after", "struck", "checked"].filter((name) => name in all).map((name) => [name, all[name]]));
  return { number: number ?? null, text, ...(read ? { read } : {}), ...(nth ? { nth } : {}), ...marks, by: by ?? null, at: at ?? null, set, commitments };
}

/** The wish with those of its pieces that pass; null where none does. */
const reduced = (wish, passes) => wishOf(wish, piecesOf(wish).filter((piece) => passes(piece)));

const lineOf = (wish, { key, part }) => JSON.stringify([wish.text, wish.number ?? null, wish.nth ?? 1, key, part]);
const linesOfWishes = (wishes) => wishes.flatMap((wish) => piecesOf(wish).map((piece) => lineOf(wish, piece)));

function keep(sha256, wishes) {
  kept.set(sha256, wishes);
  storage.set(`corrections:${sha256}`, JSON.stringify(wishes));
}

const moment = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** What a row is found by: of those with the same text and number, which it is. */
function identityOf(row) {
  const { number, text, missed, digest } = row.read;
  const same = row.document.read.filter((each) => each.read.number === number && isSame(each.read.text, text));
  return { number, text, read: missed ? null : digest, nth: same.length > 1 ? same.indexOf(row) + 1 : null };
}

/** Change what is corrected of a row: by key, the pieces that hold from now on; none where it is as it was read. */
function correct(row, pieces) {
  const { sha256 } = row.document;
  const before = freshWishesOf(sha256);
  const [name, own] = [storage.get("name") || null, assigned(row.document, before).wishes.get(row) ?? []];
  const keys = new Set(Object.keys(pieces));
  const mine = own.findLast((wish) => (wish.by ?? null) === name);
  const added = Object.entries(pieces).flatMap(([key, parts]) => [parts ?? []].flat().map((part) => ({ key, part })));
  const identity = { ...identityOf(row), by: name, at: moment() };
  const others = before.flatMap((wish) => (wish === mine ? [] : own.includes(wish) ? [reduced(wish, ({ key }) => !keys.has(key))] : [wish]));
  const left = mine ? piecesOf(mine).filter(({ key }) => !keys.has(key)) : [];
  const after = [...others, wishOf(identity, [...left, ...added])].filter(Boolean);
  undone.push([{ sha256, before, after }]);
  keep(sha256, after);
  changed(documents.filter((each) => each.sha256 === sha256));
}

/** Take back the last change, and nothing that another tab has changed since; false where there is none. */
function undo() {
  const last = undone.pop();
  if (!last) return false;
  for (const { sha256, before, after } of last) {
    const [then, since] = [before, after].map((wishes) => new Set(linesOfWishes(wishes)));
    const back = before.map((wish) => reduced(wish, (piece) => !since.has(lineOf(wish, piece))));
    const left = freshWishesOf(sha256).map((wish) => reduced(wish, (piece) => then.has(lineOf(wish, piece)) || !since.has(lineOf(wish, piece))));
    keep(sha256, [...back, ...left].filter(Boolean));
  }
  changed(documents.filter((each) => last.some(({ sha256 }) => sha256 === each.sha256)));
  announce("Undone");
  return true;
}

const whenCorrected = (watcher) => watchers.push(watcher);

function changed(touched) {
  for (const each of touched) refreshDocument(each);
  if (touched.length) gatherRows();
  for (const watcher of watchers) watcher();
}

const digests = new Set(documents.map((each) => each.sha256).filter(Boolean));

const exportedLines = (sha256) => parsed(storage.get(`exported:${sha256}`));

const noteExported = (sha256, lines) => storage.set(`exported:${sha256}`, JSON.stringify([...new Set(lines)]));

/** How many corrections are in no exported file as they are now, those taken back since included. */
function countPending() {
  let count = 0;
  for (const sha256 of digests) {
    const here = new Set(linesOfWishes(wishesOf(sha256)));
    const then = new Set(exportedLines(sha256));
    count += [...here].filter((each) => !then.has(each)).length + [...then].filter((each) => !here.has(each)).length;
  }
  return count;
}
