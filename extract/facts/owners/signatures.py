"""Who is to act, where an action ends with it: ``Publish the guide (Head of Housing, June 2026)``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.facts.owners.prose import VAGUE
from extract.facts.owners.signers import Wording, signers_in
from extract.facts.owners.stripping import alternatives
from extract.findings import Signature, Span
from extract.text import BULLETS
from extract.vocabulary.owners import OwnerWords

_BRACKET = re.compile(
    r"[ \t]*(?:\((?P<round>(?:[^()\n]|\([^()\n]{0,80}\)){3,160})\)|\[(?P<square>[^\[\]\n]{3,160})\])"
    rf"(?=[ \t]*(?:[.;:,]|$|\n|[A-Z{BULLETS}(\[“\"‘]|(?:and|but|then)\b))"
)
_DASH = re.compile(r"[ \t]+[–—-][ \t]+")
_ENDS = re.compile(r"\n|[.;](?=\s|$)")
_STOP = re.compile(r"[.!?][ \t]+(?=[A-Z])|\n")
_LONGEST_DASHED = 120
_FEWEST_WORDS = 2  # of the action before it


def find_signatures(text: str, wording: Wording) -> tuple[Signature, ...]:
    """Who is to act and by when, where that stands behind an action: in brackets at its end, or after a dash.

    A post, a team or a person with a time, or with ``complete``, ``overdue`` and the like, is one wherever it stands. A
    name that may be anything (``Harbour Light, May 2026``), and a post without a time, is one beside such a one only,
    or where the document signs its actions so: ``(Cabinet, 12 May 2026)`` is when the Cabinet met.
    """
    found = list(_read(text, wording))
    trusted = wording.usual or any(each.strong for each in found)
    return tuple(each for each in found if each.strong or trusted)


def _read(text: str, wording: Wording) -> Iterator[Signature]:
    before = 0
    for span, said in _places(text, wording.words):
        covers = Span(_begins(text, before, span.start), span.end)
        if span.start < before or len(text[covers.start : span.start].split()) < _FEWEST_WORDS:
            continue
        dashed = text[span.start : span.end].lstrip()[:1] in "–—-"
        signed = signers_in(said, wording)
        if signed and (signed.strong or not dashed):
            yield Signature(span, covers, signed.owners, done=signed.done, strong=signed.strong)
            before = span.end


def _places(text: str, words: OwnerWords) -> list[tuple[Span, str]]:
    """Where a signature may stand, with the words that it would be of, in order."""
    found = [(Span(*each.span()), each["round"] or each["square"]) for each in _BRACKET.finditer(text)]
    for dash in _DASH.finditer(text):
        end = _ENDS.search(text, dash.end())
        span = Span(dash.start(), end.start() if end else len(text))
        if span.end - span.start <= _LONGEST_DASHED and not _in_brackets(text, span):
            found.append((span, text[dash.end() : span.end]))
    for label in _labelled(words).finditer(text):
        found.append((Span(label.start(), label.end()), label["said"]))  # noqa: PERF401 - one kind of place after another
    return sorted(found, key=lambda each: (each[0].start, -each[0].end))


@lru_cache(maxsize=4)
def _labelled(words: OwnerWords) -> re.Pattern[str]:
    """A label behind the sentence of an action, and the rest of its line: ``. Owner: Head of Parks. By: June 2026``."""
    labels = alternatives(label for label in words.labels if label not in VAGUE)
    return re.compile(rf"(?<=[.;])[ \t]+(?P<said>(?i:{labels})\s*[:–—-]\s[^\n]{{3,160}})(?=\n|$)")


def _in_brackets(text: str, span: Span) -> bool:
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return line.count("(") > line.count(")") or line.count("[") > line.count("]")


def _begins(text: str, before: int, end: int) -> int:
    """Where the action of a signature begins: with its sentence, or where that is over, with its line."""
    line = max(text.rfind("\n", 0, end) + 1, before)
    if text[line:end].rstrip()[-1:] in {".", "!", "?"}:
        return line
    return max((stop.end() for stop in _STOP.finditer(text, line, end)), default=line)
