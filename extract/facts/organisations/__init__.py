"""Organisations named in a document: who answers, who is meant by a name, and every name in a text."""

from extract.facts.organisations.authority import find_authority, line_naming
from extract.facts.organisations.context import OrganisationContext, authority_body, build_context, resolve_body
from extract.facts.organisations.glossary import find_glossary
from extract.facts.organisations.mentions import find_organisations

__all__ = [
    "OrganisationContext",
    "authority_body",
    "build_context",
    "find_authority",
    "find_glossary",
    "find_organisations",
    "line_naming",
    "resolve_body",
]
