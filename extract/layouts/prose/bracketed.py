"""Labelled lines in brackets: ``(Action: Head of Waste)`` says what ``Action: Head of Waste`` does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layouts.labelled import LabelReader
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.told import SHORT_VALUES
from extract.text import join_lines

_WHOLE = re.compile(r"\s*(?:\((?P<round>[^()]{4,160}(?:\([^()]*\)[^()]*)*)\)|\[(?P<square>[^\[\]]{4,160})\])\.?\s*")
_ACTION = re.compile(r"actions?", re.IGNORECASE)


def without_brackets(paragraphs: Sequence[Paragraph], labels: LabelReader) -> tuple[Paragraph, ...]:
    """The paragraphs, those that are nothing but a labelled line in brackets without these."""
    return tuple(_bare(one) if _is_labelled(one, labels) else one for one in paragraphs)


def _is_labelled(paragraph: Paragraph, labels: LabelReader) -> bool:
    """Whether a paragraph stands in brackets as a whole, and tells who acts, by when or what was decided."""
    found = None if paragraph.tabular else _WHOLE.fullmatch(paragraph.text)
    said = (found["round"] or found["square"]) if found else ""
    label = labels.read(said) if ":" in said or "–" in said else None
    return label is not None and (label.role in SHORT_VALUES or _ACTION.fullmatch(label.title) is not None)


def _bare(paragraph: Paragraph) -> Paragraph:
    first, *rest = paragraph.lines
    lines = [replace(first, text=first.text.lstrip()[1:]), *rest]
    lines[-1] = replace(lines[-1], text=lines[-1].text.rstrip(" .")[:-1])
    return replace(paragraph, lines=tuple(lines), text=join_lines(lines).text, printed=paragraph.as_printed)
