// One recommendation: what it says, what was answered and why, and the page that it stands on.

let shown = null; // the row in sight, and what the keys do with it

const part = (title, id, ...inside) => el("section", { class: "part", "aria-labelledby": id }, el("h2", { id }, title), ...inside);

/** In plain English, why a finding was made. */
function reasons(because) {
  const told = (each) => el("li", {}, about.sentences[each.rule.split(":")[0]] ?? plain(each.rule), each.words ? [" ", el("q", {}, shortened(each.words, 240))] : null);
  return because?.length ? el("ul", { class: "reasons" }, because.map(told)) : null;
}

const why = (because, words = "Why?") => (because?.length ? el("details", { class: "why" }, el("summary", {}, words), reasons(because)) : null);
const sure = (confidence) => (confidence === null || confidence === undefined ? null : el("span", { class: "sure" }, `${percent(confidence)} sure`));

/** A place that shows a value and turns into a form. */
function editable(id, what, shownValue, edit) {
  const place = el("div", { class: "editable", "data-place": id });
  const leave = () => {
    show(place, shownValue, button("Correct", () => edit(place, () => { leave(); byId(id)?.focus(); }), { class: "plain edit", id, "aria-label": `Correct ${what}` }));
  };
  leave();
  return place;
}

/** That a value is another than the one that was read; `fields` are those that it stands in. */
function correctedNote(row, fields, asItWas) {
  if (!fields.some((field) => row.now.set.has(field)) || row.read.missed) return null;
  const by = row.now.by.length ? ` by ${row.now.by.join(", ")}` : "";
  return el("p", { class: "corrected-note" }, `✎ Corrected${by}. Read as: ${asItWas || "nothing"}`);
}

function outcomePart(row, record) {
  const { now, read } = row;
  const value = [el("p", { class: "decision" }, outcomeTag(now.outcome, now.detail), record && !now.isOutcomeCorrected ? sure(record.outcome.confidence) : null)];
  const basis = now.isOutcomeCorrected || read.missed ? null : el("p", { class: "note" }, BASES[read.basis] ?? sentence(plain(read.basis)));
  return part(
    "Outcome",
    "outcome",
    editable("edit-outcome", "the outcome", value, (place, leave) => editOutcome(row, place, leave)),
    correctedNote(row, ["outcome", "detail"], answer(read.outcome, read.detail)),
    basis,
    record ? el("div", { class: "evidence" }, reasons(record.outcome.because)) : null,
    now.positions.length ? el("h3", {}, "Bodies that answer otherwise") : null,
    editable("edit-positions", "the bodies that answer otherwise", positionList(now.positions), (place, leave) => editPositions(row, place, leave)),
    correctedNote(row, ["positions"], (read.positions ?? []).map((each) => `${each.organisation}, ${answer(each.value, each.detail ?? null).toLowerCase()}`).join("; ")),
  );
}

function positionList(positions) {
  if (!positions.length) return el("p", { class: "note" }, "No body answers otherwise.");
  const line = (each, at) => el("li", {}, el("strong", {}, each.organisation), ": ", answer(each.value, each.detail).toLowerCase(), " ", el("q", {}, each.quote), " ", showButton(`p${at + 1}`, each.organisation));
  return el("ul", {}, positions.map(line));
}

const showButton = (id, words) => button("Show", () => shown?.pick(id), { class: "plain show", "aria-label": `Show in the text and on the page: ${shortened(words, 60)}` });

function ownersPart(row, record) {
  const { now } = row;
  const facts = new Map((now.set.has("owners") ? [] : (record?.owners ?? [])).map((each) => [each.name, each]));
  const line = (each) => {
    const fact = facts.get(each.name);
    const extra = [CAPACITIES[each.capacity], each.uncertain ? "doubtful" : null, each.id].filter(Boolean).join(", ");
    return el("li", {}, el("strong", {}, each.name), extra ? el("span", { class: "note" }, ` ${extra}`) : null, fact && fact.raw !== each.name ? el("span", { class: "note" }, ` printed “${fact.raw}”`) : null, why(fact?.because));
  };
  const list = now.owners.length ? el("ul", { class: "owners" }, now.owners.map(line)) : el("p", { class: "note" }, "Nobody is named as owner.");
  return part("Owners", "owners", editable("edit-owners", "the owners", list, (place, leave) => editOwners(row, place, leave)), correctedNote(row, ["owners"], (row.read.owners ?? []).map((each) => each.name).join(", ") || "nobody"));
}

