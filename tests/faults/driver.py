"""The command, with a fault at a moment that is counted and not timed.

``python tests/faults/driver.py ARGUMENTS`` does what ``python pipeline.py ARGUMENTS`` does, and reads with the stand-in
if ``FAULTS_TEMPLATE`` is set. ``FAULTS_AT`` is a fault, a number and a folder: the fault is done as the run is about to
do its so-many-th thing with a file of that folder. Python tells of each such thing before it is done.
"""

import errno
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

import pipeline
from extract.running.engines import Pool
from tests.faults.stand_in import MODULE, TEMPLATE

AT: Final = "FAULTS_AT"
COUNT: Final = "FAULTS_COUNT"
"""The variable that names a file for the number of moments."""
SCRIPT: Final = Path(__file__)
REMOVED: Final = "FAULTS_REMOVED"
"""The variable that names a file which goes as the first process for documents is started."""
_TOLD: Final = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.scandir"}


def _full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _refused() -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


FAULTS: Final[dict[str, Callable[[], None]]] = {
    "none": lambda: None,
    "killed": partial(os.kill, os.getpid(), signal.SIGKILL),
    "interrupted": partial(os.kill, os.getpid(), signal.SIGINT),
    "terminated": partial(os.kill, os.getpid(), signal.SIGTERM),
    "full": _full,
    "refused": _refused,
}


class Moment:
    """Counts what is done with the files of a folder, and does a fault at one of them."""

    def __init__(self, fault: str, number: int, folder: str) -> None:
        """Count from nothing."""
        self._fault, self._number, self._folder, self.count = FAULTS[fault], number, folder, 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """What Python calls for every event."""
        if event not in _TOLD or not isinstance(arguments[0], str | os.PathLike):
            return
        if os.fspath(arguments[0]).startswith(self._folder):
            self.count += 1
            if self.count == self._number:
                self._fault()


def _removing(event: str, _: object) -> None:
    if event == "subprocess.Popen" and REMOVED in os.environ:
        Path(os.environ[REMOVED]).unlink(missing_ok=True)


def _main() -> int:
    if os.environ.get(TEMPLATE):
        patch.object(pipeline, "Pool", partial(Pool, module=MODULE)).start()
    fault, number, folder = os.environ.get(AT, "none 0 /nowhere").split(" ", 2)
    moment = Moment(fault, int(number), folder)
    sys.addaudithook(moment)
    sys.addaudithook(_removing)
    code = pipeline.main()
    if COUNT in os.environ:
        Path(os.environ[COUNT]).write_text(str(moment.count))
    return code


if __name__ == "__main__":
    sys.exit(_main())
