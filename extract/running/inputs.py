"""The files that the inputs of a command stand for."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def find_inputs(paths: Iterable[Path], outputs: Path) -> tuple[Path, ...]:
    """The files to read: those named, and all within the folders named, in the order of their names, each once.

    Hidden files, README files, and what lies in the folder ``outputs``, are left out of folders. A path that is not
    there is kept, so that it is reported with the others.
    """
    seen = dict[Path, Path]()
    for path in paths:
        for found in _within(path, outputs.resolve()) if path.is_dir() else (path,):
            seen.setdefault(found.resolve(), found)
    return tuple(seen.values())


def _within(folder: Path, outputs: Path) -> Iterator[Path]:
    for found in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$", "README")) for part in found.relative_to(folder).parts)
        if found.is_file() and not hidden and not found.resolve().is_relative_to(outputs):
            yield found
