"""What an answer says of its costs under a title of its own, below each answer: it is part of what is answered."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layouts.prose.told import Part, Told
from extract.vocabulary.headings import ColumnRole

_TITLE = re.compile(r"(?:[\w,&-]+\s+){1,5}?implications?(?:\s+(?:of|for)\b.*)?", re.IGNORECASE)
_HALF = 0.5  # of the answers
_FEWEST = 2  # answers that have the title: one at the end of a report is about all of them


def with_implications(told: Sequence[Told]) -> list[Told]:
    """The sections; where most answers say what follows for money, law or staff, that belongs to what they answer."""
    answers = [one for one in told if one.answered]
    having = [one for one in answers if any(_is_implication(one.parts, at) for at in range(len(one.parts)))]
    if len(having) < max(_FEWEST, _HALF * len(answers)):
        return [*told]
    return [_answering(one, is_last=one is told[-1]) for one in told]


def _answering(told: Told, *, is_last: bool) -> Told:
    parts = (
        _answer(part, is_last=is_last) if _is_implication(told.parts, at) else part
        for at, part in enumerate(told.parts)
    )
    return replace(told, parts=tuple(parts))


def _answer(part: Part, *, is_last: bool) -> Part:
    """The part as one of the response, its title kept; what ends the document after it is none of it."""
    alone = part.start >= len(part.paragraphs[0].text.rstrip())
    paragraphs = part.paragraphs[: 2 if alone else 1] if is_last else part.paragraphs
    return Part(ColumnRole.RESPONSE, "", paragraphs)


def _is_implication(parts: Sequence[Part], at: int) -> bool:
    """Whether a part stands below an answer and tells its implications: ``Financial implications: None.``."""
    part = parts[at]
    told = part.role is ColumnRole.OTHER and _TITLE.fullmatch(" ".join(part.title.split()).strip(" :.")) is not None
    return told and any(above.role is ColumnRole.RESPONSE for above in parts[:at])
