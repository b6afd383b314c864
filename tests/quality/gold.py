"""The gold annotations: what a careful analyst reads out of a document, and which measures a row of it supports."""

from pathlib import Path

import msgspec

from tests.quality.marks import Measure

FOLDER = Path(__file__).parent / "gold"


class GoldOutcome(msgspec.Struct, frozen=True):
    """What the row answers."""

    value: str
    detail: str | None = None


class GoldOwner(msgspec.Struct, frozen=True):
    """Who is to act."""

    name: str
    optional: bool = False


class GoldPosition(msgspec.Struct, frozen=True):
    """The answer of one body where it is not the row's."""

    organisation: str
    value: str
    optional: bool = False


class GoldDeadline(msgspec.Struct, frozen=True):
    """The first and last day by which something is to be done."""

    start: str | None
    end: str | None


class GoldCommitment(msgspec.Struct, frozen=True):
    """A clause that undertakes, reports or refuses an action; finding an optional one is neither right nor wrong."""

    text: str
    status: str
    field: str = "response"
    actor: str | None = None
    name: str | None = None
    deadline: GoldDeadline | None = None
    optional: bool = False


class GoldDate(msgspec.Struct, frozen=True):
    """An expression of time and the days that it covers."""

    text: str
    type: str
    field: str = "response"
    start: str | None = None
    end: str | None = None
    optional: bool = False


class GoldRow(msgspec.Struct, frozen=True):
    """One recommendation with its answer."""

    number: str
    text: str
    response: str
    outcome: GoldOutcome
    timescale: str | None = None
    progress: str | None = None
    owners: tuple[GoldOwner, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    commitments: tuple[GoldCommitment, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    number_printed: bool = True
    row_optional: bool = False
    outcome_optional: bool = False

    def optional_measures(self) -> frozenset[Measure]:
        """The measures that two readers of this row could honestly disagree on."""
        rows = {Measure.ROWS} if self.row_optional else set()
        outcome = {Measure.OUTCOME, Measure.DETAIL} if self.outcome_optional else set()
        return frozenset(rows | outcome)


class Gold(msgspec.Struct, frozen=True):
    """The annotation of one document.

    Attributes:
        id: what the names of the document's renderings begin with, up to the first dot.
        recommendations: its rows.
        scored: the measures that the annotation is good for; ``None`` for all of them.
        scored_where_not_optional: further measures, left out where a row is marked optional.
    """

    id: str
    recommendations: tuple[GoldRow, ...]
    scored: frozenset[Measure] | None = None
    scored_where_not_optional: frozenset[Measure] = frozenset()

    def measures(self, row: GoldRow) -> frozenset[Measure]:
        """The measures that ``row`` supports."""
        scored = frozenset(Measure) if self.scored is None else self.scored | {Measure.SPANS}
        return (scored | self.scored_where_not_optional) - row.optional_measures()


def load_gold(folder: Path = FOLDER) -> dict[str, Gold]:
    """The annotations of ``folder`` by document id."""
    golds = (msgspec.json.decode(path.read_bytes(), type=Gold) for path in sorted(folder.glob("*.json")))
    return {gold.id: gold for gold in golds}
