// What a file of corrections may hold: the same as docs/corrections.schema.json says. A check gives what is wrong with a
// value, headed by its place, or null.

const FORMAT = "scrutiny-extract corrections";
const VERSION = 1;

const shownValue = (value) => shortened(JSON.stringify(value) ?? "nothing", 60);
const test = (passes, what) => (value, place) => (passes(value) ? null : `${place}: ${shownValue(value)} is not ${what}`);

const isText = test((value) => typeof value === "string", "text");
const isWords = test((value) => typeof value === "string" && /\S/.test(value), "some words");
const isTruth = test((value) => typeof value === "boolean", "true or false");
const isNth = test((value) => Number.isInteger(value) && value > 0, "a whole number from 1 on");
const isDay = test((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value) === true, "a date, as 2024-03-31");
const isMoment = test((value) => /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(value), "a date or a time");
const oneOf = (known) => test((value) => typeof value === "string" && Object.hasOwn(known, value), `one of ${Object.keys(known).join(", ")}`);
const orNull = (check) => (value, place) => (value === null ? null : check(value, place));

const firstFault = (faults) => {
  for (const fault of faults()) if (fault) return fault;
  return null;
};

const listOf = (check) => (value, place) => (Array.isArray(value) ? firstFault(function* () { for (const [at, each] of value.entries()) yield check(each, `${place}[${at}]`); }) : `${place}: ${shownValue(value)} is not a list`);

/** An object with these fields, and `needed` among them; `whole` looks at them together. */
const shape = (fields, needed = [], whole = () => null) => (value, place) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${place}: ${shownValue(value)} is not an object in braces`;
  return firstFault(function* () {
    for (const [name, each] of Object.entries(value)) yield Object.hasOwn(fields, name) ? fields[name](each, `${place}.${name}`) : `${place}.${name}: nothing is known by this name`;
    for (const name of needed) yield name in value ? null : `${place}.${name}: it is missing`;
    yield whole(value, place);
  });
};

const detailFits = (outcome, detail, place) => (outcome === undefined || detail === undefined || DETAILS_OF[outcome].includes(detail) ? null : `${place}: the detail ${detail} does not go with ${outcome}`);

const isBody = shape({ name: isWords, id: orNull(isWords) }, ["name"]);
const isOwner = shape({ name: isWords, id: orNull(isWords), kind: oneOf(OWNER_KINDS), capacity: orNull(oneOf(CAPACITIES)), uncertain: isTruth }, ["name"]);
const isPosition = shape({ organisation: isWords, value: oneOf(OUTCOMES), detail: orNull(oneOf(DETAILS)), quote: isWords, field: oneOf(FIELDS), nth: orNull(isNth) }, ["organisation", "value", "quote", "field"], (each, place) => detailFits(each.value, each.detail ?? null, place));
const areDays = shape({ start: orNull(isDay), end: orNull(isDay) }, [], ({ start, end }, place) => {
  if (!start && !end) return `${place}: neither the first nor the last day is given`;
  return start && end && start > end ? `${place}: the last day is before the first` : null;
});
const promiseValues = { status: oneOf(STATUSES), name: orNull(isWords), actor: orNull(isBody), deadline: orNull(areDays), condition: orNull(isWords), targets: listOf(isWords) };
const quoted = { do: isText, quote: isWords, field: oneOf(FIELDS), nth: orNull(isNth) };
const PROMISES = {
  change: shape({ ...quoted, set: shape(promiseValues) }, ["quote", "field", "set"]),
  strike: shape(quoted, ["quote", "field"]),
  add: shape({ ...quoted, set: shape(promiseValues, ["status"]) }, ["quote", "field", "set"]),
};
const isPromise = (value, place) => (Object.hasOwn(PROMISES, value?.do ?? "") ? PROMISES[value.do](value, place) : `${place}.do: ${shownValue(value?.do)} is not one of change, strike, add`);
const isSet = shape(
  { text: isWords, response: isText, timescale: orNull(isWords), progress: orNull(isWords), number: orNull(isWords), theme: orNull(isWords), outcome: oneOf(OUTCOMES), detail: orNull(oneOf(DETAILS)), positions: listOf(isPosition), owners: listOf(isOwner) },
  [],
  (set, place) => detailFits(set.outcome, set.detail, place),
);
const isRow = shape(
  { text: isText, number: orNull(isText), read: orNull(test((value) => /^[0-9a-f]{16}$/.test(value), "16 hexadecimal digits")), nth: orNull(isNth), missed: isTruth, after: orNull(isText), struck: isTruth, checked: isTruth, by: orNull(isText), at: orNull(isMoment), set: isSet, commitments: listOf(isPromise) },
  ["text"],
  (row, place) => (row.missed && !row.text.trim() ? `${place}: a row that was missed has a text` : null),
);
const isDocument = shape({ sha256: test((value) => /^[0-9a-f]{64}$/.test(value), "a SHA-256 of 64 hexadecimal digits"), name: isWords, rows: listOf(isRow) }, ["sha256", "name", "rows"]);
const areCorrections = shape({ format: isText, version: isNth, by: orNull(isText), exported: orNull(isMoment), documents: listOf(isDocument) }, ["documents"]);

/** What is wrong with what is wanted of a row; null where nothing is. */
const faultOfRow = (row) => isRow(row, "row");

/** What is wrong with a file; null for one of corrections. */
function faultOf(data) {
  if (data?.format !== FORMAT) return "This is no file of corrections.";
  if (data.version !== VERSION) return `This file is of version ${shownValue(data.version)}; this page knows version ${VERSION}.`;
  const fault = areCorrections(data, "");
  return fault ? `This file of corrections is faulty: ${fault.replace(/^\./, "")}. Nothing was taken in.` : null;
}
