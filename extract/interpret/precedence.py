"""Whose answer a row goes by that several bodies answer: who was asked, the authority, or who is printed first."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from extract.facts.organisations import OrganisationContext
from extract.findings import Body
from extract.interpret.voices import Voice
from extract.vocabulary.speakers import SpeakerWords

_ASKED = re.compile(
    r"\W*(?:(?:the\s+(?:committee|panel|board)\s+recommends\s+)?that\s+)?(?:the\s+)?(?P<name>(?-i:[A-Z])[\w&’'-]*"
    r"(?:\s+(?:(?:of|for|upon)\s+)?(?:the\s+)?(?-i:[A-Z])[\w&’'-]*)*)(?P<rest>\W*\s(?:\([^()]*\)\s*)?\w+)",
    re.IGNORECASE,
)
"""The name that a recommendation opens with, and the word behind it."""
_NEARLY_ALWAYS = 0.75  # of the rows that several answer
_TOGETHER = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|and\b|&|with\b|together\b)", re.IGNORECASE)
"""What stands behind a name where it is not asked alone."""


def take_turns(rows: Iterable[Sequence[Voice]]) -> bool:
    """Whether two of the bodies that answer a document stand now one first and now the other: the order then tells.

    It tells nothing where one of them stands first nearly always.
    """
    orders = [[voice.body.name for voice in voices if voice.body] for voices in rows]
    seen = {pair for order in orders for pair in combinations(order, 2)}
    leading = Counter(order[0] for order in orders if len(order) > 1)
    usual = max(leading.values(), default=0) >= _NEARLY_ALWAYS * leading.total()
    return not usual and any((second, first) in seen for first, second in seen)


def going_first(
    voices: Sequence[Voice], text: str, context: OrganisationContext, words: SpeakerWords, *, turns: bool
) -> tuple[Body, ...]:
    """The bodies by whose answer a row goes before those of others, the first of them first.

    Args:
        voices: who answers it, in the order of the page.
        text: what is asked.
        context: the names in the document, and who answers it.
        words: how kinds of body are called.
        turns: the order of the page tells, since it is not the same in all rows.
    """
    bodies = [voice.body for voice in voices if voice.body]
    if turns:
        return tuple(bodies)
    asked = _asked(text, bodies, context, words) if _are_below(voices) else ()
    return (*asked, *([context.authority] if context.authority else ()))


def _are_below(voices: Sequence[Voice]) -> bool:
    """Whether the answers stand one below the other, each under its title, and not in columns."""
    cells = [cell for voice in voices if voice.body for cell in voice.cells]
    return all(cell.heading and cell.passage.text.startswith(cell.heading) for cell in cells)


def _asked(text: str, bodies: Sequence[Body], context: OrganisationContext, words: SpeakerWords) -> tuple[Body, ...]:
    """The one body that a recommendation is made to by its opening words: ``That the Trust publish …``."""
    found = _ASKED.match(text)
    if found is None or _TOGETHER.match(found["rest"]):
        return ()
    named, types = context.resolve(found["name"]), words.kind_of(found["name"]) or frozenset()
    same = tuple(body for body in bodies if named and body.name == named.name)
    kin = tuple(body for body in bodies if body.type in types or body.name.endswith(f" {found['name']}"))
    return same or (kin if len(kin) == 1 else ())
