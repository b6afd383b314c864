"""Which files of an earlier output hold its documents; a compressed one is unpacked, for parts of it are wanted."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from extract.errors import DamagedFileError, InputMissingError, MissingPackageError
from extract.storage import is_address, load
from extract.storage.addresses import file_name

ADVICE: Final = (
    "Give the folder of an earlier output (its .json files, documents.jsonl or documents.jsonl.zst), or the JSON of "
    "one document; or the word each-other, to compare the documents of this run with each other."
)
_OTHERS: Final = frozenset({"changes.json", "datapackage.json", "run.json", "metadata.json", "corrections.json"})
_PACKED: Final = ".zst"
_TABLES: Final = frozenset({".csv", ".parquet", ".db", ".xlsx", ".html"})


def files_of(location: str) -> list[str]:
    """The files of a folder; or the file itself.

    Raises:
        InputMissingError: the folder cannot be looked into.
    """
    if is_address(location):
        from extract.storage.remote import expand  # noqa: PLC0415 - few runs need fsspec

        return list(expand(location))
    if not os.path.isdir(location):  # noqa: PTH112 - names that are no UTF-8 are strings from end to end
        return [location]
    return [os.path.join(location, name) for name in os.listdir(location)]  # noqa: PTH118, PTH208 - as above


def holding(names: Sequence[str]) -> list[str]:
    """Those files that may hold documents, those of one document first; compressed ones where there is no other.

    Raises:
        ExtractError: a compressed file cannot be read.
    """
    if len(names) == 1 and _suffix(names[0]) not in {_PACKED, *_TABLES}:
        return list(names)
    known = sorted((_suffix(name), name) for name in names if file_name(name) not in _OTHERS)
    plain = [name for suffix, name in known if suffix in {".json", ".jsonl"}]
    return plain or [_unpacked(name) for suffix, name in known if suffix == _PACKED]


def why_none(names: Sequence[str]) -> tuple[str, str]:
    """What is wrong with files among which no document was found, and what to try."""
    suffixes = {_suffix(name) for name in names} | ({".parquet"} if "parquet" in map(file_name, names) else set())
    if suffixes & _TABLES:
        advice = "Give the command that wrote them again with json among its --format: what was read is kept."
        return "There are tables here and no document: tables alone do not hold all that is compared.", advice
    return "No document that was read before is in this place.", ADVICE


def _suffix(name: str) -> str:
    return PurePath(file_name(name)).suffix.lower()


def _unpacked(name: str) -> str:
    """The file that a compressed one is unpacked into; it is gone when the program ends."""
    if not find_spec("pyarrow"):
        advice = "Install it with: pip install 'scrutiny-extract[parquet]'."
        raise MissingPackageError("This file is read with pyarrow, which is not installed.", name, advice)
    from extract.writing.zstandard_sink import unpack  # noqa: PLC0415 - imports Arrow, which few runs need

    folder = Path(tempfile.mkdtemp(prefix="scrutiny-extract-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "documents.jsonl"
    with ExitStack() as held, path.open("wb") as file:
        packed = held.enter_context(_opened(name))
        try:
            unpack(packed, file)
        except OSError as fault:
            advice = "Compare with another output, or write this one again."
            raise DamagedFileError(f"This file cannot be unpacked: {fault}.", name, advice) from fault
    return str(path)


def _opened(name: str) -> BinaryIO:
    if is_address(name):
        return BytesIO(load(name))
    try:
        return open(name, "rb")  # noqa: PTH123 - as above
    except OSError as fault:
        raise InputMissingError(f"This file cannot be read: {fault.strerror}.", name, ADVICE) from fault
