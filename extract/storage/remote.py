"""Files at addresses (s3://, gs://, az://, https://, …), read and written through fsspec; its only home.

Object stores write a file whole or not at all by themselves, and have no renaming of several files at once: a
publication that is stopped midway is made again by the next run, from what is kept. They have no locks either.
"""

import posixpath
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extract.errors import ExtractError, InputMissingError, MissingPackageError, OutputError
from extract.storage.addresses import without_secret

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_EXTRAS: Final = {
    "s3": "s3",
    "s3a": "s3",
    "gs": "gs",
    "gcs": "gs",
    "az": "az",
    "abfs": "az",
    "abfss": "az",
    "http": "https",
    "https": "https",
}
_ADVICE = "Check the address, the right to use it, and the connection."


def load_remote(address: str) -> bytes:
    """The bytes of the file at an address.

    Raises:
        InputMissingError: it is not there, is a folder, or may not be read.
        MissingPackageError: its kind of address needs a package that is not installed.
    """
    with _input(address):
        system, path = _system(address)
        return bytes(system.cat_file(path))


def expand(address: str) -> tuple[str, ...]:
    """The addresses of the files that an address stands for: a file, all within a folder, or those of a pattern.

    Raises:
        InputMissingError: the place cannot be looked into.
        MissingPackageError: its kind of address needs a package that is not installed.
    """
    with _input(address):
        system, path = _system(address)
        if "*" in path:
            found = system.glob(path)
        elif address.startswith(("http://", "https://")) or system.isfile(path):
            return (address,)
        else:
            found = system.find(path)
        return tuple(system.unstrip_protocol(each) for each in sorted(found)) or (address,)


class RemoteStore:
    """A folder for results at an address; see ``Store``."""

    def __init__(self, location: str) -> None:
        """Use the folder at an address.

        Raises:
            MissingPackageError: its kind of address needs a package that is not installed.
        """
        self._location = location.rstrip("/")
        self._system, self._root = _system(self._location)

    @property
    def location(self) -> str:
        """Its address."""
        return self._location

    def local(self, _name: str) -> None:
        """None: the files are elsewhere."""

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; ``None`` where there is none."""
        with _output(self._shown(name)):
            try:
                return bytes(self._system.cat_file(self._path(name)))
            except FileNotFoundError:
                return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file."""
        with _output(self._shown(name)):
            self._system.makedirs(posixpath.dirname(self._path(name)), exist_ok=True)
            self._system.pipe_file(self._path(name), data)

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        with _output(self._shown(name)):
            return bool(self._system.exists(self._path(name)))

    def children(self, folder: str) -> tuple[str, ...]:
        """The names of the files and folders in a folder, sorted."""
        with _output(self._shown(folder)):
            try:
                found = self._system.ls(self._path(folder), detail=False)
            except FileNotFoundError:
                return ()
            names = (posixpath.basename(each.rstrip("/")) for each in found)
            return tuple(sorted(f"{folder}/{name}" for name in names))

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and folders with all that is in them."""
        for name in names:
            with _output(self._shown(name)):
                if self._system.exists(self._path(name)):
                    self._system.rm(self._path(name), recursive=True)

    def lock(self) -> AbstractContextManager[None]:
        """Keeps nobody away: there are no locks. Whole files are written, so that the last run's stand."""
        return nullcontext()

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A new, empty folder of this machine, private and removed in the end."""
        folder = Path(tempfile.mkdtemp(prefix="scrutiny-extract-"))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, staged: Path, names: Sequence[str], stale: Sequence[str]) -> None:
        """Put staged files in their places, the ledger of them last, and remove stale ones."""
        for name in sorted(names, key=lambda name: name.startswith(".")):
            with _output(self._shown(name)):
                self._system.makedirs(posixpath.dirname(self._path(name)), exist_ok=True)
                self._system.put_file(str(staged / name), self._path(name))
        self.remove(stale)

    def recover(self) -> None:
        """Nothing: what a stopped run has left is written again."""

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}".rstrip("/")

    def _shown(self, name: str) -> str:
        return without_secret(f"{self._location}/{name}")


def _system(address: str) -> "tuple[AbstractFileSystem, str]":
    """What reads and writes at an address, and the path that it knows the place by.

    Raises:
        MissingPackageError: its kind of address needs a package that is not installed.
    """
    scheme = address.partition("://")[0].lower()
    try:
        import fsspec  # noqa: PLC0415 - told by name if it is not installed

        system, path = fsspec.url_to_fs(address, use_listings_cache=False)
    except (ImportError, ValueError) as fault:
        extra = _EXTRAS.get(scheme, "remote")
        what = f"Addresses that begin with {scheme}:// need a package that is not installed, or are not known."
        advice = f"Install it with: pip install 'scrutiny-extract[{extra}]'."
        raise MissingPackageError(what, without_secret(address), advice) from fault
    return system, path


@contextmanager
def _input(address: str) -> Iterator[None]:
    """Turns whatever a remote place raises into what a person can act on."""
    try:
        yield
    except ExtractError:
        raise
    except FileNotFoundError as fault:
        raise InputMissingError("There is no such file.", without_secret(address), _ADVICE) from fault
    except Exception as fault:
        raise InputMissingError(f"This cannot be read: {fault}.", without_secret(address), _ADVICE) from fault


@contextmanager
def _output(where: str) -> Iterator[None]:
    """The same for what is written."""
    try:
        yield
    except ExtractError:
        raise
    except Exception as fault:
        raise OutputError(f"This could not be written: {fault}.", where, _ADVICE) from fault
