"""Decisions that stand outside of the rows and cover several: ``Recommendations 1 to 6 are agreed, 4 subject to …``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.records import Basis, Because, Outcome, OutcomeDetail, OutcomeValue
from extract.sentences import find_sentences
from extract.statements import Statement, find_statements
from extract.verdicts import find_detail
from extract.vocabulary.outcomes import OutcomeWords

_NUMBER = r"[A-Za-z]{0,3}\d{1,3}(?:\.\d{1,2})*(?:\s?\(?[a-z]\)?(?![a-z]))?"
_LETTERS = re.compile(
    r"(?P<number>\b\d{1,3}(?:\.\d{1,2})*)\)?\s?\(?(?P<first>[a-z])\)?\s?(?:-|–|to)\s?\(?(?P<last>[a-z])\)?(?![\w)])"
)
_LIST = rf"{_NUMBER}(?:(?:\s*(?:,|&|;|-|–|—)\s*|\s+(?:and|to)\s+|,\s+and\s+)(?:recommendations?\s+)?{_NUMBER})*"
_NUMBERED = re.compile(
    rf"\brecommendations?\s+(?:no\.?s?\s+|numbers?\s+|numbered\s+)?\(?(?P<list>{_LIST})", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:all|both|each\s+of|every\s+one\s+of)\b(?:\s+(?:one|of|the|its|their|these|those|your|\w+))*?\s+recommendations?\b"
    r"|\brecommendations?\s+(?:\w+\s+){0,4}?in\s+full\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\brecommendations?\b[^.;]{0,30}\b(?:in|of)\s+(?:this|the)\s+(?:officers?['’]?\s+|cover(?:ing)?\s+)?report\b",
    re.IGNORECASE,
)
_MEANT = (  # all of which, them all: the recommendations that the sentence named before
    (
        re.compile(r"(\brecommendations?\b[^.;]{0,80}?),?\s+(?:and\s+)?all\s+of\s+which\b", re.IGNORECASE),
        r"\1; all the recommendations",
    ),
    (
        re.compile(
            r"(\brecommendations?\b.*)\b(?:them\s+all|all\s+of\s+them|them\s+in\s+full)\b", re.IGNORECASE | re.DOTALL
        ),
        r"\1all the recommendations",
    ),
)
_WHICH = re.compile(r"\s*,?\s*which\s+(?=(?:is|are|was|were|has|have)\b)")
_STEP = re.compile(rf"(?P<first>{_NUMBER})\s*(?:-|–|—|\bto\b)\s*(?P<last>{_NUMBER})|(?P<one>{_NUMBER})")
_SUPPOSED = re.compile(
    r"\b(?:please|whether|if|where|should|must|(?:could|would|might|may)\s+have|(?:asked|invited|required|requested)\s+to|is\s+to\s+be|are\s+to\s+be)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:[,;]\s+|\s+(?=(?:and|but|with|while|whereas|noting)\s))(?:(?:and|but|with|while|whereas|that|noting)\s+)*"
    r"(?=(?:\w+ed\s+)?recommendations?\s+[A-Za-z]{0,3}\d)"
    rf"|[,;]\s+(?:and\s+|with\s+|but\s+)?(?={_NUMBER}(?:\s+(?:and\s+{_NUMBER}\s+)?)(?:subject|in\s+p|being|as\b))",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    rf"\b(?:except(?:ing|ion\s+of)?|apart\s+from|other\s+than|save\s+for)\s+(?:for\s+)?(?:recommendations?\s+)?(?P<list>{_LIST})",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s,;]+(?:and|but)?)+\Z")
_EXCLUDES = re.compile(
    r"\b(?:except(?:ing|ion\s+of)?(?:\s+for)?|apart\s+from|other\s+than|save\s+for)\Z", re.IGNORECASE
)
_LISTED = re.compile(rf"recommendations?\s+(?:{_LIST})\Z", re.IGNORECASE)
_ALONE = re.compile(rf"(?P<list>{_LIST})\s+(?=subject|in\s+p|being|as\b)")
_APPROVAL = re.compile(
    r"\b(?:will\s+)?(?:require|need|requiring|needing)s?\s+(?:further|separate)\s+(?:approval|agreement)", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:\w+\s+)?"
    r"(?:put\s+(?:off|back)|held\s+over|carried\s+over|left\s+(?:over|open)|adjourned|deferred|postponed)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_LONGEST = 1500  # characters of a sentence that decides
_RANGE = 200  # numbers: a wider range is none


@dataclass(frozen=True, slots=True)
class Covering:
    """A decision over several recommendations.

    Attributes:
        numbers: those that it covers, squashed (``4(b)`` is ``4b``); ``None`` for all but the exceptions.
        exceptions: those that it leaves out.
        outcome: what was decided.
        sentence: the words that it stands in.
    """

    numbers: frozenset[str] | None
    exceptions: frozenset[str]
    outcome: Outcome
    sentence: str

    def covers(self, number: str | None, parent: str | None) -> bool:
        """Whether a recommendation is among them, itself or as a part of one."""
        own = {squash(label) for label in (number, parent) if label}
        if own & self.exceptions:
            return False
        return self.numbers is None or bool(own & self.numbers)


def squash(label: str) -> str:
    """A label without what is only printed around it: ``R4``, ``4.`` and ``Rec 4`` are ``4``, ``4 (b)`` is ``4b``."""
    bare = re.sub(r"[\s().]+$|[\s()]", "", label.lower())
    return re.sub(r"^(?:recommendation|rec|r)\.?(?=\d)", "", bare)


def find_covering(text: str, words: OutcomeWords) -> tuple[Covering, ...]:
    """The decisions over several recommendations in text outside of the rows, in its order.

    What an officers' report recommends of itself (``that the recommendations in this report be approved``) is none.
    """
    sentences = (sentence.of(text) for sentence in find_sentences(text, words.abbreviations))
    return tuple(
        covering for sentence in sentences if _may_cover(sentence) for covering in _of_sentence(sentence, words)
    )


def _may_cover(sentence: str) -> bool:
    return len(sentence) <= _LONGEST and "ecommendation" in sentence and not _SUPPOSED.search(sentence)


def _of_sentence(sentence: str, words: OutcomeWords) -> Iterator[Covering]:
    before: Statement | None = None
    for part in _parts(_spelt_out(sentence)):
        statement = next((s for s in find_statements(part, words) if s.named or _ALL.search(part)), None)
        if statement and not _OWN.search(part):
            before = statement
            yield from _covered(part, statement, sentence)
            yield from _excepted(part, sentence, words)
        elif put_off := _PUT_OFF.search(part):
            yield from _deferred(part, put_off, sentence)
        elif before is not None and (added := _added(part, before, sentence, words)):
            yield added


def _spelt_out(sentence: str) -> str:
    """The sentence with the recommendations in place of ``all of which``, ``them all`` and ``12 a-c``."""
    for meant, words in _MEANT:
        sentence = meant.sub(words, sentence)
    return _LETTERS.sub(_each_letter, sentence)


def _each_letter(found: re.Match[str]) -> str:
    letters = (chr(code) for code in range(ord(found["first"]), ord(found["last"]) + 1))
    return ", ".join(f"{found['number']}{letter}" for letter in letters) or found[0]


def _parts(sentence: str) -> Iterator[str]:
    """The sentence cut where the next recommendations are named: each part decides those that it names."""
    cuts = [0, *(found.end() for found in _BREAK.finditer(sentence) if not _is_list(sentence, found)), len(sentence)]
    for start, end in pairwise(cuts):
        yield _TRAILING.sub("", sentence[start:end])


def _is_list(sentence: str, found: re.Match[str]) -> bool:
    """Whether a cut would fall within a list (``recommendation 1 and recommendation 2``) or before an exception."""
    before = sentence[: found.start()]
    goes_on = sentence[found.end() :].lower().startswith("recommendation") and _LISTED.search(before)
    return bool(goes_on) or _EXCLUDES.search(before) is not None


def _covered(part: str, statement: Statement, sentence: str) -> Iterator[Covering]:
    excepted = _EXCEPT.search(part)
    exceptions = frozenset(_numbers(excepted["list"])) if excepted else frozenset[str]()
    value, detail = statement.verdict.value, statement.verdict.detail
    if excepted and value is OutcomeValue.AMEND:  # with the exceptions told apart, the others are accepted whole
        value, detail = OutcomeValue.ACCEPT, None
    outcome = _outcome(value, detail, statement.span.of(part), sentence)
    named = _NUMBERED.search(part)
    if named and not (excepted and excepted.start() < named.start()):
        yield Covering(frozenset(_numbers(named["list"])) - exceptions, exceptions, outcome, sentence)
    elif _ALL.search(part):
        yield Covering(None, exceptions, outcome, sentence)


def _deferred(part: str, put_off: re.Match[str], sentence: str) -> Iterator[Covering]:
    """What is put off: ``a decision on recommendation 6 is put off until June``."""
    named = _NUMBERED.search(part, 0, put_off.start())
    if named and not _OWN.search(part):
        outcome = _outcome(OutcomeValue.NONE, OutcomeDetail.DEFERRED, part.strip(), sentence)
        yield Covering(frozenset(_numbers(named["list"])), frozenset(), outcome, sentence)


def _excepted(part: str, sentence: str, words: OutcomeWords) -> Iterator[Covering]:
    """What is said of the exceptions: ``except recommendation 4, which is rejected``."""
    excepted = _EXCEPT.search(part)
    which = _WHICH.match(part, excepted.end()) if excepted else None
    if excepted and which:
        said = f"recommendation {excepted['list']} {part[which.end() :]}"
        for statement in find_statements(said, words)[:1]:
            outcome = _outcome(statement.verdict.value, statement.verdict.detail, statement.span.of(said), sentence)
            yield Covering(frozenset(_numbers(excepted["list"])), frozenset(), outcome, sentence)


def _added(part: str, before: Statement, sentence: str, words: OutcomeWords) -> Covering | None:
    """What a part without a verb of deciding adds to the decision before it: ``4 subject to funding``."""
    named = _NUMBERED.search(part) or _ALONE.match(part)
    if not named or before.verdict.value is not OutcomeValue.ACCEPT:
        return None
    detail = OutcomeDetail.CONDITIONAL if _APPROVAL.search(part) else find_detail(part, words)
    if detail is None:
        return None
    value = OutcomeValue.AMEND if detail in {OutcomeDetail.IN_PART, OutcomeDetail.WITH_CHANGES} else OutcomeValue.ACCEPT
    return Covering(frozenset(_numbers(named["list"])), frozenset(), _outcome(value, detail, part, sentence), sentence)


def _outcome(value: OutcomeValue, detail: OutcomeDetail | None, said: str, sentence: str) -> Outcome:
    """The outcome with the words that it was read from; all of the sentence where they were put together from it."""
    raw = said.rstrip(" .;,") if said in sentence else sentence
    because = (Because(rule="outcome_covering", words=sentence),)
    return Outcome(value=value, detail=detail, basis=Basis.STATED, raw=raw, because=because)


def _numbers(listed: str) -> Iterator[str]:
    """The labels of a list, ranges filled in: ``1 to 3, 5`` is 1, 2, 3 and 5."""
    for step in _STEP.finditer(listed):
        if step["one"]:
            yield squash(step["one"])
            continue
        first, last = squash(step["first"]), squash(step["last"])
        yield from (first, last)
        low, high = (int(figures[-1]) if (figures := _FIGURES.findall(label)) else 0 for label in (first, last))
        if low < high <= low + _RANGE:
            yield from (_FIGURES.sub(str(number), first, count=1) for number in range(low, high))


def decision_for(number: str | None, parent: str | None, covering: Sequence[Covering]) -> Covering | None:
    """The narrowest decision that covers a recommendation; the last of equals, as a later one replaces it."""
    fitting = (one for one in reversed(covering) if one.covers(number, parent))
    return min(fitting, key=lambda one: _RANGE if one.numbers is None else len(one.numbers), default=None)


__all__ = ["Covering", "decision_for", "find_covering"]
