// A row as it is now: as it was read, with what people want of it over that, as a run applies it (extract/correcting).

const TEXTS = ["text", "response", "timescale", "progress"];

const readPromise = (made) => ({
  status: made.status,
  name: made.name ?? null,
  actor: made.actor ? { name: made.actor, id: made.actor_id ?? null } : null,
  deadline: made.deadline ? { text: made.deadline[0], start: made.deadline[1], end: made.deadline[2] } : null,
  condition: made.condition ?? null,
  targets: made.targets ?? [],
});

const readOwner = (each) => ({ name: each.name, id: each.id ?? null, kind: each.kind, capacity: each.capacity ?? null, uncertain: each.uncertain ?? false });
const readPosition = (each) => ({ organisation: each.organisation, value: each.value, detail: each.detail ?? null, quote: each.quote, field: each.field });

/** The values of a row that are no promises. */
const readValues = (read) => ({
  ...Object.fromEntries([...TEXTS, "number", "theme"].map((field) => [field, read[field] ?? (field === "response" ? "" : null)])),
  outcome: read.outcome,
  detail: read.detail ?? null,
  positions: (read.positions ?? []).map(readPosition),
  owners: (read.owners ?? []).map(readOwner),
});

function withOutcome(values, wishes) {
  let { outcome, detail } = values;
  for (const { set = {} } of wishes) {
    const value = set.outcome ?? outcome;
    const wanted = "detail" in set ? set.detail : DETAILS_OF[value].includes(detail) ? detail : DETAILS_OF[value][0];
    if (DETAILS_OF[value].includes(wanted)) [outcome, detail] = [value, wanted];
  }
  const isOther = outcome !== values.outcome || detail !== values.detail;
  return { ...values, outcome, detail, positions: isOther ? differing(values.positions, outcome, detail) : values.positions };
}

const differing = (positions, outcome, detail) => positions.filter((each) => each.value !== outcome || (each.detail ?? null) !== detail);

/** An owner as wanted: what is not said of one that was read is as it was read, and the sort of another is left open. */
function wishedOwner(each, read) {
  const known = read.find((other) => other.name === each.name);
  return { name: each.name, id: each.id ?? null, kind: each.kind ?? known?.kind ?? null, capacity: "capacity" in each ? each.capacity : (known?.capacity ?? null), uncertain: each.uncertain ?? known?.uncertain ?? false };
}

const distinct = (values) => [...new Map(values.map((each) => [JSON.stringify(each), each])).values()];

/** The values of a row with what is wanted of them. */
function withWishes(read, wishes) {
  const values = readValues(read);
  for (const { set = {} } of wishes) for (const field of [...TEXTS, "number", "theme"]) if (field in set) values[field] = set[field]?.trim() ?? null;
  const result = withOutcome(values, wishes);
  for (const { set = {} } of wishes) {
    const isThere = (each) => findWords(each, result[each.field] ?? "");
    if (set.positions) result.positions = distinct(differing(set.positions.filter(isThere), result.outcome, result.detail).map(readPosition));
    if (set.owners) result.owners = distinct(set.owners.map((each) => wishedOwner(each, readValues(read).owners)));
  }
  return result;
}

/** The promises that were read, where their words stand now; those whose words are gone are gone. */
function standing(read, values) {
  const used = new Map();
  return (read.commitments ?? []).flatMap((made) => {
    const base = { field: made.field, start: made.start, end: made.end, quote: made.quote, ...readPromise(made), wishes: [], struck: false, added: false, read: made };
    const text = values[made.field] ?? "";
    if (text === (read[made.field] ?? "")) return [{ ...base, from: toUnits(text, made.start), to: toUnits(text, made.end) }];
    const key = `${made.field} ${made.quote}`;
    const place = findAll(made.quote, text)[used.get(key) ?? 0];
    used.set(key, (used.get(key) ?? 0) + 1);
    return place ? [{ ...base, ...place, start: 0, end: 0 }] : [];
  });
}

/** Whether the amounts of a promise stand in its field. */
const fits = ({ set = {}, field }, values) => (set.targets ?? []).every((words) => findWords({ quote: words }, values[field] ?? ""));

const isGiven = ([, value]) => value !== null && !(Array.isArray(value) && !value.length);

