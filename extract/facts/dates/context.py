"""Whether a bare word or number is a time, by what stands around it: ``May``, ``spring``, ``2021``."""

import re

from extract.facts.dates.found import Around
from extract.records import Field
from extract.vocabulary.dates import Part

_BEFORE = 40
_NAMED = re.compile(r"[A-Z][\w’'-]*\s+$")
_OWNED = re.compile(r"(?:['’]s|s['’])\s+$")
_DETERMINER = re.compile(r"\b(?:the|its|their|our|this|that|a|each|every|his|her|my)\s+$", re.IGNORECASE)
_QUANTITY = re.compile(r"\b(?:for|to|of|than|over|about|around|at|and|or|against|up to)\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?:[a-z]+\s)?(?:[a-z]{3,}s|people|children|staff|women|men|young)\b(?<!\bwas)(?<!\bhas)")
_POSSESSIVE = re.compile(r"['’]s\b|\s+(?:meeting|figures|Cabinet|Council|Committee|session|half|bank holidays?)\b")
_NOUN = re.compile(r"\s+[a-z]{3,}")
_LISTED = re.compile(r"\b(?:in|for|of|by|and|during|since)\s(?:(?:19|20)\d\d,\s)+$")
_PROMISED_YEAR = re.compile(
    r"\s(?:is|was|would\sbe|will\sbe)\s(?:now\s|still\s|also\s)?(?:thought|felt|said|considered|believed|seen|judged"
    r"|the\s(?:earliest|date|target|deadline|year|likeliest|latest)|more\s(?:likely|realistic)|too\s(?:soon|late|early)"
    r"|realistic|feasible|achievable|possible|likely)\b"
)
"""What is said of a year as a date: ``for the others 2036 is thought to be feasible``."""
_SET_YEAR = re.compile(
    r"\b(?:write|writing|put|putting|name|naming|fix|fixing|set|setting|build|give|giving)\s$", re.IGNORECASE
)
_INTO = re.compile(
    r"\s(?:into|in)\s(?:the|a|any|each|its|our)\b|\sas\s(?:the|a|an)\s(?:date|target|deadline|end|aim)\b"
)
_OPENING = re.compile(r"(?:^|[.:;•\n(]\s*)$")


def is_cell(around: Around) -> bool:
    """Whether the text is a timescale cell, where a bare word is a time."""
    return around.field is Field.TIMESCALE


def is_lead(around: Around, start: int) -> bool:
    """Whether a word that leads a time in stands before: ``in``, ``by``, ``since``."""
    return around.grammar.leads.search(before(around, start)) is not None


def before(around: Around, start: int) -> str:
    """The words just before an offset."""
    return around.text[max(0, start - _BEFORE) : start]


def opens(around: Around, start: int) -> bool:
    """Whether a sentence, a line or a bracket opens at an offset."""
    return _OPENING.search(before(around, start)) is not None


def names_a_month(around: Around, start: int, end: int) -> bool:
    """Whether a month's name without day or year is the month, and neither a person nor a verb.

    ``May`` needs a word that leads it in, a determiner, or a noun of the council's year after it.
    """
    word, ahead = around.text[start:end], before(around, start)
    if is_cell(around) or is_lead(around, start):
        return True
    month = around.grammar.words.months[around.grammar.names.months[word.lower()] - 1]
    owned = _OWNED.search(ahead) is not None and _NOUN.match(around.text, end) is not None
    if month.person and _NAMED.search(ahead) and not (opens(around, start) or owned):
        return False
    if month.plain or owned:
        return True
    follows = _POSSESSIVE.match(around.text, end) is not None
    if word.lower() == "may":
        return word != "MAY" and (follows or _DETERMINER.search(ahead) is not None)
    return word[1:].islower()


def names_a_season(around: Around, start: int, end: int) -> bool:
    """Whether a season without a year is the time, and does not describe the noun after it (winter pressures)."""
    if around.grammar.season_nouns.match(around.text, end):
        return False
    if is_cell(around) or is_lead(around, start):
        return True
    return opens(around, start) and not _NOUN.match(around.text, end)


def names_a_year(around: Around, start: int, end: int) -> bool:
    """Whether four digits are a year: after ``in`` or ``by``, or as ``the 2021 study``, and no count of things."""
    ahead = before(around, start)
    if _LISTED.search(ahead):
        return True
    if is_cell(around):
        return not _NAMED.search(ahead) or is_lead(around, start)
    if is_lead(around, start):
        return not (_QUANTITY.search(ahead) and _COUNTED.match(around.text, end))
    if _PROMISED_YEAR.match(around.text, end) or (_SET_YEAR.search(ahead) and _INTO.match(around.text, end)):
        return True
    return _DETERMINER.search(ahead) is not None and _NOUN.match(around.text, end) is not None


def read_part(match: re.Match[str], around: Around) -> Part | None:
    """The part that the group ``part`` of a match names: ``early``, ``the end of``."""
    words = match.groupdict().get("part")
    return around.grammar.names.parts[re.sub(r"\s+", " ", words.lower())] if words else None
