"""The warnings of a document: what a person should look at, and where."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.document import Document, Line, Notice, lines_of
from extract.interpret.doubts import quote
from extract.interpret.paper import SURE, Paper
from extract.layouts.entries import Entry, Explanation
from extract.layouts.labels import read_worded_label
from extract.records import DocumentWarning
from extract.vocabulary.flags import Flags

_MOSTLY_UNEXPLAINED = 0.5
_HEADING_WORDS = 12


def find_warnings(
    document: Document, explanation: Explanation, paper: Paper, unexplained: Sequence[Line], flags: Flags
) -> tuple[DocumentWarning, ...]:
    """The warnings of a document, most serious first, each with its page where it is about one.

    Args:
        document: what was read.
        explanation: its rows, and what the layouts left out.
        paper: what it says of itself.
        unexplained: the lines that nothing accounts for.
        flags: the codes and their sentences.
    """
    notices = [
        *_without_entries(explanation, flags),
        *document.notices,
        *explanation.unexplained,
        *skipped_numbers(explanation.entries, flags),
        *_announced(explanation.entries, unexplained, flags),
        *_mostly_unexplained(document, explanation, unexplained, flags),
        *_unknowns(paper, flags),
    ]
    ranked = sorted(notices, key=lambda notice: -flags[notice.code].weight)
    return tuple(DocumentWarning(code=notice.code, message=notice.message, page=notice.page) for notice in ranked)


def skipped_numbers(entries: Sequence[Entry], flags: Flags) -> tuple[Notice, ...]:
    """A warning where whole numbers are missing between those that were read, with the page before the first gap."""
    read = {int(number): entry for entry in entries if (number := _whole_number(entry)).isdecimal()}
    missing = [number for number in range(min(read), max(read)) if number not in read] if read else []
    if not missing:
        return ()
    words = {"numbers": ", ".join(map(str, missing))}
    before = read[max(number for number in read if number < missing[0])]
    page = before.text.pieces[-1].line.page if before.text.pieces else None
    return (Notice("numbers_skipped", flags.sentence("numbers_skipped", words), page),)


def _whole_number(entry: Entry) -> str:
    """The number that an entry is, or is a part of: ``3`` for ``3.1`` and ``3(b)``."""
    return (entry.parent or entry.number or "").rstrip(".").split(".")[0]


def _without_entries(explanation: Explanation, flags: Flags) -> Iterator[Notice]:
    if not explanation.entries:
        yield Notice("no_response_found", flags.sentence("no_response_found"))


def _announced(entries: Sequence[Entry], unexplained: Sequence[Line], flags: Flags) -> Iterator[Notice]:
    """Recommendations that are announced outside of the rows, and are none of them.

    A contents page and a summary announce those that were read once more: by number, or in their own words.
    """
    numbers = {number for entry in entries for number in (entry.number, entry.parent)}
    known = "".join(_squash(entry.text.text) for entry in entries)
    for line in unexplained:
        label = read_worded_label(line.text)
        rest = line.text[label.end :] if label else ""
        again = label is not None and label.number in numbers and len(rest.split()) <= _HEADING_WORDS
        if label and not again and not (rest.strip() and _squash(rest) in known):
            words = {"quote": quote(line.text)}
            yield Notice("label_outside_rows", flags.sentence("label_outside_rows", words), line.page)


def _squash(text: str) -> str:
    return "".join(re.findall(r"\w", text.lower()))


def _mostly_unexplained(
    document: Document, explanation: Explanation, unexplained: Sequence[Line], flags: Flags
) -> Iterator[Notice]:
    """That most of the text stands outside of the rows, with the page that holds most of it."""
    left = Counter[int]()
    for line in unexplained:
        left[line.page] += line.letters
    share = left.total() / max(sum(line.letters for line in lines_of(document.blocks)), 1)
    if explanation.entries and share > _MOSTLY_UNEXPLAINED:
        page = max(left, key=lambda number: (left[number], -number))
        first = next(line for line in unexplained if line.page == page)
        words = {"share": f"{share:.0%}", "quote": quote(first.text)}
        yield Notice("text_unexplained", flags.sentence("text_unexplained", words), page)


def _unknowns(paper: Paper, flags: Flags) -> Iterator[Notice]:
    if paper.authority is None:
        yield Notice("authority_unknown", flags.sentence("authority_unknown"))
    if paper.date is None:
        yield Notice("date_unknown", flags.sentence("date_unknown"))
    elif paper.date.basis not in SURE:
        yield Notice("date_from_metadata", flags.sentence("date_from_metadata", {"date": paper.date.start}))
    if paper.draft:
        said = next((fact for fact in paper.facts if fact.name == "draft"), None)
        words = {"quote": quote(said.text) if said else ""}
        yield Notice("draft", flags.sentence("draft", words), said.page if said else None)
