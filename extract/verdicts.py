"""What a few words of deciding come to: ``not fully accepted`` is an answer in part, ``agreed, subject to …``."""

import re
from dataclasses import dataclass

from extract.records import OutcomeDetail, OutcomeValue
from extract.vocabulary.outcomes import OutcomeWords
from extract.vocabulary.outcomes_file import Verbs

_REACH = re.compile(r"(?:[^\s.;:!?()]+[\s,]+){0,6}\Z")
_CLAUSE = re.compile(r"\b(?:and|but|although|though|while|whilst|however)\b|\s-\s|[–—]", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:\Z|[.,;:!?)/–—]|-\s)")
_BEGINS = re.compile(r"[,;]\s*(?:(?:but|and)\s+)?\Z")
_YET = re.compile(r"\byet\b|(?<!\bhas )(?<!\bhave )(?<!\bhad )\bto be\s*\Z", re.IGNORECASE)
_MILD = (OutcomeDetail.IN_PRINCIPLE, OutcomeDetail.CONDITIONAL, OutcomeDetail.ALREADY_IN_PLACE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer.

    Attributes:
        value: accept, amend, reject or none.
        detail: in what way.
        head: what its first verb comes to before anything is said of it: a part refused is a refusal here.
        full: it speaks of the whole in so many words: ``accepted in full``.
    """

    value: OutcomeValue
    detail: OutcomeDetail | None
    head: OutcomeValue
    full: bool = False


def judge(phrase: str, words: OutcomeWords) -> Verdict | None:
    """What the verbs of deciding in a phrase come to with their negations and with what is said of them.

    Verbs after the first count where they begin or end a clause (``part one accepted, part two refused``), not where
    they belong to something else (``agreed – we will look at refused claims``).

    Returns:
        ``None`` where the phrase holds no such verb.
    """
    matches = list(words.verb.finditer(phrase))
    decided = matches[:1] + [match for match in matches[1:] if _counts(phrase, match)]
    found = [_turned(phrase, match, words) for match in decided]
    if not found:
        return None
    deferred = next((verdict for verdict in found if verdict.detail is OutcomeDetail.DEFERRED), None)
    strong = [verdict for verdict in found if verdict.value is not OutcomeValue.NONE]
    if (deferred is not None and found[0] is deferred) or not strong:
        return found[0]
    return _modified(phrase, strong, words)


def _counts(phrase: str, match: re.Match[str]) -> bool:
    """Whether a verb after the first begins or ends a clause."""
    return _ENDS.match(phrase, match.end()) is not None or _BEGINS.search(phrase, 0, match.start()) is not None


def _turned(phrase: str, match: re.Match[str], words: OutcomeWords) -> Verdict:
    """What one verb comes to, turned round where a negation stands before it in its clause."""
    verbs = words.verbs_by_form[" ".join(match[0].lower().split())]
    plain = Verdict(verbs.value, verbs.detail, verbs.value)
    before = _window(phrase, match.start())
    if _YET.search(before):
        return Verdict(OutcomeValue.NONE, OutcomeDetail.DEFERRED, OutcomeValue.NONE)
    if not is_negated(before, words):
        return plain
    return _refused(phrase, verbs, plain, words)


def _window(phrase: str, end: int) -> str:
    """Up to six words before ``end``, none of them beyond the clause."""
    reach = _REACH.search(phrase, 0, end)
    return _CLAUSE.split(reach[0])[-1] if reach else ""


def is_negated(before: str, words: OutcomeWords) -> bool:
    """Whether words that stand before a verb turn it round; ``not only`` and its like do not."""
    return words.negation.search(words.double_negative.sub("", before)) is not None


def _refused(phrase: str, verbs: Verbs, plain: Verdict, words: OutcomeWords) -> Verdict:
    if verbs.value is OutcomeValue.ACCEPT:
        if words.full.search(phrase):
            return Verdict(OutcomeValue.AMEND, OutcomeDetail.IN_PART, OutcomeValue.REJECT)
        return Verdict(OutcomeValue.REJECT, None, OutcomeValue.REJECT)
    if verbs.value is OutcomeValue.REJECT:
        return Verdict(OutcomeValue.ACCEPT, None, OutcomeValue.ACCEPT)
    return plain


def _modified(phrase: str, found: list[Verdict], words: OutcomeWords) -> Verdict:
    """The first verdict with the first modifier that fits; two that differ come to a part or a change."""
    head = found[0].value if found[0].head is OutcomeValue.NONE else found[0].head
    values = {verdict.value for verdict in found}
    detail = find_detail(phrase, words)
    full = words.full.search(phrase) is not None
    if {OutcomeValue.ACCEPT, OutcomeValue.REJECT} <= values or detail is OutcomeDetail.IN_PART:
        return Verdict(OutcomeValue.AMEND, OutcomeDetail.IN_PART, head)
    if found[0].value is not OutcomeValue.ACCEPT:
        return Verdict(found[0].value, found[0].detail, head, full)
    if detail is OutcomeDetail.WITH_CHANGES:
        return Verdict(OutcomeValue.AMEND, OutcomeDetail.WITH_CHANGES, head)
    return Verdict(OutcomeValue.ACCEPT, detail if detail in _MILD else None, head, full)


def find_detail(phrase: str, words: OutcomeWords) -> OutcomeDetail | None:
    """The first modifier, in order of precedence, that stands in a phrase."""
    return next((group.detail for group in words.modifiers if group.pattern.search(phrase)), None)
