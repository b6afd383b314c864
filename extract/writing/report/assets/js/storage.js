// What this browser keeps from one visit to the next; some browsers refuse it to files.

const PREFIX = "scrutiny-extract:";
const held = new Map(); // what could not be kept, for as long as this page is open

function isKept() {
  try {
    localStorage.setItem(`${PREFIX}try`, "1");
    localStorage.removeItem(`${PREFIX}try`);
    return true;
  } catch {
    return false;
  }
}

function recalled(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

const storage = {
  works: isKept(),
  isFull: false,
  get(name) {
    return held.get(name) ?? recalled(name);
  },
  set(name, value) {
    try {
      localStorage.setItem(PREFIX + name, value);
      held.delete(name);
    } catch {
      held.set(name, value); // what was kept before is there, what follows is not
      this.isFull = this.works;
    }
  },
};
