// What scrutiny officers ask of a batch. Each question is a test of a row; `day` is the day that things are due at.

const OWED = new Set(["planned", "in_progress", "considering"]);

const isOwed = (made) => !made.struck && OWED.has(made.status);
const isOverdue = (made, at) => isOwed(made) && Boolean(made.deadline?.end) && made.deadline.end < at;
const flagged = (row, ...codes) => (row.read.flags ?? []).some(([code]) => codes.includes(code));
const isAccepted = (row) => row.now.outcome === "accept" || row.now.outcome === "amend";
const ACTS = new Set(["planned", "in_progress", "completed", "ongoing", "existing_practice"]);
const acts = (row) => row.promises.some((made) => ACTS.has(made.status));
const isDated = (row) => row.promises.some((made) => made.deadline) || (row.now.set.has("timescale") ? Boolean(row.now.timescale) : Boolean(row.read.dated));
const isPutAside = (row) => row.now.outcome === "none" && ["noted", "deferred"].includes(row.now.detail);
const isUnanswered = (row) => row.now.outcome === "none" && !isPutAside(row);
const hangs = (row) => (row.now.detail === "conditional" && !row.read.money) || row.promises.some((made) => made.condition && !made.read?.money);

const QUESTIONS = [
  { id: "unanswered", group: "Answers", words: "Which got no answer?", test: isUnanswered },
  { id: "noted", group: "Answers", words: "Which were only noted, or put off?", test: isPutAside },
  { id: "contradicted", group: "Answers", words: "Where does the comment contradict the decision?", test: (row) => flagged(row, "contradicted", "position_differs") || row.now.positions.length > 0 },
  { id: "existing", group: "Answers", words: "What was there already?", test: (row) => row.now.detail === "already_in_place" || row.promises.some((made) => made.status === "existing_practice") },
  ...(compared ? [{ id: "changed", group: "Answers", words: "What changed since the last response?", test: (row) => changesOf(row).length > 0 }] : []),
  { id: "no-action", group: "Accepted, but …", words: "with no action named", test: (row) => isAccepted(row) && !acts(row) },
  { id: "no-owner", group: "Accepted, but …", words: "with no owner named", test: (row) => isAccepted(row) && !row.now.owners.length },
  { id: "no-date", group: "Accepted, but …", words: "with no date at all", test: (row) => isAccepted(row) && !isDated(row) },
  { id: "considered", group: "Accepted, but …", words: "promised only to consider it", test: (row) => isAccepted(row) && flagged(row, "considered_only") },
  { id: "overdue", group: "Promises", words: "What is overdue?", test: (row, at) => row.promises.some((made) => isOverdue(made, at)) },
  { id: "money", group: "Promises", words: "What depends on money?", test: (row) => flagged(row, "conditional_on_money") },
  { id: "conditional", group: "Promises", words: "What depends on anything else?", test: hangs },
];

const questionOf = (id) => QUESTIONS.find((each) => each.id === id) ?? null;

const levelOf = (code) => about.levels[code]?.[0] ?? "note";
const weightOf = (code) => about.levels[code]?.[1] ?? 0;

/** How serious the most serious thing about a row is. */
const seriousness = (row) => (row.read.flags ?? []).reduce((most, [code]) => Math.max(most, weightOf(code) + (levelOf(code) === "doubt" ? 100 : 0)), 0);

/** Who owes a promise: who acts in it, else the recommendation's own owners. */
const owers = (row, made) => (made.actor ? [made.actor.name] : row.now.owners.map((each) => each.name));
