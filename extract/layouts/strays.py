"""Lines of a recommendation that a page break threw into the answer beside it, brought back.

A reader of text sees the columns one after the other: where a page ends within a recommendation, the rest of it comes
after the first part of the comments. Two things tell it: the recommendation was left unfinished, and the bullets among
the comments go on in the form of its own ("By engaging …", "By ensuring …").
"""

import re
from dataclasses import dataclass

from extract.document import Line
from extract.text import CLAUSE_END, clean, is_bullet, join_lines, without_bullet

_OPENING = re.compile(r"(?P<first>[A-Z][a-z]+)(?:\s+(?P<second>[a-z]+))?")

Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reunited:
    """The lines of a recommendation and of its answer, and whether any were moved from the second to the first."""

    recommendation: tuple[Line, ...]
    response: tuple[Line, ...]
    moved: bool


def bring_back_strays(recommendation: tuple[Line, ...], response: tuple[Line, ...]) -> Reunited:
    """The lines as they belong: a run of the response that finishes the recommendation goes back to it."""
    text = join_lines(recommendation).text
    paragraphs = split_paragraphs(response)
    run = _stray_run(text, paragraphs) if text and not CLAUSE_END.search(text) else range(0)
    if not run:
        return Reunited(recommendation, response, moved=False)
    strays = [line for i in run for line in paragraphs[i]]
    kept = [line for i, paragraph in enumerate(paragraphs) if i not in run for line in paragraph]
    return Reunited((*recommendation, *strays), tuple(kept), moved=True)


def split_paragraphs(lines: tuple[Line, ...]) -> list[Paragraph]:
    """The lines by paragraph: each bullet, and each line after a gap, begins one."""
    paragraphs = list[list[Line]]()
    for line in lines:
        if not paragraphs or line.gap or is_bullet(line.text):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [tuple(paragraph) for paragraph in paragraphs]


def _stray_run(recommendation: str, paragraphs: list[Paragraph]) -> range:
    """The paragraphs that finish the recommendation: bullets of its own form, with the fragment right before them."""
    texts = [join_lines(paragraph).text for paragraph in paragraphs]
    own = [is_bullet(text) and _is_parallel(without_bullet(text), recommendation) for text in texts]
    if not any(own):
        return range(0)
    first = own.index(True)
    last = first
    while last + 1 < len(own) and own[last + 1]:
        last += 1
    is_fragment = first > 0 and not CLAUSE_END.search(texts[first - 1]) and not is_bullet(texts[first - 1])
    starts_anew = first < 2 or CLAUSE_END.search(texts[first - 2])  # noqa: PLR2004 - the paragraph before the fragment
    return range(first - (1 if is_fragment and starts_anew else 0), last + 1)


def _is_parallel(item: str, recommendation: str) -> bool:
    """Whether an item opens as the items within the recommendation do: the same word, and a verb of the same form."""
    opening = _OPENING.match(clean(item))
    if not opening:
        return False
    second = opening["second"] or ""
    form = r"[a-z]+ing" if second.endswith("ing") else rf"{re.escape(second)}" if second else ""
    within = rf"[:;,.\w]\s+[•\-–]?\s*{opening['first']}\s+{form}\b" if form else rf"[:;,.\w]\s+{opening['first']}\b"
    return re.search(within, recommendation) is not None
