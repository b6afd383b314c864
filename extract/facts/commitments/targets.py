"""How many, of what, for whom: ``300 places``, ``around 200 properties a year``, ``ten schools``."""

import re
from collections.abc import Iterator

from extract.facts.commitments.clauses import Tree

_NUMBER = frozenset({"nummod"})
_NOUNS = frozenset({"NNS", "NNPS", "NN"})
_LOOSE = frozenset(
    {"about", "around", "some", "up", "to", "at", "least", "nearly", "over", "more", "than", "a", "further"}
)
_YEARLY = re.compile(r"\s(?:a|per|each|every)\s(?:year|month|week|quarter|term|day|annum)\b", re.IGNORECASE)
_TIMES = frozenset({
    "year", "month", "week", "day", "hour", "minute", "quarter", "term", "fortnight", "working", "pm", "am",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "%", "percent", "cent", "phase", "stage", "tier", "section", "option", "part",
})  # fmt: skip


def find_targets(tree: Tree, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The first and last word of each quantity in a clause: of things or people, not of time, money or shares.

    Args:
        tree: the words of the fragment.
        first: the first word of the clause.
        end: one past its last character in the fragment.
    """
    for at, word in enumerate(tree.words):
        noun = tree.words[word.head]
        if at < first or word.dep not in _NUMBER or noun.tag not in _NOUNS or word.head <= at or noun.end > end:
            continue
        if noun.lemma.lower() in _TIMES or not _counts(word.text) or tree.words[at - 1].text == "£":
            continue
        yield _opening(tree, at, first), word.head


def yearly(text: str, end: int) -> int:
    """Where a quantity ends that comes back: ``a year`` after it belongs to it."""
    found = _YEARLY.match(text, end)
    return found.end() if found else end


def _counts(number: str) -> bool:
    """Whether a number counts: two and more, in figures or words, and no year, code or fraction."""
    if number[0].isdigit():
        plain = number.replace(",", "")
        return plain.isdigit() and not (len(plain) == 4 and plain[:2] in {"19", "20"} and "," not in number)  # noqa: PLR2004 - a year
    return (number.isalpha() and number.lower() not in {"one", "half", "quarter", "third"}) or "-" in number


def _opening(tree: Tree, at: int, first: int) -> int:
    """The first word of a quantity, with what makes it a rough one: ``around``, ``up to``, ``at least``."""
    while at > first and tree.lower(at - 1) in _LOOSE and (tree.lower(at - 1) != "to" or tree.lower(at - 2) == "up"):
        at -= 1
    return at
