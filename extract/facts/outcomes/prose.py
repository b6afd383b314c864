"""The decision that the prose of a reply states, or answers without stating it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts.outcomes.cells import read_decision
from extract.facts.outcomes.hearing import heard_of
from extract.facts.outcomes.parts import combine, find_part_decisions
from extract.findings import Body, Span, Speech
from extract.records import Basis, Because, Outcome, OutcomeDetail, OutcomeValue
from extract.sentences import find_sentences
from extract.statements import Statement, find_statements
from extract.verdicts import find_detail
from extract.vocabulary.outcomes import OutcomeWords
from extract.vocabulary.outcomes_file import Implied, Place

_Answer = tuple[OutcomeValue, OutcomeDetail | None]

_OPENING = 2  # sentences
_REMARK = re.compile(r"(?:\W+\w+){0,3}")
_CHANGED = frozenset({OutcomeDetail.IN_PART, OutcomeDetail.WITH_CHANGES})
_PARAGRAPH = re.compile(r"[^\n]*")
_DASH = re.compile(r"\s+[–—-]\s+|[:;(]|\.")
_YES = re.compile(r"(?P<word>yes|no)\b(?!\.\s*(?:of\b|\d))(?=[.,;:!]|\s*[–—-]\s)", re.IGNORECASE)
_HEAD_END = re.compile(r"\s+[–—-]\s+|[:.]\s|\.?\Z")
_SENTENCE = re.compile(
    r"\b(?:we|i|our|the|this|that|have|has|had|is|are|was|were|will)\b|^(?:yes|no|nobody)\b", re.IGNORECASE
)
"""Words of a sentence, which no cell of a decision would hold; of yes and no, what follows tells more."""
_WORDS = re.compile(r"\w+")
_HEAD_WORDS = 10  # of a decision in two languages, with what is said of it
_STEM = 5  # letters that two forms of a word share
_SHARED = 3  # words of the recommendation that a promise takes up


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """A decision in prose and the words of the response that it was read from."""

    outcome: Outcome
    span: Span


def find_decision(
    response: str,
    words: OutcomeWords,
    recommendation: str = "",
    speeches: Sequence[Speech] = (),
    authority: Body | None = None,
) -> DecisionFound | None:
    """The decision that a response states or implies, stated ones first.

    Args:
        response: what the answering body says.
        words: the vocabulary of outcomes.
        recommendation: what was asked for; a reply that promises just that, and says no more, is read as acceptance.
        speeches: who speaks where in it; without them all of it is taken as the words of one body.
        authority: whose decision it is; what others say decides only where the authority itself says nothing.

    Returns:
        ``None`` where the prose explains, welcomes or promises something else: that is no answer.
    """
    heard = heard_of(response, find_statements(response, words), speeches, authority)
    stated = _in_parts(response, words) or _stated(response, heard)
    headed = _headed(response, words) if stated is None or stated.span.start else None
    if headed and (stated is None or stated.span.start >= headed.span.end):
        return headed
    if stated is not None and stated.outcome.value is not OutcomeValue.NONE:
        return stated
    return _implied(response, words) or stated or _promised(response, words, recommendation)


def _found(
    response: str, span: Span, answer: tuple[OutcomeValue, OutcomeDetail | None], basis: Basis, rule: str
) -> DecisionFound:
    raw = span.of(response)
    because = (Because(rule=rule, words=raw),)
    outcome = Outcome(value=answer[0], detail=answer[1], basis=basis, raw=raw, because=because)
    return DecisionFound(outcome, span)


def _headed(response: str, words: OutcomeWords) -> DecisionFound | None:
    """The decision that heads a response as a cell would hold it: ``Derbyn / Accept – A site …``."""
    line = _PARAGRAPH.match(response)
    ends = [found.start() for found in _HEAD_END.finditer(line[0])] if line else []
    heads = (response[:end] for end in reversed(ends) if 0 < len(_WORDS.findall(response[:end])) <= _HEAD_WORDS)
    read = ((head, read_decision(head, words)) for head in heads if not _SENTENCE.search(head))
    head, outcome = next(((head, outcome) for head, outcome in read if outcome), ("", None))
    if outcome is None:
        return None
    return _found(response, Span(0, len(head)), (outcome.value, outcome.detail), Basis.STATED, "outcome_head")


def _in_parts(response: str, words: OutcomeWords) -> DecisionFound | None:
    """What the decisions of lettered parts come to: inferred where they differ."""
    parts = find_part_decisions(response, words)
    answer = combine(parts) if parts else None
    if answer is None:
        return None
    span, last = parts[0][1], parts[-1][1]
    if answer == (parts[0][0].verdict.value, parts[0][0].verdict.detail):
        return _found(response, span, answer, Basis.STATED, "outcome_parts_alike")
    return _found(response, Span(span.start, last.end), answer, Basis.INFERRED, "outcome_parts_differ")


def _stated(response: str, statements: tuple[Statement, ...]) -> DecisionFound | None:
    """The first statement that decides; with a later one that refuses a part it comes to an answer in part."""
    strong = [statement for statement in statements if statement.verdict.value is not OutcomeValue.NONE]
    first = next(iter(strong or statements), None)
    if first is None:
        return None
    answer: _Answer = (first.verdict.value, first.verdict.detail)
    if answer[0] is OutcomeValue.ACCEPT and any(_refuses_part(statement) for statement in strong):
        answer = (OutcomeValue.AMEND, OutcomeDetail.IN_PART)
    basis = Basis.STATED if first.named else Basis.INFERRED
    return _found(response, first.span, answer, basis, _rule_of(first))


def _rule_of(statement: Statement) -> str:
    if statement.alone:
        return "outcome_lead_word"
    return "outcome_statement" if statement.named else "outcome_pronoun"


def _refuses_part(statement: Statement) -> bool:
    return statement.verdict.detail is OutcomeDetail.IN_PART and statement.verdict.head is OutcomeValue.REJECT


def _implied(response: str, words: OutcomeWords) -> DecisionFound | None:
    """The answer of the first telling phrase; where several stand in one sentence, of the group listed first."""
    for number, sentence in enumerate(find_sentences(response, words.abbreviations)):
        if found := _yes_or_no(response, sentence, words) if number == 0 else None:
            return found
        groups = [group for group in words.implied if group.place is Place.ANYWHERE or number < _OPENING]
        told = ((group, span) for group in groups if (span := _telling(response, sentence, group, words)))
        for group, span in told:
            answer = _softened(response, span, group, words)
            return _found(
                response, span, answer, group.basis, f"outcome_phrase:{group.value} {group.detail or ''}".rstrip()
            )
    return None


def _softened(response: str, span: Span, group: Implied, words: OutcomeWords) -> _Answer:
    """The group's answer; a refusal in other words that its own paragraph follows with an offer is a change."""
    paragraph = _PARAGRAPH.match(response, span.end)
    refused = group.value is OutcomeValue.REJECT and group.basis is Basis.INFERRED
    if refused and paragraph and words.instead.search(paragraph[0]):
        return OutcomeValue.AMEND, OutcomeDetail.WITH_CHANGES
    return group.value, group.detail


