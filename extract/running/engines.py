"""Where the documents of a run are read: in processes of this machine, on a cluster, or in the run's own process."""

import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

from extract.running.isolation import WORKER, Isolated, Limits
from extract.running.messages import Reply, Settings, Task
from extract.running.worker import handle

Done = tuple[Task, Reply]


class Engine(AbstractContextManager["Engine"], Protocol):
    """Something that does tasks; as a context it is started, and in the end stopped, whatever it is doing."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """The tasks as they are done, in any order, begun in theirs.

        Raises:
            ClusterError: what does them is gone.
        """


class Here:
    """Does tasks in the run's own process, without limits: for a debugger or a profiler."""

    def __init__(self, settings: Settings) -> None:
        """Start nothing."""
        self._settings = settings

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop nothing."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """The tasks as they are done."""
        return ((task, handle(task, self._settings)) for task in tasks)


class Pool:
    """Does tasks in processes of this machine, each with a thread here that holds it."""

    def __init__(self, settings: Settings, limits: Limits, jobs: int, module: str = WORKER) -> None:
        """Start nothing yet: each process starts with its first task."""
        self._workers = [Isolated(settings, limits, module) for _ in range(jobs)]

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End all processes, and what is left in them."""
        for worker in self._workers:
            worker.stop()

    def map(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """The tasks as they are done; whichever process is free takes the next."""
        # a simple queue: one that waits with a lock of Python's breaks when two Ctrl-C meet it
        shared, done = _Shared(iter(tasks)), queue.SimpleQueue[Done | BaseException | None]()
        threads = [threading.Thread(target=_work, args=(shared, worker, done), daemon=True) for worker in self._workers]
        for thread in threads:
            thread.start()
        try:
            yield from _until_all_end(done, len(threads))
        finally:
            shared.close()


class _Shared:
    """An iterator for several threads, which can be ended for all of them."""

    def __init__(self, tasks: Iterator[Task]) -> None:
        self._tasks, self._lock, self._open = tasks, threading.Lock(), True

    def take(self) -> Task | None:
        with self._lock:
            return next(self._tasks, None) if self._open else None

    def close(self) -> None:
        self._open = False


def _work(shared: _Shared, worker: Isolated, done: "queue.SimpleQueue[Done | BaseException | None]") -> None:
    """Give tasks to a process until there are no more; a fault of this thread is raised where they are waited for."""
    try:
        while (task := shared.take()) is not None:
            done.put((task, worker.handle(task)))
        done.put(None)
    except BaseException as fault:  # noqa: BLE001 - handed on, not swallowed
        done.put(fault)


def _until_all_end(done: "queue.SimpleQueue[Done | BaseException | None]", running: int) -> Iterator[Done]:
    while running:
        found = done.get()
        if isinstance(found, BaseException):
            raise found
        if found is None:
            running -= 1
        else:
            yield found
