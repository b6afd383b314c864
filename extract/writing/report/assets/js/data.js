// The blocks of this file: the index at once, a full document when it is opened, a picture when it is looked at.

const block = (id) => {
  const found = byId(id);
  return found ? JSON.parse(found.textContent) : null;
};

/** The index; where a browser has no room for it, that is said. */
function readIndex() {
  try {
    return block("index");
  } catch (fault) {
    byId("waiting").textContent = "This batch is too large for this browser. The tables beside this file hold the same, and --format sqlite makes a database of them.";
    throw fault;
  }
}

const about = block("about");
const documents = readIndex();
byId("index").textContent = ""; // of a large batch it would take as much room again as what was made of it
const documentsById = new Map(documents.map((each) => [each.id, each]));

let looked = { text: "", wide: false }; // the last that was asked about: the same is asked about many times

/** Whether a text has characters that count as two here and as one where offsets were counted. */
function isWide(text) {
  if (text !== looked.text) looked = { text, wide: /[\ud800-\udfff]/.test(text) };
  return looked.wide;
}

/** A stretch of a text by offsets that count characters. */
const stretch = (text, start, end) => (isWide(text) ? [...text].slice(start, end).join("") : text.slice(start, end));

/** An offset that counts characters, of one that counts the units of this language; and the other way. */
const toCharacters = (text, at) => (isWide(text) ? [...text.slice(0, at)].length : at);
const toUnits = (text, at) => (isWide(text) ? [...text].slice(0, at).join("").length : at);

function readRow(document, read, number) {
  for (const made of read.commitments ?? []) made.quote = stretch(read[made.field] ?? "", made.start, made.end);
  return { id: `${document.id}/${read.label}`, document, read, place: number + 1, now: null, promises: [], hay: null };
}

for (const each of documents) {
  each.read = (each.rows ?? []).map((read, number) => readRow(each, read, number));
  each.missed = new Map(); // rows that a person says were missed since
}

const rows = []; // those of all documents that stand now, in their order
const rowsById = new Map(); // these, and those that a person struck out

let opened = null;

/** The full record of a document; null where it is not in this file. */
function fullDocument(id) {
  if (opened?.id !== id) {
    const data = block(`document.${id}`);
    if (!data) return null;
    opened = { id, ...data, byId: new Map(data.report.recommendations.map((row) => [row.id, row])) };
  }
  return opened;
}

/** The address of a page's picture; null where there is none. */
function picture(id, page) {
  const found = byId(`picture.${id}.${page}`);
  return found ? `data:image/webp;base64,${found.textContent}` : null;
}

/** Where a recommendation is opened: here, or in the file of its document. */
const addressOf = (row) => {
  const place = `#${row.document.id}/${encodeURIComponent(row.read.label)}`;
  return about.divided ? `report/${row.document.id}.html${place}` : place;
};

const listAddress = (filters) => `#list?${new URLSearchParams(filters)}`;
const promisesAddress = (filters) => `#promises?${new URLSearchParams(filters)}`;
