"""What the recogniser commonly misreads on such pages, put right: bullets, specks, and the numbers of rows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.reading.recognition.words import Word

_BULLET = re.compile(r"[+*«»¢°©®e∙·]")  # how a round bullet at the start of a line comes out
_SPECK = 0.4  # how sure a word without a letter or figure must be, lest it be a speck of dirt
_DIRT = 0.3  # likewise any word
_ALIKE = str.maketrans(
    {
        "O": "0",
        "o": "0",
        "Q": "0",
        "l": "1",
        "I": "1",
        "|": "1",
        "Z": "2",
        "S": "5",
        "s": "5",
        "B": "8",
        "&": "8",
        "g": "9",
    }
)
_LABEL = re.compile(r"([A-Za-z]{0,4}\.?)(\d{1,3})([.)]?)")
_LONGEST = 7  # characters of a row's number with its letters


def mended(words: Sequence[Word]) -> Iterator[Word]:
    """The words of a part, without specks of dirt, and with the bullets that its lines begin with."""
    for _, group in groupby(words, key=lambda word: word.line):
        line = [word for word in group if not _is_dirt(word)]
        if len(line) > 1 and _BULLET.fullmatch(line[0].text):
            line[0] = line[0]._replace(text="•")
        yield from line


def _is_dirt(word: Word) -> bool:
    lettered = any(letter.isalnum() for letter in word.text)
    return word.confidence < (_DIRT if lettered else _SPECK)


def mended_labels(texts: Sequence[str]) -> list[str]:
    """The cells of a column with the numbers among them as numbers, where most of what is in it is a number.

    ``RS`` under ``R4`` is ``R5``: letters that look like figures are taken for them, but only if they stand where the
    column has figures.

    Args:
        texts: what stands in the cells, top to bottom.
    """
    known = Counter(found[1] for text in texts if (found := _LABEL.fullmatch(text)))
    if not known:
        return list(texts)
    prefix, _ = known.most_common(1)[0]
    return [text if _LABEL.fullmatch(text) else _as_label(text, prefix) for text in texts]


def _as_label(text: str, prefix: str) -> str:
    if len(text) > _LONGEST or not text.startswith(prefix) or any(letter.isspace() for letter in text):
        return text
    rest = text[len(prefix) :]
    if digits := re.fullmatch(r"(\d+)[^\w.)]", rest):  # a number, and a speck beside it
        return prefix + digits[1]
    figures = rest.translate(_ALIKE)
    return prefix + figures if _LABEL.fullmatch(prefix + figures) and len(rest) <= 3 else text  # noqa: PLR2004 - figures
