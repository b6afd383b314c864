"""Answers that are ticked: a mark under ``Accept``, or a box beside the word that applies."""

import re
from functools import lru_cache

from msgspec.structs import replace

from extract.facts.outcomes.cells import read_decision
from extract.records import Because, Outcome
from extract.vocabulary.outcomes import OutcomeWords


def read_tick(heading: str, mark: str, words: OutcomeWords) -> Outcome | None:
    """The answer that a column stands for, where its cell is marked.

    Args:
        heading: the column's title: ``Accept``, ``Not agreed``.
        mark: what its cell holds: ``✓``, ``X``, a Wingdings tick, ``Y`` or ``Yes``; ``☐``, ``N`` and blanks are none.
        words: the vocabulary of outcomes.
    """
    marks = _marks(words)
    twice = mark.split()  # a cell that a page break divides may be marked on both pages
    marked = marks.fullmatch(mark.strip()) or (twice and all(marks.fullmatch(one) for one in twice))
    outcome = read_decision(heading, words) if marked else None
    return outcome and replace(outcome, because=(Because(rule="outcome_ticked", words=outcome.raw),))


def is_cross(mark: str, words: OutcomeWords) -> bool:
    """Whether a mark strikes out where another ticks: ``✗`` beside ``✓``; alone it marks as well as any."""
    return mark.strip().lower() in words.lists.crosses


@lru_cache(maxsize=2)
def _marks(words: OutcomeWords) -> re.Pattern[str]:
    one = "|".join([*words.lists.ticks, *words.lists.boxes_full])
    return re.compile(rf"(?:{one})", re.IGNORECASE)
