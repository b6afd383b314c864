// The page as a whole: its bar, its banner, and which view an address asks for.

let whenShown = null; // draws the view in sight again
let focusNext = null;

function navigation(name) {
  const link = (address, words, isHere) => el("a", { href: address, "aria-current": isHere ? "page" : null }, words);
  show(byId("views"), link("#", "Overview", name === ""), link("#list", "Recommendations", name === "list"), link("#promises", "Promises", name === "promises"), compared ? link("#changes", "Changes", name === "changes") : null);
}

const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function tools() {
  const dark = button("Dark", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    storage.set("theme", document.documentElement.dataset.theme);
    tools();
    byId("dark").focus();
  }, { id: "dark", "aria-pressed": String(isDark()), "aria-label": "Dark mode" });
  show(byId("tools"), button("Undo", () => undo(), { id: "undo", disabled: !undone.length }), button("Corrections", corrections, { id: "corrections" }), dark, button("?", help, { "aria-label": "Keys", id: "help" }));
}

function banner() {
  const count = countPending();
  const notes = [];
  if (storage.isFull) notes.push(el("p", {}, el("strong", {}, "This browser keeps nothing more: its storage is full. "), "The latest corrections are lost when the page is closed: export them first."));
  if (!storage.works) notes.push(el("p", {}, el("strong", {}, "This browser keeps nothing for this file. "), "Corrections are lost when the page is closed: export them first."));
  if (count) notes.push(el("p", {}, `${many(count, "correction")} not exported yet. `, button(`Export ${exportName()}`, exportCorrections, { id: "export" })));
  show(byId("banner"), notes);
}

function corrections() {
  const name = el("input", { value: storage.get("name") ?? "", autocomplete: "name", onchange: (event) => storage.set("name", event.target.value.trim()) });
  const said = el("p", { role: "status", id: "import-said" });
  const file = el("input", { type: "file", accept: ".json,application/json", onchange: async (event) => { if (event.target.files[0]) said.textContent = takeIn(await event.target.files[0].text()); } });
  const touched = documents.flatMap((each) => each.every).filter((row) => row.now.isCorrected || row.now.checked);
  const lost = documents.flatMap((each) => each.lost.map((wish) => ({ document: each, wish })));
  const node = dialog(
    "Corrections",
    el("p", {}, `${many(touched.filter((row) => row.now.isCorrected).length, "recommendation")} corrected, ${rows.filter((row) => row.now.checked).length} checked. ${storage.works ? "They are kept in this browser, on this machine." : "This browser keeps nothing for this file."}`),
    labelled("Your name, to stand with your corrections", name, "May be left empty"),
    el("p", {}, button(`Export ${exportName()}`, exportCorrections, { class: "main", disabled: !hasCorrections() && !countPending() })),
    about.alone
      ? el("p", { class: "note" }, "This page holds one document of a batch: give the file with ", el("code", {}, "--corrections"), ", which leaves those of the others as they are.")
      : el("p", { class: "note" }, "Put the file into the folder of the results, or give it with ", el("code", {}, "--corrections"), ": every later run applies it.", elsewhere.size ? ` Corrections of ${many(elsewhere.size, "document")} that ${elsewhere.size === 1 ? "is" : "are"} not in this report go along.` : null),
    labelled("Take in a file of corrections", file),
    said,
    touched.length ? el("details", {}, el("summary", {}, "Which they are"), el("ul", {}, touched.map((row) => el("li", {}, el("a", { href: addressOf(row), onclick: () => node.close() }, titled(row)), documents.length > 1 ? ` ${row.document.name}` : "", row.now.struck ? " struck out" : row.read.missed ? " added" : row.now.isCorrected ? " corrected" : "", row.now.checked ? " checked" : "")))) : null,
    lost.length ? el("details", {}, el("summary", {}, `${many(lost.length, "correction")} that ${lost.length === 1 ? "fits" : "fit"} no row any more`), el("ul", {}, lost.map(({ document: own, wish }) => el("li", {}, shortened(wish.text, 120), documents.length > 1 ? ` ${own.name}` : "")))) : null,
  );
}

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The view of an address: what draws it, and its name. */
function viewOf(hash) {
  const [name, query] = hash.split("?");
  const asked = new URLSearchParams(query ?? "");
  if (name === "list") return { name, title: "Recommendations", asked, render: (grown) => renderList(asked, grown) };
  if (name === "promises") return { name, title: "Promises", render: (grown) => renderPromises(asked, grown) };
  if (name === "changes" && compared) return { name, title: "Changes", render: (grown) => renderChanges(asked, grown) };
  if (documentsById.has(decoded(name))) {
    asked.set("document", decoded(name));
    return { name: "list", title: documentsById.get(decoded(name)).name, asked, render: (grown) => renderList(asked, grown) };
  }
  const row = [decoded(hash), hash, decoded(name)].map((each) => rowsById.get(each) ?? rowAt(each)).find(Boolean); // labels may hold any sign
  if (row) return { name: "row", title: `${titled(row)}, ${row.document.name}`, row, render: () => renderRecommendation(row) };
  return { name: "", title: "Overview", render: (grown) => renderOverview(grown) };
}

