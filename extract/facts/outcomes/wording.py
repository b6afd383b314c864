"""What the words of a decision cell come to."""

import re
from functools import lru_cache

from extract.records import OutcomeDetail, OutcomeValue
from extract.statements import find_statements
from extract.verdicts import Verdict, find_detail, judge
from extract.vocabulary.outcomes import OutcomeWords
from extract.vocabulary.outcomes_file import Phrases
from extract.vocabulary.phrases import compile_phrases

_LEAD = re.compile(r"(?:[^.\n]|\.(?=\S)|\n)*")
_LONG = 14  # words; what a longer cell says after them is its reasons
_SHORT = 8  # words of a note without a verb of its own
_TERSE = 3  # letters of yes, no, y, tbc: a stop must follow them
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could)\b", re.IGNORECASE)
_FREE = re.compile(
    r"\s*(?:\Z|[.,;:!?()/–—]|-\s)|\s+(?:in|with|as|but|and|or|by|to|at|for|on|subject|pending|provided|some|all|both|part|"
    r"if|already|except|apart|conditional|conditionally|partially|dependent|depending|fully|however|though|although|"
    r"not)\b",
    re.IGNORECASE,
)
_CHANGED = frozenset({OutcomeDetail.IN_PART, OutcomeDetail.WITH_CHANGES})


def read_wording(printed: str, words: OutcomeWords) -> Verdict | None:
    """The verdict of a cell: of the answer or decision that opens it, of a sentence in it, or of its few words."""
    if verdict := _listed(printed, words):
        return verdict
    statements = find_statements(printed, words)
    if statements and not statements[0].alone:
        return statements[0].verdict
    first = _LEAD.match(printed)
    lead = " ".join(first[0].split()[:_LONG]) if first else ""
    if statements or _is_note(lead, words):
        return judge(lead, words) or _bare(lead, words)
    return None


def _listed(printed: str, words: OutcomeWords) -> Verdict | None:
    """A cell that opens with one of the listed answers, alone or before a stop: ``Yes – in part``, ``TBC``."""
    for group in words.cells:
        if not (match := _opening(group).match(printed)):
            continue
        if group.value is OutcomeValue.ACCEPT:
            return _bare(printed[match.end() :], words) or Verdict(group.value, group.detail, group.value)
        return Verdict(group.value, group.detail, group.value)
    return None


@lru_cache(maxsize=16)
def _opening(group: Phrases) -> re.Pattern[str]:
    """A phrase of a group: a terse one followed by the end, a stop or a dash, a longer one by anything."""
    terse = [phrase for phrase in group.phrases if len(phrase) <= _TERSE]
    longer = [phrase for phrase in group.phrases if len(phrase) > _TERSE]
    stopped = rf"{compile_phrases(terse).pattern}(?=\s*(?:\Z|[.,;:(–—!]|-\s))" if terse else r"(?!)"
    return re.compile(rf"{stopped}|{compile_phrases(longer).pattern}", re.IGNORECASE)


def _bare(printed: str, words: OutcomeWords) -> Verdict | None:
    """What is said of a decision, without one: ``In part``, ``Subject to funding``, ``Already in place``."""
    detail = find_detail(printed, words)
    if detail is None:
        return None
    return Verdict(OutcomeValue.AMEND if detail in _CHANGED else OutcomeValue.ACCEPT, detail, OutcomeValue.ACCEPT)


def _is_note(lead: str, words: OutcomeWords) -> bool:
    """Whether a few words without a finite verb decide: no noun follows what would then be an adjective."""
    if len(lead.split()) > _SHORT or _FINITE.search(lead):
        return False
    for group in words.modifiers:
        lead = group.pattern.sub(" ; ", lead)
    first = words.verb.search(lead)
    return first is None or _FREE.match(lead, first.end()) is not None
