"""What a date does in its clause: deadline, start, event, period or frequency."""

import re
from functools import lru_cache

from extract.facts.dates.context import before
from extract.facts.dates.found import Around, Found, Range, Steady, UpTo
from extract.facts.dates.grammar import one_of
from extract.records import DateRole, DateType, Field
from extract.vocabulary.dates import DateWords

_BETWEEN = r"(?:the\s+|about\s+|at\s+least\s+|(?:noon|midday|midnight|\d[\d.:]*\s?[ap]m)\s+on\s+)?"
_ONWARDS = re.compile(r"\s?(?:and\s)?onwards?\b", re.IGNORECASE)


def role_of(found: Found, kind: DateType, around: Around) -> DateRole:
    """What an expression of a type does, by the words before it; in a timescale cell a deadline unless they differ."""
    if kind is DateType.RECURRENCE:
        return DateRole.FREQUENCY
    if _ONWARDS.match(around.text, found.end):
        return DateRole.START
    words = around.text[found.start : found.end].lower()
    if words.startswith(("within", "inside")) or (words.startswith("in ") and words.endswith("time")):
        return DateRole.DEADLINE
    told = None if isinstance(found.meaning, Steady) else _told(around, found.start)
    if kind is DateType.DURATION or isinstance(found.meaning, Range | UpTo):
        return told if told is DateRole.DEADLINE else DateRole.PERIOD
    if told is not None:
        return told
    return DateRole.DEADLINE if around.field is Field.TIMESCALE else DateRole.EVENT


def _told(around: Around, start: int) -> DateRole | None:
    """The role of the longest cue that stands right before an offset."""
    ahead = before(around, start)
    return next((role for cue, role in _cues(around.grammar.words) if cue.search(ahead)), None)


@lru_cache(maxsize=4)
def _cues(words: DateWords) -> tuple[tuple[re.Pattern[str], DateRole], ...]:
    cues = sorted(((word, entry.role) for entry in words.cues for word in entry.words), key=lambda cue: -len(cue[0]))
    return tuple(
        (
            re.compile(rf"(?<!\w){one_of([word])}(?:\s*[:–—-]\s*|\s+\(?){_BETWEEN}$", re.IGNORECASE),
            role,
        )
        for word, role in cues
    )
