// Keys, and the page that tells of them. They can be turned off, for those who speak to their machine.

let keysOn = storage.get("keys") !== "off";

function go(by) {
  if (!shown) return;
  const next = listed[listed.indexOf(shown.row) + by];
  if (next) location.href = addressOf(next);
}

function walk(by) {
  const items = [...document.querySelectorAll(".item h2 a")];
  const at = items.indexOf(document.activeElement);
  items[Math.min(Math.max(at + by, 0), items.length - 1)]?.focus();
}

const KEYS = {
  j: ["Next recommendation", () => (shown ? go(1) : walk(1))],
  k: ["The one before", () => (shown ? go(-1) : walk(-1))],
  ArrowRight: ["Next recommendation", () => go(1)],
  ArrowLeft: ["The one before", () => go(-1)],
  c: ["Mark as checked", () => shown && toggleChecked(shown.row)],
  e: ["Correct the outcome", () => byId("edit-outcome")?.click()],
  u: ["Undo the last correction", () => undo()],
  "/": ["Search", () => { if (byId("search")) byId("search").focus(); else { focusNext = "search"; location.hash = "list"; } }],
  o: ["Overview", () => { location.hash = ""; }],
  l: ["List of recommendations", () => { location.hash = listedFrom.slice(1); }],
  p: ["Promises", () => { location.hash = "promises"; }],
  "?": ["These keys", () => help()],
};
const KEY_NAMES = { ArrowRight: "→", ArrowLeft: "←" };

function dialog(title, ...inside) {
  const opener = document.activeElement;
  const node = el("dialog", { "aria-label": title }, el("h2", {}, title), inside, el("div", { class: "editor-buttons" }, button("Close", () => node.close(), { class: "main" })));
  node.addEventListener("close", () => { node.remove(); (byId(opener?.id) ?? opener)?.focus?.(); }); // it may have been drawn again
  document.body.append(node);
  node.showModal();
  return node;
}

function help() {
  if (document.querySelector("dialog[open]")) return;
  const toggle = el("input", { type: "checkbox", checked: keysOn, id: "keys-on", onchange: (event) => { keysOn = event.target.checked; storage.set("keys", keysOn ? "on" : "off"); } });
  dialog("Keys", el("dl", { class: "keys" }, Object.entries(KEYS).map(([key, [words]]) => [el("dt", {}, el("kbd", {}, KEY_NAMES[key] ?? key)), el("dd", {}, words)])), el("p", { class: "checkbox" }, toggle, el("label", { for: "keys-on" }, "Single keys do this")));
}

document.addEventListener("keydown", (event) => {
  const writes = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  const scrolls = event.key.startsWith("Arrow") && event.target.closest?.(".frame, .scroller");
  if (writes || scrolls || event.altKey || event.metaKey) return;
  if (event.ctrlKey) {
    if (event.key === "z" && undo()) event.preventDefault();
    return;
  }
  const found = keysOn || event.key === "?" ? KEYS[event.key] : null;
  if (!found) return;
  event.preventDefault();
  found[1]();
});
