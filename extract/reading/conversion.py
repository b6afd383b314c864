"""Documents of formats that LibreOffice reads, turned by it into ones that are read here."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from extract.errors import ConverterError

_PROGRAMS: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/usr/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_LONGEST = 120  # seconds; a hundred pages take ten
_INSTALL = "Install LibreOffice (libreoffice.org), or open the document and save it as PDF, then give the PDF."
_SAVE = "Open it, save it as PDF, then give the PDF."


def find_converter() -> Path | None:
    """The program of LibreOffice, or ``None`` where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return Path(found) if found else next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, where: str, suffix: str, target: str) -> bytes:
    """The document in another format, made by LibreOffice without a window, a network or a person's settings.

    Macros are never run: documents are opened for conversion only, with a profile made for this one.

    Args:
        data: the file.
        where: its name, for messages.
        suffix: what names of its format end with: ``odt``.
        target: the same of the format that is wanted: ``docx``.

    Raises:
        ConverterError: LibreOffice is not there, takes too long, or cannot read the document.
    """
    program = find_converter()
    if program is None:
        raise ConverterError(f"A .{suffix} document is read with the help of LibreOffice.", where, _INSTALL)
    with TemporaryDirectory(prefix="scrutiny-extract-") as folder:
        given, made = Path(folder, f"document.{suffix}"), Path(folder, "made", f"document.{target}")
        given.write_bytes(data)
        _run(program, given, made, where)
        if not made.is_file():
            raise ConverterError("LibreOffice could not read the document.", where, _SAVE)
        return made.read_bytes()


def _run(program: Path, given: Path, made: Path, where: str) -> None:
    profile = (given.parent / "profile").as_uri()
    options = ("--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}")
    wanted = ("--convert-to", made.suffix.lstrip("."), "--outdir", str(made.parent), str(given))
    try:
        subprocess.run([program, *options, *wanted], capture_output=True, timeout=_LONGEST, check=False)  # noqa: S603 - our own words and a file in a folder of ours
    except subprocess.TimeoutExpired as fault:
        raise ConverterError(f"LibreOffice took longer than {_LONGEST} seconds.", where, _SAVE) from fault
    except OSError as fault:
        raise ConverterError(f"LibreOffice could not be started ({fault.strerror}).", where, _INSTALL) from fault
