// Forms in which a value is corrected, in the place where it stands.

/** A form that replaces what it corrects until it is saved or left. */
function editor(title, fields, save, leave) {
  const finish = () => {
    form.classList.add("saving");
    if (save() === false) return form.classList.remove("saving");
    leave();
    return announce("Saved");
  };
  const form = el(
    "form",
    { class: "editor", "aria-label": title, onsubmit: (event) => { event.preventDefault(); finish(); } },
    el("p", { class: "editor-title" }, title),
    fields,
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

const detailChoices = [["", "Nothing more"], ...Object.entries(DETAILS).map(([value, words]) => [value, sentence(words)])];

/** Keep a corrected value, or forget it where it is as it was read. */
function setOrClear(draft, field, value, asItWas) {
  if (JSON.stringify(value) === JSON.stringify(asItWas)) delete draft.set[field];
  else draft.set[field] = value;
}

function editOutcome(row, place, leave) {
  const outcome = chooser(Object.entries(OUTCOMES), row.now.outcome);
  const detail = chooser(detailChoices, row.now.detail ?? "");
  const save = () => correct(row, (draft) => {
    setOrClear(draft, "outcome", outcome.value, row.read.outcome);
    setOrClear(draft, "detail", detail.value || null, row.read.detail ?? null);
  });
  open(place, editor("Correct the outcome", [labelled("Outcome", outcome), labelled("In what way", detail)], save, leave));
}

function editText(row, place, leave) {
  const text = el("textarea", { rows: 8 });
  text.value = row.now.text;
  const save = () => correct(row, (draft) => setOrClear(draft, "text", text.value.trim(), row.read.text));
  open(place, editor("Correct the recommendation’s text", [labelled("Text", text)], save, leave));
}

function editOwners(row, place, leave) {
  const lines = el("div", { class: "owner-lines" });
  const addLine = (name = "", id = "") => {
    const line = el("div", { class: "owner-line" }, labelled("Name", el("input", { value: name, class: "name" })), labelled("Public identifier, if any", el("input", { value: id ?? "", class: "id" })), button("Remove", () => line.remove(), { class: "plain" }));
    lines.append(line);
    return line;
  };
  for (const each of row.now.owners) addLine(each.name, each.id);
  if (!row.now.owners.length) addLine();
  const value = () => [...lines.children].map((line) => ({ name: line.querySelector(".name").value.trim(), id: line.querySelector(".id").value.trim() || null })).filter((each) => each.name);
  const save = () => correct(row, (draft) => setOrClear(draft, "owners", value(), (row.read.owners ?? []).map(owner)));
  open(place, editor("Correct the owners", [lines, button("Add another", () => addLine().querySelector("input").focus(), { class: "plain" })], save, leave));
}

/** The fields of a commitment, and a function that reads them. */
function commitmentFields(made) {
  const input = (value, type = "text") => el("input", { type, value: value ?? "" });
  const [status, actor] = [chooser(Object.entries(STATUSES), made.status), input(made.actor?.name)];
  const [start, end] = [input(made.deadline?.start, "date"), input(made.deadline?.end, "date")];
  const [name, condition] = [input(made.name), input(made.condition)];
  const fields = [
    labelled("Status", status), labelled("Who acts", actor),
    el("div", { class: "pair" }, labelled("Due from", start), labelled("Due by", end)),
    labelled("Programme, post or plan named", name), labelled("What it depends on", condition),
  ];
  const read = () => ({
    status: status.value,
    name: name.value.trim() || null,
    actor: actor.value.trim() ? { name: actor.value.trim(), id: actor.value.trim() === made.actor?.name ? (made.actor.id ?? null) : null } : null,
    deadline: start.value || end.value ? { start: start.value || null, end: end.value || null } : null,
    condition: condition.value.trim() || null,
  });
  return { fields, read };
}

const comparable = (made) => ({ status: made.status, name: made.name ?? null, actor: made.actor ?? null, deadline: made.deadline ? { start: made.deadline.start ?? null, end: made.deadline.end ?? null } : null, condition: made.condition ?? null });

/** The values of a form that are not as they were. */
function differences(now, then) {
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(then[key])));
}

const withoutCommitment = (draft, made) => draft.commitments.filter((each) => !sameQuote(made, each) || (each.do === "add") !== Boolean(made.added));

function editCommitment(row, made, place, leave) {
  const { fields, read } = commitmentFields(made);
  const original = row.read.commitments.find((each) => sameQuote(made, each));
  const save = () => correct(row, (draft) => {
    const now = read();
    draft.commitments = withoutCommitment(draft, made);
    if (made.added) {
      const filled = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== null));
      draft.commitments.push({ do: "add", quote: made.quote, field: made.field, set: filled });
      return;
    }
    const set = differences(now, comparable(original));
    if (Object.keys(set).length) draft.commitments.push({ do: "change", quote: made.quote, field: made.field, set });
  });
  open(place, editor("Correct this promise", fields, save, leave));
}

/** Strike a promise that is none, or take that back; one that a person added is removed. */
function strike(row, made) {
  correct(row, (draft) => {
    draft.commitments = withoutCommitment(draft, made);
    if (!made.added && !made.struck) draft.commitments.push({ do: "strike", quote: made.quote, field: made.field });
  });
}

/** Mark words as a promise that was missed. */
function addCommitment(row, { field, quote }, status = "planned") {
  correct(row, (draft) => {
    const isThere = draft.commitments.some((each) => each.do === "add" && each.quote === quote && each.field === field);
    if (!isThere) draft.commitments.push({ do: "add", quote, field, set: { status } });
  });
}

/** A form for a missed promise, for those who cannot select words with a pointer. */
function promiseForm(row, place, leave) {
  const words = el("textarea", { rows: 3 });
  const status = chooser(Object.entries(STATUSES), "planned");
  const fault = el("p", { class: "fault", role: "alert" });
  const save = () => {
    const quote = words.value.trim();
    const field = ["response", "progress", "timescale", "text"].find((each) => quote && (row.read[each] ?? "").includes(quote));
    if (field) return addCommitment(row, { field, quote }, status.value);
    fault.textContent = "These words do not stand in this recommendation. Copy them from the text as they are printed.";
    return false;
  };
  open(place, editor("Mark a promise that was missed", [labelled("Its words, as printed", words, "Or select them in the text above"), labelled("Status", status), fault], save, leave));
}

function toggleChecked(row) {
  correct(row, (draft) => {
    if (draft.checked) delete draft.checked;
    else draft.checked = true;
  });
  announce(row.now.checked ? "Checked" : "No longer checked");
}
