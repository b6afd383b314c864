// Corrections leave this page as corrections.json, and come back from it.

const FORMAT = "scrutiny-extract corrections";
const VERSION = 1;

/** All corrections in the form of the file. */
function asFile() {
  const bySha = new Map(correctedDocuments().map((each) => [each.sha256, each]));
  return {
    format: FORMAT,
    version: VERSION,
    by: storage.get("name") || null,
    exported: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    documents: [...bySha.values()].map((each) => ({ sha256: each.sha256, name: each.name, rows: rowsOf(each.sha256) })),
  };
}

function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function exportCorrections() {
  save("corrections.json", `${JSON.stringify(asFile(), null, 2)}\n`);
  for (const sha256 of new Set(documents.map((each) => each.sha256).filter(Boolean))) {
    noteExported(sha256, rowsOf(sha256).flatMap((row) => atoms(sha256, row)));
  }
  changed([]);
  announce("The corrections are exported as corrections.json.");
}

/** What is wrong with a file; null for one of corrections. */
function faultOf(data) {
  if (data?.format !== FORMAT || !Array.isArray(data.documents)) return "This is no file of corrections.";
  if (data.version !== VERSION) return `This file is of version ${data.version}; this page knows version ${VERSION}.`;
  const sound = data.documents.every((each) => Array.isArray(each.rows) && each.rows.every((row) => typeof row.text === "string"));
  return sound ? null : "This file of corrections is damaged.";
}

/** Take in the corrections of a file; returns what came of it, in a sentence. */
function takeIn(text) {
  let data = null;
  try {
    data = JSON.parse(text);
  } catch {
    return "This is no file of corrections.";
  }
  const fault = faultOf(data);
  if (fault) return fault;
  const touched = data.documents.filter((each) => documents.some((known) => known.sha256 === each.sha256));
  const misfits = touched.reduce((count, each) => count + merge(each), 0);
  changed(documents.filter((each) => touched.some((known) => known.sha256 === each.sha256)));
  return tellImported(data.documents, touched, misfits);
}

/** Put the rows of a file over those here; returns how many of them fit no row of this report. */
function merge({ sha256, rows: taken }) {
  const own = documents.find((each) => each.sha256 === sha256);
  const isSame = (one, other) => one.number === other.number && one.text === other.text;
  const fitting = taken.filter((each) => own.all.some((row) => fits(each, row)));
  const others = rowsOf(sha256).filter((each) => !fitting.some((other) => isSame(each, other)));
  undone.push([sha256, JSON.stringify(rowsOf(sha256))]);
  keep(sha256, [...others, ...fitting]);
  noteExported(sha256, [...new Set([...exportedAtoms(sha256), ...fitting.flatMap((row) => atoms(sha256, row))])]);
  return taken.length - fitting.length;
}

function tellImported(all, touched, misfits) {
  const count = touched.reduce((sum, each) => sum + each.rows.length, 0) - misfits;
  const told = [`${many(count, "corrected row")} taken in.`];
  if (misfits) told.push(`${many(misfits, "row")} of the file fit none here any more.`);
  if (all.length > touched.length) told.push(`${many(all.length - touched.length, "document")} of the file ${all.length - touched.length === 1 ? "is" : "are"} not in this report.`);
  return told.join(" ");
}
