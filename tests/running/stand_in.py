"""A stand-in for reading: quick, and it fails in the ways that reading can fail, as a document's words tell it to.

``python -m tests.running.stand_in`` is a worker that reads with it.
"""

import ctypes
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from extract.errors import EmptyFileError
from extract.results import Result, Status
from extract.running.messages import Settings
from extract.running.worker import serve

MODULE = "tests.running.stand_in"
_FOREVER = 600.0
_MEGABYTE = 2**20


def read(data: bytes, name: str, _settings: Settings) -> Result:
    """A result without a report, or what the first word of the document says."""
    word, _, rest = data.decode().partition(" ")
    if word == "once":  # fails the first time only; the mark of it is a file
        then, path, rest = rest.split()
        word = "well" if Path(path).exists() else then
        Path(path).touch()
    _do(word, rest, name)
    return Result(name=name, sha256="0" * 64, media_type="text/plain", status=Status.OK)


def _do(word: str, rest: str, name: str) -> None:
    _break(word, rest)
    if word == "bug":
        raise ZeroDivisionError
    if word == "empty":
        raise EmptyFileError("It is empty.", name, "Save it again.")
    if word == "noisy":
        sys.stdout.write("what a library prints\n" * 1000)
        os.system("echo and what a program prints")  # noqa: S605, S607 - the point of it
    elif word == "temporary":
        Path(tempfile.mkdtemp(), "document").write_text(rest)
        Path(rest).write_text(tempfile.gettempdir())


def _break(word: str, rest: str) -> None:
    """Do what the process does not survive."""
    if word == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "segfault":
        ctypes.string_at(0)
    elif word == "exit":
        os._exit(0)
    elif word == "hang":
        time.sleep(_FOREVER)
    elif word == "sleep":
        time.sleep(float(rest))
    elif word == "memory":
        time.sleep(len(bytearray(int(rest) * _MEGABYTE)) and _FOREVER)


if __name__ == "__main__":
    serve(read)
