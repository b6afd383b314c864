"""ZIP archives of documents, read in memory and within bounds."""

import zipfile
from functools import partial
from typing import Final

from extract.errors import DamagedFileError, ProtectedFileError
from extract.reading.containers.listing import UNPACK
from extract.reading.containers.members import Entry, is_noise
from extract.reading.zips import FAULTS, names_in, open_zip

_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 1  # flag of a ZIP entry
_UTF_8 = 0x800  # flag of a ZIP entry whose name says in which encoding it is
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # of others Python unpacks all that a few bytes stand for
_OFFICE: Final = ("[Content_Types].xml", "mimetype", "word/document.xml", "xl/workbook.xml")  # parts of documents


def is_archive(data: bytes) -> bool:
    """Whether the bytes are of a ZIP archive that is no document itself, as Word's and Excel's files are."""
    if not data.startswith(_MARKS):
        return False
    names = names_in(data)
    return not any(name.encode() in data if names is None else name in names for name in _OFFICE)


def archive_entries(data: bytes, where: str) -> tuple[Entry, ...]:
    """The documents in an archive, in its order; folders and hidden files are left out.

    Args:
        data: the file.
        where: its name.

    Raises:
        DamagedFileError: it is broken, or packed as no archive of documents is.
        ProtectedFileError: it asks for a password.
    """
    try:
        archive = open_zip(data)
    except FAULTS as fault:
        raise DamagedFileError(f"The archive is damaged ({fault}).", where, UNPACK) from fault
    held = [info for info in archive.infolist() if not info.is_dir() and not is_noise(info.filename)]
    if any(info.flag_bits & _ENCRYPTED for info in held):
        raise ProtectedFileError("The archive asks for a password.", where, UNPACK)
    if any(info.compress_type not in _METHODS for info in held):
        raise DamagedFileError("The archive is packed in a way that few programs know.", where, UNPACK)
    return tuple(Entry(_name(info), info.file_size, partial(_first_bytes, archive, info, where)) for info in held)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of an entry, in UTF-8 too where the archive does not say so: most programs but Windows' own write it."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


def _first_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, count: int) -> bytes:
    """The first bytes of an entry: no more than it says itself, and it is damaged where it would be more."""
    try:
        with archive.open(info) as held:
            return held.read(count)
    except FAULTS as fault:
        raise DamagedFileError(f"The archive is damaged ({fault}).", where, UNPACK) from fault
