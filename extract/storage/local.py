"""Files of this machine: read whole, written whole or not at all, and put in place together."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Final

import msgspec

from extract.errors import ChangingFileError, InputMissingError, OutputError
from extract.storage.locking import locked
from extract.storage.store import STATE

_TRIES = 3  # at a file that changes while it is read
_PUBLICATION: Final = f"{STATE}/publication.json"
_STAGED: Final = f"{STATE}/staged-"


class _Publication(msgspec.Struct, frozen=True):
    """What is to be done for a publication: written down before the first step, so that it can be finished."""

    staged: str
    names: tuple[str, ...]
    stale: tuple[str, ...]


class LocalStore:
    """A folder for results on this machine; see ``Store``."""

    def __init__(self, location: str | Path) -> None:
        """Use the folder, which is made with the first file."""
        self.root = Path(location).absolute()

    @property
    def location(self) -> str:
        """Its absolute path."""
        return str(self.root)

    def local(self, name: str) -> Path:
        """The path of a file."""
        return self.root / name

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; ``None`` where there is none."""
        path = self.root / name
        with writing(path):
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file."""
        write_file(self.root / name, data, self.root / STATE)

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        path = self.root / name
        with writing(path):
            return path.is_file()

    def children(self, folder: str) -> tuple[str, ...]:
        """The names of the files and folders in a folder, sorted."""
        path = self.root / folder
        with writing(path):
            return tuple(sorted(f"{folder}/{name}" for name in os.listdir(path))) if path.is_dir() else ()  # noqa: PTH208 - names alone are wanted

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and folders with all that is in them."""
        for path in (self.root / name for name in names):
            with writing(path):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def lock(self) -> AbstractContextManager[None]:
        """Keeps other runs away while it lasts."""
        return locked(_made(self.root / STATE) / "lock", self.location)

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A new, empty folder beside the files that it is for, so that they need only be renamed."""
        state = _made(self.root / STATE)
        with writing(state):
            staged = Path(tempfile.mkdtemp(prefix="staged-", dir=state))
        try:
            yield staged
        finally:
            if not self.has(_PUBLICATION):  # what is published and not yet in place is kept to be finished
                shutil.rmtree(staged, ignore_errors=True)

    def publish(self, staged: Path, names: Sequence[str], stale: Sequence[str]) -> None:
        """Put staged files in their places and remove stale ones, all together."""
        for name in names:
            _refuse_held(self.root / name)
            _sync(staged / name)
        written_down = _Publication(staged.name, tuple(names), tuple(stale))
        self.write(_PUBLICATION, msgspec.json.encode(written_down))
        try:
            self._put_in_place(written_down)
        except KeyboardInterrupt:  # it takes a moment; half of it would be neither the run before nor this one
            self._put_in_place(written_down)
            raise

    def recover(self) -> None:
        """Finish a publication that was stopped midway, and clear away what else a stopped run has left."""
        begun = self.read(_PUBLICATION)
        publication = _decoded(begun) if begun is not None else None
        if publication:
            self._put_in_place(publication)
        state = self.root / STATE
        left = (path for path in state.glob("*") if path.name.startswith("staged-") or path.suffix == ".part")
        self.remove([_PUBLICATION, *(f"{STATE}/{path.name}" for path in left)])

    def _put_in_place(self, publication: _Publication) -> None:
        staged = self.root / STATE / publication.staged
        for name in publication.names:
            if (staged / name).is_file():  # else it was put in place before the run was stopped
                _replace(staged / name, self.root / name)
        self.remove(publication.stale)
        for folder in {(self.root / name).parent for name in publication.names}:
            _sync_folder(folder)
        self.remove([_PUBLICATION])


def _decoded(begun: bytes) -> _Publication | None:
    """What a file says of a publication; ``None`` where it is damaged: the run that follows then makes all anew."""
    try:
        return msgspec.json.decode(begun, type=_Publication)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def load_bytes(location: str | Path) -> bytes:
    """The bytes of an input.

    Raises:
        InputMissingError: it is not there, is a folder, or may not be read.
        ChangingFileError: it was written to each time that it was read.
    """
    try:
        found = next((data for data, still in (_looked_at(location) for _ in range(_TRIES)) if still), None)
    except OSError as fault:
        raise _input_fault(str(location), fault) from fault
    if found is None:
        what = "This file is being written to."
        raise ChangingFileError(what, os.path.basename(location), "Wait until it is complete, and run again.")  # noqa: PTH119 - a path as a string
    return found


def _looked_at(location: str | Path) -> tuple[bytes, bool]:
    """The bytes of a file, and whether it was the same file before and after it was read."""
    with open(location, "rb") as file:  # noqa: PTH123 - names that are no UTF-8 are strings from end to end
        before, data, after = os.fstat(file.fileno()), file.read(), os.fstat(file.fileno())
    return data, (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _input_fault(where: str, fault: OSError) -> InputMissingError:
    if isinstance(fault, FileNotFoundError):
        return InputMissingError("There is no such file.", where, "Check its name and folder.")
    if isinstance(fault, IsADirectoryError):
        return InputMissingError("This is a folder.", where, "Give the documents in it.")
    if isinstance(fault, PermissionError):
        advice = "Close it where it is open, or ask for the right to read it."
        return InputMissingError("This file may not be read.", where, advice)
    return InputMissingError(
        f"This file cannot be read: {fault.strerror}.", where, "Check that its disk or share is there."
    )


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


def write_file(path: Path, data: bytes, folder: Path | None = None) -> Path:
    """The path, once the bytes are safe on the disk under it: written beside it first, then put in its place.

    Args:
        path: where they go.
        data: the bytes.
        folder: where they are written first, on the same disk; beside the file if none is given.

    Raises:
        OutputError: the folder cannot be made, the disk is full, or the file is held by another program.
    """
    beside = (folder or path.parent) / f".{path.name[:100]}.{os.getpid()}.part"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            with suppress(OSError):  # where even that is refused, the fault that led here is the one to report
                beside.unlink(missing_ok=True)
            raise
    return path


def _made(folder: Path) -> Path:
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _replace(staged: Path, path: Path) -> None:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(path)


def _refuse_held(path: Path) -> None:
    """Raise before anything is put in place if a file that stands there is held by another program."""
    with writing(path):
        if path.exists():
            path.open("r+b").close()


def _sync(path: Path) -> None:
    with writing(path), path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder safe on the disk, where the system can: not every network drive can."""
    if os.name == "posix":
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def _advice(path: Path, fault: OSError) -> str:
    if isinstance(fault, FileExistsError | NotADirectoryError | IsADirectoryError):
        return "A file stands where a folder should be, or the other way round: give another output folder."
    if isinstance(fault, PermissionError) and path.is_file():
        return "Close it in Excel or any other program that has it open, and run again."
    if isinstance(fault, PermissionError):
        return "Give an output folder that you may write to."
    return "See that the disk has room and is there, and run again."
