"""A stand-in for reading: a report of every document, made of one that was read for real, in a millisecond.

The first word of a document may say what befalls the process on it. ``python -m tests.faults.stand_in`` is a worker.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace as change

from extract.errors import EmptyFileError
from extract.results import Result, renamed
from extract.running.messages import TEMPORARY, Settings
from extract.running.worker import serve

MODULE = "tests.faults.stand_in"
TEMPLATE = "FAULTS_TEMPLATE"
"""The variable that names the file with a result that was read for real."""

HOME = "FAULTS_HOME"
"""The variable that names another folder for temporary files than the run does."""


@cache
def _template() -> Result:
    return msgspec.msgpack.decode(Path(os.environ[TEMPLATE]).read_bytes(), type=Result)


def read(data: bytes, name: str, _settings: Settings) -> Result:
    """The template's result as if it had been read of these bytes, after what the first word says has been done."""
    word, _, rest = data.decode("utf-8", "replace").partition("\n")[0].partition(" ")
    _do(word, rest, name)
    digest, result = sha256(data).hexdigest(), _template()
    if result.report is None:
        raise TypeError("the template has no report")
    document = result.report.document
    own = change(result.report, document=change(document, source=change(document.source, sha256=digest)))
    return renamed(replace(result, sha256=digest, report=own), name)


def _do(word: str, rest: str, name: str) -> None:
    if word == "sleep":
        time.sleep(float(rest))
    elif word == "until":  # a file is there
        while not Path(rest).exists():
            time.sleep(0.01)
    elif word == "signal":
        os.kill(os.getpid(), int(rest))
    elif word == "bad":
        raise EmptyFileError("It is bad.", name, "Save it again.")
    elif word == "remove":
        Path(rest).unlink(missing_ok=True)
    elif word == "rewrite":
        Path(rest).write_text(f"other words for {rest}")
    elif word == "child":  # is left behind by a process that breaks down
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        Path(rest).write_text(str(child.pid))
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "homeless":  # notes what it would remove from here on, and removes nothing
        shutil.rmtree = _noting(Path(f"{rest}.removed"))  # type: ignore[assignment]  # a stand-in
        Path(os.environ["TMPDIR"]).rmdir()
        Path(rest).write_text(os.environ["TMPDIR"])
        time.sleep(600)


class _noting:  # noqa: N801 - stands for a function
    def __init__(self, note: Path) -> None:
        self._note = note

    def __call__(self, folder: object, **_: object) -> None:
        self._note.write_text(str(folder))


if __name__ == "__main__":
    os.environ[TEMPORARY] = os.environ.get(HOME) or os.environ[TEMPORARY]
    serve(read)
