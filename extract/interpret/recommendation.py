"""One entry of a layout becomes one recommendation: its findings joined, its actors and deadlines resolved."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from extract.facts.commitments import find_commitments
from extract.facts.dates import Revision, find_dates, find_revisions
from extract.facts.organisations import OrganisationContext, find_organisations
from extract.facts.outcomes import Covering, contradicts
from extract.facts.owners import each_once, find_owners, find_owners_in_prose, find_signatures
from extract.facts.positions import Reply, find_positions, refusals_in
from extract.facts.speakers import Parties
from extract.findings import Body, Clause, Signature, Span, Speech
from extract.interpret.acting import Row
from extract.interpret.anchors import anchor_of
from extract.interpret.dated_owners import owner_cells
from extract.interpret.decision import Decision, read_outcome, with_covering, with_heading
from extract.interpret.doubts import Understood, find_flags
from extract.interpret.fields import Fields, evidence_of, printed_cells
from extract.interpret.hearing import ANSWERING, Heard, hear, response_of
from extract.interpret.joint import bodies_deciding, joint_positions, read_joint_outcome, without
from extract.interpret.precedence import going_first
from extract.interpret.promises import make_commitments
from extract.interpret.relays import as_relayed
from extract.interpret.signing import as_due, wording
from extract.interpret.speaking import parties_of
from extract.interpret.voices import is_title
from extract.language import Language
from extract.layouts.entries import Entry
from extract.records import (
    Basis,
    Commitment,
    CommitmentStatus,
    DateExpression,
    DateType,
    DocumentDate,
    Field,
    OrganisationMention,
    OutcomeValue,
    Owner,
    Position,
    Recommendation,
)
from extract.vocabulary import Vocabulary
from extract.vocabulary.headings import ColumnRole

_LEAD = 6  # words before a decision in its clause: I am glad to accept
_TELLING = {ColumnRole.RESPONSE, ColumnRole.PROGRESS}
_HISTORY = 3  # years after which a deed is background: committees review what is done


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the program knows before it sees a document."""

    vocabulary: Vocabulary
    language: Language


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the document when its rows are read.

    Attributes:
        context: the names in it.
        date: its own date.
        anchor: the day that relative dates count from; ``None`` where the document prints none.
        covering: the decisions outside of the rows that cover several of them.
        signs: its actions end with who is to do them.
        turns: the bodies that answer it stand in another order from row to row.
        posts: the owners that its rows name.
        bodies: those of them that are bodies.
    """

    context: OrganisationContext
    date: DocumentDate | None
    anchor: dt.date | None
    covering: tuple[Covering, ...] = ()
    signs: bool = False
    turns: bool = False
    posts: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


def make_recommendation(
    entry: Entry, fields: Fields, id_: str, around: Surroundings, knowledge: Knowledge
) -> Recommendation:
    """The recommendation of an entry, under the id ``<document id>/<number>``."""
    return _Maker(entry, fields, id_, around, knowledge).recommendation()


def _is_decision(clause: Clause, decision: Decision, text: str) -> bool:
    """Whether a clause says no more than that the recommendation is accepted: that is the outcome, and no deed."""
    stated = decision.outcome.basis is Basis.STATED and decision.outcome.value is OutcomeValue.ACCEPT
    if decision.span is None or not stated:
        return False
    before = text[clause.span.start : max(clause.span.start, decision.span.start)]
    opens = len(before.split()) <= _LEAD and decision.span.start < clause.span.end
    return opens and clause.span.end <= decision.span.end


def _is_history(clause: Clause, dates: Sequence[DateExpression], today: dt.date | None) -> bool:
    """Whether a deed is dated so long before the document that it answers nothing: ``was sold in 2019``."""
    if today is None or clause.status is not CommitmentStatus.COMPLETED:
        return False
    within = [date for date in dates if clause.span.start <= date.start and date.end <= clause.span.end]
    ends = [date.interval.end for date in within if date.type in {DateType.DATE, DateType.PERIOD}]
    return bool(ends) and all(end is not None and end < _long_before(today) for end in ends)


def _long_before(today: dt.date) -> str:
    return dt.date(today.year - _HISTORY, today.month, 1).isoformat()


def _is_in(mention: OrganisationMention, span: Span) -> bool:
    return span.start <= mention.start < span.end


@dataclass(frozen=True, slots=True)
class _Maker:
    entry: Entry
    fields: Fields
    id: str
    around: Surroundings
    knowledge: Knowledge

    def recommendation(self) -> Recommendation:
        vocabulary = self.knowledge.vocabulary
        owners, mentions, dates = self._owners(), self._mentions(), self._dates()
        heard = hear(self.fields, mentions, self._parties(owners, mentions), self.around.context, vocabulary)
        decision = self._decision(heard.speeches[Field.RESPONSE])
        commitments = self._commitments(decision, heard, dates, owners)
        positions = self._positions(decision, heard, commitments)
        understood = Understood(
            entry=self.entry,
            fields=self.fields,
            decision=decision,
            contradiction=self._contradiction(decision, positions),
            positions=positions,
            owners=owners,
            commitments=commitments,
            dates=dates,
            revisions=self._revisions(dates),
            date=self.around.date if self.around.anchor else None,  # when a file was made proves nothing
        )
        return Recommendation(
            id=self.id,
            number=self.entry.number,
            parent=self.entry.parent,
            theme=self.entry.theme,
            text=self.fields[Field.TEXT],
            response=self.fields[Field.RESPONSE],
            timescale=self.fields.or_none(Field.TIMESCALE),
            progress=self.fields.or_none(Field.PROGRESS),
            cells=printed_cells(self.entry),
            outcome=decision.outcome,
            positions=positions,
            owners=owners,
            commitments=commitments,
            dates=dates,
            organisations=mentions,
            flags=find_flags(understood, vocabulary.flags),
            confidence=None,  # until it is seen among its neighbours
            confidence_reasons=(),
            evidence=evidence_of(self.entry),
        )

    def _decision(self, speeches: tuple[Speech, ...]) -> Decision:
        response, words = self.fields.readable(Field.RESPONSE), self.knowledge.vocabulary.outcomes
        authority, voices = self.around.context.authority, self.fields.voices
        if voices:
            text, turns = self.fields[Field.TEXT], self.around.turns
            first = going_first(voices, text, self.around.context, words.speakers, turns=turns)
            decision = read_joint_outcome(self.entry, voices, response_of(self.fields), words, first)
        else:
            decision = read_outcome(self.entry, response, words, speeches, authority)
        contents = self.knowledge.vocabulary.headings.contents
        return with_covering(with_heading(decision, self.entry, words, contents), self.entry, self.around.covering)

    def _owners(self) -> tuple[Owner, ...]:
        words, context = self.knowledge.vocabulary.owners, self.around.context
        if cells := owner_cells(self.entry, self.knowledge.vocabulary.headings.contents):
            return each_once(owner for title, cell in cells for owner in find_owners(cell, context, words, title))
        signed = self._signed(Field.RESPONSE)
        prose = without(self.fields.readable(Field.RESPONSE), [each.span for each in signed])
        signing = [owner for each in signed for owner in each.owners]
        return each_once([*find_owners_in_prose(prose, context, words), *signing])

    def _signed(self, field: Field) -> tuple[Signature, ...]:
        """Who is to act in a field, where that stands behind an action."""
        read_with = wording(self.around.context, self.knowledge.vocabulary, usual=self.around.signs)
        return find_signatures(self.fields.readable(field), read_with)

    def _mentions(self) -> tuple[OrganisationMention, ...]:
        asked_and_answered = (Field.TEXT, Field.RESPONSE)
        return tuple(
            mention
            for field in asked_and_answered
            for mention in find_organisations(self.fields.readable(field), field, self.around.context)
        )

    def _dates(self) -> tuple[DateExpression, ...]:
        words = self.knowledge.vocabulary.dates
        return tuple(
            found
            for field, text in self.fields.filled()
            for found in find_dates(text, field, self._today(field), words)
        )

    def _today(self, field: Field) -> dt.date | None:
        return anchor_of(field, self.entry, self.around.anchor, self.knowledge.vocabulary.dates)

    def _revisions(self, dates: tuple[DateExpression, ...]) -> tuple[Revision, ...]:
        """The targets of the response and its timescale and progress cells that were changed for others."""
        words = self.knowledge.vocabulary.dates
        return tuple(
            revision
            for field, text in self.fields.filled()
            if field is not Field.TEXT
            for revision in find_revisions(text, [date for date in dates if date.field is field], words)
        )

    def _parties(self, owners: tuple[Owner, ...], mentions: tuple[OrganisationMention, ...]) -> Parties:
        cells = owner_cells(self.entry, self.knowledge.vocabulary.headings.contents)
        asked = owners if cells else ()  # whom the reply itself names is not asked, and does not write it
        named = (mention for mention in mentions if mention.field is Field.TEXT)
        return parties_of(asked, self.around.bodies, named, self.around.context, self.knowledge.vocabulary.owners)

    def _positions(
        self,
        decision: Decision,
        heard: Heard,
        commitments: tuple[Commitment, ...],
    ) -> tuple[Position, ...]:
        words, authority = self.knowledge.vocabulary.outcomes, self.around.context.authority
        response = self.fields.readable(Field.RESPONSE)
        refusals = refusals_in(response, [made for made in commitments if made.field is Field.RESPONSE], words)
        outcome, voices = decision.outcome, self.fields.voices
        joint = tuple(joint_positions(self.entry, voices, response_of(self.fields), outcome, words))
        reply = Reply(
            response, Field.RESPONSE, heard.speeches[Field.RESPONSE], heard.named[Field.RESPONSE], words, authority
        )
        found = find_positions(reply, outcome, refusals)
        told = {position.organisation for position in joint}
        told |= bodies_deciding(self.entry, voices, response_of(self.fields), words)
        told |= {decision.by.name} if decision.by else set()
        return (*joint, *(position for position in found if position.organisation not in told))

    def _contradiction(self, decision: Decision, positions: tuple[Position, ...]) -> Span | None:
        words, voices = self.knowledge.vocabulary.outcomes, self.fields.voices
        others = [span for voice in voices if voice.body for span in voice.stretches(response_of(self.fields))]
        response = without(self.fields.readable(Field.RESPONSE), others)
        return contradicts(decision.outcome, response, positions, words)

    def _commitments(
        self,
        decision: Decision,
        heard: Heard,
        dates: tuple[DateExpression, ...],
        owners: tuple[Owner, ...],
    ) -> tuple[Commitment, ...]:
        beside = self.entry.passages(ColumnRole.OWNER)
        found = tuple[Commitment, ...]()
        for field in ANSWERING:
            signed, words = self._signed(field), self.knowledge.vocabulary.commitments
            today = self._today(field)
            clauses = find_commitments(self.fields.readable(field), words, self.knowledge.language, signed)
            if field is Field.RESPONSE:
                clauses = tuple(c for c in clauses if not _is_decision(c, decision, self.fields[field]))
                clauses = tuple(
                    c for c in clauses if not is_title(c.span, self.fields.voices, response_of(self.fields))
                )
            named = heard.named[field]
            relayed = self.knowledge.vocabulary.outcomes.speakers
            clauses = tuple(as_relayed(c, self.fields[field], named, relayed) for c in clauses)
            told = [date for date in dates if date.field is field]
            clauses = tuple(clause for clause in clauses if not _is_history(clause, told, today))
            clauses = tuple(as_due(clause, signed, told, today, self.fields[field]) for clause in clauses)
            row = Row(
                id=self.id,
                field=field,
                text=self.fields[field],
                context=self.around.context,
                speeches=heard.speeches[field],
                mentions=named,
                dates=told,
                timescale=[date for date in dates if date.field is Field.TIMESCALE],
                today=today.isoformat() if today else None,
                timescale_text=self.fields[Field.TIMESCALE],
                cells=[cell.passage.text for cell in self.entry.cells if cell.role in _TELLING],
                signed=signed,
                owners_text=beside[0].text if len(beside) == 1 else "",
                owners=owners,
                parties=heard.parties,
                speaking=relayed,
                posts=self.around.posts,
            )
            found += make_commitments(clauses, row, len(found) + 1, words)
        return found
