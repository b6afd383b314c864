"""The answers that bodies state: each one's in each statement of a decision."""

import re
from collections.abc import Iterator

from extract.facts.positions.answers import Answer, Reply
from extract.facts.positions.subjects import acting, agents, meant, with_article
from extract.findings import Body, Span, body_of
from extract.records import OutcomeDetail, OutcomeValue
from extract.statements import Statement, find_statements

_WE = re.compile(r"\b(?:we|i)\s+(?:[^\s,.;:]+\s+){0,5}\Z", re.IGNORECASE)


def stated(reply: Reply) -> Iterator[Answer]:
    """Each body's answer in each statement; those who agree in one statement each have an answer."""
    for statement in find_statements(reply.text, reply.words):
        bodies, start = _bodies(reply, statement)
        for body in bodies:
            yield _answer(body, statement, Span(start, statement.span.end))


def _answer(body: Body, statement: Statement, span: Span) -> Answer:
    """A part refused is a refusal, and a part accepted an answer in part."""
    verdict = statement.verdict
    part = verdict.detail is OutcomeDetail.IN_PART
    if part and verdict.head is OutcomeValue.REJECT:
        return Answer(body, OutcomeValue.REJECT, None, span, "position_statement", part=True)
    return Answer(body, verdict.value, verdict.detail, span, "position_statement", verdict.full, part)


def _bodies(reply: Reply, statement: Statement) -> tuple[list[Body], int]:
    """Who answers in a statement, and where the clause that says so begins."""
    if named := agents(reply, statement):
        return named, statement.span.start
    if subjects := acting(reply, statement.sentence, statement.verb):
        return [body_of(mention) for mention in subjects], with_article(reply, statement.sentence, subjects[-1])
    if before := meant(reply, statement.sentence, statement.verb):
        return [body_of(before)], statement.span.start
    first = _WE.search(reply.text, statement.sentence.start, statement.verb)
    speaker = reply.speaker_at(statement.span.start)
    start = min(first.start(), statement.span.start) if first else statement.span.start
    return ([speaker] if speaker else []), start