function flagsPart(row, record) {
  const flags = [...record.flags].sort((one, other) => (levelOf(other.code) === "doubt") - (levelOf(one.code) === "doubt") || weightOf(other.code) - weightOf(one.code));
  const doubts = record.confidence_reasons.map((code) => el("li", { class: "note" }, about.sentences[code] ?? plain(code)));
  if (!flags.length && !doubts.length) return null;
  const line = (flag) => el("li", { class: levelOf(flag.code) }, el("span", { class: "level" }, levelOf(flag.code) === "doubt" ? "Check " : "Note "), flag.message, flag.passages.map((each, at) => [" ", showButton(`f${record.flags.indexOf(flag) + 1}-${at + 1}`, each.text)]));
  const stale = row.now.isAhead ? el("p", { class: "note" }, "As it was before the latest corrections: the next run that applies them looks again.") : null;
  return part("Needs a look", "flags", el("ul", { class: "flags" }, flags.map(line), doubts), stale);
}

function promiseItem(row, made, at, record) {
  const fact = made.added ? null : record?.commitments.find((each) => each.field === made.field && each.start === made.start && each.end === made.end);
  const term = (title, value) => (value ? [el("dt", {}, title), el("dd", {}, value)] : null);
  const due = made.deadline ? [span(made.deadline.start, made.deadline.end) || made.deadline.text, isOverdue(made, asOf) ? el("strong", { class: "late" }, ` overdue on ${day(asOf)}`) : null] : null;
  const place = el("div", { "data-place": `${made.field} ${made.quote}` });
  const leave = () => show(place);
  const stay = () => { leave(); byId(`edit-c${at + 1}`)?.focus(); };
  return el(
    "li",
    { class: `promise ${made.struck ? "is-struck" : ""}`, id: `promise-c${at + 1}` },
    el("p", { class: "promise-head" }, el("span", { class: "chip still" }, String(at + 1)), el("strong", {}, STATUSES[made.status] ?? plain(made.status)), made.struck ? el("span", { class: "tag quiet" }, "struck out") : null, made.added ? el("span", { class: "tag quiet" }, "✎ added") : made.corrected ? el("span", { class: "tag quiet" }, "✎ corrected") : null, fact && !made.corrected ? sure(fact.confidence) : null),
    el("blockquote", {}, made.quote),
    el("dl", {}, term("Who", made.actor ? [made.actor.name, fact && !made.corrected && fact.actor && fact.actor.raw !== made.actor.name ? el("span", { class: "note" }, ` printed “${fact.actor.raw}”`) : null] : null), term("By when", due), term("Named", made.name), term("Depends on", made.condition), term("How many", made.targets.join("; "))),
    why(fact ? [...fact.because, ...(fact.actor?.because ?? []), ...(fact.deadline?.because ?? [])] : null),
    el("div", { class: "promise-buttons" }, showButton(`c${at + 1}`, made.quote),
      made.struck ? null : button("Correct", () => editCommitment(row, made, place, stay), { class: "plain", id: `edit-c${at + 1}`, "aria-label": `Correct promise ${at + 1}` }),
      button(made.struck ? "Take it back in" : made.added ? "Remove" : "Strike out", () => { strike(row, made); if (made.added) byId("add-promise").focus(); }, { class: "plain", id: `strike-c${at + 1}`, "aria-label": `${made.struck ? "Take back in" : "Strike out"} promise ${at + 1}` })),
    place,
  );
}

function promisesPart(row, record) {
  const place = el("div", { "data-place": "add-promise" });
  const leave = () => show(place, button("Mark a promise that was missed", () => promiseForm(row, place, () => { leave(); byId("add-promise")?.focus(); }), { class: "plain", id: "add-promise" }));
  leave();
  const all = row.now.commitments;
  return part(all.length ? many(row.promises.length, "promise") : "Promises", "made", all.length ? el("ol", { class: "promises-list" }, all.map((made, at) => promiseItem(row, made, at, record))) : el("p", { class: "note" }, "No promise was found."), place);
}

