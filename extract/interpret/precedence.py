"""Whose answer a row goes by that several bodies answer: who was asked, the authority, or who is printed first."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from extract.findings import Body
from extract.interpret.voices import Voice
from extract.records import Field, OrganisationMention

_OPENS = re.compile(r"\W*(?:(?:the\s+(?:committee|panel|board)\s+recommends\s+)?that\s+)?(?:the\s+)?\W*", re.IGNORECASE)
"""What may stand before the body that is asked."""
_AND = re.compile(r"\W*(?:\([^()]*\)\s*)?(?:,|and\b|&|with\b|together\b)|['’]s?\s", re.IGNORECASE)
"""What stands behind its name where it is not asked alone, or not itself."""


def take_turns(rows: Iterable[Sequence[Voice]]) -> bool:
    """Whether two of the bodies that answer a document stand now one first and now the other: the order then tells."""
    seen = set[tuple[str, str]]()
    for voices in rows:
        seen.update(combinations([voice.body.name for voice in voices if voice.body], 2))
    return any((second, first) in seen for first, second in seen)


def going_first(
    voices: Sequence[Voice],
    text: str,
    mentions: Sequence[OrganisationMention],
    authority: Body | None,
    *,
    turns: bool,
) -> tuple[Body, ...]:
    """The bodies by whose answer a row goes before those of others, the first of them first.

    Args:
        voices: who answers it, in the order of the page.
        text: what is asked.
        mentions: the bodies named in it.
        authority: who answers the document.
        turns: the order of the page tells, since it is not the same in all rows.
    """
    bodies = [voice.body for voice in voices if voice.body]
    if turns:
        return tuple(bodies)
    asked = _asked(text, mentions) if _are_below(voices) else None
    named = [body for body in bodies if body.name == asked]
    return (*named, *([authority] if authority else ()))


def _are_below(voices: Sequence[Voice]) -> bool:
    """Whether the answers stand one below the other, each under its title; columns have one order for all that is asked."""
    cells = [cell for voice in voices if voice.body for cell in voice.cells]
    return all(cell.heading and cell.passage.text.startswith(cell.heading) for cell in cells)


def _asked(text: str, mentions: Sequence[OrganisationMention]) -> str | None:
    """The one body that a recommendation is made to by its opening words: ``That the Trust publish …``."""
    first = next((mention for mention in mentions if mention.field is Field.TEXT), None)
    if first is None or not _OPENS.fullmatch(text[: first.start]):
        return None
    return None if _AND.match(text, first.end) else first.name
