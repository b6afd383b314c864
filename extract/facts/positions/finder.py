"""Bodies whose own answer in the prose is not the outcome of the row."""

from collections.abc import Iterator, Sequence

from extract.facts.positions.answers import SELF, Answer, Reply, differs
from extract.facts.positions.refusals import declined, is_of_mind, refused, refused_by_name
from extract.facts.positions.stated import stated
from extract.records import Because, Commitment, Outcome, OutcomeDetail, OutcomeValue, Position


def find_positions(reply: Reply, outcome: Outcome, refusals: Sequence[Commitment] = ()) -> tuple[Position, ...]:
    """An entry for each body whose own answer in the prose is not the outcome of the row, in order.

    A text that one authority alone wrote has no positions: where it disagrees with its own decision, that is a
    contradiction.

    Args:
        reply: the words of the answer, and who speaks and is named in them.
        outcome: the outcome of the row.
        refusals: what somebody declines in the text, with who does.
    """
    answers = [*stated(reply)]
    if outcome.value is not OutcomeValue.AMEND:  # what a change was made for is no answer beside it
        answers += refused(reply)
    if outcome.detail is not OutcomeDetail.IN_PART:
        answers += refused_by_name(reply)
    if outcome.value is not OutcomeValue.REJECT:
        counted = [made for made in refusals if outcome.detail is not OutcomeDetail.IN_PART or is_of_mind(reply, made)]
        answers += declined(reply, counted, {answer.body.name for answer in answers})
    differing = [answer for answer in answers if _differs(answer, outcome)]
    if all(_alone(reply, answer) for answer in differing):
        return ()
    return tuple(_position(reply, answer) for answer in _firsts(sorted(differing, key=lambda a: a.span.start)))


def _differs(answer: Answer, outcome: Outcome) -> bool:
    if answer.part and outcome.detail is OutcomeDetail.IN_PART:
        return False
    return differs(answer.value, answer.detail, outcome) or (
        answer.full and answer.value is outcome.value and answer.detail is not outcome.detail
    )


def _alone(reply: Reply, answer: Answer) -> bool:
    """Whether the answer may be that of who answers, whom nobody else speaks beside and nobody quotes."""
    own = reply.authority is None or reply.authority.name == answer.body.name
    alone = all(speech.speaker == answer.body and not speech.quoted for speech in reply.speeches)
    return own and answer.body.type in SELF and alone


def _firsts(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The first answer of each body."""
    seen = set[str]()
    for answer in answers:
        if answer.body.name not in seen:
            seen.add(answer.body.name)
            yield answer


def _position(reply: Reply, answer: Answer) -> Position:
    text = answer.span.of(reply.text).rstrip()
    return Position(
        organisation=answer.body.name,
        value=answer.value,
        detail=answer.detail,
        text=text,
        field=reply.field,
        start=answer.span.start,
        end=answer.span.start + len(text),
        because=(Because(rule=answer.rule, words=text),),
    )
