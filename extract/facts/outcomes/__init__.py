"""What was answered: the decision of a cell, of a ticked column, or of the prose."""

from extract.facts.outcomes.cells import read_decision, read_labelled_decisions
from extract.facts.outcomes.contradictions import contradicts
from extract.facts.outcomes.prose import DecisionFound, find_decision
from extract.facts.outcomes.ticks import read_tick

__all__ = [
    "DecisionFound",
    "contradicts",
    "find_decision",
    "read_decision",
    "read_labelled_decisions",
    "read_tick",
]