function foundPart(record) {
  const dates = record.dates.map((each, at) => [each.text, span(each.interval.start, each.interval.end) || "no days of its own", `${plain(each.role)}, in the ${FIELDS[each.field]}`, showButton(`d${at + 1}`, each.text)]);
  const names = record.organisations.map((each, at) => [each.text, each.name, [each.type ? plain(each.type) : null, each.id].filter(Boolean).join(", "), showButton(`o${at + 1}`, each.text)]);
  const group = (title, caption, columns, lines) => (lines.length ? el("details", {}, el("summary", {}, title), table(caption, columns, lines, { class: "figures" })) : null);
  return [
    group(many(dates.length, "date"), "Dates", ["As printed", "Days", "Role", "Place"], dates),
    group(many(names.length, "organisation"), "Organisations", ["As printed", "Name", "Kind", "Place"], names),
    el("details", {}, el("summary", {}, "The row as it was read"), el("dl", { class: "cells" }, record.cells.map((cell) => [el("dt", {}, cell.heading || "No heading"), el("dd", {}, cell.text || "–")]))),
  ];
}

function textParts(row, spans, pick, redraw) {
  const { read, now } = row;
  const text = [markedText("text", now.text, spans, pick)];
  const response = now.response ? markedText("response", now.response, spans, pick) : el("p", { class: "note" }, "There is no response.");
  const field = (name, title) => (now[name] || now.set.has(name) ? part(title, name, now[name] ? markedText(name, now[name], spans, pick) : null, correctedNote(row, [name], read[name])) : null);
  return {
    recommendation: el("div", { class: "ask" }, editable("edit-text", "the text", text, (place, leave) => editText(row, place, leave)), correctedNote(row, ["text"], read.text)),
    response: part("Response", "response", legend(redraw), editable("edit-response", "the response", response, (place, leave) => editResponse(row, place, leave)), correctedNote(row, ["response"], read.response)),
    others: [field("timescale", "Timescale"), field("progress", "Progress")],
  };
}

function renderRecommendation(row) {
  const full = fullDocument(row.document.id);
  const record = full?.byId.get(row.id) ?? null;
  if (!listed.includes(row)) [listed, listedFrom] = [rows, "#list"];
  const spans = spansOf(row, record);
  let panel_ = null;
  const pick = (id, isHere = false) => {
    document.querySelectorAll(".picked-words").forEach((each) => each.classList.remove("picked-words"));
    const own = document.querySelectorAll(`[data-spans~="${id}"]`);
    own.forEach((each) => each.classList.add("picked-words"));
    const label = spans.find((each) => each.id === id)?.label ?? "";
    const isOutlined = panel_?.outline(id, isHere);
    const isBelow = isOutlined && !isHere && !isBeside();
    const target = isBelow ? panel_.node : own[0];
    if (target && (isHere || isBelow || !isInSight(target))) target.scrollIntoView({ block: isBelow ? "start" : "center" });
    announce(isOutlined ? `${label}: outlined on page ${view.page}` : label);
  };
  const redraw = () => renderRecommendation(row);
  const { recommendation, response, others } = textParts(row, spans, pick, redraw);
  panel_ = full ? pagePanel(row, full, spans, pick) : null;
  const held = shown?.row === row ? unfinished() : [];
  shown = { row, pick };
  show(
    byId("main"),
    header(row, listed.indexOf(row), panel_),
    el("div", { class: panel_ ? "rec-view with-page" : "rec-view" },
      el("div", { class: "rec-body" }, recommendation, outcomePart(row, record), record ? flagsPart(row, record) : null, changesPart(row), ownersPart(row, record), response, others, promisesPart(row, record), record ? foundPart(record) : null, rowAdder(row.document, row, "Add a recommendation that was missed after this one")),
      panel_?.node),
  );
  putBack(held);
}

/** Whether the page stands beside the text, and not below it. */
const isBeside = () => matchMedia("(min-width: 70rem)").matches;

function isInSight(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return top > 60 && bottom < innerHeight - 20;
}

/** A button by the words that a person selects, which marks them as a promise. */
const marker = button("Mark as a promise", () => {
  const words = selectedWords();
  if (words && shown) {
    getSelection().removeAllRanges();
    marker.hidden = true;
    const { row } = shown;
    addCommitment(row, words);
    announce(`Marked as promise ${row.now.commitments.length}`);
    byId(`edit-c${row.now.commitments.length}`)?.focus({ preventScroll: true });
  }
}, { class: "marker main", hidden: true });

document.addEventListener("selectionchange", () => {
  const words = shown ? selectedWords() : null;
  marker.hidden = !words;
  if (!words) return;
  const { left, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  marker.style.left = `${Math.max(8, Math.min(left, innerWidth - 200))}px`;
  marker.style.top = `${Math.min(bottom + 8, innerHeight - 52)}px`;
});
