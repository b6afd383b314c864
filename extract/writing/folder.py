"""A file whole or not at all, and what to do where it cannot be written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import OutputError


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Nothing; a fault of the disk within it is told as one of this file.

    Raises:
        OutputError: the disk is full, or the file is held by another program.
    """
    try:
        yield
    except OSError as fault:
        raise OutputError(f"This could not be written: {fault.strerror}.", str(path), _advice(path, fault)) from fault


def write_file(path: Path, data: bytes) -> Path:
    """The path, once the bytes are safe on the disk under it: written beside it first, then put in its place.

    Raises:
        OutputError: the folder cannot be made, the disk is full, or the file is held by another program.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        _remove(beside)
        raise OutputError(f"This could not be written: {fault.strerror}.", str(path), _advice(path, fault)) from fault
    return path


def _remove(beside: Path) -> None:
    """Clear away what was begun; where even that is refused, the fault that led here is the one to report."""
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        return


def _advice(path: Path, fault: OSError) -> str:
    if isinstance(fault, FileExistsError | NotADirectoryError | IsADirectoryError):
        return "A file stands where a folder should be, or the other way round: give another output folder."
    if isinstance(fault, PermissionError) and path.is_file():
        return "Close it in Excel or any other program that has it open, and run again."
    if isinstance(fault, PermissionError):
        return "Give an output folder that you may write to."
    return "See that the disk has room and is there, and run again."
