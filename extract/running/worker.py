"""A process that reads documents one after the other for a run, and whose end costs no other document.

It listens on standard input and answers on standard output, and ends at once when the run that started it does.
"""

import hashlib
import os
import queue
import shutil
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import psutil

from extract.errors import ExtractError, InternalError, OutputError, TooMuchMemoryError
from extract.results import Result
from extract.running.inputs import Input
from extract.running.kept import is_kept, keep
from extract.running.messages import TEMPORARY, Failure, Reply, Settings, Task, Work, failure_of, receive, send
from extract.storage import Store, open_store

_TRIES = 100  # to clear away what a document that is being read still writes

Read = Callable[[bytes, str, Settings], Result]
"""What makes the result of a document of its bytes and its name."""


def read(data: bytes, name: str, settings: Settings) -> Result:
    """The result of a document."""
    # what reads takes a second to import; a process that only looks what is done already does without
    from extract.flow import Wishes, read_result  # noqa: PLC0415 - as said above
    from extract.interpret import Given  # noqa: PLC0415 - as said above

    wishes = Wishes(
        given=Given(settings.authority, settings.document_date),
        password=settings.password,
        own=settings.own,
        debug_pages=Path(settings.debug_pages) if settings.debug_pages else None,
        pictures=settings.pictures,
    )
    return read_result(data, name, wishes)


def handle(task: Task, settings: Settings, read: Read = read) -> Reply:
    """What became of a task; a fault of any kind is a reply that names it."""
    sha256, size = None, 0
    try:
        data = Input(os.fsdecode(task.location), task.member, task.name).read()
        sha256, size = hashlib.sha256(data).hexdigest(), len(data)
        store = _store(settings.output)
        if task.work is Work.SURVEY:
            known = is_kept(store, settings.edition, sha256, pictures=settings.pictures)
            return Reply(sha256, size, known=known)
        keep(store, settings.edition, sha256, read(data, task.name, settings))
        return Reply(sha256, size, known=True)
    except Exception as fault:  # noqa: BLE001 - the one boundary: a fault of ours must not stop the other documents
        return Reply(sha256, size, failure=failure_of(_typed(fault, task.name)))


def _typed(fault: Exception, name: str) -> ExtractError:
    if isinstance(fault, ExtractError):
        return fault
    if isinstance(fault, MemoryError):
        return TooMuchMemoryError("There is not enough memory to read this document.", name, "Close other programs.")
    what = f"The program failed on this document ({type(fault).__name__}: {fault})."
    return InternalError(what, name, "Please report it with the document; the others were read.")


@lru_cache(maxsize=1)
def _store(location: str) -> Store:
    return open_store(location)


def serve(read: Read = read) -> None:
    """Do the tasks that come on standard input until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which then ends this process
    incoming, outgoing = _pipes()
    settings = receive(incoming, Settings)
    if settings is None:
        return
    folder = Path(os.environ[TEMPORARY])
    fault, tasks = _made(folder), queue.SimpleQueue[Task]()
    threading.Thread(target=_listen, args=(incoming, tasks, folder), daemon=True).start()
    while True:
        task = tasks.get()
        reply = Reply(failure=fault) if fault else handle(task, settings, read)
        with suppress(OSError):  # the run is gone: whoever listens ends this process, once it has cleared away
            send(outgoing, reply)


def _made(folder: Path) -> Failure | None:
    """Nothing, once the folder for temporary files of this process alone is there; else what is wrong."""
    try:
        folder.mkdir(mode=0o700)
    except OSError as fault:
        what = f"No folder for temporary files can be made: {fault.strerror}."
        advice = "See that its disk has room and may be written to, or name another folder in TMPDIR."
        return failure_of(OutputError(what, str(folder), advice))
    return None


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, moved to where no library prints into them or reads from them."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return incoming, outgoing


def _listen(incoming: BinaryIO, tasks: "queue.SimpleQueue[Task]", folder: Path) -> None:
    """Take in tasks; when the run is gone, whatever ended it, clear away and end whatever is being read.

    The folder is named and not asked for: what ``tempfile`` finds is a common one where this one is gone or full.
    """
    while (task := receive(incoming, Task)) is not None:
        tasks.put(task)
    for each in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            each.kill()
    for _ in range(_TRIES):  # what is being read may still write while it is cleared away
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            break
    os._exit(0)


if __name__ == "__main__":
    serve()
