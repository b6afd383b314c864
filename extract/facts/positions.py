"""Bodies whose own answer in the prose is not the outcome of the row."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extract.findings import Body, Span, Speech
from extract.records import (
    Because,
    Commitment,
    CommitmentStatus,
    Field,
    OrganisationMention,
    Outcome,
    OutcomeDetail,
    OutcomeValue,
    Position,
)
from extract.sentences import find_sentences
from extract.statements import Statement, find_statements
from extract.vocabulary.outcomes import OutcomeWords

_SELF = frozenset({"local_authority", "combined_authority", "pcc", "government", None})
_COORDINATED = re.compile(r",?\s*(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_OPENS_BACK = re.compile(r"(?:however,\s+)?(?:it|they)\s+", re.IGNORECASE)
_ADVERBIAL = re.compile(r"(?:\s+[^\s,.;:!?]+){0,6}\s*")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|of|from|with|and|but)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|i)\s+(?:[^\s,.;:]+\s+){0,5}\Z", re.IGNORECASE)
_GOVERNED = re.compile(
    r"\b(?:by|of|with|from|to|for|in|at|via|through|under|between|on)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_SAME_SUBJECT = re.compile(r"\band\s+(?:(?:therefore|so|thus|accordingly|consequently|also),?\s+)?\Z", re.IGNORECASE)
_REPORTED = re.compile(
    r",?\s+(?:has|have)\s+(?:\w+ly\s+|also\s+|since\s+)?"
    r"(?:indicated|advised|stated|said|confirmed|explained|reported|made clear|told us|informed us|responded)"
    r"(?:\s+to us|\s+us)?,?\s+(?:that\s+)?(?:it|they)\s+",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"(?:[^,.;:]{1,50},\s+)?(?:(?:however|but|and|while|whilst),?\s+)?(?:the\s+)?\Z", re.IGNORECASE)
_CONDITION = re.compile(r"(?<!,)\s(?:where|unless|if|when)\s", re.IGNORECASE)
_ASIDE = re.compile(r",\s+(?:who|whose|which|where)\b[^,.;:]*,")
_RELAYED = re.compile(
    r"\b(?:replied|responded|answered|wrote back|(?:told|informed|advised) (?:us|me|the [Cc]ouncil|officers))\b"
    r"[^.;:]{0,40}?\bthat (?:it|they|he|she)\b"
)
"""A reply that is passed on: ``Officials replied that they could not promise …`` answers what they were asked."""
_PRONOUN = re.compile(r"\b(?:it|they)\s+(?:(?:\w+ly|also|does|do|did|has|have|not)\s+){0,3}\Z", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[^,.;:!?\n–—]*")


def find_positions(  # noqa: PLR0913, PLR0917 - each is a finding of another reader; a bundle of them would exist for this call alone
    text: str,
    field: Field,
    outcome: Outcome,
    speeches: Sequence[Speech],
    mentions: Sequence[OrganisationMention],
    words: OutcomeWords,
    authority: Body | None = None,
    refusals: Sequence[Commitment] = (),
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
        authority: who is answering, where known: its own refusals are no position.
        refusals: what somebody declines in the text, with who does.
    """
    table = _Table(text, tuple(speeches), tuple(mentions), words, authority)
    answers = [*_stated(table)]
    if outcome.value is not OutcomeValue.AMEND:  # what a change was made for is no answer beside it
        answers += _refused(table)
    if outcome.detail is not OutcomeDetail.IN_PART:
        answers += _refused_by_name(table)
    if not (outcome.value is OutcomeValue.REJECT or outcome.detail is OutcomeDetail.IN_PART):
        answers += _declined(table, refusals, {answer.body.name for answer in answers})
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
    authority: Body | None

    def speaker_at(self, offset: int) -> Body | None:
        """The body that speaks at an offset, where that is known."""
        found = (speech for speech in self.speeches if speech.span.start <= offset < speech.span.end)
        return next((speech.speaker for speech in found), None)


@dataclass(frozen=True, slots=True)
class _Answer:
    body: Body
    value: OutcomeValue
    detail: OutcomeDetail | None
    span: Span
    rule: str
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
        return _Answer(body, OutcomeValue.REJECT, None, span, "position_statement", part=True)
    return _Answer(body, verdict.value, verdict.detail, span, "position_statement", verdict.full, part)


