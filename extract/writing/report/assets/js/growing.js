// Long lists: what is near the window is built, and more as it comes near.

const CHUNK = 40;
let growing = null; // the one that is in sight, so that it can be found again as far as it was

/** Put what `make` makes of things into a list, some at a time; `grown` are there at once. */
function grow(list, things, make, grown = CHUNK) {
  growing?.end();
  let at = 0;
  const upTo = (end) => {
    fill(list, things.slice(at, end).map(make));
    at = Math.min(end, things.length);
    more.hidden = at >= things.length;
  };
  const onwards = () => {
    const next = list.children.length;
    upTo(at + CHUNK);
    list.children[next]?.querySelector("a")?.focus(); // the button may be gone now
  };
  const more = el("p", { class: "more" }, button("Show more", onwards));
  const watcher = new IntersectionObserver((seen) => {
    if (at >= things.length || !seen.some((each) => each.isIntersecting)) return;
    upTo(at + CHUNK);
    watcher.unobserve(more); // observed anew, it tells whether it is near still
    watcher.observe(more);
  }, { rootMargin: "1200px" });
  list.replaceChildren();
  upTo(Math.max(grown, CHUNK));
  (list.closest("table") ?? list).after(more);
  watcher.observe(more);
  growing = { count: () => at, all: () => upTo(things.length), end: () => { watcher.disconnect(); more.remove(); } };
}

/** What is folded away, and made when it is opened: of thousands of documents most is never looked at. */
function tucked(summary, make) {
  const node = el("details", {}, el("summary", {}, summary));
  node.addEventListener("toggle", () => node.append(make()), { once: true });
  return node;
}
