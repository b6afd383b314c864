"""Papers that say of themselves that they reply: what stands below each request answers it, however it is worded."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layouts.prose.answers import is_own_text
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.parts import changes_type
from extract.layouts.prose.told import Told, text_of
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.prose import ProseWords

_ASKING = re.compile(r"\W*(?:That|To\s+[a-z]{2,})\b")
_DEMANDS = re.compile(r"\b(?:should|must|ought\s+to|needs?\s+to|recommends?)\b", re.IGNORECASE)
_FEWEST = 3
_NEARLY_ALL = 0.8
_FEW = 0.4  # of the answers may tell what those who asked have found


def with_replies(told: Sequence[Told], above: Sequence[Paragraph], words: ProseWords) -> list[Told]:
    """The sections, those that are answered signed where the paper says above the first that it replies.

    Nearly all requests must be answered and be set off from their answers. A committee's own report, which gives its
    reasons below what it recommends, is no reply.
    """
    if all(one.signed for one in told) or not _are_answers(told, words) or not _says_so(told, above, words):
        return [*told]
    return [replace(one, signed=one.signed or (one.answered and not is_own_text(one, words))) for one in told]


def _says_so(told: Sequence[Told], above: Sequence[Paragraph], words: ProseWords) -> bool:
    """Whether what stands above the first section says that it replies; it must be shorter than all that it opens."""
    below = sum(len(paragraph.text) for one in told for paragraph in one.section.paragraphs)
    if sum(len(paragraph.text) for paragraph in above) > below:
        return False
    return any(words.says_reply(one.text) for one in above)


def _are_answers(told: Sequence[Told], words: ProseWords) -> bool:
    """Whether nearly all that is asked is set off from what is below it, and that is seldom a committee's reasons."""
    answered = [one for one in told if one.answered]
    least = max(_FEWEST, _NEARLY_ALL * len(told))
    if len(answered) < least or sum(map(_is_set_off, answered)) < least:
        return False
    reasons = sum(words.finds.expression.search(text) is not None for text in map(_answer, answered))
    return reasons <= _FEW * len(answered)


def _is_set_off(told: Told) -> bool:
    """Whether type or indent tells a request from its answer, or the request its words: ``That …``."""
    asked, answer = told.parts[0].paragraphs[-1], told.parts[1].paragraphs[0]
    request = text_of(told.parts[0])
    opens = _ASKING.match(request) is not None and not _ASKING.match(answer.text)
    demands = _DEMANDS.search(request) is not None and not _DEMANDS.search(answer.text)
    return opens or demands or changes_type(asked, answer)


def _answer(told: Told) -> str:
    answers = (part for part in told.parts[1:] if part.role is ColumnRole.RESPONSE)
    return "\n".join(paragraph.text for part in answers for paragraph in part.paragraphs)
