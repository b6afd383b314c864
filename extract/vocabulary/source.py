"""Where the program's knowledge lies, and how a file of it is read into its type."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from extract.errors import VocabularyError

T = TypeVar("T")

_ADVICE = "Put the file right, or install the program again."


def models_folder() -> Path:
    """The folder of vocabulary files: within the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "models"
    return installed if installed.is_dir() else package.parent / "models"


def read_toml(name: str, into: type[T]) -> T:
    """The file ``models/<name>`` as ``into``.

    Raises:
        VocabularyError: it is missing, is no TOML, or does not fit the type.
    """
    try:
        return msgspec.toml.decode((models_folder() / name).read_bytes(), type=into)
    except (OSError, msgspec.DecodeError) as fault:
        raise VocabularyError(str(fault), f"models/{name}", _ADVICE) from fault


def read_csv(name: str, into: type[T]) -> tuple[T, ...]:
    """The rows of ``models/<name>``, each as ``into``: a type whose fields are the file's columns, all of them strings.

    Raises:
        VocabularyError: it is missing, or its columns do not fit the type.
    """
    try:
        with (models_folder() / name).open(encoding="utf-8", newline="") as rows:
            return tuple(msgspec.convert(row, type=into) for row in csv.DictReader(rows))
    except (OSError, msgspec.ValidationError) as fault:
        raise VocabularyError(str(fault), f"models/{name}", _ADVICE) from fault


def refuse(name: str, faults: list[str]) -> None:
    """Raise a ``VocabularyError`` that lists every fault found in ``models/<name>``, if there is one."""
    if faults:
        raise VocabularyError("; ".join(faults), f"models/{name}", _ADVICE)


def find_twice(codes: Iterable[str]) -> list[str]:
    """A fault for every code that stands more than once in a file, in the order of the codes."""
    return [f"{code} stands twice" for code, number in sorted(Counter(codes).items()) if number > 1]
