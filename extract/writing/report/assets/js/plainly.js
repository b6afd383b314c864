// Words as they are searched: without accents, in small letters, and however they are hyphenated or quoted.

const MARKS = /[\u0300-\u036f]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g; // soft hyphens, and what turns the direction
const DASHES = /[-\u2010-\u2015\u2212]/g;

const folded = (text) => text.normalize("NFKD").toLowerCase().replace(MARKS, "").replace(UNSEEN, "").replace(/[‘’ʼ`]/g, "'").replace(/[“”]/g, '"').replace(DASHES, "-").replace(/\s/g, " ");

/** A text as it is searched; a word with a hyphen is one word. */
const plainWords = (text) => folded(text).replace(/([\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, "$1").replace(/-/g, " ").replace(/ +/g, " ").trim();

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A word or a phrase of a query. Between its parts a space may be there or not: texts have words run together. */
function term(words, not) {
  const parts = folded(words).split(/[ -]+/).filter(Boolean);
  const loosely = new RegExp(parts.map(escaped).join(" ?"));
  const seen = parts.map((part) => [...part].map(escaped).join("-?")).join("[ -]*");
  return { parts, not, seen, isIn: parts.length > 1 ? (hay) => loosely.test(hay) : (hay) => hay.includes(parts[0]) };
}

/** The words and the quoted phrases of a query; those after a hyphen must be missing. */
function termsOf(query) {
  const found = query.replace(/[“”]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g);
  return [...found].map(([, not, phrase, word]) => term(phrase ?? word, Boolean(not))).filter((each) => each.parts.length);
}

const foldedLetters = new Map();

function foldedLetter(letter) {
  if (!foldedLetters.has(letter)) foldedLetters.set(letter, folded(letter));
  return foldedLetters.get(letter);
}

/** Where the words of some terms stand in a text: the beginning and the end of each. */
function hits(text, terms) {
  if (!terms.length) return [];
  const places = [];
  let plainly = "";
  let at = 0;
  for (const letter of text) {
    const plain = foldedLetter(letter);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    plainly += plain;
    at += letter.length;
  }
  places.push(text.length);
  const pattern = new RegExp(terms.map((each) => each.seen).join("|"), "g");
  return [...plainly.matchAll(pattern)].map((found) => [places[found.index], places[found.index + found[0].length]]);
}
