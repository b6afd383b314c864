// Corrections leave this page as corrections.json, and come back from it.

const elsewhere = new Map((block("elsewhere") ?? []).map((each) => [each.sha256, each])); // not in this report: they go along

const hasCorrections = () => elsewhere.size > 0 || [...digests].some((sha256) => wishesOf(sha256).length);

const sorted = (items, by) => items.sort((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));

/** All corrections in the form of the file: the same give the same bytes. */
function asFile() {
  const here = [...new Map(documents.filter((each) => each.sha256).map((each) => [each.sha256, each])).values()];
  const own = here.map((each) => ({ sha256: each.sha256, name: each.name, rows: wishesOf(each.sha256) })).filter((each) => each.rows.length);
  const others = sorted([...elsewhere.values()].filter((each) => !digests.has(each.sha256)), (each) => each.sha256);
  const all = [...own, ...others];
  const times = all.flatMap((each) => each.rows.map((row) => row.at)).filter(Boolean).sort();
  return { format: FORMAT, version: VERSION, by: storage.get("name") || null, exported: times.at(-1) ?? null, documents: all };
}

function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** What the file is called: one of a single document must not take the place of the batch's. */
const exportName = () => (about.alone ? `corrections-${documents[0].id}.json` : "corrections.json");

function exportCorrections() {
  save(exportName(), `${JSON.stringify(asFile(), null, 2)}\n`);
  for (const sha256 of digests) noteExported(sha256, linesOfWishes(wishesOf(sha256)));
  changed([]);
  announce(`The corrections are exported as ${exportName()}.`);
}

/** What was put right when this report was made: it holds here too, but for what was taken back or changed here since. */
function takeApplied(document) {
  const { sha256, wishes = [], wished } = document;
  document.applied = new Set(linesOfWishes(wishes));
  if (!wished || storage.get(`applied:${sha256}`) === wished) return;
  const [here, exported] = [wishesOf(sha256), new Set(exportedLines(sha256))];
  const lines = new Set(linesOfWishes(here));
  const places = new Set(wishes.flatMap((wish) => piecesOf(wish).map((piece) => placeOf(wish, piece))));
  const theirs = wishes.map((wish) => reduced(wish, (piece) => lines.has(lineOf(wish, piece)) || !exported.has(lineOf(wish, piece))));
  const isMine = (wish, piece) => !document.applied.has(lineOf(wish, piece)) && !(exported.has(lineOf(wish, piece)) && places.has(placeOf(wish, piece)));
  const mine = here.map((wish) => reduced(wish, (piece) => isMine(wish, piece)));
  keep(sha256, [...theirs, ...mine].filter(Boolean));
  noteExported(sha256, [...exported, ...document.applied]);
  storage.set(`applied:${sha256}`, wished);
}

const placeOf = (wish, { key }) => JSON.stringify([wish.text, wish.number ?? null, wish.nth ?? 1, key]);

/** The wishes of a file; what is wanted twice stands once, on the first one's word, after what was wanted in between. */
function once(wishes) {
  const found = new Map();
  for (const wish of wishes) {
    const key = JSON.stringify([wish.text, wish.number ?? null, wish.read ?? null, wish.nth ?? null, wish.by ?? null, wish.at ?? null, linesOfWishes([wish]).sort()]);
    const first = found.get(key) ?? wish;
    found.delete(key);
    found.set(key, first);
  }
  return [...found.values()];
}

/** Take in the corrections of a file; returns what came of it, in a sentence. */
function takeIn(text) {
  let data = null;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return "This is no file of corrections.";
  }
  const fault = faultOf(data);
  if (fault) return fault;
  const signed = data.documents.map((each) => ({ ...each, rows: once(each.rows).map((row) => ({ ...row, by: row.by ?? data.by ?? null, at: row.at ?? data.exported ?? null })) }));
  const [touched, others] = [true, false].map((isHere) => signed.filter((each) => digests.has(each.sha256) === isHere));
  const steps = touched.map(merge);
  undone.push(steps);
  changed(documents.filter((each) => touched.some((known) => known.sha256 === each.sha256)));
  for (const each of others) elsewhere.set(each.sha256, each);
  return tellImported(touched, others, steps.reduce((sum, each) => sum + each.conflicts, 0));
}

/** Put the wishes of a file to those here; of two for the same value the later one holds. */
function merge({ sha256, rows: taken }) {
  const before = freshWishesOf(sha256);
  const lines = new Set(linesOfWishes(before));
  const timesOf = (wishes) => new Map(wishes.flatMap((wish) => piecesOf(wish).map((piece) => [placeOf(wish, piece), { at: wish.at ?? "", line: lineOf(wish, piece) }])));
  const [here, there] = [timesOf(before), timesOf(taken)];
  const differ = [...there].filter(([place, { line }]) => here.has(place) && here.get(place).line !== line).map(([place]) => place);
  const loses = new Set(differ.filter((place) => here.get(place).at > there.get(place).at));
  const isNews = (wish, piece) => !lines.has(lineOf(wish, piece)) && !loses.has(placeOf(wish, piece));
  const gone = new Set(differ.filter((place) => !loses.has(place)));
  const mine = before.map((wish) => reduced(wish, (piece) => !gone.has(placeOf(wish, piece))));
  const news = taken.map((wish) => reduced(wish, (piece) => isNews(wish, piece)));
  const after = [...mine, ...news].filter(Boolean);
  keep(sha256, after);
  noteExported(sha256, [...exportedLines(sha256), ...linesOfWishes(taken)]);
  return { sha256, before, after, conflicts: differ.length };
}

function tellImported(touched, others, conflicts) {
  const rowsIn = touched.reduce((sum, each) => sum + each.rows.length, 0);
  const lost = touched.reduce((sum, each) => sum + documents.find((known) => known.sha256 === each.sha256).lost.length, 0);
  const told = [`${many(rowsIn - lost, "corrected row")} taken in.`];
  if (conflicts) told.push(`${many(conflicts, "value")} ${conflicts === 1 ? "is another" : "are others"} than here: the later ${conflicts === 1 ? "one holds" : "ones hold"}.`);
  if (lost) told.push(`${many(lost, "row")} of the file ${lost === 1 ? "fits" : "fit"} none here any more.`);
  if (others.length) told.push(`${many(others.length, "document")} of the file ${others.length === 1 ? "is" : "are"} not in this report; ${others.length === 1 ? "its corrections go" : "their corrections go"} along when you export.`);
  return told.join(" ");
}

for (const each of documents) {
  if (each.sha256) takeApplied(each);
  refreshDocument(each);
}
gatherRows();