/** The row of an address by its number as printed, or its place. */
function rowAt(name) {
  const [id, label] = name.split(/\/(.*)/s);
  const all = documentsById.get(id)?.every ?? [];
  return all.find((row) => row.now.number === label) ?? all[Number(label) - 1] ?? null;
}

let seen = null;

function route() {
  const found = viewOf(location.hash.slice(1));
  if (found.row && about.divided) {
    location.replace(addressOf(found.row));
    return;
  }
  const place = arrive();
  growing?.end();
  growing = null;
  shown = null;
  whenShown = found.render;
  marker.hidden = true;
  document.title = `${found.title} – Scrutiny responses`;
  navigation(found.name);
  const focused = document.activeElement?.id;
  found.render(place?.grown);
  settle(found.row?.id ?? found.title, place, focused);
  tellPlace();
}

/** Bring the view that was drawn to where it is to be seen, and the focus with it. */
function settle(where, place, focused) {
  const isMove = seen !== null && seen !== where;
  seen = where;
  if (isMove) announce(document.title);
  if (place) takeUp(place);
  else if (isMove) {
    scrollTo(0, 0);
    byId(focusNext ?? "main").focus({ preventScroll: true });
  } else if (focused) byId(focused)?.focus({ preventScroll: true });
  focusNext = null;
}

const AFTER = { undo: "corrections", export: "corrections" }; // what is next to a button that has done all it can
const focusable = () => [...document.querySelectorAll("main :is(a[href], button, summary, select, input, textarea, [tabindex])")];

/** Draw what is in sight again, as far down, and with the same in focus. */
function drawAgain() {
  const active = document.activeElement;
  const [id, place, depth] = [active?.id, focusable().indexOf(active), scrollY];
  whenShown?.(growing?.count());
  tools();
  banner();
  scrollTo(0, depth);
  if (active === document.body || document.querySelector("dialog[open]")) return;
  const candidates = [id ? byId(id) : focusable()[place], byId(AFTER[id]), byId("main")];
  candidates.find((each) => each && !each.disabled)?.focus({ preventScroll: true });
}

function readAgain() {
  kept.clear();
  changed(documents);
}

function start() {
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  byId("waiting").remove();
  for (const each of [byId("main"), byId("foot")]) each.hidden = false; // at once in their places: nothing moves
  document.body.append(marker);
  byId("foot").append(`Made by scrutiny-extract, schema ${about.schema}. Nothing in this file is loaded from or sent to a network. What is marked was found by rules: check it against the page.`);
  tools();
  banner();
  whenCorrected(drawAgain);
  addEventListener("hashchange", route);
  addEventListener("storage", (event) => { if (event.key === null || /:(corrections|exported):/.test(event.key)) readAgain(); });
  addEventListener("pageshow", (event) => { if (event.persisted) readAgain(); }); // corrected on another page meanwhile
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width && !location.hash.slice(1)) drawAgain();
    width = innerWidth;
  });
  route();
  soon(() => makeHay());
}

const isDeep = location.hash.includes("/") && !about.divided;
if (isDeep && document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
