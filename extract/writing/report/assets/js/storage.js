// What this browser keeps from one visit to the next; some browsers refuse it to files. Chromium now and then hands to a
// page that is loaded anew what stood in localStorage before the last changes, or nothing: what this tab keeps for
// itself was never seen to lag, so each value stands there too, and of the two the later one holds.

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

/** What one of the two stores holds: a value, and when it was put there. */
function recalledFrom(open, name) {
  try {
    const [, at, value] = /^(?:(\d+) )?(.*)$/s.exec(open().getItem(PREFIX + name) ?? "");
    return { at: Number(at ?? 0), value: value || null };
  } catch {
    return { at: 0, value: null };
  }
}

function recalled(name) {
  const [shared, own] = [() => localStorage, () => sessionStorage].map((open) => recalledFrom(open, name));
  return own.at > shared.at ? own : shared;
}

function keepCopy(name, stamped) {
  try {
    sessionStorage.setItem(PREFIX + name, stamped);
  } catch {
    // then there is the one that stands in localStorage
  }
}

const storage = {
  works: isKept(),
  isFull: false,
  get(name) {
    return held.get(name) ?? recalled(name).value;
  },
  set(name, value) {
    const stamped = `${Math.max(Date.now(), recalled(name).at + 1)} ${value}`; // later than what is there, whatever the clock says
    try {
      localStorage.setItem(PREFIX + name, stamped);
      held.delete(name);
      keepCopy(name, stamped);
    } catch {
      held.set(name, value); // what was kept before is there, what follows is not
      this.isFull = this.works;
    }
  },
};
