"""Labelled lines: ``Decision: Agreed``, ``Lead officer: …``, or a title alone above what it is the title of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from extract.layouts.headings import HeadingMatcher, squash
from extract.text import without_bullet
from extract.vocabulary.headings import ColumnRole, Headings

_TITLED = re.compile(r"(?P<title>[A-Z][^:.;!\n]{0,70}?)\s*(?::|\s[-–—](?=\s))\s*")
_ASKED = re.compile(r"(?P<title>[A-Z][^:.;!?\n]{0,60}\?)\s+(?=\S)")  # Agreed? Yes
_STOPPED = re.compile(r"(?P<title>[A-Z][a-z]+(?:\s[A-Za-z]+){0,3})\.\s+(?=[A-Z“\"‘'])")  # Commentary. The Council …
_POINT = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\(?(?:[a-z]|[ivx]{1,4})\))\s+")  # of a list: 1.2 Response: …
_SAYS = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|that|which|who|said|told|heard|should|must|be|been|can|may|we|they|it)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"^(?:[A-Z][\w'’-]*\s+){0,4}decision$")
_BY = re.compile(r"\b(?:by|when|who|whom)$", re.IGNORECASE)
_LONGEST = 7  # words of a title
_LONGEST_VERDICT = 3  # words of a decision behind a title and a dash: Agreed in part
_LONGEST_UNKNOWN = 4  # words of a title that is none of those known
_LONGEST_LINE = 80  # characters of a line that is a title and nothing else
_BY_NOUN = {ColumnRole.RESPONSE, ColumnRole.DECISION, ColumnRole.TIMESCALE, ColumnRole.PROGRESS}
_DECIDED = {ColumnRole.RESPONSE, ColumnRole.DECISION}
_ALONE = {*_BY_NOUN, ColumnRole.RECOMMENDATION, ColumnRole.OWNER, ColumnRole.NUMBER}
_STOPPABLE = {ColumnRole.RESPONSE, ColumnRole.OWNER, ColumnRole.TIMESCALE}
_TO_RECOMMENDATION = re.compile(
    r"\s*\b(?:to|on|for)\s+(?:the\s+)?(?:recommendations?|recs?\.?)\s*[\d().a-z, –&-]*$", re.IGNORECASE
)
_NUMBERED = re.compile(r"^(?:recommendations?|recs?\.?|r)\s*\d+[\d().a-z]*\s*[:–—-]?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled line.

    Attributes:
        role: what its title stands for.
        title: as printed.
        end: where the value begins; the end of the text where it stands below.
        answers: the title is itself the answer: ``We will not:``.
    """

    role: ColumnRole
    title: str
    end: int
    answers: bool = False


