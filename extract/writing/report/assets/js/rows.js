// Which rows there are: those that were read, those that a person says were missed, and none that they struck out.

/** Which row each wish is of: a list for every row, those that fit none, and the rows that were missed. */
function assigned(document, wishes) {
  const found = new Map(document.read.map((row) => [row, []]));
  if (!wishes.length) return { wishes: found, lost: [] };
  const texts = new Map(document.read.map((row) => [row, [squeezed(row.read.text)]]));
  const lost = [];
  for (const wish of wishes) {
    const row = findRow(wish, [...found.keys()], (each) => texts.get(each)) ?? (wish.missed ? missedRow(document, wish) : null);
    if (!row) {
      lost.push(wish);
      continue;
    }
    found.set(row, [...(found.get(row) ?? []), wish]);
    texts.set(row, [...(texts.get(row) ?? [squeezed(row.read.text)]), ...(wish.set?.text ? [squeezed(wish.set.text)] : [])]);
  }
  return { wishes: found, lost };
}

/** The row that a person says was missed; the same whenever it is asked for. */
function missedRow(document, wish) {
  const key = JSON.stringify([wish.number ?? null, wish.text]);
  if (!document.missed.has(key)) {
    const read = { label: `${wish.number ?? "added"} new ${document.missed.size + 1}`, number: wish.number ?? null, text: wish.text.trim(), outcome: "none", detail: "not_stated", basis: "absent", missed: true, after: wish.after ?? null };
    document.missed.set(key, readRow(document, read, document.read.length));
  }
  return document.missed.get(key);
}

/** Put the rows that were missed after those that they are said to follow. */
function ordered(document, all) {
  const rows = document.read.filter((row) => all.includes(row));
  for (const row of all.filter((each) => !rows.includes(each))) {
    let at = rows.findIndex((each) => isSame(each.read.text, row.read.after ?? "")) + 1 || rows.length;
    while (rows[at]?.read.missed) at += 1;
    rows.splice(at, 0, row);
  }
  return rows;
}

/** Work out the rows of a document as they are now: those that stand, and every one. */
function refreshDocument(document) {
  const { wishes, lost } = assigned(document, document.sha256 ? wishesOf(document.sha256) : []);
  for (const [row, own] of wishes) refresh(row, own);
  document.every = ordered(document, [...wishes].filter(([row, own]) => !row.read.missed || own.length).map(([row]) => row));
  document.all = document.every.filter((row) => !row.now.struck);
  document.lost = lost;
}

/** The rows of all documents that stand. */
function gatherRows() {
  rows.length = 0; // one by one: a call takes no hundred thousand at once
  rowsById.clear();
  for (const { all, every } of documents) {
    for (const row of all) rows.push(row);
    for (const row of every) rowsById.set(row.id, row);
  }
}
