"""Bodies whose own answer in the prose is not the outcome of the row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.findings import Body, Span, Speech
from extract.records import Field, OrganisationMention, Outcome, OutcomeDetail, OutcomeValue, Position
from extract.statements import Statement, find_statements
from extract.vocabulary.outcomes import OutcomeWords

_SELF = frozenset({"local_authority", "combined_authority", "pcc", "government", None})
_COORDINATED = re.compile(r",?\s*(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_ADVERBIAL = re.compile(r"(?:\s+[^\s,.;:!?]+){0,6}\s*")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|of|from|with|and|but)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i)\s+(?:[^\s,.;:]+\s+){0,5}\Z", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[^,.;:!?\n–—]*")


def find_positions(  # noqa: PLR0913, PLR0917 - each is a finding of another reader; a bundle of them would exist for this call alone
    text: str,
    field: Field,
    outcome: Outcome,
    speeches: Sequence[Speech],
    mentions: Sequence[OrganisationMention],
    words: OutcomeWords,
) -> tuple[Position, ...]:
    """An entry for each body whose own answer in the prose is not the outcome of the row, in order.

    A text that one authority alone wrote has no positions: where it disagrees with its own decision, that is a
    contradiction.

    Args:
        text: the response.
        field: the field that it is.
        outcome: the outcome of the row.
        speeches: who speaks where in it.
        mentions: the bodies named in it.
        words: the vocabulary of outcomes.
    """
    table = _Table(text, tuple(speeches), tuple(mentions), words)
    answers = [*_stated(table), *(_refused(table) if outcome.value is not OutcomeValue.AMEND else ())]
    differing = [answer for answer in answers if _differs(answer, outcome)]
    if all(_alone(table, answer) for answer in differing):
        return ()
    return tuple(_position(table, field, answer) for answer in _firsts(sorted(differing, key=lambda a: a.span.start)))


@dataclass(frozen=True, slots=True)
class _Table:
    text: str
    speeches: tuple[Speech, ...]
    mentions: tuple[OrganisationMention, ...]
    words: OutcomeWords

    def speaker_at(self, offset: int) -> Body | None:
        found = (speech for speech in self.speeches if speech.span.start <= offset < speech.span.end)
        return next((speech.speaker for speech in found), None)


@dataclass(frozen=True, slots=True)
class _Answer:
    body: Body
    value: OutcomeValue
    detail: OutcomeDetail | None
    span: Span
    full: bool = False
    part: bool = False


def _stated(table: _Table) -> Iterator[_Answer]:
    """Each body's answer in each statement; those who agree in one statement each have an answer."""
    for statement in find_statements(table.text, table.words):
        bodies, start = _bodies(table, statement)
        for body in bodies:
            yield _answer(body, statement, Span(start, statement.span.end))


def _answer(body: Body, statement: Statement, span: Span) -> _Answer:
    """A part refused is a refusal, and a part accepted an answer in part."""
    verdict = statement.verdict
    part = verdict.detail is OutcomeDetail.IN_PART
    if part and verdict.head is OutcomeValue.REJECT:
        return _Answer(body, OutcomeValue.REJECT, None, span, part=True)
    return _Answer(body, verdict.value, verdict.detail, span, verdict.full, part)


def _bodies(table: _Table, statement: Statement) -> tuple[list[Body], int]:
    """Who answers in a statement, and where the clause that says so begins."""
    if agents := _agents(table, statement):
        return agents, statement.span.start
    if subjects := _subjects(table, statement):
        start = subjects[-1].start
        article = _ARTICLE.search(table.text, statement.sentence.start, start)
        return [_body(mention) for mention in subjects], article.start() if article else start
    first = _WE.search(table.text, statement.sentence.start, statement.verb)
    speaker = table.speaker_at(statement.span.start)
    start = min(first.start(), statement.span.start) if first else statement.span.start
    return ([speaker] if speaker else []), start


def _agents(table: _Table, statement: Statement) -> list[Body]:
    """The bodies after ``by``: ``accepted in full by the UK Government and the Welsh Government``."""
    by = re.compile(r"\bby\b").search(table.text, statement.verb, statement.span.end)
    if by is None:
        return []
    return [_body(m) for m in table.mentions if by.end() <= m.start < statement.span.end]


def _subjects(table: _Table, statement: Statement) -> list[OrganisationMention]:
    """The bodies before the verb, the nearest first: ``the ICB therefore rejects``, ``A and B accept``."""
    found, edge = list[OrganisationMention](), statement.verb
    for mention in sorted(table.mentions, key=lambda m: -m.start):
        if not statement.sentence.start <= mention.start < edge:
            continue
        between = table.text[mention.end : edge]
        joined = _COORDINATED.fullmatch(between) if found else _is_adverbial(between)
        if not joined:
            break
        found.append(mention)
        edge = mention.start
    return found


def _is_adverbial(between: str) -> bool:
    return _ADVERBIAL.fullmatch(between) is not None and _SUBORDINATE.search(between) is None


def _refused(table: _Table) -> Iterator[_Answer]:
    """The refusals in the first person of bodies that speak for themselves beside the authority."""
    for match in table.words.refusal.finditer(table.text):
        speaker = table.speaker_at(match.start())
        end = _CLAUSE_END.match(table.text, match.end())
        if speaker is not None and speaker.type not in _SELF:
            yield _Answer(speaker, OutcomeValue.REJECT, None, Span(match.start(), end.end() if end else match.end()))


def _differs(answer: _Answer, outcome: Outcome) -> bool:
    if answer.value is OutcomeValue.NONE and answer.detail is not OutcomeDetail.DEFERRED:
        return False
    if answer.value is not outcome.value:
        return not (answer.part and outcome.detail is OutcomeDetail.IN_PART)
    return answer.detail != outcome.detail and (answer.detail is not None or answer.full)


def _alone(table: _Table, answer: _Answer) -> bool:
    """Whether the answer is that of an authority that nobody else speaks beside."""
    return answer.body.type in _SELF and all(speech.speaker == answer.body for speech in table.speeches)


def _firsts(answers: Sequence[_Answer]) -> Iterator[_Answer]:
    """The first answer of each body."""
    seen = set[str]()
    for answer in answers:
        if answer.body.name not in seen:
            seen.add(answer.body.name)
            yield answer


def _position(table: _Table, field: Field, answer: _Answer) -> Position:
    text = answer.span.of(table.text).rstrip()
    return Position(
        organisation=answer.body.name,
        value=answer.value,
        detail=answer.detail,
        text=text,
        field=field,
        start=answer.span.start,
        end=answer.span.start + len(text),
    )


def _body(mention: OrganisationMention) -> Body:
    return Body(mention.name, mention.id, mention.type)