@dataclass(frozen=True)
class LabelReader:
    """Reads labelled lines with the titles that table columns have.

    Attributes:
        headings: the titles.
        learned: roles of titles that only this document has, by their squashed words (see ``learn``).
    """

    headings: Headings
    learned: Mapping[str, ColumnRole] = field(default_factory=dict)

    def decides(self, title: str) -> bool:
        """Whether a title decides recommendations: ``Those that we accept``, ``Rejected``."""
        return self.headings.contents.decision_over(title) is not None

    def names_body(self, title: str) -> bool:
        """Whether a title says which body's answer stands below: ``Response from Derbyshire County Council``."""
        return self.headings.bodies.name_in(title) is not None

    @cached_property
    def _matcher(self) -> HeadingMatcher:
        return HeadingMatcher(self.headings)

    @cached_property
    def _verdict(self) -> re.Pattern[str]:
        return self.headings.contents.decides

    def read(self, text: str) -> Labelled | None:
        """The label that a paragraph opens with, or that the whole of it is; ``None`` where there is none.

        The number of a point or the bullet before it (``1.2 Response: …``, ``• Lead: …``) is left aside.
        """
        point = _POINT.match(text)
        start = point.end() if point else len(text) - len(without_bullet(text))
        label = self._decided(text[start:]) or self._read(text[start:])
        return replace(label, end=label.end + start) if label else None

    def _read(self, text: str) -> Labelled | None:
        if self.names_body(text):  # and nothing else, however long the name is
            return Labelled(ColumnRole.RESPONSE, text.strip().rstrip(" :"), len(text))
        found = _TITLED.match(text)
        colon = found is not None and ":" in found[0]
        if not colon and (alone := self._alone(text) or self.learned.get(squash(text))):
            return Labelled(alone, text.strip(), len(text))
        if found is None:
            return self._stopped(text)
        if own := self.learned.get(squash(found["title"])):
            return Labelled(own, found["title"], found.end())
        if colon and self._matcher.is_answer(found["title"]):
            return Labelled(ColumnRole.DECISION, found["title"], found.end(), answers=True)
        role = self._role(found["title"], by_noun=colon)
        return Labelled(role, found["title"], found.end()) if role else None

    def _decided(self, text: str) -> Labelled | None:
        """The label of a line whose value is a decision and nothing else: ``Cabinet response – Accepted``."""
        found = _ASKED.match(text) or _TITLED.match(text)
        value = text[found.end() :].strip() if found else ""
        if found is None or len(value.split()) > _LONGEST_VERDICT or not self._is_verdict(value):
            return None
        role = self._role(found["title"], by_noun=True)
        return Labelled(role, found["title"], found.end()) if role in _DECIDED and ":" not in found[0] else None

    def _is_verdict(self, value: str) -> bool:
        """Whether a value decides this recommendation: not ``accepted recommendations``, which is a heading."""
        return self._verdict.search(value) is not None and "recommend" not in value.lower()

    def is_own(self, text: str) -> bool:
        """Whether a text opens with a title that only this document has."""
        label = self.read(text)
        return label is not None and squash(label.title) in self.learned

    def unknown(self, text: str, *, bold: bool) -> Labelled | None:
        """The title that a text opens with, before a colon, or that a bold one is, where nothing is known of it."""
        found = _TITLED.match(text)
        if self.read(text) or (found is None and not bold):
            return None
        title = found["title"] if found and ":" in found[0] else text.strip() if bold else ""
        short = 0 < len(title.split()) <= _LONGEST_UNKNOWN and title[-1:] not in ".,;?!"
        says = _SAYS.search(title) and not _BY.search(title)  # To be seen to by
        if not short or says or self.is_answer(title):
            return None
        return Labelled(ColumnRole.OTHER, title, found.end() if found and ":" in found[0] else len(text))

    def _stopped(self, text: str) -> Labelled | None:
        """The label that a full stop ends: the title of an answer, as such, before a sentence of its own."""
        found = _STOPPED.match(text)
        role = self._role(found["title"], by_noun=False) if found else None
        return Labelled(role, found["title"], found.end()) if found and role in _STOPPABLE else None

    def is_known(self, text: str) -> bool:
        """Whether a line opens with a title of the vocabulary and a colon: ``Deadline: TBC``, wherever it stands."""
        found = _TITLED.match(text)
        return found is not None and ":" in found[0] and self._matcher.whole(found["title"]) is not None

    def is_title(self, text: str) -> bool:
        """Whether a paragraph is the title of what stands below it, and holds nothing else."""
        label = self.read(text)
        return label is not None and label.end >= len(text.rstrip())

    def _alone(self, text: str) -> ColumnRole | None:
        """The role of a line that is a title and nothing else."""
        if len(text) > _LONGEST_LINE or text.rstrip()[-1:] in ".,;" or not text[:1].isalpha():
            return None
        role = self._role(text, by_noun=True)
        named = role is ColumnRole.RESPONSE or self._matcher.whole(text) or _DECIDES.search(text)
        return role if role in _ALONE and named else None

    def _role(self, title: str, *, by_noun: bool) -> ColumnRole | None:
        """The role of a title; one that is itself an answer (``Agreed``) and one that says something have none."""
        title = _TO_RECOMMENDATION.sub("", _NUMBERED.sub("", title))
        if not squash(title) or len(title.split()) > _LONGEST:
            return None
        if known := self._matcher.whole(title):  # What we say, Who is responsible
            return None if self.is_answer(title) else known
        if _SAYS.search(title) or self.is_answer(title):
            return None
        role = self._matcher.role(title) if by_noun else None
        return role if role in _BY_NOUN else None

    def is_answer(self, title: str) -> bool:
        """Whether a title is itself an answer, which may stand in brackets, and does not list several."""
        bare = title.strip().removeprefix("(").removesuffix(")")
        return self._verdict.search(bare) is not None and not re.search(r"[/?(,]", bare)
