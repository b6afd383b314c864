"""Which statements of a reply are those of the authority itself, where it passes on what others say."""

import re
from collections.abc import Sequence

from extract.findings import Body, Span, Speech
from extract.statements import Statement

_SUBJECT = re.compile(
    r"(?:for\s+(?:its|our|their)\s+(?:own\s+)?part,?\s+)?(?:the|this)\s+"
    r"(?:(?:county|city|borough|district|town|metropolitan|full)\s+)?(?P<noun>[a-z]+)\b(?!['’]s\b)",
    re.IGNORECASE,
)
_OWN_NOUNS = frozenset({"council", "cabinet", "executive", "leader", "mayor", "authority"})
"""What a council calls itself, or those of it who decide."""


def heard_of(
    response: str, statements: tuple[Statement, ...], speeches: Sequence[Speech], authority: Body | None
) -> tuple[Statement, ...]:
    """The statements that the authority makes itself; all of them where it speaks nowhere.

    Among the words of another body, a sentence whose subject is the authority takes the floor back: ``The Trust would
    rather not. The council for its part accepts the recommendation.`` Within quotation marks it does not.
    """
    if authority is None or all(speech.speaker != authority for speech in speeches):
        return statements
    others = [speech for speech in speeches if speech.speaker not in {None, authority}]
    return tuple(one for one in statements if all(_is_own(response, one, other, authority) for other in others))


def _is_own(response: str, statement: Statement, other: Speech, authority: Body) -> bool:
    """Whether a statement stands outside of what another body says, or amid it with the authority as its subject."""
    if not statement.span.overlaps(other.span):
        return True
    speaker = other.speaker.name if other.speaker else ""
    return not _is_quoted(response, statement.sentence) and _tells_of(response, statement.sentence, authority, speaker)


def _is_quoted(response: str, sentence: Span) -> bool:
    before = response[: sentence.end]
    return before.count("“") > before.count("”") or "“" in sentence.of(response) or "”" in sentence.of(response)


def _tells_of(response: str, sentence: Span, authority: Body, speaker: str) -> bool:
    """Whether a sentence has the authority for its subject, by a noun that cannot mean the speaker."""
    found = _SUBJECT.match(response, sentence.start, sentence.end)
    noun = found["noun"].lower() if found else ""
    is_council = "council" in authority.name.lower()
    own = noun in _OWN_NOUNS if is_council else noun == authority.name.split()[-1].lower()
    return own and noun not in speaker.lower() and not (is_council and "council" in speaker.lower())
