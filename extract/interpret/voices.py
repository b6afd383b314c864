"""Rows that several bodies answer, each in cells of its own: whose cells are whose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.facts.organisations import OrganisationContext, find_organisations
from extract.facts.outcomes import find_labelled_decisions
from extract.findings import Body, Span, Speech, body_of
from extract.layouts.entries import Entry, Filled
from extract.records import Field
from extract.text import Passage
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.outcomes import OutcomeWords
from extract.vocabulary.speakers import SpeakerWords

SAID = {ColumnRole.RESPONSE, ColumnRole.DECISION}
"""The cells in which somebody answers."""
_FEWEST = 2
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Voice:
    """Cells of a row and the body that answers in them; ``None`` where their titles name nobody, or all together."""

    body: Body | None
    cells: tuple[Filled, ...]

    def stretches(self, text: Passage) -> tuple[Span, ...]:
        """Where its cells stand in a text that was joined from the cells of its row."""
        return tuple(span for cell in self.cells if (span := _stretch(cell.passage, text)))


def _stretch(cell: Passage, text: Passage) -> Span | None:
    """Where a cell stands in a text: on which of its lines, and where on them if others share them."""
    lines = {id(piece.line) for piece in cell.pieces}
    pieces = [piece for piece in text.pieces if id(piece.line) in lines]
    if not pieces:
        return None
    start, end = pieces[0].start, pieces[-1].end
    at = text.text.find(cell.text, start, end)
    return Span(at, at + len(cell.text)) if at >= 0 else Span(start, end)


def find_voices(entry: Entry, context: OrganisationContext, words: OutcomeWords) -> tuple[Voice, ...]:
    """The bodies that answer a row, each with its own cells, in their order; nothing where one answers it alone.

    Whose a cell is, the title of its column, the merged title above that, the name in its row or a label within it
    tells: ``NHS Devon`` under ``Response of each organisation``; ``Council: agreed; Police: not agreed``.
    """
    told = [
        (cell, _body_of(cell, context, words.speakers))
        for given in entry.cells
        if given.role in SAID and given.passage.text
        for cell in _labelled(given, words)
    ]
    bodies = list(dict.fromkeys(body for _, body in told))
    named = [body for body in bodies if body]
    beside = None in bodies and context.authority is not None and context.authority not in named
    voices = tuple(Voice(body, tuple(cell for cell, whose in told if whose == body)) for body in bodies)
    return () if len(named) + beside < _FEWEST or not named or _is_explained(voices) else voices


def _is_explained(voices: Sequence[Voice]) -> bool:
    """Whether one body decides in a word, and what stands beside it under nobody's name gives its reasons."""
    if len(voices) != _FEWEST or not any(voice.body is None for voice in voices):
        return False
    roles = {voice.body is None: {cell.role for cell in voice.cells} for voice in voices}
    return roles[False] == {ColumnRole.DECISION} and roles[True] == {ColumnRole.RESPONSE}


def _labelled(cell: Filled, words: OutcomeWords) -> Iterator[Filled]:
    """A decision cell that holds the answers of several, one for each: its label is what tells whose it is."""
    text = _line_by_line(cell.passage)
    found = find_labelled_decisions(text, words) if cell.role is ColumnRole.DECISION else ()
    if not found:
        yield cell
    for label, span in found:
        yield replace(cell, passage=cell.passage.cut(span.start, span.end), heading=label, group="")


def _line_by_line(passage: Passage) -> str:
    """The text with its lines as they are printed, so that each of them may open with a label."""
    starts = {piece.start for piece in passage.pieces}
    return "".join("\n" if sign == " " and at + 1 in starts else sign for at, sign in enumerate(passage.text))


def _body_of(cell: Filled, context: OrganisationContext, words: SpeakerWords) -> Body | None:
    """The body that the title of a cell, or what stands above it, names."""
    return next((body for title in (cell.heading, cell.group) if (body := _named(title, context, words))), None)


def _named(title: str, context: OrganisationContext, words: SpeakerWords) -> Body | None:
    """The one body that a title names, where it says nothing else than whose answer stands under it."""
    if title in context.glossary:  # what the paper says that its short name stands for
        return context.resolve(title)
    mentions = find_organisations(title, Field.RESPONSE, context)
    bodies = set(map(body_of, mentions))
    if len(bodies) == 1:
        rest = _BRACKETS.sub(" ", title[: mentions[0].start] + " " + title[mentions[0].end :])
        return bodies.pop() if not words.bare(rest).strip(" :–—-") else None
    types = words.kind_of(title) if title and not bodies else None
    if not types:
        return None
    authority = context.authority
    return authority if authority and authority.type in types else context.resolve(words.bare(title))


def whose_words(voices: Sequence[Voice], text: Passage) -> tuple[Speech, ...]:
    """The stretches of a text that stand in the cells of a body, each with that body."""
    found = [Speech(span, voice.body, own=True) for voice in voices if voice.body for span in voice.stretches(text)]
    return tuple(sorted(found, key=lambda speech: speech.span.start))


def is_title(span: Span, voices: Sequence[Voice], text: Passage) -> bool:
    """Whether a stretch of a text stands in a title that says whose words follow: ``Comments made by the Trust``."""
    cells = [cell for voice in voices for cell in voice.cells if cell.heading]
    opened = (cell for cell in cells if cell.passage.text.partition("\n")[0].rstrip(" :") == cell.heading)
    places = ((stretch.start, cell) for cell in opened if (stretch := _stretch(cell.passage, text)))
    return any(start <= span.start and span.end <= start + len(cell.heading) + 1 for start, cell in places)
