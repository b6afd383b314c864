"""Rows that are answered at another row: its outcome is theirs, and what cannot be followed is said."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from extract.facts.references import Reference, find_references
from extract.interpret.doubts.doubt import Doubt, quotation, quote
from extract.records import Basis, Because, Field, Outcome, OutcomeDetail, Recommendation
from extract.vocabulary.flags import Flags
from extract.vocabulary.references import ReferenceWords

_ANSWERED = frozenset({"outcome_not_stated", "accepted_without_commitment"})
"""Flags that do not hold of a row whose answer stands at another."""


def follow_references(
    rows: Sequence[Recommendation], words: ReferenceWords, flags: Flags
) -> tuple[Recommendation, ...]:
    """The rows of a document, those without a decision of their own with that of the one row that they point to.

    A row whose answer is nothing but a reference is flagged as answered there; a reference to a number that no row has
    is flagged as unresolved.
    """
    numbered = {_label(row.number): row for row in rows if row.number}
    return tuple(_followed(at, rows, numbered, words, flags) for at in range(len(rows)))


def _followed(
    at: int, rows: Sequence[Recommendation], numbered: Mapping[str, Recommendation], words: ReferenceWords, flags: Flags
) -> Recommendation:
    row = rows[at]
    references = find_references(row.response, words)
    if not references:
        return row
    lost = [doubt.flag(flags) for reference in references for doubt in _lost(row, reference, at, numbered)]
    targets = [target for one in references if one.whole for target in _targets(one, at, rows, numbered)]
    if not targets or row in targets:
        return msgspec.structs.replace(row, flags=(*row.flags, *lost))
    span = references[0].span
    said = {"rows": ", ".join(target.number or "the row before" for target in targets), "quote": span.of(row.response)}
    found = Doubt("answered_elsewhere", said, (quotation(row.response, Field.RESPONSE, span),)).flag(flags)
    outcome = _taken_over(row, targets, span.of(row.response))
    unsaid = outcome.detail is OutcomeDetail.NOT_STATED
    kept = [flag for flag in row.flags if flag.code not in _ANSWERED or (unsaid and flag.code == "outcome_not_stated")]
    return msgspec.structs.replace(row, outcome=outcome, flags=(*kept, found, *lost))


def _taken_over(row: Recommendation, targets: Sequence[Recommendation], words: str) -> Outcome:
    """The outcome of the rows pointed to, where they share one and the row has none of its own."""
    first = targets[0].outcome
    shared = all((other.outcome.value, other.outcome.detail) == (first.value, first.detail) for other in targets)
    if row.outcome.detail is not OutcomeDetail.NOT_STATED or not shared or first.basis is Basis.ABSENT:
        return row.outcome
    because = (Because(rule="outcome_taken_over", words=words),)
    return Outcome(value=first.value, detail=first.detail, basis=Basis.INFERRED, raw=quote(words), because=because)


def _targets(
    reference: Reference, at: int, rows: Sequence[Recommendation], numbered: Mapping[str, Recommendation]
) -> list[Recommendation]:
    if not reference.numbers:
        return [rows[at - 1]] if at else []
    return [numbered[label] for number in reference.numbers if (label := _label(number)) in numbered]


def _lost(
    row: Recommendation, reference: Reference, at: int, numbered: Mapping[str, Recommendation]
) -> Iterator[Doubt]:
    missing = [number for number in reference.numbers if _label(number) not in numbered]
    if missing or (not reference.numbers and not at):
        words = {"quote": reference.span.of(row.response)}
        yield Doubt("cross_reference_unresolved", words, (quotation(row.response, Field.RESPONSE, reference.span),))


def _label(number: str | None) -> str:
    """A label without its signs and the initial of the word: ``R4`` and ``4`` are one, ``9(b)`` and ``9b``."""
    bare = "".join(letter for letter in (number or "").lower() if letter.isalnum() or letter == ".").rstrip(".")
    return bare.removeprefix("r")
