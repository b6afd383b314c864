"""Column titles, the roles they stand for, and what cells of a role look like."""

import re
from enum import StrEnum

import msgspec

from extract.vocabulary.source import read_toml, refuse

_FILE = "headings.toml"


class ColumnRole(StrEnum):
    """What stands under a column title."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    TICK = "tick"
    OWNER = "owner"
    RESPONSE = "response"
    TIMESCALE = "timescale"
    PROGRESS = "progress"
    THEME = "theme"
    OTHER = "other"


class HeadingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The titles of one role: whole phrases, patterns, deciding nouns, and examples that hold them to account."""

    role: ColumnRole
    phrases: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class TickWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of a column that is ticked to give one answer."""

    phrases: tuple[str, ...]


class ForeignWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of tables that answer no recommendations, with tables' titles that must be told as theirs."""

    phrases: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]


class AnswerTitles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression for titles that are themselves the answer, with titles that must be told as such."""

    pattern: str
    examples: tuple[str, ...]


class BodyTitles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles that say which body's answer stands below, and names in them that are no body's; with examples of each."""

    pattern: str
    own: str
    examples: tuple[str, ...]
    others: tuple[str, ...]

    def name_in(self, title: str) -> str | None:
        """The name in a title that says whose answer stands below: ``Response from Derbyshire County Council``."""
        found = re.fullmatch(self.pattern, " ".join(title.split()).strip(" :–—-"), re.IGNORECASE)
        name = (found["name"] or found["owner"]) if found else None
        return None if name is None or re.fullmatch(self.own, name, re.IGNORECASE) else name


class TrailedTitles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions for titles in the cell of an answer before what is no part of it, with examples of each."""

    owner: str
    timescale: str
    uncertain: str
    owners: tuple[str, ...]
    timescales: tuple[str, ...]
    others: tuple[str, ...]

    def role(self, title: str) -> ColumnRole | None:
        """What a title stands for: ``Lead officer``, ``By when``."""
        for pattern, role in ((self.owner, ColumnRole.OWNER), (self.timescale, ColumnRole.TIMESCALE)):
            if re.fullmatch(pattern, title, re.IGNORECASE):
                return role
        return None


class ContentPatterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions that tell what a cell holds where its column has no known title."""

    decision: str
    headed: str
    owner: str
    timescale: str
    contingent: str
    moment: str
    day: str
    tick: str

    @property
    def decides(self) -> re.Pattern[str]:
        """What tells a decision, ready for use."""
        return re.compile(self.decision, re.IGNORECASE)

    def decision_over(self, title: str) -> str | None:
        """The words of a title that decide what stands below it: ``accept`` of ``Those that we accept``."""
        found = re.match(self.headed, title.strip())
        return found["said"] if found else None


class Headings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``models/headings.toml``."""

    tick: tuple[TickWords, ...]
    heading: tuple[HeadingWords, ...]
    foreign: ForeignWords
    answers: AnswerTitles
    bodies: BodyTitles
    trailed: TrailedTitles
    contents: ContentPatterns


def load_headings() -> Headings:
    """The column titles of ``models/headings.toml``.

    Raises:
        VocabularyError: the file is missing or faulty; all faults are listed.
    """
    headings = read_toml(_FILE, Headings)
    refuse(_FILE, [*_twice(headings), *_bad_patterns(headings)])
    return headings


def _twice(headings: Headings) -> list[str]:
    """The phrases that stand under two roles."""
    seen = dict[str, ColumnRole]()
    faults = list[str]()
    for entry in headings.heading:
        for phrase in entry.phrases:
            if seen.setdefault(phrase, entry.role) != entry.role:
                faults.append(f"“{phrase}” stands for {seen[phrase]} and for {entry.role}")
    return faults


def _bad_patterns(headings: Headings) -> list[str]:
    patterns = [(f"contents.{name}", each) for name, each in msgspec.structs.asdict(headings.contents).items()]
    patterns += [("trailed.owner", headings.trailed.owner), ("trailed.timescale", headings.trailed.timescale)]
    patterns += [("trailed.uncertain", headings.trailed.uncertain)]
    patterns += [("bodies.pattern", headings.bodies.pattern), ("bodies.own", headings.bodies.own)]
    patterns += [(f"{entry.role}.patterns", each) for entry in headings.heading for each in entry.patterns]
    faults = list[str]()
    for name, pattern in [*patterns, ("answers.pattern", headings.answers.pattern)]:
        try:
            re.compile(pattern)
        except re.error as fault:
            faults.append(f"{name}: {fault}")
    return faults
