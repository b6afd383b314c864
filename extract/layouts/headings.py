"""Which role a column has, by its title: whole phrases first, then nearly whole ones, then the noun that decides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from extract.vocabulary.headings import ColumnRole, Headings

_MARKS = re.compile(r"\[\s*(?:[ivxlc]+|\d+)\s*\]|[¹²³⁰-⁹*†‡]|(?<=[a-z])\d$")
_BRACKETS = re.compile(r"\([^)]*\)?")
_ANSWERS = re.compile(
    r"\b(?:partially\s+|partly\s+|in\s+part\s+|not\s+)?(?:accept|agree|reject|amend|support|disagree|approve)(?:e?d)?\b",
    re.IGNORECASE,
)
_DOER = re.compile(
    r"\b(?:action|work|response|delivery|led|owned|proposed|taken|answered)\s+(?:\w+\s+)?by\s*$", re.IGNORECASE
)
_DECISION_AND = re.compile(
    r"\bdecisions?\s*(?:and|&|/|with|,)\s*(?:\w+\s+)?(?:comments?|response|reasons?|reply|commentary|rationale|actions?)\b",
    re.IGNORECASE,
)
_ASKED_AND_ANSWERED = re.compile(
    r"\b(?:recommendations?|requests?|proposals?)\b(?:\s+\w+)?\s*(?:\band\b|&|/|,|\bwith\b)[^.]{0,40}"
    r"\b(?:responses?|repl(?:y|ies)|answers?|decisions?|comments?)\b",
    re.IGNORECASE,
)
_ALIKE = 86  # rapidfuzz ratio of two squashed titles: one lost or doubled letter in seven
_STOPS = " \t\n.:;?!–—-"
_SHORTEST = 6  # letters: shorter titles are compared to the letter only
_TITLE_WORDS = 14


@dataclass(frozen=True)
class HeadingMatcher:
    """Tells the role of a column title."""

    headings: Headings

    @cached_property
    def _phrases(self) -> dict[str, ColumnRole]:
        return {squash(phrase): entry.role for entry in self.headings.heading for phrase in entry.phrases}

    @cached_property
    def _words(self) -> dict[str, ColumnRole]:
        return {word: entry.role for entry in self.headings.heading for word in entry.words}

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return frozenset(squash(phrase) for phrase in self.headings.foreign.phrases)

    @cached_property
    def _ticks(self) -> frozenset[str]:
        return frozenset(squash(phrase) for entry in self.headings.tick for phrase in entry.phrases)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], ColumnRole], ...]:
        return tuple(
            (re.compile(pattern, re.IGNORECASE), entry.role)
            for entry in self.headings.heading
            for pattern in entry.patterns
        )

    @cached_property
    def _answer(self) -> re.Pattern[str]:
        return re.compile(self.headings.answers.pattern, re.IGNORECASE)

    def role(self, title: str) -> ColumnRole | None:
        """The role of a column with this title, or ``None`` where nothing is known of it."""
        title = _MARKS.sub(" ", title)
        if not squash(title) or len(title.split()) > _TITLE_WORDS + 10:
            return None
        bare = _BRACKETS.sub(" ", title)
        return (
            self.whole(title)
            or self._answers(title)
            or self._phrases.get(squash(bare))
            or self._doer(bare)
            or self._both(bare)
            or self._nearly(squash(bare))
            or self._by_noun(bare)
            or self._by_ending(squash(bare))
        )

    def whole(self, title: str) -> ColumnRole | None:
        """The role of a title that is known as a whole: ``What the Panel asked for``, ``Lead officer``."""
        if phrase := self._phrases.get(squash(title)):
            return phrase
        words = " ".join(title.split()).strip(_STOPS)
        return next((role for pattern, role in self._patterns if pattern.fullmatch(words)), None)

    def is_answer(self, title: str) -> bool:
        """Whether a title is itself the answer to what was asked: ``We will not``."""
        return self._answer.fullmatch(" ".join(title.split()).strip(_STOPS)) is not None

    @staticmethod
    def is_both(title: str) -> bool:
        """Whether a title is of recommendations and their answers together: ``Recommendation and response``."""
        return _ASKED_AND_ANSWERED.search(title) is not None

    def is_tick(self, title: str) -> bool:
        """Whether a title is itself an answer, so that a mark under it gives that answer."""
        return squash(title) in self._ticks

    def is_foreign(self, titles: Iterable[str]) -> bool:
        """Whether titles are those of a table of something else: of risks, budgets, interests, consultees."""
        told = list(titles)
        if not any(squash(title) in self._foreign for title in told):
            return False
        return not any(self.role(title) is ColumnRole.RECOMMENDATION for title in told)

    @staticmethod
    def _answers(title: str) -> ColumnRole | None:
        """A title that lists two answers or more, or asks for one, as forms do for their decision column."""
        answers = {" ".join(found.lower().split()) for found in _ANSWERS.findall(title)}
        asks = bool(answers) and title.rstrip(" )").endswith("?")
        return ColumnRole.DECISION if asks or len(answers) > 1 else None

    @staticmethod
    def _doer(title: str) -> ColumnRole | None:
        """A title that asks by whom: ``Action proposed by``, ``Work led by``."""
        return ColumnRole.OWNER if _DOER.search(title) else None

    @staticmethod
    def _both(title: str) -> ColumnRole | None:
        """A title of an answer with its reasons: ``Cabinet decision and comments``."""
        return ColumnRole.RESPONSE if _DECISION_AND.search(title) else None

    def _nearly(self, title: str) -> ColumnRole | None:
        if len(title) < _SHORTEST:
            return None
        best = process.extractOne(title, self._phrases.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._phrases[best[0]] if best else None

    def _by_noun(self, title: str) -> ColumnRole | None:
        words = re.findall(r"[a-z]+", re.sub(r"[&/]", " and ", title.lower()))
        if len(words) > _TITLE_WORDS:
            return None
        head = re.split(r"\b(?:of|from|by|to|for|on|and)\b", " ".join(words), maxsplit=1)[0].split()
        known = [self._words[word] for word in head if word in self._words]
        known = known or [self._words[word] for word in words if word in self._words]
        return known[-1] if known else None

    def _by_ending(self, title: str) -> ColumnRole | None:
        """The noun that a title ends with, where a narrow column broke it: ``Task Group recommendatio n``."""
        nouns = [word for word in self._words if len(word) >= _SHORTEST and title.endswith(word)]
        return self._words[max(nouns, key=len)] if nouns else None


def squash(title: str) -> str:
    """A title without case, spaces, punctuation and figures: what a narrow column breaks cannot change it."""
    return re.sub(r"[^a-zâêîôûŵŷ№&]", "", title.lower().replace("&", "and"))
