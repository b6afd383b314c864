"""A response -> the clauses in which somebody undertakes, reports, considers, asks or refuses an action."""

from extract.facts.commitments.finder import find_commitments, parse_ahead

__all__ = ["find_commitments", "parse_ahead"]
