"""Answers that point to another recommendation's answer instead of giving their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.findings import Span
from extract.vocabulary.references import ReferenceWords

_OWN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point to other rows.

    Attributes:
        span: the words.
        numbers: the labels that they name, as printed; none where they point to the row before.
        whole: the answer says nothing else.
    """

    span: Span
    numbers: tuple[str, ...]
    whole: bool


def find_references(text: str, words: ReferenceWords) -> tuple[Reference, ...]:
    """The references in a response, in order; recommendations of other papers are none."""
    return tuple(sorted(_references(text, words), key=lambda found: found.span.start))


def _references(text: str, words: ReferenceWords) -> Iterator[Reference]:
    taken = list[Span]()
    for expression in words.expressions:
        for found in expression.finditer(text):
            span = Span(found.start(), found.end())
            if words.elsewhere.match(text, found.end()) or any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            printed = found.groupdict().get("numbers") or ""
            rest = f"{text[: span.start]} {text[span.end :]}"
            own = [word for word in rest.split() if any(letter.isalnum() for letter in word)]
            yield Reference(span, tuple(words.one_label.findall(printed)), len(own) <= _OWN_WORDS)
