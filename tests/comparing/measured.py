"""How much of what is the same is found, and how much that is found is so: ``python -m tests.comparing.measured``."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extract.comparing.likeness import gist_of, likeness
from extract.comparing.promises import pair_promises
from extract.comparing.recommendations import pair_rows
from extract.comparing.sides import Promise, Row
from extract.records import CommitmentStatus, OutcomeValue
from extract.vocabulary.comparing import load_comparing_words

WORDS = load_comparing_words()
LIMITS = {
    "recommendation": WORDS.thresholds.text,
    "numbered": WORDS.thresholds.numbered,
    "again": WORDS.thresholds.asked_again,
    "promise": WORDS.thresholds.promise,
    "title": WORDS.thresholds.title,
}
FILES = ("pairs.toml", "pairs_held_out.toml", "papers.toml", "papers_held_out.toml")
Places = set[tuple[int, int]]


class Counted(NamedTuple):
    """What was found that is the same, what was found that is not, and what was not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """How much of what was found is the same."""
        return self.right / (self.right + self.wrong or 1)

    @property
    def recall(self) -> float:
        """How much of what is the same was found."""
        return self.right / (self.right + self.missed or 1)


def held(name: str) -> list[dict[str, Any]]:
    """The pairs or papers of a file."""
    (found,) = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8")).values()
    return list(found)


def score(one: str, other: str) -> float:
    return likeness(gist_of(one, WORDS), gist_of(other, WORDS), WORDS)


def counted(name: str, of: str | None = None) -> Counted:
    """What is found of a file; of one kind of texts alone where that is named."""
    chosen = [each for each in held(name) if of in {None, each["of"]}]
    both = [_places(each) for each in chosen]
    return Counted(
        sum(len(found & same) for found, same in both),
        sum(len(found - same) for found, same in both),
        sum(len(same - found) for found, same in both),
    )


def _places(each: dict[str, Any]) -> tuple[Places, Places]:
    """The places that are found to be the same, and those that are."""
    if "one" in each:
        found = score(each["one"], each["other"]) >= LIMITS[each["of"]]
        return ({(1, 1)} if found else set()), ({(1, 1)} if each["same"] else set())
    finders = {"again": _again, "promise": _promises}
    found_in = finders.get(each["of"], _rows)(each)
    return set(found_in), {(then, now) for then, now in each["same"]}


def _rows(paper: dict[str, Any]) -> Iterator[tuple[int, int]]:
    numbered = paper["of"] == "numbered"
    then, now = ([_row(at, text, numbered=numbered) for at, text in enumerate(paper[side], 1)] for side in _SIDES)
    for pair in pair_rows(then, now, WORDS, numbered=numbered).pairs:
        yield from ((_place(old.id), _place(new.id)) for old in pair.old for new in pair.new)


def _promises(paper: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Promises of then, reported as done now."""
    statuses = (CommitmentStatus.PLANNED, CommitmentStatus.COMPLETED)
    then, now = (
        [_promise(f"{side}/{at}", text, status) for at, text in enumerate(paper[side], 1)]
        for side, status in zip(_SIDES, statuses, strict=True)
    )
    for pair in pair_promises(then, now, WORDS).pairs:
        yield from ((_place(pair.old.id), _place(new.id)) for new in pair.after)


def _again(paper: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """For each recommendation of now the one of then that is most like it, if it is near enough."""
    for to, text in enumerate(paper["now"], 1):
        best, at = max((score(before, text), at) for at, before in enumerate(paper["then"], 1))
        if best >= LIMITS["again"]:
            yield at, to


_SIDES = ("then", "now")


def _place(identifier: str) -> int:
    return int(identifier.rpartition("/")[2])


def _row(at: int, text: str, *, numbered: bool) -> Row:
    return Row(
        id=f"paper/{at}",
        number=str(at) if numbered else None,
        text=text,
        gist=gist_of(text, WORDS),
        page=1,
        outcome=OutcomeValue.ACCEPT,
        detail=None,
        stated=True,
        answered=True,
        owners=(),
        promises=(),
        progress=None,
        said="",
        told="",
        due=None,
    )


def _promise(identifier: str, text: str, status: CommitmentStatus) -> Promise:
    gist = gist_of(text, WORDS)
    return Promise(id=identifier, text=text, gist=gist, status=status, name=None, actor=None, condition=None, due=None)


def _main() -> None:
    for name in FILES:
        for of in (*LIMITS, None):
            found = counted(name, of)
            if sum(found):
                told = f"P {found.precision:.2f}  R {found.recall:.2f}  {tuple(found)}"
                sys.stdout.write(f"{name:24} {of or 'all':16} {told}\n")


if __name__ == "__main__":
    _main()
