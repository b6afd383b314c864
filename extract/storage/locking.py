"""One run at a time writes into a folder."""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from extract.errors import OutputBusyError, OutputError


@contextmanager
def locked(path: Path, where: str) -> Iterator[None]:
    """Keeps other runs away while it lasts; the system ends it with the process, however that ends.

    Args:
        path: the file that is locked.
        where: the folder that it stands for, for the message.

    Raises:
        OutputBusyError: another run holds it; the message says which.
        OutputError: the file cannot be made, or is another person's.
    """
    lock = FileLock(path)
    holder = path.with_name("holder")
    try:
        lock.acquire(blocking=False)
    except Timeout as fault:
        what = f"Another run is writing here{_told(holder)}."
        raise OutputBusyError(what, where, "Wait until it is done, or give another output folder.") from fault
    except OSError as fault:
        what = f"This cannot be kept for one run: {fault.strerror}."
        raise OutputError(what, str(path), "Give an output folder that you may write to.") from fault
    try:
        with suppress(OSError):  # it only helps the message above: a full disk is told of what matters
            holder.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        yield
    finally:
        lock.release()


def _told(holder: Path) -> str:
    """Who holds the lock, where that can be read."""
    try:
        return f" ({holder.read_text(encoding='utf-8')})"
    except (OSError, UnicodeDecodeError):
        return ""
