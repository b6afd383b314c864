"""Files of corrections, made up of what a document says and of what it does not."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

from extract.correcting.file import DETAILS
from extract.records import CommitmentStatus, Field, OutcomeValue, OwnerCapacity, OwnerKind, Report
from tests.correcting.asked import SHA256, Row, a_file

Made = st.SearchStrategy[Row]

_STRANGE = ["Ärzte – “x” 🏙", "a", "\t=1", "nowhere"]
_SPACED = ["Wardens  walk", "all parishes. We will", "this year", "We"]


class Said(NamedTuple):
    """What a document says: the texts of its rows, stretches of their fields, and its digest."""

    texts: Sequence[str]
    quotes: Sequence[str]
    sha256: str = SHA256


def said_in(report: Report) -> Said:
    """What a document says."""
    rows = report.recommendations
    quotes = [made.text for row in rows for made in row.commitments] + [date.text for row in rows for date in row.dates]
    fields = [text for row in rows for text in (row.text, row.response, row.progress or "") if text]
    return Said([row.text for row in rows], [*quotes, *fields, *_SPACED], report.document.source.sha256)


words = st.sampled_from(_STRANGE) | st.text(min_size=1).filter(str.strip)
days = st.dates().map(lambda day: day.isoformat())
deadlines = st.tuples(days, days).map(lambda two: {"start": min(two), "end": max(two)})
bodies = st.fixed_dictionaries({"name": words}, optional={"id": st.none() | words})
statuses = st.sampled_from([str(status) for status in CommitmentStatus])
fields = st.sampled_from([str(field) for field in Field])
outcomes = st.sampled_from([(value, detail) for value in OutcomeValue for detail in DETAILS[value]]).map(
    lambda pair: {"outcome": str(pair[0]), "detail": pair[1] and str(pair[1])}
)
owner_parts: Made = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from([str(kind) for kind in OwnerKind]),
        "capacity": st.sampled_from([None, *(str(capacity) for capacity in OwnerCapacity)]),
        "uncertain": st.booleans(),
    },
)
owners = st.tuples(bodies, owner_parts).map(lambda two: two[0] | two[1])


def _promises(quotes: st.SearchStrategy[str]) -> st.SearchStrategy[list[Row]]:
    optional = {
        "name": st.none() | words,
        "actor": st.none() | bodies,
        "deadline": st.none() | deadlines | days.map(lambda day: {"end": day}),
        "condition": st.none() | words,
        "targets": st.lists(st.sampled_from(["a plan", "31 March", "all", "this year", "the"]), max_size=2),
    }
    changed = st.fixed_dictionaries({}, optional={"status": statuses, **optional})
    added = st.fixed_dictionaries({"status": statuses}, optional=optional)
    return st.lists(
        _of("strike", quotes) | _of("change", quotes, set=changed) | _of("add", quotes, set=added), max_size=6
    )


def _of(do: str, quotes: st.SearchStrategy[str], **more: Made) -> Made:
    nths = {"nth": st.sampled_from([None, 1, 2, 3])}
    return st.fixed_dictionaries({"do": st.just(do), "quote": quotes, "field": fields, **more}, optional=nths)


def _positions(quotes: st.SearchStrategy[str]) -> st.SearchStrategy[list[Row]]:
    answers = outcomes.map(lambda answer: {"value": answer["outcome"], "detail": answer["detail"]})
    quoted = st.fixed_dictionaries({"organisation": words, "quote": quotes, "field": fields})
    return st.lists(st.tuples(answers, quoted).map(lambda two: two[0] | two[1]), max_size=2)


def _values(quotes: st.SearchStrategy[str]) -> Made:
    texts = st.fixed_dictionaries(
        {},
        optional={
            "text": words,
            "response": st.just("") | words | st.lists(quotes, min_size=1, max_size=4).map(". ".join),
            "timescale": st.none() | words,
            "progress": st.none() | words | quotes,
            "number": st.none() | st.sampled_from(["1", "2", "7(b)"]),
            "theme": st.none() | words,
            "owners": st.lists(owners, max_size=3),
            "positions": _positions(quotes),
        },
    )
    answers = (
        outcomes | st.just(dict[str, Any]()) | st.fixed_dictionaries({"detail": st.sampled_from([None, "in_part"])})
    )
    return st.tuples(texts, answers).map(lambda two: two[0] | two[1])


def files_about(said: Said) -> Made:
    """Files about a document."""
    quotes = st.sampled_from(said.quotes) | words
    texts = st.sampled_from([*said.texts, *(f"{text[:-2]}!!" for text in said.texts)]) | words
    row = st.fixed_dictionaries(
        {"text": texts},
        optional={
            "number": st.sampled_from([None, "1", "2", "3", "9"]),
            "missed": st.booleans(),
            "after": st.none() | st.sampled_from(said.texts),
            "struck": st.booleans(),
            "checked": st.booleans(),
            "by": st.none() | words,
            "at": st.none() | days,
            "set": _values(quotes),
            "commitments": _promises(quotes),
        },
    )
    return st.lists(row, max_size=5).map(lambda rows: a_file(*rows, sha256=said.sha256))