function addPromise(made, wish, values, taken) {
  const text = values[wish.field] ?? "";
  const there = made.filter((each) => each.field === wish.field);
  const place = findWords(wish, text, there);
  if (!place) return null;
  const same = (wish.nth ? null : there.find((each) => each.added && !taken.has(each) && isSame(each.quote, wish.quote))) ?? there.find((each) => each.from === place.from && each.to === place.to);
  if (same && !same.added) return Object.assign(same, Object.fromEntries(Object.entries(wish.set).filter(isGiven)), { struck: false });
  const set = { name: null, actor: null, deadline: null, condition: null, targets: [], ...wish.set };
  if (same) return Object.assign(same, set);
  const [start, end] = [place.from, place.to].map((at) => toCharacters(text, at));
  const found = { field: wish.field, ...place, start, end, quote: text.slice(place.from, place.to), ...set, wishes: [], struck: false, added: true };
  made.push(found);
  return found;
}

/** Put one promise right; null where its words are not there. */
function changePromise(made, wish, values, taken) {
  if (wish.do !== "strike" && !fits(wish, values)) return null;
  if (wish.do === "add") return addPromise(made, wish, values, taken);
  const found = findPromise(wish, values[wish.field] ?? "", made.filter((each) => each.field === wish.field), taken);
  if (!found) return null;
  if (wish.do === "change") return Object.assign(found, wish.set, { struck: false });
  if (found.added) made.splice(made.indexOf(found), 1);
  return Object.assign(found, found.added ? {} : readPromise(found.read), { struck: true });
}

/** The promises of a row with what is wanted of them, and how much of that does not fit. */
function promisesWith(read, values, wishes) {
  const made = standing(read, values);
  let unfit = 0;
  for (const { commitments = [] } of wishes) {
    const taken = new Set();
    for (const wish of commitments) {
      const found = changePromise(made, wish, values, taken);
      if (!found) unfit += 1;
      else taken.add(Object.assign(found, { wishes: [...found.wishes, wish] }));
    }
  }
  for (const each of made) each.corrected = each.added || each.struck || !isLike(promiseValuesOf(each), promiseValuesOf(readPromise(each.read)));
  return { made, unfit };
}

/** The values of a promise in an order of their own, for comparison; a deadline by its days. */
const promiseValuesOf = ({ status, name, actor, deadline, condition, targets }) => ({ status, name, condition, targets, actor: actor && [actor.name, actor.id ?? null], deadline: deadline && [deadline.start ?? null, deadline.end ?? null] });

const isLike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Which values of a row are others than those that were read. */
const differingFields = (values, asRead) => Object.keys(values).filter((field) => !isLike(values[field], asRead[field]));

/** A row of which nothing is wanted, as most are of large batches. */
function untouched(read) {
  const values = readValues(read);
  const commitments = standing(read, values).map((made) => Object.assign(made, { corrected: false }));
  return { ...values, commitments, checked: false, struck: false, set: new Set(), unfit: 0, by: [], isAhead: false, isCorrected: false, isOutcomeCorrected: false };
}

function withAll(row, wishes) {
  const values = withWishes(row.read, wishes);
  const { made, unfit } = promisesWith(row.read, values, wishes);
  const set = new Set(differingFields(values, readValues(row.read)));
  const struck = wishes.findLast((wish) => typeof wish.struck === "boolean")?.struck ?? false;
  const people = wishes.filter((wish) => wish.by).map((wish) => wish.by);
  return {
    ...values,
    commitments: made,
    checked: wishes.some((wish) => wish.checked),
    struck,
    set,
    unfit,
    by: [...new Set(people)],
    isAhead: linesOfWishes(wishes).some((line) => !row.document.applied.has(line)),
    isCorrected: struck || set.size > 0 || Boolean(row.read.missed) || made.some((each) => each.corrected),
    isOutcomeCorrected: set.has("outcome") || set.has("detail"),
  };
}

/** Work out a row as it is now. */
function refresh(row, wishes) {
  row.now = wishes.length || row.read.missed ? withAll(row, wishes) : untouched(row.read);
  row.promises = row.now.commitments.filter((each) => !each.struck);
  row.hay = null;
}
