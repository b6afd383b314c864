"""Which row each wish is of: those that were read, and those that people say were missed."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import UnsetType

from extract.correcting.corrections import Ask
from extract.correcting.finding import Known, MisfitError, Named, find_row
from extract.correcting.outcomes import Told
from extract.records import Basis, Outcome, OutcomeDetail, OutcomeValue, Recommendation, Report
from extract.results import row_digest


class Wished(NamedTuple):
    """A row and what is wanted of it.

    Attributes:
        row: as it was read; of one that was missed no more than its number and its text.
        asks: what is wanted.
        missed: it was not read.
    """

    row: Recommendation
    asks: list[Ask]
    missed: bool = False

    @property
    def known(self) -> Known:
        """What it is found by; its text as it was read and as people want it."""
        texts = {self.row.text, *(ask.row.set.text for ask in self.asks if isinstance(ask.row.set.text, str))}
        return Known(texts, self.row.number, row_digest(self.row))

    @property
    def struck(self) -> Ask | None:
        """The wish by which it is no recommendation; ``None`` where it is one."""
        said = [ask for ask in self.asks if not isinstance(ask.row.struck, UnsetType)]
        return said[-1] if said and said[-1].row.struck is True else None


def wishes_of(report: Report, asks: Sequence[Ask], told: Told) -> tuple[Wished, ...]:
    """The rows of a document with what is wanted of each; those that were missed stand where people say.

    Args:
        report: what was read of the document.
        asks: what is wanted, in its order.
        told: is told of a wish for a row that is not there.
    """
    rows = [Wished(row, []) for row in report.recommendations]
    for ask in asks:
        try:
            at = find_row(_named(ask), [each.known for each in rows])
        except MisfitError as misfit:
            if ask.edition:
                continue  # how much of it holds is told of the whole document
            if ask.row.missed:
                rows.insert(_place(rows, ask), Wished(_bare(report, rows, ask), [ask], missed=True))
            else:
                told(ask, str(misfit))
            continue
        if not ask.edition or ask.row.read == row_digest(rows[at].row):
            rows[at].asks.append(ask)
    return tuple(rows)


def _named(ask: Ask) -> Named:
    return Named(ask.row.text, ask.row.number, ask.row.read, ask.row.nth, nearly=not ask.row.missed)


def _place(rows: Sequence[Wished], ask: Ask) -> int:
    """Where a row that was missed is to stand: after the one that is named, and those that were missed there before."""
    try:
        at = find_row(Named(ask.row.after or "", None), [each.known for each in rows]) + 1
    except MisfitError:
        return len(rows)
    while at < len(rows) and rows[at].missed:
        at += 1
    return at


def _bare(report: Report, rows: Sequence[Wished], ask: Ask) -> Recommendation:
    """A row of which no more is known than its number and its text."""
    absent = Outcome(value=OutcomeValue.NONE, detail=OutcomeDetail.NOT_STATED, basis=Basis.ABSENT, raw=None)
    return Recommendation(
        id=_free_id(f"{report.document.id}/{ask.row.number or 'added'}", {each.row.id for each in rows}),
        number=ask.row.number,
        parent=None,
        theme=None,
        text=ask.row.text.strip(),
        response="",
        timescale=None,
        progress=None,
        cells=(),
        outcome=absent,
        positions=(),
        owners=(),
        commitments=(),
        dates=(),
        organisations=(),
        flags=(),
        confidence=None,
        confidence_reasons=(),
        evidence=(),
    )


def _free_id(wanted: str, used: set[str]) -> str:
    """The id, told apart from those in use as those of rows that were read are."""
    number, id_ = 1, wanted
    while id_ in used:
        number += 1
        id_ = f"{wanted}~{number}"
    return id_
