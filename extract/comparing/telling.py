"""Differences in words: a kind, what was and what is, and its sentence."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from extract.changes import Change, Kind, Where
from extract.comparing.sides import Paper, Row
from extract.vocabulary.comparing import ComparingWords

_LONGEST: Final = 240  # characters of a quotation within a sentence; the fields have it whole
_TWO_QUOTED: Final = "”, now “"
_UNNUMBERED: Final = "without a number"


class Spot(NamedTuple):
    """What a difference is about.

    Attributes:
        old: where it was then.
        new: where it is now.
        number: the label of the recommendation.
        recommendation: its text.
        because: why what was and what is are the same thing.
        promised: the words of the promise then, within a recommendation.
        reported: what is said of it now.
        rows: the recommendations that promises within it stand in, where they are several.
    """

    old: Where | None = None
    new: Where | None = None
    number: str | None = None
    recommendation: str | None = None
    because: str | None = None
    promised: str | None = None
    reported: str | None = None
    rows: tuple[Row, ...] = ()

    def at(self, old: str | None, new: str | None, because: str | None = None) -> "Spot":
        """The spot of promises within it, by their ids."""
        rows = {row.id: row for row in self.rows}
        own = rows.get(_row_of(new))
        return self._replace(
            old=_within(self.old, old, rows),
            new=_within(self.new, new, rows),
            number=own.number if own else self.number,
            recommendation=own.text if own else self.recommendation,
            because=because or self.because,
        )


class Said(NamedTuple):
    """The fields of a sentence: what was, what is, how many days it moved, how far it is, and what else there is."""

    before: str | None = None
    after: str | None = None
    days: int | None = None
    status: str = ""
    more: str = ""


def tell(kind: Kind, spot: Spot, said: Said, words: ComparingWords) -> Change:
    """A difference, with its sentence."""
    sentence = words.sentences[kind].format(
        number=spot.number or _UNNUMBERED,
        before=_short(said.before or "nobody"),
        after=_short(said.after or "nobody"),
        days=_days(abs(said.days or 0)),
        status=said.status.replace("_", " "),
        more=said.more if _TWO_QUOTED in said.more else _short(said.more),
    )
    return Change(
        kind=kind,
        number=spot.number,
        recommendation=spot.recommendation,
        before=said.before,
        after=said.after,
        promised=spot.promised,
        reported=spot.reported,
        days=said.days,
        explanation=sentence[0].upper() + sentence[1:],
        because=spot.because,
        old=spot.old,
        new=spot.new,
    )


def quoted(*texts: str | None) -> str:
    """What was said then and what is said now, to stand in quotation marks; once, where it is the same."""
    return _TWO_QUOTED.join(dict.fromkeys(_short(text) for text in texts if text))


def place_of(paper: Paper, row: Row) -> Where:
    """Where a recommendation stands."""
    return Where(document=paper.id, recommendation=row.id, page=row.page)


def _within(where: Where | None, commitment: str | None, rows: Mapping[str, Row]) -> Where | None:
    if where is None or commitment is None:
        return where
    row = rows.get(_row_of(commitment))
    return Where(
        document=where.document,
        recommendation=_row_of(commitment),
        commitment=commitment,
        page=row.page if row else where.page,
    )


def _row_of(commitment: str | None) -> str:
    return (commitment or "").rpartition("/")[0]


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)] + " …"
