"""Characters that a file spells wrongly, put right where there is one way to read them."""

import re
from collections.abc import Callable
from dataclasses import replace

from extract.document import Document, Line, Table, lines_of
from extract.reading.symbols import shown

_OPENING = re.compile(r"(?:(?<=[\s(\[/])|^)[\u2015\u2017](?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,;:?!)])[\u2016\u201f](?!\w)")
_BETWEEN = re.compile(r"(?<=\w)[\u2017\u201f](?=\w)")
_RUN_ON = re.compile(r"(?<=[a-z]s’)(?=[A-Z][a-z])")  # Governors’Forum: the space was drawn too narrow to be seen
_DIVIDING = "\u2010"
_INNER_HYPHEN = re.compile(r"\w\u2010\w")
_QUOTES = {"\u2015": "“", "\u2016": "”", "\u2017": "‘", "\u201f": "’"}
_MOJIBAKE = re.compile(
    r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\u00c2-\u00f4]+"
)
_ROUNDS = 3  # how often a text may have been put through the wrong encoding
_UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")  # what Windows-1252 has no character for
_PRIVATE = re.compile(r"[\uf020-\uf0ff]")
_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
_LETTERS = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_SUSPECT = re.compile(
    r"\u2010|[a-z]s’[A-Z]|[\u2015\u2016\u2017\u201f\uf020-\uf0ff\ufb00-\ufb06]|[\u00c2-\u00f4][^\x00-\x7f]"
)
_SPACED_OUT = re.compile(r" [A-Za-z] [A-Za-z] [A-Za-z] ")
_LETTERS_APART = re.compile(r"(?<!\S)[A-Za-z](?: [A-Za-z]){3,}(?![^\s.,:;)])")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_DISTINCT = 3  # letters that a word which is spaced out has at least: ``Y N Y Y`` is none


def mended(document: Document) -> Document:
    """The document with wrongly spelt characters put right in every line.

    Quotation marks that some exports write as other signs (``‗ ―``), UTF-8 that was read as Windows-1252 (``â€™``),
    glyphs at the private places of symbol fonts, ligatures, words that are spaced out (``T H A T``), and hyphens that
    were put where a line ended (``consul-`` above ``tation``).
    """
    text = " ".join(line.text for line in lines_of(document.blocks))
    if (text.isascii() or not _SUSPECT.search(text)) and not _SPACED_OUT.search(f" {text} "):
        return document
    line = _cut_line if _DIVIDING in text and not _INNER_HYPHEN.search(text) else _line
    blocks = tuple(line(block) if isinstance(block, Line) else _table(block, line) for block in document.blocks)
    return replace(document, blocks=blocks, furniture=tuple(_line(each) for each in document.furniture))


def _table(table: Table, line: Callable[[Line], Line]) -> Table:
    rows = (
        replace(row, cells=tuple(replace(cell, lines=tuple(map(line, cell.lines))) for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _line(line: Line) -> Line:
    mended_text = mend(line.text)
    parts = tuple(map(_line, line.parts))
    return line if mended_text == line.text and parts == line.parts else replace(line, text=mended_text, parts=parts)


def _cut_line(line: Line) -> Line:
    """The line, a hyphen that was put at its end left off: nobody types this sign, and no word of its own has it."""
    own = _line(line)
    if not own.text.endswith(_DIVIDING) or not own.text[-2:-1].isalpha():
        return replace(own, parts=tuple(map(_cut_line, own.parts))) if own.parts else own
    return replace(own, text=own.text[:-1], cut=True, parts=tuple(map(_cut_line, own.parts)))


def mend(text: str) -> str:
    """The text with its characters put right; what can be read in several ways is left as it is."""
    text = _LETTERS_APART.sub(_closed_up, text)
    if text.isascii():
        return text
    for _ in range(_ROUNDS):
        text = _MOJIBAKE.sub(_decoded, text)
    if _PRIVATE.search(text):
        text = shown(text, None)
    text = _RUN_ON.sub(" ", text)
    text = _LIGATURE.sub(lambda found: _LETTERS[ord(found[0]) - 0xFB00], text)
    text = _BETWEEN.sub("’", text)
    for pattern in (_OPENING, _CLOSING):
        text = pattern.sub(lambda found: _QUOTES[found[0]], text)
    return text


def _decoded(found: re.Match[str]) -> str:
    """What characters are as UTF-8 that was taken for Windows-1252; as they were where they are no UTF-8."""
    printed = found[0]
    bytes_ = b"".join(char.encode("latin-1" if char in _UNDEFINED else "cp1252", "replace") for char in printed)
    decoded = bytes_.decode("utf-8", "replace")
    return printed if "\ufffd" in decoded or "?" in decoded else decoded


def _closed_up(found: re.Match[str]) -> str:
    """Letters that are spaced out as one word; as they were where they are a list, or marks in columns."""
    letters = found[0].replace(" ", "")
    is_list = letters.lower() in "abcdefghijklmnopqrstuvwxyz"
    is_word = len(set(letters.lower())) >= _DISTINCT and _VOWEL.search(letters) is not None
    return letters if is_word and not is_list else found[0]
