"""Answers that are ticked: a mark under ``Accept``, or a box beside the word that applies."""

import re
from functools import lru_cache

from extract.facts.outcomes.cells import read_decision
from extract.records import Outcome
from extract.vocabulary.outcomes import OutcomeWords


def read_tick(heading: str, mark: str, words: OutcomeWords) -> Outcome | None:
    """The answer that a column stands for, where its cell is marked.

    Args:
        heading: the column's title: ``Accept``, ``Not agreed``.
        mark: what its cell holds: ``✓``, ``X``, a Wingdings tick, ``Y`` or ``Yes``; ``☐``, ``N`` and blanks are none.
        words: the vocabulary of outcomes.
    """
    return read_decision(heading, words) if _marks(words).fullmatch(mark.strip()) else None


@lru_cache(maxsize=2)
def _marks(words: OutcomeWords) -> re.Pattern[str]:
    one = "|".join([*words.lists.ticks, *words.lists.boxes_full])
    return re.compile(rf"(?:{one})", re.IGNORECASE)
