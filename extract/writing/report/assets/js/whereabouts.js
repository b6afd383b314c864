// Where one was: who goes back finds a view as far down as it was left, and what was followed from it in focus.

history.scrollRestoration = "manual"; // views are drawn after the browser has scrolled

const PLACES = `${PREFIX}places:${location.pathname}`;

/** What this tab keeps of them while another file is in sight; some browsers refuse it to files. */
function keptPlaces() {
  try {
    return parsed(sessionStorage.getItem(PLACES));
  } catch {
    return [];
  }
}

const places = new Map(keptPlaces()); // of the entries of the browser's history, by their keys
let here = null; // the key of the one in sight
let depth = scrollY;

addEventListener("scroll", () => {
  if (history.state?.key === here) depth = scrollY; // else an address was followed, and another view is about to be drawn
}, { passive: true });

const hrefInFocus = () => document.activeElement?.closest("main a")?.getAttribute("href") ?? null;
const linkTo = (href) => (href ? [...document.querySelectorAll("main a")].find((each) => each.getAttribute("href") === href) : null);
const downThePage = (node) => node.getBoundingClientRect().top + scrollY;

/** Keep where the view in sight stands. */
function notePlace() {
  if (here === null) return;
  const href = hrefInFocus();
  places.set(here, { depth, grown: growing?.count() ?? 0, href, above: href ? downThePage(document.activeElement) - depth : 0 });
}

/** Move on to the entry that the browser is at now; returns where its view stood, null for one that is new. */
function arrive() {
  if (here !== null && history.state?.key === here) return null; // the same entry, asked for anew
  notePlace();
  const known = history.state?.key ?? null;
  here = known ?? `${Date.now()}-${history.length}`;
  if (known === null) history.replaceState({ key: here }, "");
  depth = 0;
  return places.get(known) ?? null;
}

/** Take up the view where it stood. */
function takeUp(place) {
  const link = linkTo(place.href);
  scrollTo(0, link ? downThePage(link) - place.above : place.depth);
  (link ?? byId("main")).focus({ preventScroll: true });
}

addEventListener("pagehide", () => {
  notePlace();
  try {
    sessionStorage.setItem(PLACES, JSON.stringify([...places].slice(-50)));
  } catch {
    // then who comes back begins at the top
  }
});

/** Tell whoever drives the page which address it shows: the bar changes before the view does. */
function tellPlace() {
  document.documentElement.dataset.place = location.hash;
}

/** Put the address of what is in sight into the bar. */
function noteAddress(address) {
  try {
    history.replaceState(history.state, "", address);
    tellPlace();
  } catch {
    // Safari takes a hundred in half a minute, and the next may be taken again
  }
}
