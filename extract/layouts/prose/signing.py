"""Whether something says of a section that it is answered: a title, the words that it opens with, or a decision."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.layouts.prose.told import Part
from extract.records import OutcomeValue
from extract.statements import find_statements
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.outcomes import OutcomeWords, load_outcome_words
from extract.vocabulary.prose import ProseWords

ANSWER = re.compile(r"^(?!reasons?\b).*\b(?:response|reply|answer|comments?|decision|verdict)\b", re.IGNORECASE)
"""Titles that say that an answer follows."""
_QUOTED_REQUEST = re.compile(r"\s*[“\"‘']\s*(?:That|To\s+[a-z]{2,})\b.*[”\"’']\W*$", re.DOTALL)
"""A recommendation quoted word for word: what stands below it answers it."""
_OURS = re.compile(r"^(?:what\s+|how\s+|why\s+)?(?:we|our|the\s+(?:council|cabinet|executive))\b", re.IGNORECASE)
_SHORT = 15  # words of a paragraph that does nothing else


def is_signed(parts: Sequence[Part], words: ProseWords) -> bool:
    """Whether the parts of a section say that it is answered."""
    roles = {part.role for part in parts}
    if _QUOTED_REQUEST.match(parts[0].paragraphs[0].text) or ColumnRole.DECISION in roles:
        return True
    if ColumnRole.RESPONSE in roles and roles & {ColumnRole.TIMESCALE, ColumnRole.PROGRESS}:
        return True
    owned = ColumnRole.OWNER in roles  # who will do what is said under a title
    answers = [part for part in parts[1:] if part.role is ColumnRole.RESPONSE]
    titled = any(ANSWER.search(part.title) or _OURS.match(part.title) or (owned and part.title) for part in answers)
    replied = any(words.opens_reply(part.paragraphs[0].text[part.start :]) for part in answers)
    return titled or replied or any(decides(paragraph.text) for part in answers for paragraph in part.paragraphs)


def decides(text: str) -> bool:
    """Whether a paragraph decides: ``… The Council accepts this recommendation.``, or shortly ``This is agreed.``."""
    found = (one for one in find_statements(text, _outcome_words()) if one.verdict.value is not OutcomeValue.NONE)
    return any(one.named or len(text.split()) <= _SHORT for one in found)


@lru_cache(maxsize=1)
def _outcome_words() -> OutcomeWords:
    return load_outcome_words()
