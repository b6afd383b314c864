// Forms in which a value is corrected, in the place where it stands.

/** A form that replaces what it corrects until it is saved or left; `save` gives what is wrong, if anything is. */
function editor(title, fields, save, leave) {
  const fault = el("p", { class: "fault", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    form.classList.add("saving");
    const wrong = save();
    fault.textContent = wrong ?? "";
    if (wrong) return form.classList.remove("saving");
    leave();
    return announce("Saved");
  };
  const form = el(
    "form",
    { class: "editor", "aria-label": title, onsubmit: submit },
    el("p", { class: "editor-title" }, title),
    fields,
    fault,
    el("div", { class: "editor-buttons" }, el("button", { type: "submit", class: "main" }, "Save"), button("Cancel", leave)),
  );
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(); } });
  return form;
}

/** The places of forms that are filled in and not saved. */
const unfinished = () => [...document.querySelectorAll("main form.editor:not(.saving)")].map((form) => form.parentNode);

/** Put such places back into a view that was drawn anew. */
function putBack(held) {
  const places = new Map([...document.querySelectorAll("main [data-place]")].map((place) => [place.dataset.place, place]));
  for (const each of held) places.get(each.dataset.place)?.replaceWith(each);
}

function open(place, form) {
  show(place, form);
  form.querySelector("select, textarea, input")?.focus();
}

const textInput = (value, attributes = {}) => el("input", { type: "text", value: value ?? "", ...attributes });

function textArea(value, rows = 8) {
  const area = el("textarea", { rows });
  area.value = value ?? "";
  return area;
}

/** The piece of a value; none where it is as it was read. */
const pieceOf = (row, field, value) => ({ [field]: isLike(value, readValues(row.read)[field]) ? null : { set: { [field]: value } } });

const sayDetail = (value) => [value ?? "", value === null ? "Nothing more" : sentence(DETAILS[value])];

/** Two lists to choose from: an outcome, and the details that go with it. */
function outcomeFields(value, detail) {
  const details = el("select", {});
  const fillDetails = (chosen) => show(details, DETAILS_OF[outcome.value].map((each) => el("option", { value: each ?? "", selected: each === chosen }, sayDetail(each)[1])));
  const outcome = chooser(Object.entries(OUTCOMES), value, { onchange: () => fillDetails(details.value || null) });
  fillDetails(detail);
  return { fields: [labelled("Outcome", outcome), labelled("In what way", details)], read: () => ({ outcome: outcome.value, detail: details.value || null }) };
}

function editOutcome(row, place, leave) {
  const { fields, read } = outcomeFields(row.now.outcome, row.now.detail);
  const save = () => {
    const { outcome, detail } = read();
    correct(row, { ...pieceOf(row, "outcome", outcome), ...pieceOf(row, "detail", detail) });
  };
  open(place, editor("Correct the outcome", fields, save, leave));
}

function editText(row, place, leave) {
  const text = textArea(row.now.text);
  const save = () => {
    if (!text.value.trim()) return "A recommendation has words. If this is none, strike it out.";
    return correct(row, pieceOf(row, "text", text.value.trim()));
  };
  open(place, editor("Correct the recommendation’s text", [labelled("Text", text)], save, leave));
}

function editResponse(row, place, leave) {
  const text = textArea(row.now.response, 14);
  const save = () => correct(row, pieceOf(row, "response", text.value.trim()));
  open(place, editor("Correct the response", [labelled("Response", text, "Promises whose words are no longer in it are left out")], save, leave));
}

/** The short values of a row. */
function editLabels(row, place, leave) {
  const names = { number: "Number as printed", theme: "Heading that it stands under", timescale: "Timescale", progress: "Progress" };
  const inputs = Object.keys(names).map((field) => [field, field === "progress" ? textArea(row.now[field], 3) : textInput(row.now[field])]);
  const save = () => correct(row, Object.assign({}, ...inputs.map(([field, input]) => pieceOf(row, field, input.value.trim() || null))));
  open(place, editor("Correct number, heading, timescale and progress", inputs.map(([field, input]) => labelled(names[field], input)), save, leave));
}

function toggleChecked(row) {
  correct(row, { checked: row.now.checked ? null : { checked: true } });
  announce(row.now.checked ? "Checked" : "No longer checked");
}
