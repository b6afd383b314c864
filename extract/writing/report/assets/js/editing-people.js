// Forms for what comes in lines: owners, and bodies whose answer differs.

/** Lines of fields that can be added, removed and put in another order. */
function lineEditor(all, makeLine) {
  const lines = el("div", { class: "owner-lines" });
  const readers = new Map();
  const add = (each) => {
    const { fields, read } = makeLine(each);
    const up = () => { if (line.previousElementSibling) lines.insertBefore(line, line.previousElementSibling); line.querySelector(".up").focus(); };
    const line = el("fieldset", { class: "owner-line" }, el("legend", { class: "hidden" }, "One of them"), fields, el("div", { class: "line-buttons" }, button("Further up", up, { class: "plain up" }), button("Remove", () => line.remove(), { class: "plain" })));
    readers.set(line, read);
    lines.append(line);
    return line;
  };
  for (const each of all) add(each);
  return { node: lines, add: () => add(null).querySelector("input").focus(), values: () => [...lines.children].map((line) => readers.get(line)()) };
}

function ownerLine(each) {
  const [name, id] = [textInput(each?.name, { class: "name" }), textInput(each?.id, { class: "id" })];
  const kind = chooser([["", "As the name tells"], ...Object.entries(OWNER_KINDS).map(([value, words]) => [value, sentence(words)])], each?.kind ?? "");
  const capacity = chooser([["", "Not said"], ...Object.entries(CAPACITIES).map(([value, words]) => [value, sentence(words)])], each?.capacity ?? "");
  const doubtful = el("input", { type: "checkbox", checked: each?.uncertain ?? false, id: freshId("field") });
  const read = () => ({ name: name.value.trim(), id: id.value.trim() || null, ...(kind.value ? { kind: kind.value } : {}), capacity: capacity.value || null, uncertain: doubtful.checked });
  const fields = [labelled("Name", name), labelled("Public identifier, if any", id), labelled("Kind", kind), labelled("Part", capacity), el("p", { class: "checkbox" }, doubtful, el("label", { for: doubtful.id }, "Doubtful"))];
  return { fields, read };
}

const ownerOrder = ({ name, id, kind = null, capacity, uncertain }) => ({ name, id, kind, capacity, uncertain });

function editOwners(row, place, leave) {
  const lines = lineEditor(row.now.owners.length ? row.now.owners : [null], ownerLine);
  const save = () => {
    const owners = lines.values().filter((each) => each.name);
    const isAsRead = isLike(owners.map(ownerOrder), readValues(row.read).owners);
    correct(row, { owners: isAsRead ? null : { set: { owners } } });
  };
  open(place, editor("Correct the owners", [lines.node, button("Add another", lines.add, { class: "plain" })], save, leave));
}

function positionLine(each) {
  const [organisation, quote] = [textInput(each?.organisation), textArea(each?.quote, 2)];
  const { fields, read } = outcomeFields(each?.value ?? "reject", each?.detail ?? null);
  const value = () => {
    const { outcome, detail } = read();
    return { organisation: organisation.value.trim(), value: outcome, detail, quote: quote.value.trim() };
  };
  return { fields: [labelled("Body", organisation), ...fields, labelled("Its words, as printed", quote)], read: value };
}

/** The field that words stand in; null where they stand in none. */
const fieldOf = (row, quote) => ["response", "progress", "timescale", "text"].find((field) => quote && findWords({ quote }, row.now[field] ?? "")) ?? null;

function editPositions(row, place, leave) {
  const lines = lineEditor(row.now.positions.length ? row.now.positions : [null], positionLine);
  const save = () => {
    const found = lines.values().filter((each) => each.organisation || each.quote);
    if (found.some((each) => !each.organisation)) return "Say whose answer it is.";
    const strange = found.find((each) => !fieldOf(row, each.quote));
    if (strange) return `The words of ${strange.organisation} do not stand in this recommendation. Copy them as they are printed.`;
    if (found.some((each) => each.value === row.now.outcome && each.detail === row.now.detail)) return "A body whose answer is the outcome does not differ.";
    const before = new Map(row.now.positions.map((each) => [each.quote, each.field]));
    const positions = found.map((each) => ({ ...each, field: before.get(each.quote) ?? fieldOf(row, each.quote) }));
    return correct(row, pieceOf(row, "positions", positions));
  };
  open(place, editor("Correct the bodies that answer otherwise", [lines.node, button("Add another", lines.add, { class: "plain" })], save, leave));
}
