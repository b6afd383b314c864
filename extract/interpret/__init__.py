"""A document and the entries of its layouts become a report."""

from extract.interpret.heading import Given
from extract.interpret.recommendation import Knowledge
from extract.interpret.report import Interpreted, interpret

__all__ = ["Given", "Interpreted", "Knowledge", "interpret"]
