"""The title of the review that a paper answers: what is left of the paper's title, or what its first lines name."""

import re
from collections.abc import Sequence

from extract.facts.papers.names import Kind, find_names
from extract.facts.papers.said import Found, Said, sentence
from extract.vocabulary.papers import PaperWords

_DIVISION = re.compile(r"\s+[–—|-]+\s+|\s*[:|]\s+")
_TAIL = re.compile(
    r"(?i)[\s,–—-]+(?:(?:final|scrutiny|interim)\s+)*(?:reports?|recommendations?|(?:action\s+plan|tracker|responses?))\W*$"
)
_NAMED = re.compile(
    r"\b(?:(?:Joint|Scrutiny|Themed|Spotlight|In-[Dd]epth|Service|Overview and Scrutiny|Task and Finish)\s+){0,3}"
    r"(?:Review|Inquiry|Enquiry|Investigation)\s+(?:of|into|on)\s+(?:the\s+)?(?=[A-Z0-9])"
)
_CAPITALS = re.compile(
    r"(?:[A-Z0-9][\w’'/&-]*|(?:and|of|the|in|for|to|on|with|&|at)(?=\s+(?:\w+\s+){0,2}[A-Z0-9]))(?:,?\s+|$)"
)
_BEFORE = re.compile(
    r"(?:[Tt]he\s+)?(?:(?:[A-Z][\w’'-]*\s+(?:(?:and|of|upon|on)\s+)?){0,5}?(?:Council|Borough)(?:['’]s)?\s+)?"
)
_MOST_WORDS = 30


def find_review(title: str | None, heads: Sequence[Said], words: PaperWords) -> Found | None:
    """The title of the review that is answered, or ``None``.

    Of the document's title the parts that say who answers, and the committee's name, are left out:
    ``Cabinet Response to the Environmental Scrutiny Committee Inquiry into Active Travel`` is an answer to the
    ``Inquiry into Active Travel``. Where the title names none, a review named in the first paragraphs is taken.

    Args:
        title: the document's title.
        heads: the paragraphs at the head of the document.
        words: the vocabulary.
    """
    if title and (name := _of_title(title, words)):
        return Found(name, Said(title, heads[0].page if heads else 1))
    for said in heads:
        if found := _NAMED.search(said.text):
            end = _end(said.text, found.end())
            return Found(said.text[found.start() : end].strip(" ,"), sentence(said, found.start(), end))
    return None


def _end(text: str, start: int) -> int:
    """Where the words in capitals from ``start`` on end."""
    at = start
    while run := _CAPITALS.match(text, at):
        at = run.end()
        if text[at - 1] == " " and text[at - 2] == ",":
            break
    return at


def _of_title(title: str, words: PaperWords) -> str | None:
    """What the parts of a title name, those left out that say who answers."""
    texts = _DIVISION.split(title)
    answering = [words.answer.expression.search(text) is not None for text in texts]
    named = [
        "" if answers else _object(text, words, answered=any(answering))
        for text, answers in zip(texts, answering, strict=True)
    ]
    if named == texts and not words.review.expression.search(title):
        return None
    kept = ["" if _is_generic(text, words) else text for text in named]
    name = _TAIL.sub("", _first_run(title, texts, kept)).strip(" ,–—-:|")
    return name if name and len(name.split()) <= _MOST_WORDS else None


def _first_run(title: str, texts: Sequence[str], kept: Sequence[str]) -> str:
    """The first parts beside each other that are kept, as they are printed."""
    first = next((i for i, text in enumerate(kept) if text), None)
    if first is None:
        return ""
    after = next((i for i in range(first, len(kept)) if not kept[i]), len(kept))
    start = len(title) - len(title.split(texts[first], 1)[1]) - len(kept[first])
    end = start + len(kept[first])
    for i in range(first + 1, after):
        end = title.index(kept[i], end) + len(kept[i])
    return title[start:end]


def _object(part: str, words: PaperWords, *, answered: bool) -> str:
    """What a part of a title answers: all after ``response to the``, without the committee that it begins with.

    Where another part says that this is an answer, ``response to`` belongs to what is answered:
    ``Police response to the disorder: Government Response``.
    """
    opening = words.answers.expression.search(part)
    if opening and (not answered or _after_committee(part[opening.end() :], words)):
        part = part[opening.end() :]
    after = _after_committee(part, words)
    between = words.between.expression.match(part[after:]) if after else None
    return part[after + (between.end() if between else 0) :]


def _after_committee(text: str, words: PaperWords) -> int:
    """Where the committee ends that a text begins with; 0 for none, and for a group, whose name is its review's."""
    name = next(find_names(text, words), None)
    if not name or (name.kind is Kind.GROUP and name.own):
        return 0
    return name.end if _BEFORE.fullmatch(text[: name.start]) else 0


def _is_generic(text: str, words: PaperWords) -> bool:
    tokens = re.findall(r"[^\W_]+", text.lower())
    return all(token in words.generic.set or token.isdecimal() or len(token) == 1 for token in tokens)
