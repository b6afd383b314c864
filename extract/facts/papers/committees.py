"""The committee that recommended: named in the title, beside what it did, or alone in a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.facts.papers.names import Kind, Name, find_names
from extract.facts.papers.said import Found, Said, sentence
from extract.vocabulary.papers import PaperWords

_IN_TITLE, _DOING, _ALONE, _NAMED = 4, 3, 2, 1
_LONGEST = 2000  # characters of a paragraph: what goes on further is no head of a paper
_DIVIDING = ":–—-|,("


class _Candidate(NamedTuple):
    name: Name
    kind: Kind
    place: int
    quote: Said


def find_committee(title: str | None, heads: Sequence[Said], words: PaperWords) -> Found | None:
    """The scrutiny committee or panel whose recommendations are answered, or ``None``.

    A standing committee goes before a group that it set up, and that before any other committee; a group counts only
    under a name of its own, and another committee only where it opens the title or a line. Of several, the one in the
    title wins, then one of which is said what it did (``The Panel made ten recommendations``), then one alone in a
    line, then the one named most often.

    Args:
        title: the document's title.
        heads: the paragraphs at the head of the document, its running headers and footers.
        words: the vocabulary.
    """
    title_said = [Said(title, heads[0].page if heads else 1)] if title else []
    found = [*_candidates(title_said, words, titled=True), *_candidates(heads, words, titled=False)]
    if not found:
        return None
    often = Counter(each.name.text for each in found)
    ranked = sorted(found, key=lambda each: (each.kind, each.place, each.name.own, often[each.name.text]), reverse=True)
    best = ranked[0]
    fuller = [each for each in found if each.name.text.endswith(f" {best.name.text}")]
    chosen = fuller[0] if fuller and not best.name.own else best
    return Found(chosen.name.text, sentence(chosen.quote, chosen.name.start, chosen.name.end))


def _candidates(heads: Sequence[Said], words: PaperWords, *, titled: bool) -> Iterator[_Candidate]:
    for said in heads:
        text = said.text[:_LONGEST]
        for name in find_names(text, words):
            alone = _opens(text, name)
            place = _IN_TITLE if titled else _place(text, words, alone=alone)
            if _counts(name, alone=alone or titled):
                yield _Candidate(name, _rank(name, leads=titled and alone), place, said)


def _rank(name: Name, *, leads: bool) -> Kind:
    """What sort of body it is; any committee that opens the title is as good as a standing one."""
    return Kind.STANDING if leads and name.kind is Kind.OTHER else name.kind


def _place(text: str, words: PaperWords, *, alone: bool) -> int:
    if words.asked.expression.search(text):
        return _DOING
    return _ALONE if alone else _NAMED


def _counts(name: Name, *, alone: bool) -> bool:
    """Whether a name is enough by itself: a group and any other committee need words of their own."""
    if name.kind is Kind.STANDING:
        return True
    return name.own and (name.kind is Kind.GROUP or alone)


def _opens(text: str, name: Name) -> bool:
    """Whether a name opens a line and ends it, or is divided from what follows by a mark."""
    return name.start == 0 and text[name.end :].strip()[:1] in {"", *_DIVIDING}


def is_committee(line: str, words: PaperWords) -> bool:
    """Whether a line is the name of a committee and nothing else."""
    name = next(find_names(line, words), None)
    return name is not None and (name.start, name.end) == (0, len(line))
