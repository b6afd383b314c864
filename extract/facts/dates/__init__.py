"""Expressions of time and the document's own date: a grammar of British forms, resolved to intervals of days."""

from extract.facts.dates.document_date import document_date_from_metadata, find_document_date
from extract.facts.dates.finding import find_dates
from extract.facts.dates.revisions import Revision, find_revisions

__all__ = ["Revision", "document_date_from_metadata", "find_dates", "find_document_date", "find_revisions"]