def _yes_or_no(response: str, sentence: Span, words: OutcomeWords) -> DecisionFound | None:
    """The answer of a reply that opens with yes or no, with what is said of it: ``Yes, subject to funding.``."""
    match = _YES.match(response, sentence.start, sentence.end)
    if match is None:
        return None
    span = Span(match.start(), match.end())
    if match["word"].lower() == "no":
        return _found(response, span, (OutcomeValue.REJECT, None), Basis.STATED, "outcome_yes_no")
    remark = _REMARK.match(response, match.end("word"), sentence.end)
    detail = find_detail(remark[0], words) if remark else None
    value = OutcomeValue.AMEND if detail in _CHANGED else OutcomeValue.ACCEPT
    return _found(response, span, (value, detail), Basis.STATED, "outcome_yes_no")


def _telling(response: str, sentence: Span, group: Implied, words: OutcomeWords) -> Span | None:
    if group.place is Place.FRAGMENT:
        head = _DASH.search(response, sentence.start, sentence.end)
        end = head.start() if head else sentence.end
        match = group.pattern.fullmatch(response, sentence.start, end)
    else:
        match = group.pattern.search(response, sentence.start, sentence.end)
    if match is None or words.supposed.search(response, sentence.start, match.start()):
        return None
    return Span(match.start(), match.end())


def _promised(response: str, words: OutcomeWords, recommendation: str) -> DecisionFound | None:
    """The first promise that takes up the recommendation's own words, in a reply that refuses and doubts nothing."""
    if words.doubt.search(response):
        return None
    asked = set(_stems(recommendation))
    for sentence in find_sentences(response, words.abbreviations):
        said = sentence.of(response)
        if words.promise.search(said) and len(asked & set(_stems(said))) >= _SHARED:
            return _found(response, sentence, (OutcomeValue.ACCEPT, None), Basis.INFERRED, "outcome_promise")
    return None


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM] for word in re.findall(r"[a-z]{5,}", text.lower()))
