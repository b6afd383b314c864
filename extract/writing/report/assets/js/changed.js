// What changed since an earlier output, where the batch was compared with one.

const compared = block("changes");
const CHANGE_KINDS = new Map(compared?.kinds ?? []); // the most serious first
const ranks = new Map([...CHANGE_KINDS.keys()].map((kind, rank) => [kind, rank]));
const comparisons = compared?.comparisons ?? [];
const changes = comparisons.flatMap((within) => within.changes.map((each) => ({ ...each, within }))).sort((one, other) => ranks.get(one.kind) - ranks.get(other.kind));

const changesByRow = new Map();
for (const each of changes) gather(changesByRow, each.row, each);

/** The changes that concern a row, the most serious first. */
const changesOf = (row) => changesByRow.get(row.id) ?? [];

/** In words, by how many days a date moved, or an answer was late. */
function moved({ kind, days }) {
  if (!days) return "";
  if (kind === "late_response") return `${many(days, "day")} late`;
  return `${many(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`;
}
