// Elements are made one by one; what a document says becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

function dress(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, each] of Object.entries(value)) node.style.setProperty(key, each);
    else node.setAttribute(name, value === true ? "" : value);
  }
  return node;
}

function fill(node, children) {
  for (const child of children.flat(3)) if (child !== null && child !== undefined && child !== false) node.append(child);
  return node;
}

/** An element with attributes (functions listen: `onclick`) and children. */
const el = (name, attributes = {}, ...children) => fill(dress(document.createElement(name), attributes), children);

/** The same within a drawing. */
const draw = (name, attributes = {}, ...children) => fill(dress(document.createElementNS(SVG, name), attributes), children);

const byId = (id) => document.getElementById(id);

const show = (node, ...children) => {
  node.replaceChildren();
  return fill(node, children);
};

const button = (words, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, words);

/** Tell a screen reader what has changed. */
const announce = (words) => {
  byId("live").textContent = words;
};

const unseen = (words) => el("span", { class: "hidden" }, words);

let counted = 0;
const freshId = (stem) => `${stem}-${(counted += 1)}`;

/** A field of a form with its label. */
function labelled(words, field, hint = "") {
  field.id = field.id || freshId("field");
  const about = hint ? el("span", { class: "hint", id: `${field.id}-hint` }, hint) : null;
  if (about) field.setAttribute("aria-describedby", about.id);
  return el("div", { class: "field" }, el("label", { for: field.id }, words), about, field);
}

/** A list to choose from: `choices` are pairs of a value and its words. */
function chooser(choices, chosen, attributes = {}) {
  const options = choices.map(([value, words]) => el("option", { value, selected: value === (chosen ?? "") }, words));
  return el("select", attributes, options);
}

/** Choose a value in a list, also one that the list lacks. */
function choose(list, value) {
  list.value = value;
  if (list.value === value) return;
  list.append(el("option", { value }, value));
  list.value = value;
}

/** Put a thing under its key, beside those that are there. */
function gather(groups, key, thing) {
  if (groups.has(key)) groups.get(key).push(thing);
  else groups.set(key, [thing]);
}
