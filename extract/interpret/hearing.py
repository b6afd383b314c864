"""Whose words the fields of a row are, and which bodies they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.facts.organisations import OrganisationContext, find_organisations
from extract.facts.speakers import Parties, find_speeches
from extract.findings import Speech
from extract.interpret.fields import Fields
from extract.interpret.joint import joint_speeches, without
from extract.interpret.speaking import with_parties
from extract.interpret.voices import whose_words
from extract.records import Field, OrganisationMention
from extract.text import Passage
from extract.vocabulary import Vocabulary

ANSWERING = (Field.RESPONSE, Field.PROGRESS)
"""The fields in which somebody speaks."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The bodies that each answering field names, those that only the row makes known among them, and who speaks."""

    parties: Parties
    named: Mapping[Field, tuple[OrganisationMention, ...]]
    speeches: Mapping[Field, tuple[Speech, ...]]


def hear(
    fields: Fields,
    mentions: Sequence[OrganisationMention],
    parties: Parties,
    context: OrganisationContext,
    vocabulary: Vocabulary,
) -> Heard:
    """Who speaks where in the answering fields.

    Args:
        fields: the fields of a row.
        mentions: the bodies that its text and its response name.
        parties: who may speak.
        context: the names in the document.
        vocabulary: the words of outcomes and owners.
    """
    listed = {
        Field.RESPONSE: tuple(mention for mention in mentions if mention.field is Field.RESPONSE),
        Field.PROGRESS: find_organisations(fields.readable(Field.PROGRESS), Field.PROGRESS, context),
    }
    named = {
        field: with_parties(fields.readable(field), field, listed[field], parties, vocabulary.owners)
        for field in ANSWERING
    }
    speeches = {field: _speeches(fields, field, named[field], parties, vocabulary) for field in ANSWERING}
    return Heard(parties, named, speeches)


def response_of(fields: Fields) -> Passage:
    """The response as the finders read it, with its lines."""
    passage = fields.passages[Field.RESPONSE]
    return Passage(fields.readable(Field.RESPONSE), passage.pieces)


def _speeches(
    fields: Fields,
    field: Field,
    named: Sequence[OrganisationMention],
    parties: Parties,
    vocabulary: Vocabulary,
) -> tuple[Speech, ...]:
    own = whose_words(fields.voices, response_of(fields)) if field is Field.RESPONSE else ()
    text = without(fields.readable(field), [speech.span for speech in own])
    outside = [m for m in named if not any(speech.span.start <= m.start < speech.span.end for speech in own)]
    return joint_speeches(own, find_speeches(text, outside, parties, vocabulary.outcomes))
