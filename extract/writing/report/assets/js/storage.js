// What this browser keeps from one visit to the next; some browsers refuse it to files.

const PREFIX = "scrutiny-extract:";
const held = new Map();

function isKept() {
  try {
    localStorage.setItem(`${PREFIX}try`, "1");
    localStorage.removeItem(`${PREFIX}try`);
    return true;
  } catch {
    return false;
  }
}

const storage = {
  works: isKept(),
  get(name) {
    if (!this.works) return held.get(name) ?? null;
    return localStorage.getItem(PREFIX + name);
  },
  set(name, value) {
    held.set(name, value);
    if (!this.works) return;
    try {
      localStorage.setItem(PREFIX + name, value);
    } catch {
      this.works = false; // it is full: what was kept is there, what follows is not
    }
  },
};
