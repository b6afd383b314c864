// Rows, promises and words found again by what they say, as the program finds them (extract/correcting/finding.py).

const ALIKE = 90; // per cent at which a text is taken for another reading of the same
const NEAR = 5; // per cent within which a second text is as good

const squeezed = (text) => text.split(/\s+/).filter(Boolean).join(" ");
const isSame = (one, other) => one === other || squeezed(one) === squeezed(other);

/** How alike two texts are, in per cent: twice the letters that they share in the same order, of all. */
function likeness(one, other) {
  if (!one.length || !other.length) return 0;
  let last = new Uint16Array(other.length + 1);
  for (const letter of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at += 1) next[at + 1] = letter === other[at] ? last[at] + 1 : Math.max(last[at + 1], next[at]);
    last = next;
  }
  return (200 * last[other.length]) / (one.length + other.length);
}

/** The best of a list that is alike, and those that are hardly less so. */
function alike(wanted, all, textsOf) {
  const scores = all.map((each) => Math.max(...textsOf(each).map((text) => likeness(wanted, text))));
  const best = Math.max(0, ...scores);
  return all.filter((_, at) => scores[at] >= Math.max(ALIKE, best - NEAR));
}

/** The row that a correction is of; null where there is none, or several could be meant. */
function findRow(wish, all, textsOf) {
  const wanted = squeezed(wish.text);
  let found = all.filter((row) => textsOf(row).includes(wanted));
  if (!found.length && !wish.missed && wanted) found = alike(wanted, all, textsOf);
  const numbered = found.length > 1 ? found.filter((row) => row.read.number === (wish.number ?? null)) : found;
  const same = (numbered.length ? numbered : found).filter((row) => wish.read && row.read.digest === wish.read);
  const meant = same.length ? same : numbered;
  if (meant.length > 1 && wish.nth) return numbered[Math.min(wish.nth, numbered.length) - 1] ?? null;
  return meant.length === 1 ? meant[0] : null;
}

/** The places where words stand to the letter, none over another. */
function findAll(words, text) {
  const found = [];
  for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + words.length)) found.push({ from: at, to: at + words.length });
  return found;
}

/** The same but for white space. */
function findSquashed(words, text) {
  const places = [...text.matchAll(/\S/g)].map((each) => each.index);
  return findAll(words.replace(/\s+/g, ""), text.replace(/\s+/g, "")).map(({ from, to }) => ({ from: places[from], to: places[to - 1] + 1 }));
}

/** Where words stand in a text: the nth place if it is said, else rather outside of what is avoided. */
function findWords({ quote, nth }, text, avoided = []) {
  const exact = findAll(quote.trim(), text);
  const found = exact.length ? exact : findSquashed(quote, text);
  if (nth && found.length) return found[Math.min(nth, found.length) - 1];
  const isFree = (place) => !avoided.some((other) => place.from < other.to && other.from < place.to);
  return found.find(isFree) ?? found[0] ?? null;
}

const shareOf = (one, other) => Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from)) / Math.max(1, Math.max(one.to, other.to) - Math.min(one.from, other.from));

/** The promise that a quotation is of: of the same words the nth, or the next that is not taken; else at their place. */
function findPromise(wish, text, all, taken) {
  const same = all.filter((made) => isSame(made.quote, wish.quote));
  if (wish.nth && same.length) return same[Math.min(wish.nth, same.length) - 1];
  const free = all.filter((made) => !taken.has(made));
  const unused = same.find((made) => free.includes(made));
  if (unused) return unused;
  const place = findWords({ quote: wish.quote }, text);
  if (!place) return free.length ? (alike(squeezed(wish.quote), free, (made) => [squeezed(made.quote)])[0] ?? null) : null;
  const best = free.reduce((most, made) => (shareOf(place, made) > (most ? shareOf(place, most) : 0) ? made : most), null);
  return best && shareOf(place, best) >= 0.5 ? best : null;
}
