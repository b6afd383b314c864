"""The title of a document: what a person would call it by."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import Document, Line, Table
from extract.facts.papers import is_committee
from extract.interpret.heading import Heading
from extract.text import clean, join_lines
from extract.vocabulary.papers import PaperWords

_HEAD = 16  # lines in which a title is looked for
_LONGEST = 6  # lines
_BIGGER = 1.15  # times the size of the running text
_UNFINISHED = re.compile(
    r"(?:[,:(–—&-]|\b(?:the|a|an|of|to|and|or|for|by|in|on|at|from|with|into|its|their|report:?|review:))$",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"^\S*$|\.\w{2,4}$|^(?:microsoft|untitled|document\d*|powerpoint)\b", re.IGNORECASE)


def find_title(document: Document, heading: Heading, words: PaperWords) -> tuple[Line, ...]:
    """The lines of the title; none where there is no text before the rows and the file names none.

    Of the first lines those are left out that are no title (``Appendix 1``, ``Cabinet``, the name of the council), and
    the name of a committee where there is anything else. A line that says ``Title:`` wins; else it is the first line
    in the largest type, and those that go on with it.
    """
    head = _head(document, heading)
    labelled = next((line for line in head if words.titled.expression.search(clean(line.text))), None)
    if labelled:
        return (labelled,)
    telling = [line for line in head if not words.is_no_title(clean(line.text))]
    if not telling:
        named = _of_file(document)
        return (Line(named),) if named else tuple(head[:1])
    telling = [line for line in telling if not is_committee(clean(line.text), words)] or telling
    largest = max(line.size or 0.0 for line in telling)
    first = next(line for line in telling if (line.size or 0.0) >= largest / _BIGGER)
    return _run(head[head.index(first) :], largest)


def title_text(lines: Sequence[Line], words: PaperWords) -> str | None:
    """The title as one line, without the label before it."""
    text = " ".join(join_lines(replace(line, gap=False) for line in lines).text.split())
    return words.titled.expression.sub("", text) or None


def _head(document: Document, heading: Heading) -> list[Line]:
    """The first lines of the first page that has any; of a document that is all table, a first row across it."""
    lines = list(heading.before) or _first_row(document)
    return [line for line in lines if line.page == lines[0].page][:_HEAD]


def _first_row(document: Document) -> list[Line]:
    first = document.blocks[0] if document.blocks else None
    if isinstance(first, Table) and first.rows:
        filled = [cell for cell in first.rows[0].cells if cell.text.strip()]
        if len(filled) == 1:
            return [line for line in filled[0].lines if clean(line.text)]
    return []


def _of_file(document: Document) -> str | None:
    """The title that the file itself names, where it is none made of the file's name."""
    named = clean(dict(document.metadata).get("title", ""))
    return None if _FILE_NAME.search(named) else named


def _run(lines: Sequence[Line], size: float) -> tuple[Line, ...]:
    """The first line and those right below it in the same type; without sizes, those that finish its sentence."""
    run = [lines[0]]
    for line in lines[1:_LONGEST]:
        before, text = clean(run[-1].text), clean(line.text)
        unfinished = _UNFINISHED.search(before) is not None or text[:1].islower() or text[:1] == "("
        alike = (line.size or 0.0) >= size / _BIGGER and line.bold == run[0].bold
        if not alike or (not unfinished and (not size or line.gap)):
            break
        run.append(line)
    return tuple(run)
