// What is said of the values: the one place for their words.

const OUTCOMES = { accept: "Accepted", amend: "Accepted with changes", reject: "Rejected", none: "No decision" };
const OUTCOME_SIGNS = { accept: "✓", amend: "±", reject: "✕", none: "–" };
const DETAILS = {
  in_principle: "in principle",
  conditional: "with a condition",
  already_in_place: "already in place",
  in_part: "in part",
  with_changes: "with changes",
  noted: "only noted",
  deferred: "put off",
  not_stated: "not stated",
};
/** The details that go with each outcome; the first holds where only the outcome is given. */
const DETAILS_OF = {
  accept: [null, "in_principle", "conditional", "already_in_place"],
  amend: [null, "in_part", "with_changes"],
  reject: [null],
  none: ["not_stated", "noted", "deferred"],
};
const STATUSES = {
  planned: "Planned",
  in_progress: "Under way",
  completed: "Done",
  ongoing: "Goes on",
  existing_practice: "Already practice",
  considering: "To be considered",
  declined: "Declined",
  requested: "Asked of others",
};
const BASES = {
  stated: "The document states it.",
  inferred: "Read from the words of the response.",
  absent: "Nothing in the document says so.",
  corrected: "Corrected by a person.",
};
const DUE = { overdue: "Something is overdue", dated: "With a date", undated: "Without a date" };
const FIELDS = { text: "recommendation", response: "response", timescale: "timescale", progress: "progress" };
const CAPACITIES = {
  addressee: "was asked",
  decision_maker: "decides",
  lead: "leads",
  support: "supports",
};

const OWNER_KINDS = { organisation: "organisation", role: "post", person: "person", group: "group" };

/** Short names of what needs a look, where the code alone would not say enough. */
const FLAGS = {
  contradicted: "The comment contradicts the decision",
  position_differs: "A body does not share the outcome",
  accepted_without_response: "Accepted, and nothing said of what will be done",
  accepted_without_commitment: "Accepted, and no action promised or reported",
  no_response: "There is no response",
  outcome_not_stated: "Nothing says whether it is accepted",
  outcome_ambiguous: "More than one answer is marked",
  outcome_unreadable: "The decision was not understood",
  outcome_covered: "The outcome covers several recommendations",
  only_noted: "Only noted",
  cross_reference_unresolved: "The answer points to a place not found",
  answered_elsewhere: "Answered under another recommendation",
  existing_practice_only: "Only what is done already",
  considered_only: "Only to be considered",
  conditional_on_money: "Depends on money",
  event_after_document: "Told as done, with a date after the document’s",
  deadline_before_document: "Still to come, with a date before the document’s",
  target_revised: "A date was moved",
  commitment_without_owner: "Promised, and nobody named to do it",
  commitment_without_date: "Promised without a date",
  no_owner: "Nobody is named who is to act",
  owner_uncertain: "The owner is doubtful",
  number_missing: "No number is printed",
  number_twice: "A number stands twice",
  recommendation_reunited: "The text was put together from two places",
  recommendation_breaks_off: "The text breaks off",
  recommendation_twice: "The recommendation stands twice",
  response_repeated: "The same response as another",
  recognised: "Read from pictures of pages",
  recognised_poorly: "Poorly legible",
  table_not_read: "A table was left out",
  date_from_metadata: "The document prints no date; its file has one",
  date_unknown: "The document has no date",
  text_unexplained: "Text that no row accounts for",
};

const plain = (code) => code.replaceAll("_", " ");
const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const flagWords = (code) => FLAGS[code] ?? sentence(plain(code));
const many = (count, noun, nouns = `${noun}s`) => `${count.toLocaleString("en-GB")} ${count === 1 ? noun : nouns}`;
const answer = (outcome, detail) => OUTCOMES[outcome] + (detail && detail !== "with_changes" ? `, ${DETAILS[detail] ?? plain(detail)}` : "");
const percent = (share) => `${Math.round(100 * share)}%`;

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day in words: 31 March 2023. */
function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The days from one to another in as few words as will do; either may be unknown. */
function span(start, end) {
  if (!start && !end) return "";
  if (!start || !end) return start ? `from ${day(start)}` : `by ${day(end)}`;
  if (start === end) return day(end);
  const [year, month, date] = end.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (start === `${end.slice(0, 8)}01` && date === last) return `${MONTHS[month - 1]} ${year}`;
  return `${day(start)} to ${day(end)}`;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** A recommendation's name: its number as printed, or its place. */
const titled = (row) => `Recommendation ${(row.now ?? row.read).number ?? `in row ${row.place}`}`;

/** A document's date in words; that of its file is no date of its own. */
const dated = (each) => (!each.date ? null : each.date[1] === "metadata" ? `no date, file of ${day(each.date[0])}` : day(each.date[0]));

/** The words before a limit, cut at a space. */
function shortened(words, most) {
  const line = words.replace(/\s+/g, " ");
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s\S*$/, "")} …`;
}
