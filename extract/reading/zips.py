"""ZIP archives opened within bounds, whether they are documents themselves or hold some."""

import io
import zipfile
import zlib
from typing import Final

FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
"""What Python raises for archives that are cut short, broken, locked, or packed in a way that it does not know."""

_ENTRY: Final = b"PK\x01\x02"  # what each entry of an archive's list of contents begins with
_MOST_ENTRIES = 200_000  # those of archives stored within it included; each takes half a kilobyte of memory


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive in the bytes; nothing is unpacked yet.

    Raises:
        BadZipFile: it lists more than any document or collection of documents has.
        Exception: one of ``FAULTS`` where it is broken.
    """
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise zipfile.BadZipFile("It lists too many files")
    return zipfile.ZipFile(io.BytesIO(data))


def names_in(data: bytes) -> tuple[str, ...] | None:
    """The names of the files in an archive; ``None`` where it is broken."""
    try:
        with open_zip(data) as archive:
            return tuple(archive.namelist())
    except FAULTS:
        return None
