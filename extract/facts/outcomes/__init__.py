"""What was answered: the decision of a cell, of a ticked column, or of the prose."""

from extract.facts.outcomes.cells import find_labelled_decisions, read_decision, read_labelled_decisions
from extract.facts.outcomes.contradictions import contradicts
from extract.facts.outcomes.covering import Covering, decision_for, find_covering
from extract.facts.outcomes.prose import DecisionFound, find_decision
from extract.facts.outcomes.ticks import is_cross, read_tick

__all__ = [
    "Covering",
    "DecisionFound",
    "contradicts",
    "decision_for",
    "find_covering",
    "find_decision",
    "find_labelled_decisions",
    "is_cross",
    "read_decision",
    "read_labelled_decisions",
    "read_tick",
]
