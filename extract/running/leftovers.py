"""What earlier runs have left in the folder for results: what somebody has changed is kept, what is outdated goes."""

from collections.abc import Iterator, Sequence

from extract.running.ledger import changed_by_hand, load_ledger
from extract.storage import Store
from extract.writing.changes_files import NAMES as CHANGES


def keep_aside(store: Store, names: Sequence[str]) -> Iterator[str]:
    """Keep a copy of each file that is to be replaced and that somebody has changed since it was written."""
    ledger = load_ledger(store)
    for name in changed_by_hand(ledger, store, names) if ledger else ():
        if (data := store.read(name)) is not None:
            aside, there = _place_aside(store, name, data)
            if there is None:
                store.write(aside, data)
            yield aside


def _place_aside(store: Store, name: str, data: bytes) -> tuple[str, bytes | None]:
    """The first name that is free, or has these bytes already from a run that went no further; and what is there."""
    stem, dot, suffix = name.partition(".")
    names = (f"{stem} changed by hand {number}{dot}{suffix}" for number in range(1, 10**6))
    return next((each, there) for each in names if (there := store.read(each)) in {None, data})


def outdated(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """The changes that the run before has written, if this one writes none: they are about other tables."""
    ledger = load_ledger(store)
    return tuple(name for name in CHANGES if ledger and name in ledger.files and name not in names and store.has(name))


def stale(store: Store, names: Sequence[str]) -> list[str]:
    """Parts of tables, and pages of a report, that an earlier, longer run has left beside those of this one."""
    folders = {name.rpartition("/")[0] for name in names if name.startswith("parquet/")}
    folders |= {"report"} if "report.html" in names else set()
    there = (each for folder in sorted(folders) for each in store.children(folder))
    return [each for each in there if each not in names and (each.endswith(".html") or each.startswith("parquet/"))]
