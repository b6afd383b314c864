"""How a batch differs from an earlier output, as the pages of its report need it."""

from collections.abc import Iterable, Iterator

import msgspec

from extract.changes import Change, DocumentComparison, Kind, Timing
from extract.vocabulary.comparing import load_comparing_words
from extract.writing.report.blocks import encode

_HEAD = b'<script type="application/json" id="changes">{"kinds":'
_TAIL = b"]}</script>\n"


class IndexedChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A difference; ``row`` is the id of the recommendation of now."""

    kind: Kind
    explanation: str
    number: str | None = None
    text: str | None = None
    before: str | None = None
    after: str | None = None
    promised: str | None = None
    reported: str | None = None
    days: int | None = None
    because: str | None = None
    row: str | None = None


class IndexedTime(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an answer came within the time that the law gives."""

    timing: Timing
    explanation: str
    document: str | None = None


class IndexedComparison(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two documents that are about the same, or one that has no partner; ``new`` is the id of that of now."""

    name: str
    new: str | None = None
    authority: str | None = None
    review: str | None = None
    before: str | None = None
    time: IndexedTime | None = None
    changes: tuple[IndexedChange, ...] = ()


def changes_block(comparisons: Iterable[DocumentComparison]) -> Iterator[bytes]:
    """The parts of the block that holds comparisons, and what kinds of differences there are, most serious first."""
    yield _HEAD + encode(list(load_comparing_words().names.items())) + b',"comparisons":['
    for number, compared in enumerate(comparisons):
        yield (b",\n" if number else b"") + encode(_indexed(compared))
    yield _TAIL


def _indexed(compared: DocumentComparison) -> IndexedComparison:
    named, time = compared.new or compared.old, compared.response_time
    return IndexedComparison(
        name=named.name if named else "",
        new=compared.new.id if compared.new else None,
        authority=named.authority if named else None,
        review=named.review if named else None,
        before=compared.old.date if compared.old else None,
        time=IndexedTime(timing=time.timing, explanation=time.explanation, document=time.document) if time else None,
        changes=tuple(map(_change, compared.changes)),
    )


def _change(change: Change) -> IndexedChange:
    return IndexedChange(
        kind=change.kind,
        explanation=change.explanation,
        number=change.number,
        text=change.recommendation,
        before=change.before,
        after=change.after,
        promised=change.promised,
        reported=change.reported,
        days=change.days,
        because=change.because,
        row=change.new.recommendation if change.new else None,
    )
