"""Rows, commitments and words found again by what they say, however they are numbered and ordered now."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from extract.findings import Span
from extract.records import Commitment

_ALIKE = 90  # per cent at which a text is taken for another reading of the same
_NEAR = 5  # per cent within which a second text is as good
_OVERLAP = 0.5  # of two stretches, from which on they are the same


class MisfitError(Exception):
    """What a correction is of is not there any more, or cannot be told from others: why, as the end of a sentence."""


class Named(NamedTuple):
    """What a row can be found by.

    Attributes:
        text: what it says.
        number: what tells rows of the same text apart.
        read: what tells rows of the same text and number apart: the digest of all that was read of it.
        nth: which of them it is, where they are the same in all.
        nearly: a text that is nearly this one does.
    """

    text: str
    number: str | None
    read: str | None = None
    nth: int | None = None
    nearly: bool = True


class Known(NamedTuple):
    """A row by what it says, as read and as corrected, its number, and the digest of what was read of it."""

    texts: Collection[str]
    number: str | None
    digest: str = ""


def find_row(named: Named, rows: Sequence[Known]) -> int:
    """The place of the row that says a text: to the letter but for white space, or else nearly so.

    Args:
        named: what is looked for.
        rows: all that there are.

    Raises:
        MisfitError: no row says it, or several do.
    """
    wanted, known = squeezed(named.text), [{squeezed(each) for each in row.texts} for row in rows]
    found = [at for at, said in enumerate(known) if wanted in said]
    found = found or (_near(wanted, known) if named.nearly else [])
    if not found:
        raise MisfitError("no row has this text")
    numbered = [at for at in found if rows[at].number == named.number] if len(found) > 1 else found
    same = [at for at in numbered or found if rows[at].digest == named.read] or numbered
    if len(same) > 1 and named.nth:
        same = [numbered[min(named.nth, len(numbered)) - 1]] if numbered else []
    if len(same) != 1:
        raise MisfitError(f"{len(found)} rows have this text, and its number does not tell them apart")
    return same[0]


def _near(wanted: str, texts: Sequence[Collection[str]]) -> list[int]:
    """The places of the texts that are nearly this one, and hardly less so than the best of them."""
    scores = [max(fuzz.ratio(wanted, each) for each in said) for said in texts] if wanted else []
    best = max(scores, default=0.0)
    return [at for at, score in enumerate(scores) if score >= max(_ALIKE, best - _NEAR)]


class Quoted(NamedTuple):
    """Words of a field, and which of several that are the same: the first is 1, and ``None`` whichever is free."""

    words: str
    nth: int | None = None


def find_commitment(
    quote: Quoted, text: str, commitments: Sequence[Commitment], taken: Collection[str] = ()
) -> Commitment:
    """The commitment of a field that a quotation is of; of several with the same words the next that is not taken.

    Args:
        quote: its words as they were read.
        text: the field.
        commitments: those in the field.
        taken: the ids of those that were found before.

    Raises:
        MisfitError: there is none.
    """
    same = [each for each in commitments if squeezed(each.text) == squeezed(quote.words)]
    if quote.nth and same:
        return same[min(quote.nth, len(same)) - 1]
    free = [each for each in commitments if each.id not in taken]
    if unused := [each for each in same if each in free]:
        return unused[0]
    found = find_words(quote, text) or _nearly(quote.words, text)
    shares = {each.id: _share(found, Span(each.start, each.end)) for each in free} if found else {}
    best = max(free, key=lambda each: shares.get(each.id, 0.0), default=None)
    if best is None or shares.get(best.id, 0.0) < _OVERLAP:
        raise MisfitError("no commitment has these words")
    return best


def find_words(quote: Quoted, text: str, avoided: Sequence[Span] = ()) -> Span | None:
    """Where words stand in a text, to the letter or but for white space.

    Args:
        quote: the words.
        text: where they are looked for.
        avoided: where they are rather not found, unless it is said which of them is meant.
    """
    words = quote.words.strip()
    found = find_all(words, text) or _all_squashed(words, text)
    if quote.nth and found:
        return found[min(quote.nth, len(found)) - 1]
    free = [span for span in found if not any(span.overlaps(other) for other in avoided)]
    return next(iter(free or found), None)


def squeezed(text: str) -> str:
    """The text with each stretch of white space as one space."""
    return " ".join(text.split())


def find_all(words: str, text: str) -> list[Span]:
    """The places where words stand in a text to the letter, none over another."""
    found, at = list[Span](), text.find(words)
    while at >= 0 and words:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _all_squashed(words: str, text: str) -> list[Span]:
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    found = find_all("".join(words.split()), "".join(text.split()))
    return [Span(places[span.start], places[span.end - 1] + 1) for span in found]


def _nearly(quote: str, text: str) -> Span | None:
    """The stretch of a text that a quotation is most like."""
    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_ALIKE)
    return Span(found.dest_start, found.dest_end) if found else None


def _share(one: Span, other: Span) -> float:
    """Intersection over union."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / max(max(one.end, other.end) - min(one.start, other.start), 1)
