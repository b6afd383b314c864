"""The answer of a decision cell."""

import re
from functools import lru_cache

from msgspec.structs import replace

from extract.facts.outcomes.forms import decode, find_options, is_unmarked, marked_option, without_mark
from extract.facts.outcomes.spelling import close_up, mend, respell
from extract.facts.outcomes.wording import read_wording
from extract.findings import Span
from extract.records import Basis, Because, Outcome, OutcomeValue
from extract.text import clean
from extract.verdicts import Verdict, judge
from extract.vocabulary.outcomes import OutcomeWords

_ENDNOTE = re.compile(r"(?<=[\w.)])\s?\[(?:[ivx]{1,5}|\d{1,2})\]|(?<=\w)[¹²³⁴-⁹*†‡]+$", re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|[;.\n]\s*)(?P<label>[A-Z][\w&'’. ]{1,50}?)\s*(?::|\s[–—-])\s+(?P<decision>[^;\n]+)")
_YES_OR_NO = re.compile(r"(?:y|yes|n|no)\W*", re.IGNORECASE)
_PLAIN, _MENDED, _MISSPELT = "outcome_cell", "outcome_cell_mended", "outcome_cell_misspelt"
_CODED, _MARKED, _LABELS = "outcome_cell_code", "outcome_cell_marked", "outcome_cell_labelled"


def read_decision(cell: str, words: OutcomeWords, heading: str = "") -> Outcome | None:
    """The answer that a decision cell states: ``Accept``, ``In part``, ``No – funding is not available``.

    Args:
        cell: what the cell holds.
        words: the vocabulary of outcomes.
        heading: the column's title. It says what ``Yes`` answers (``Rejected?``) and may hold a key (``1 = accept``).

    Returns:
        ``None`` for a blank cell, for one that points elsewhere (``See comments``), for a form that nobody has filled
        in (``Accept / Amend / Reject``) and for words that decide nothing.
    """
    printed = clean(_ENDNOTE.sub("", cell)).strip()
    mended = mend(printed, words)
    outcome = _read(mended, heading, words)
    if outcome is None or mended == printed:
        return outcome
    return replace(outcome, raw=(raw := " ".join(printed.split())), because=(Because(rule=_MENDED, words=raw),))


def _read(printed: str, heading: str, words: OutcomeWords) -> Outcome | None:
    if meaning := decode(printed, heading):
        return _stated(printed, read_wording(meaning, words), _CODED)
    if not printed or _unread(words).fullmatch(printed):
        return None
    if options := find_options(printed, words):
        marked = marked_option(options)
        return _stated(marked, read_wording(marked, words), _MARKED) if marked else None
    if is_unmarked(printed, words):
        return None
    if labelled := read_labelled_decisions(printed, words):
        return labelled[0][1]
    return _read_plain(without_mark(printed, words), heading, words)


def _read_plain(printed: str, heading: str, words: OutcomeWords) -> Outcome | None:
    """The answer as it is spelt, or as it would be without the breaks and misspellings of its print."""
    if closed := close_up(printed, words):
        return _stated(printed, read_wording(closed, words), _MENDED)
    if verdict := read_wording(printed, words):
        return _stated(printed, _answering(heading, printed, verdict, words), _PLAIN)
    respelt = respell(printed, words)
    return _stated(printed, read_wording(respelt, words), _MISSPELT) if respelt else None


def read_labelled_decisions(cell: str, words: OutcomeWords) -> tuple[tuple[str, Outcome], ...]:
    """Each body's own answer in a cell that holds several: ``Council: accept; Met: reject``, label first.

    Returns:
        Nothing where the cell does not hold two labels with an answer each.
    """
    return tuple((label, outcome) for label, _, outcome in _labelled(cell, words))


def find_labelled_decisions(cell: str, words: OutcomeWords) -> tuple[tuple[str, Span], ...]:
    """The labels of a cell that holds the answers of several bodies, each with where it and its answer stand."""
    return tuple((label, span) for label, span, _ in _labelled(cell, words))


def _labelled(cell: str, words: OutcomeWords) -> tuple[tuple[str, Span, Outcome], ...]:
    found = list[tuple[str, Span, Outcome]]()
    for match in _LABELLED.finditer(cell):
        label, said = match["label"].strip(), match["decision"].strip()
        outcome = None if judge(label, words) else _stated(said, read_wording(said, words), _LABELS)
        if outcome:
            found.append((label, Span(match.start("label"), match.start("decision") + len(said)), outcome))
    return tuple(found) if len(found) > 1 else ()


def _stated(raw: str, verdict: Verdict | None, rule: str) -> Outcome | None:
    if verdict is None:
        return None
    words = " ".join(raw.split())
    because = (Because(rule=rule, words=words),)
    return Outcome(value=verdict.value, detail=verdict.detail, basis=Basis.STATED, raw=words, because=because)


def _answering(heading: str, printed: str, verdict: Verdict, words: OutcomeWords) -> Verdict:
    """``Yes`` under ``Rejected?`` is a refusal; under any other title it stays what it is."""
    asked = read_wording(heading, words)
    if not _YES_OR_NO.fullmatch(printed) or asked is None or asked.value is not OutcomeValue.REJECT:
        return verdict
    turned = OutcomeValue.REJECT if verdict.value is OutcomeValue.ACCEPT else OutcomeValue.ACCEPT
    return Verdict(turned, None, turned)


@lru_cache(maxsize=2)
def _unread(words: OutcomeWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words.lists.unread)})\W*", re.IGNORECASE | re.DOTALL)
