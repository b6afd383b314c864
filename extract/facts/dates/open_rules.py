"""Rules for times that nothing fixes: ``ongoing``, ``as soon as possible``, ``TBC`` as a whole cell."""

from re import Match

from extract.facts.dates.context import is_cell
from extract.facts.dates.found import Around, Meaning, Rule, Steady, steady
from extract.facts.dates.grammar import Grammar
from extract.records import DateType


def open_rules(grammar: Grammar) -> tuple[Rule, ...]:
    """The rules of open times for a vocabulary."""
    everywhere = tuple(
        Rule(pattern, steady(DateType.OPEN), anywhere=True) for pattern, phrase in grammar.open if not phrase.cell
    )
    return (
        *everywhere,
        *(Rule(pattern, _read_open_cell, anywhere=True) for pattern, phrase in grammar.open if phrase.cell),
    )


def _read_open_cell(match: Match[str], around: Around) -> Meaning | None:
    alone = match[0].strip() == around.text.strip(" .-–()")
    return Steady(DateType.OPEN) if alone and is_cell(around) else None