def _bodies(table: _Table, statement: Statement) -> tuple[list[Body], int]:
    """Who answers in a statement, and where the clause that says so begins."""
    if agents := _agents(table, statement):
        return agents, statement.span.start
    if subjects := _acting(table, statement.sentence, statement.verb):
        return [_body(mention) for mention in subjects], _with_article(table, statement.sentence, subjects[-1])
    if meant := _meant(table, statement.sentence, statement.verb):
        return [_body(meant)], statement.span.start
    first = _WE.search(table.text, statement.sentence.start, statement.verb)
    speaker = table.speaker_at(statement.span.start)
    start = min(first.start(), statement.span.start) if first else statement.span.start
    return ([speaker] if speaker else []), start


def _acting(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies that are the subject of a verb, right before it or as what opens its sentence."""
    return _subjects(table, sentence, verb) or _continued(table, sentence, verb)


def _meant(table: _Table, sentence: Span, verb: int) -> OrganisationMention | None:
    """The last body named before ``it`` or ``they`` in a sentence: ``The Force's view is different: it supports …``."""
    pronoun = _PRONOUN.search(table.text, sentence.start, verb)
    before = [m for m in table.mentions if pronoun and sentence.start <= m.start and m.end <= pronoun.start()]
    return before[-1] if before else None


def _agents(table: _Table, statement: Statement) -> list[Body]:
    """The bodies after ``by``: ``accepted in full by the UK Government and the Welsh Government``."""
    by = re.compile(r"\bby\b").search(table.text, statement.verb, statement.span.end)
    if by is None:
        return []
    return [_body(m) for m in table.mentions if by.end() <= m.start < statement.span.end]


def _subjects(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies before the verb, the nearest first: ``the ICB therefore rejects``, ``A and B accept``."""
    found, edge = list[OrganisationMention](), verb
    for mention in sorted(table.mentions, key=lambda m: -m.start):
        if not sentence.start <= mention.start < edge:
            continue
        between = table.text[mention.end : edge]
        joined = _COORDINATED.fullmatch(between) if found else _is_adverbial(between)
        if not joined:
            break
        found.append(mention)
        edge = mention.start
    return found


def _is_adverbial(between: str) -> bool:
    between = _ASIDE.sub("", between)
    return _ADVERBIAL.fullmatch(between) is not None and _SUBORDINATE.search(between) is None


def _refused(table: _Table) -> Iterator[_Answer]:
    """The refusals in the first person of bodies that speak for themselves beside the authority."""
    for match in table.words.refusal.finditer(table.text):
        speaker = table.speaker_at(match.start())
        end = _CLAUSE_END.match(table.text, match.end())
        if speaker is not None and speaker.type not in _SELF:
            span = Span(match.start(), end.end() if end else match.end())
            yield _Answer(speaker, OutcomeValue.REJECT, None, span, "position_refusal")


def _refused_by_name(table: _Table) -> Iterator[_Answer]:
    """The refusals whose subject is a body that is named and is not the authority: ``The Force will not release …``."""
    for sentence in find_sentences(table.text, table.words.abbreviations):
        for match in table.words.refusing.finditer(table.text, sentence.start, sentence.end):
            on_condition = " that " in match[0] and _CONDITION.search(table.text, match.end(), sentence.end)
            if on_condition or table.words.supposed.search(table.text, sentence.start, match.start()):
                continue
            end = _CLAUSE_END.match(table.text, match.end(), sentence.end)
            subjects = _refusers(table, sentence, match.start())
            for mention in reversed(subjects):
                start = max(sentence.start, _with_article(table, sentence, subjects[-1]))
                span = Span(start, end.end() if end else match.end())
                yield _Answer(_body(mention), OutcomeValue.REJECT, None, span, "position_named_refusal")


def _declined(table: _Table, refusals: Sequence[Commitment], heard: AbstractSet[str]) -> Iterator[_Answer]:
    """The refusals of bodies that say nothing of the recommendation itself.

    ``Network Rail's view is that the boundary meets its standard, and it will not raise the fence`` is its answer; a
    body that has agreed and leaves out a part has answered already.
    """
    named = {mention.name: mention.type for mention in table.mentions}
    named |= {speech.speaker.name: speech.speaker.type for speech in table.speeches if speech.speaker}
    for made in refusals:
        actor = made.actor
        if actor is None or actor.name in heard or not (actor.id or actor.name in named):
            continue
        if table.authority is not None and actor.name != table.authority.name:
            body = Body(actor.name, actor.id, named.get(actor.name))
            yield _Answer(body, OutcomeValue.REJECT, None, Span(made.start, made.end), "position_declined")


def refusals_in(text: str, commitments: Sequence[Commitment], words: OutcomeWords) -> tuple[Commitment, ...]:
    """Those of a text's commitments that refuse something as a whole.

    Who cannot promise a day, refuses on a condition only, or in the sentence of a promise (``will pay for batteries,
    but will not take over maintenance``) has not refused what was asked; a reply that is passed on has.
    """
    return tuple(
        made
        for before, made in zip((None, *commitments), commitments, strict=False)
        if made.status is CommitmentStatus.DECLINED
        and not (made.condition or _CONDITION.search(made.text))
        and (_RELAYED.search(made.text) or not words.unpromised.search(made.text))
        and not (before and before.actor == made.actor and "." not in text[before.end : made.start])
    )


def _refusers(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The bodies other than the authority that are the subject of a verb, or of the sentence that it ends."""
    subjects = _acting(table, sentence, verb) or _reporting(table, sentence, verb) or _before(table, sentence, verb)
    if subjects and _GOVERNED.search(table.text, sentence.start, subjects[-1].start):
        return []
    return [mention for mention in subjects if _is_other(table, mention)]


def _continued(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The subject that opens a sentence and goes on after ``and``: ``The Force has written and declines to …``."""
    first = next((mention for mention in table.mentions if sentence.start <= mention.start < verb), None)
    if first is None or not _SAME_SUBJECT.search(table.text, first.end, verb):
        return []
    opens = _LEADS_IN.fullmatch(table.text[sentence.start : first.start])
    follows = table.words.speakers.verb.match(_ASIDE.sub("", table.text[first.end : verb], count=1).lstrip())
    return [first] if opens and follows else []


def _reporting(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The body whose own words are reported: ``The Force has indicated that it is not in a position to …``."""
    before = (m for m in table.mentions if sentence.start <= m.start and m.end <= verb)
    return [mention for mention in before if _REPORTED.fullmatch(table.text[mention.end : verb])]


def _before(table: _Table, sentence: Span, verb: int) -> list[OrganisationMention]:
    """The last body of the sentence before, for ``It`` or ``They`` that opens one: ``We wrote to X. It replied …``."""
    if not _OPENS_BACK.fullmatch(table.text, sentence.start, verb):
        return []
    earlier = list(find_sentences(table.text[: sentence.start], table.words.abbreviations))
    start = earlier[-1].start if earlier else sentence.start
    named = [mention for mention in table.mentions if start <= mention.start < sentence.start]
    return named[-1:]


def _is_other(table: _Table, mention: OrganisationMention) -> bool:
    if table.authority is None:
        return mention.type not in _SELF
    return mention.name != table.authority.name and (mention.id is None or mention.id != table.authority.id)


def _with_article(table: _Table, sentence: Span, mention: OrganisationMention) -> int:
    article = _ARTICLE.search(table.text, sentence.start, mention.start)
    return article.start() if article else mention.start


def _differs(answer: _Answer, outcome: Outcome) -> bool:
    if answer.part and outcome.detail is OutcomeDetail.IN_PART:
        return False
    return differs(answer.value, answer.detail, outcome) or (
        answer.full and answer.value is outcome.value and answer.detail is not outcome.detail
    )


def differs(value: OutcomeValue, detail: OutcomeDetail | None, outcome: Outcome) -> bool:
    """Whether an answer is another than the outcome of the row; who notes a recommendation has answered nothing."""
    if value is OutcomeValue.NONE and detail is not OutcomeDetail.DEFERRED:
        return False
    return value is not outcome.value or (detail is not None and detail is not outcome.detail)


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
        because=(Because(rule=answer.rule, words=text),),
    )


def _body(mention: OrganisationMention) -> Body:
    return Body(mention.name, mention.id, mention.type)
