// Forms and buttons for promises: changed, struck out, and marked where they were missed.

const LAST_DAY = "9999-12-31";

/** The fields of a promise, and a function that reads them. */
function promiseFields(made) {
  const [status, actor, id] = [chooser(Object.entries(STATUSES), made.status), textInput(made.actor?.name), textInput(made.actor?.id)];
  const [start, end] = [made.deadline?.start, made.deadline?.end].map((value) => el("input", { type: "date", value: value ?? "", max: LAST_DAY }));
  const [name, condition, targets] = [textInput(made.name), textInput(made.condition), textArea((made.targets ?? []).join("\n"), 2)];
  const fields = [
    labelled("Status", status),
    el("div", { class: "pair" }, labelled("Who acts", actor), labelled("Public identifier, if any", id)),
    el("div", { class: "pair" }, labelled("Due from", start), labelled("Due by", end)),
    labelled("Programme, post or plan named", name), labelled("What it depends on", condition),
    labelled("How many, of what", targets, "In the words of the text, a line for each"),
  ];
  const read = () => ({
    status: status.value,
    name: name.value.trim() || null,
    actor: actor.value.trim() ? { name: actor.value.trim(), id: id.value.trim() || null } : null,
    deadline: start.value || end.value ? { start: start.value || null, end: end.value || null } : null,
    condition: condition.value.trim() || null,
    targets: targets.value.split("\n").map((line) => line.trim()).filter(Boolean),
  });
  return { fields, read };
}

const comparable = (made) => ({ status: made.status, name: made.name ?? null, actor: made.actor ?? null, deadline: made.deadline ? { start: made.deadline.start ?? null, end: made.deadline.end ?? null } : null, condition: made.condition ?? null, targets: made.targets ?? [] });

/** What is wrong with the values of a promise. */
function faultOfPromise(row, field, { deadline, targets }) {
  if (deadline?.start && deadline.end && deadline.start > deadline.end) return "The last day is before the first.";
  const strange = targets.find((words) => !findWords({ quote: words }, row.now[field] ?? ""));
  return strange ? `“${strange}” does not stand in the ${FIELDS[field]}. Copy it as it is printed.` : null;
}

/** The values of a form that are not as they were. */
function differences(values, then) {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => !isLike(value, then[key])));
}

/** Which of several promises with the same words it is; nothing where there is one. */
function nthOf(row, made, isNeeded) {
  const same = row.now.commitments.filter((each) => each.field === made.field && isSame(each.quote, made.quote));
  return same.length > 1 || isNeeded ? { nth: same.indexOf(made) + 1 } : {};
}

/** The pieces that are gone once a promise is corrected anew. */
const without = (wishes) => Object.fromEntries(wishes.map((wish) => [keyOfPromise(wish), null]));

const asPiece = (wish) => ({ [keyOfPromise(wish)]: { commitments: [wish] } });

function editCommitment(row, made, place, leave) {
  const { fields, read } = promiseFields(made);
  const save = () => {
    const values = read();
    const fault = faultOfPromise(row, made.field, values);
    if (fault) return fault;
    if (made.added) {
      const { nth } = made.wishes.find((wish) => wish.do === "add");
      const set = Object.fromEntries(Object.entries(values).filter(isGiven));
      return correct(row, { ...without(made.wishes), ...asPiece({ do: "add", quote: made.quote, field: made.field, ...(nth ? { nth } : {}), set }) });
    }
    const set = differences(values, comparable(readPromise(made.read)));
    const piece = Object.keys(set).length ? asPiece({ do: "change", quote: made.quote, field: made.field, ...nthOf(row, made), set }) : {};
    return correct(row, { ...without(made.wishes), ...piece });
  };
  open(place, editor("Correct this promise", fields, save, leave));
}

/** Strike a promise that is none, or take that back; one that a person added is removed. */
function strike(row, made) {
  if (made.added) correct(row, without(made.wishes));
  else if (made.struck) correct(row, without(made.wishes.filter((wish) => wish.do === "strike")));
  else correct(row, asPiece({ do: "strike", quote: made.quote, field: made.field, ...nthOf(row, made, made.wishes.length > 0) }));
}

/** Mark words as a promise that was missed; `from` is where they stand, if that is known. */
function addCommitment(row, { field, quote, from = null }, status = "planned") {
  const places = findAll(quote, row.now[field] ?? "");
  const nth = places.findIndex((place) => place.from === from) + 1;
  correct(row, asPiece({ do: "add", quote, field, ...(places.length > 1 && nth ? { nth } : {}), set: { status } }));
}

/** A form for a missed promise, for those who cannot select words with a pointer. */
function promiseForm(row, place, leave) {
  const words = textArea("", 3);
  const status = chooser(Object.entries(STATUSES), "planned");
  const save = () => {
    const quote = words.value.trim();
    const field = fieldOf(row, quote);
    if (!field) return "These words do not stand in this recommendation. Copy them from the text as they are printed.";
    return addCommitment(row, { field, quote }, status.value);
  };
  open(place, editor("Mark a promise that was missed", [labelled("Its words, as printed", words, "Or select them in the text above"), labelled("Status", status)], save, leave));
}
