"""A process that reads documents, held from outside: started, asked, kept within its limits, and ended."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import BinaryIO, Final, NamedTuple, cast

import msgspec
import psutil

from extract.errors import ExtractError, TimedOutError, TooMuchMemoryError, WorkerLostError
from extract.running.messages import Reply, Settings, Task, failure_of, receive, send
from extract.running.surroundings import environment, free_folder

WORKER: Final = "extract.running.worker"
"""The module that a process runs."""

_TRIES = 2  # a crash or a shortage may be of the moment
_LOOK = 0.2  # seconds between two looks at the memory of a process
_GROWN = 0.5  # of the memory that is allowed: a process that keeps more between documents is replaced
_CHECKED = 20  # documents between two looks at what a process keeps
_SIGNALS: Final = {int(each): each.name for each in signal.Signals}  # not all that there are have a name
_ADVICE = "Open it and save it anew as PDF, then try again."
_STOPPED = WorkerLostError("The run was stopped.", "", "Give the same command to go on.")


class Limits(NamedTuple):
    """What one document may take.

    Attributes:
        seconds: of time; ``None`` for as long as it likes.
        megabytes: of memory, with the programs that are started for it; ``None`` for as much as there is.
    """

    seconds: float | None = None
    megabytes: int | None = None


class Isolated:
    """A process for one document after the other; a new one takes its place when it is lost.

    Not to be used by two threads at once, but for ``stop``.
    """

    def __init__(self, settings: Settings, limits: Limits, module: str = WORKER) -> None:
        """Start nothing yet: the process starts with its first task."""
        self._settings, self._limits, self._module = settings, limits, module
        self._process: _Process | None = None
        self._stopped = False

    def handle(self, task: Task) -> Reply:
        """What became of a task; a process that is lost over it twice, or breaks its limits twice, costs it alone."""
        fault: ExtractError | None = None
        for _ in range(_TRIES):
            if self._stopped:
                break
            answer = self._ask(task)
            if isinstance(answer, Reply):
                return answer
            fault = answer
        return Reply(failure=failure_of(fault or _STOPPED))

    def stop(self) -> None:
        """End the process, whatever it is doing, and start no other."""
        self._stopped = True
        process = self._process  # which the thread that holds it may let go of meanwhile
        if process:
            process.end()

    def _ask(self, task: Task) -> Reply | ExtractError:
        """The reply, or what ended the process instead."""
        try:
            process = self._process = self._process or _Process(self._settings, self._module)
        except OSError as fault:  # no memory, or too many processes already
            what = f"No process could be started to read it: {fault.strerror}."
            return WorkerLostError(what, task.name, "Close other programs, or give fewer --jobs, and run again.")
        answer = _STOPPED if self._stopped else process.ask(task, self._limits)
        if not isinstance(answer, Reply) or self._is_grown(process) or self._stopped:
            process.end()
            self._process = None
        return answer

    def _is_grown(self, process: "_Process") -> bool:
        allowed = self._limits.megabytes
        return allowed is not None and process.asked % _CHECKED == 0 and process.megabytes() > _GROWN * allowed


class _Process:
    """One process, with a folder of its own for temporary files."""

    def __init__(self, settings: Settings, module: str) -> None:
        self._folder = free_folder()  # the process makes it: were the run killed here, nobody would remove it
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(self._folder),
            start_new_session=True,  # Ctrl-C reaches the run alone
        )
        self._watched = psutil.Process(self._process.pid)
        self._replies = queue.SimpleQueue[Reply | None]()
        self.asked = 0
        self._incoming = cast("BinaryIO", self._process.stdin)
        outgoing = cast("BinaryIO", self._process.stdout)
        self._collector = threading.Thread(target=_collect, args=(outgoing, self._replies), daemon=True)
        self._collector.start()
        self._tell(settings)

    def ask(self, task: Task, limits: Limits) -> Reply | ExtractError:
        """The reply to a task, or what is wrong with a process that gave none."""
        self._tell(task)
        self.asked += 1
        until = monotonic() + limits.seconds if limits.seconds else None
        while True:
            try:
                return self._replies.get(timeout=_LOOK) or self._lost(task)
            except queue.Empty:
                fault = self._broken(task, limits, until)
                if fault:
                    return fault

    def megabytes(self) -> float:
        """The memory that it and what it started have now."""
        return sum(_resident(each) for each in self._family()) / 2**20

    def end(self) -> None:
        """End it and what it started, and remove its temporary files.

        They go first: were the run killed in between, the process would see it, and clear away what is left.
        """
        shutil.rmtree(self._folder, ignore_errors=True)
        for each in self._family():
            _kill(each)
        self._end_started()
        self._process.wait()
        with suppress(OSError):  # what was not sent yet cannot be any more
            self._incoming.close()
        self._collector.join()
        shutil.rmtree(self._folder, ignore_errors=True)  # what it was writing as the others were removed

    def _tell(self, message: msgspec.Struct) -> None:
        with suppress(OSError, ValueError):  # it is gone, or was ended meanwhile: its replies end, and that is told
            send(self._incoming, message)

    def _end_started(self) -> None:
        """End what it started and left behind as it broke down; not after it is waited for: its number is free then."""
        if os.name == "posix" and self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _broken(self, task: Task, limits: Limits, until: float | None) -> ExtractError | None:
        """The limit that a process breaks."""
        if until and monotonic() > until:
            what = f"Reading it took longer than the {limits.seconds:g} seconds that a document may take."
            return TimedOutError(what, task.name, "Give it more with --timeout, or divide it.")
        if limits.megabytes and self.megabytes() > limits.megabytes:
            what = f"Reading it took more than the {limits.megabytes:,} MB of memory that a document may take."
            return TooMuchMemoryError(what, task.name, "Give it more with --memory-limit, or divide it.")
        return None

    def _lost(self, task: Task) -> ExtractError:
        what = f"The program was ended from outside, or broke down, while it read this document{self._how()}."
        return WorkerLostError(what, task.name, _ADVICE)

    def _how(self) -> str:
        """The signal that ended the process, where it was one."""
        self._end_started()
        code = self._process.wait()
        return f" ({_SIGNALS.get(-code, f'signal {-code}')})" if code < 0 else ""

    def _family(self) -> Sequence[psutil.Process]:
        """The process and what it started, as far as they are alive."""
        try:
            return [*self._watched.children(recursive=True), self._watched]
        except psutil.NoSuchProcess:
            return []


def _collect(stream: BinaryIO, replies: "queue.SimpleQueue[Reply | None]") -> None:
    """Take in replies, and ``None`` when there will be no more."""
    reply: Reply | None = Reply()
    while reply is not None:
        reply = receive(stream, Reply)
        replies.put(reply)
    stream.close()


def _resident(process: psutil.Process) -> int:
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def _kill(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return
