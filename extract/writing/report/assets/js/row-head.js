// What stands above a recommendation: where it is from, its number, the way to others, and what can be done with it.

function header(row, at, panel) {
  const { document: own, read, now } = row;
  const go = (by, words, sign) => {
    const next = listed[at + by];
    return next ? el("a", { class: "step", href: addressOf(next), "aria-label": `${words}: ${titled(next)}` }, sign) : el("span", { class: "step", "aria-hidden": "true" }, sign);
  };
  const isWhole = listed.length === rows.length;
  return el(
    "div",
    { class: "rec-head" },
    el("p", { class: "crumbs" }, el("a", { href: isWhole ? `#${own.id}` : listedFrom }, isWhole ? (own.title ?? own.name) : "← The list"), [own.authority, dated(own)].filter(Boolean).map((words) => ` · ${words}`)),
    el("div", { class: "rec-title" }, el("h1", {}, titled(row)), el("div", { class: "steps" }, go(-1, "The one before", "←"), el("span", { class: "where" }, at < 0 ? "struck out" : `${at + 1} of ${listed.length}`), go(1, "The next", "→"),
      button(now.checked ? "✓ Checked" : "Mark as checked", () => toggleChecked(row), { id: "check", class: now.checked ? "main" : "", "aria-pressed": String(now.checked) }))),
    now.struck ? el("p", { class: "corrected-note" }, "✎ Struck out: this is no recommendation.") : read.missed ? el("p", { class: "corrected-note" }, "✎ Added by a person: it was not read.") : null,
    now.unfit ? el("p", { class: "corrected-note" }, `${many(now.unfit, "correction")} of its promises ${now.unfit === 1 ? "fits" : "fit"} no words any more.`) : null,
    now.theme ? el("p", { class: "theme" }, now.theme) : null,
    rowButtons(row),
    !panel && own.pages && own.reader !== "text" ? el("p", { class: "note" }, `It stands on page ${read.page ?? "?"}, whose picture is not in this file.`) : null,
    panel ? button("See the page that it stands on", () => { panel.node.scrollIntoView(); panel.node.querySelector(".frame").focus({ preventScroll: true }); }, { class: "plain to-page" }) : null,
  );
}

/** What can be done with a row as a whole. */
function rowButtons(row) {
  const words = row.read.missed ? "Remove" : row.now.struck ? "Take it back in" : "Strike out: it is no recommendation";
  const place = el("div", { "data-place": "labels" });
  const leave = () => show(place);
  const correctLabels = button("Correct number, heading, timescale", () => editLabels(row, place, () => { leave(); byId("edit-labels")?.focus(); }), { class: "plain", id: "edit-labels" });
  return [el("p", { class: "row-buttons" }, correctLabels, button(words, () => strikeRow(row), { class: "plain", id: "strike-row" })), place];
}
