"""ZIP archives of documents, read in memory and within bounds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from extract.errors import DamagedFileError, ProtectedFileError
from extract.reading.containers.members import Member, is_noise, joined

_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MOST_MEMBERS = 5000
_MOST_BYTES = 2**30  # of all members together, unpacked
_MOST_EACH = 256 * 2**20  # of one member, unpacked; an agenda pack of a thousand pages has some fifty
_ENCRYPTED = 1  # flag of a ZIP entry
_OFFICE: Final = ("[Content_Types].xml", "mimetype", "word/document.xml", "xl/workbook.xml")  # parts of documents
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
_UNPACK = "Unpack it, and give the documents in it."


def is_archive(data: bytes) -> bool:
    """Whether the bytes are of a ZIP archive that is no document itself, as Word's and Excel's files are."""
    if not data.startswith(_MARKS):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not any(name in _OFFICE for name in archive.namelist())
    except _FAULTS:
        return not any(name.encode() in data for name in _OFFICE)


def archive_members(data: bytes, where: str) -> Iterator[Member]:
    """The documents in an archive, in its order; folders and hidden files are left out.

    Args:
        data: the file.
        where: its name.

    Raises:
        DamagedFileError: it is broken, or holds more than any collection of documents.
        ProtectedFileError: it asks for a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _members(archive, where)
    except _FAULTS as fault:
        raise DamagedFileError(f"The archive is damaged ({fault}).", where, _UNPACK) from fault


def _members(archive: zipfile.ZipFile, where: str) -> Iterator[Member]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not is_noise(entry.filename)]
    if len(entries) > _MOST_MEMBERS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise DamagedFileError("The archive holds too much to be a collection of documents.", where, _UNPACK)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise ProtectedFileError("The archive asks for a password.", where, _UNPACK)
        yield Member(joined(where, entry.filename), _unpacked(archive, entry, where))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str) -> bytes:
    """The bytes of a member; what it says of its own size is not believed."""
    with archive.open(entry) as held:
        data = held.read(_MOST_EACH + 1)
    if len(data) > _MOST_EACH:
        raise DamagedFileError(f"“{entry.filename}” unpacks beyond all bounds.", where, _UNPACK)
    return data
