// Rows that are no recommendation are struck out, and those that were missed are added.

/** Strike a row out, or take that back; one that a person added is removed. */
function strikeRow(row) {
  if (row.read.missed) {
    const own = assigned(row.document, freshWishesOf(row.document.sha256)).wishes.get(row) ?? [];
    correct(row, Object.fromEntries(own.flatMap(piecesOf).map(({ key }) => [key, null])));
  } else correct(row, { struck: row.now.struck ? null : { struck: true } });
}

/** Add a row that was missed; gives what is wrong with it, if anything is. */
function addRow(document, { number, text, response, outcome, detail }, after) {
  if (!text) return "A recommendation has words.";
  if (document.every.some((row) => isSame(row.read.text, text) || isSame(row.now.text, text))) return "This recommendation is there already.";
  const row = missedRow(document, { number, text, missed: true, after });
  const answered = outcome === "none" && detail === "not_stated" ? {} : { outcome: { set: { outcome } }, detail: { set: { detail } } };
  correct(row, { missed: { missed: true, after }, ...(response ? { response: { set: { response } } } : {}), ...answered });
  location.hash = addressOf(row).replace(/^.*#/, "");
  return null;
}

/** A form for a row that was missed, after another or, without one, at the end. */
function rowForm(document, before, place, leave) {
  const [number, text, response] = [textInput(""), textArea("", 4), textArea("", 6)];
  const { fields, read } = outcomeFields("none", "not_stated");
  const save = () => addRow(document, { number: number.value.trim() || null, text: text.value.trim(), response: response.value.trim(), ...read() }, before?.read.text ?? null);
  open(place, editor("Add a recommendation that was missed", [labelled("Number as printed", number, "May be left empty"), labelled("Text", text), ...fields, labelled("Response", response)], save, leave));
}

/** A button that turns into that form. */
function rowAdder(document, before, words) {
  const place = el("div", { class: "row-adder", "data-place": "add-row" });
  const leave = () => show(place, document.sha256 ? button(words, () => rowForm(document, before, place, () => { leave(); place.querySelector("button")?.focus(); }), { class: "plain", id: "add-row" }) : null);
  leave();
  return place;
}
