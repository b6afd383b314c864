"""Documents of formats that LibreOffice reads, turned by it into ones that are read here."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
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
_SETTINGS: Final = (  # of the profile made for a document: no macro is run, and nothing that it names is fetched
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),  # by a proxy that is not there
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_LONGEST = 120  # seconds; a hundred pages take ten
_NOTHING = subprocess.DEVNULL
_INSTALL = "Install LibreOffice (libreoffice.org), or open the document and save it as PDF, then give the PDF."
_SAVE = "Open it, save it as PDF, then give the PDF."


def find_converter() -> Path | None:
    """The program of LibreOffice, or ``None`` where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return Path(found) if found else next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, where: str, suffix: str, target: str) -> bytes:
    """The document in another format, made by LibreOffice without a window or a person's settings.

    It works in a folder that only this person can look into, which is removed whatever comes, with a profile made for
    this document that tells it to run no macros and to fetch nothing.

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
    profile = given.parent / "profile"
    _write_settings(profile / "user" / "registrymodifications.xcu")
    options = ("--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}")
    wanted = ("--convert-to", made.suffix.lstrip("."), "--outdir", str(made.parent), str(given))
    try:
        process = subprocess.Popen(  # noqa: S603 - our own words and a file in a folder of ours
            [program, *options, *wanted], stdin=_NOTHING, stdout=_NOTHING, stderr=_NOTHING, start_new_session=True
        )
    except OSError as fault:
        raise ConverterError(f"LibreOffice could not be started ({fault.strerror}).", where, _INSTALL) from fault
    try:
        process.wait(_LONGEST)
    except subprocess.TimeoutExpired as fault:
        raise ConverterError(f"LibreOffice took longer than {_LONGEST} seconds.", where, _SAVE) from fault
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and those that it started: LibreOffice's own is a script that starts another."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):  # all have ended
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _write_settings(path: Path) -> None:
    """Write the settings that a profile of LibreOffice begins with."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{group}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for group, name, value in _SETTINGS
    )
    path.parent.mkdir(parents=True)
    path.write_text(f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', "utf-8")
