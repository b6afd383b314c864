"""What is said at the head of a paper, with the page that it stands on."""

from typing import NamedTuple


class Said(NamedTuple):
    """Words at the head of a document, and their 1-based page, ``None`` for what only the file itself says.

    Attributes:
        text: a line or a paragraph, on one line.
        page: where it begins.
    """

    text: str
    page: int | None


class Found(NamedTuple):
    """A name, and the words that it was read from."""

    name: str
    quote: Said


def sentence(said: Said, start: int, end: int) -> Said:
    """The sentence of a paragraph that ``text[start:end]`` stands in."""
    begins = max(
        (said.text.rfind(mark, 0, start) + len(mark) for mark in (". ", "? ", "! ") if mark in said.text[:start]),
        default=0,
    )
    ends = min(
        (at + 1 for mark in (". ", "? ", "! ") if (at := said.text.find(mark, end)) >= 0), default=len(said.text)
    )
    return Said(said.text[begins:ends], said.page)
