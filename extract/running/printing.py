"""Printing to people: nothing that goes wrong with it ends a run, and no name has a terminal do what it says."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TextIO, cast

from rich.console import Console

_PICTURES: Final = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_MARKS: Final = (*range(0x80, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))  # turn a line, or end it
_VISIBLE: Final = _PICTURES | dict.fromkeys(_MARKS, 0xFFFD)


def visible(text: str) -> str:
    """The text as one line that can be printed: ``␊`` for the end of a line, ``␛`` for what terminals obey.

    Marks that turn the direction of a line, by which a name can look like another, are shown as ``�``.
    """
    return text.translate(_VISIBLE)


def open_console(*, error: bool = False, quiet: bool = False) -> Console:
    """A console on standard output, or on standard error, that prints lines as they are."""
    stream = sys.stderr if error else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # a log of Windows knows no ✓
    file = cast("TextIO", _Lenient(stream)) if stream else None  # none where it was closed from the beginning
    return Console(file=file, stderr=error, quiet=quiet, highlight=False, soft_wrap=True)


class _Lenient:
    """A stream whose other end may be gone (``| head``), or its disk full: what cannot be printed is passed over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        self._try(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        self._try(self._stream.flush)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except OSError:
            with suppress(OSError):  # also what waits in memory goes there, when Python ends
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
