// The picture of a page beside the text, with the row and the marked words outlined.

const ZOOMS = [1, 1.5, 2, 3];
const view = { id: null, page: null, zoom: matchMedia("(min-width: 40rem)").matches ? 1 : 2 };

/** The panel of a row; `show` brings a mark to sight, or says that it stands on no page. */
function pagePanel(row, full, spans, pick) {
  const record = full.byId.get(row.id);
  if (!record) return null; // a person has added it
  const marks = full.marks[row.id] ?? [];
  const own = new Set(record.evidence.map((each) => each.page));
  const sizes = new Map(full.pages.map(([page, width, height]) => [page, { width, height }]));
  const numbers = [...sizes.keys()];
  if (![...own].some((page) => sizes.has(page))) return null; // a long document carries the first of its pages only
  if (view.id !== row.id) Object.assign(view, { id: row.id, page: [...own].find((page) => sizes.has(page)) ?? numbers[0] });
  const frame = el("div", { class: "frame", tabindex: "0", role: "region", "aria-label": "Picture of the page" });
  const choice = chooser(numbers.map((page) => [String(page), `Page ${page}${own.has(page) ? " (here)" : ""}`]), String(view.page), { "aria-label": "Page", id: "page", onchange: (event) => turn(Number(event.target.value)) });
  const lines = new Map(spans.map((each) => [each.id, linesOf(marks, each.field, each.start, each.end)]));
  let picked = null;

  function turn(page) {
    view.page = page;
    choice.value = String(page);
    drawPage();
  }

  function step(by) {
    const next = numbers[numbers.indexOf(view.page) + by];
    if (next) turn(next);
  }

  function zoom(by) {
    view.zoom = ZOOMS[Math.min(Math.max(ZOOMS.indexOf(view.zoom) + by, 0), ZOOMS.length - 1)];
    drawPage();
  }

  function box([x0, top, x1, bottom], size, attributes) {
    const part = (value, whole) => `${((100 * value) / whole).toFixed(3)}%`;
    const pad = 1;
    return el("div", { ...attributes, style: { left: part(x0 - pad, size.width), top: part(top - pad, size.height), width: part(x1 - x0 + 2 * pad, size.width), height: part(bottom - top + 2 * pad, size.height) } });
  }

  function boxes(size) {
    const ofRow = record.evidence.filter((each) => each.page === view.page && each.bbox).map((each) => box(each.bbox, size, { class: "box around" }));
    const shown = spans.filter((each) => each.id === picked || (each.kind === "promise" && !each.struck && !hiddenKinds.has("promise")));
    const ofSpans = shown.flatMap((each) => lines.get(each.id).filter((line) => line.page === view.page && line.box).map((line) =>
      box(line.box, size, { class: `box on-${each.kind} ${each.id === picked ? "picked" : ""}`, "data-span": each.id, title: each.label, onclick: () => pick(each.id, true) })));
    return [...ofRow, ...ofSpans.sort((one, other) => one.classList.contains("picked") - other.classList.contains("picked"))];
  }

  function drawPage() {
    const size = sizes.get(view.page);
    const address = picture(row.document.id, view.page);
    const image = el("img", { src: address, alt: `Page ${view.page} of ${row.document.name}; its text stands beside it`, width: Math.round(size.width * 1.53), height: Math.round(size.height * 1.53), decoding: "async" });
    show(frame, el("div", { class: "sheet", style: { width: `${100 * view.zoom}%` } }, image, el("div", { class: "boxes", "aria-hidden": "true" }, boxes(size))));
    less.disabled = view.zoom === ZOOMS[0];
    more.disabled = view.zoom === ZOOMS.at(-1);
    before.disabled = view.page === numbers[0];
    after.disabled = view.page === numbers.at(-1);
  }

  const less = button("−", () => zoom(-1), { "aria-label": "Smaller" });
  const more = button("+", () => zoom(1), { "aria-label": "Larger" });
  const before = button("‹", () => step(-1), { "aria-label": "Page before" });
  const after = button("›", () => step(1), { "aria-label": "Next page" });
  function bringToSight(target) {
    const size = target ? { top: target.offsetTop - frame.clientHeight / 3, left: target.offsetLeft - 20 } : { top: 0, left: 0 };
    frame.scrollTo({ top: Math.max(0, size.top), left: Math.max(0, size.left) });
  }

  drawPage();
  requestAnimationFrame(() => bringToSight(frame.querySelector(".picked") ?? frame.querySelector(".around")));
  return {
    node: el("aside", { class: "page-panel", "aria-label": "The page that it stands on" }, el("div", { class: "page-tools" }, before, choice, after, el("span", { class: "spread" }), less, more), frame),
    outline(id, isHere) {
      picked = id;
      const found = lines.get(id) ?? [];
      const first = found.find((line) => line.box && sizes.has(line.page));
      if (!first) return false;
      if (!isHere && !found.some((line) => line.page === view.page)) turn(first.page);
      else drawPage();
      if (!isHere) bringToSight(frame.querySelector(".picked"));
      return true;
    },
  };
}
