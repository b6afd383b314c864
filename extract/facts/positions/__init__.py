"""Bodies whose own answer is not the outcome of the row."""

from extract.facts.positions.answers import Reply, differs
from extract.facts.positions.finder import find_positions
from extract.facts.positions.refusals import refusals_in

__all__ = ["Reply", "differs", "find_positions", "refusals_in"]
