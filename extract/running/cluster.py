"""Documents read by the machines of a Dask cluster; the only home of Dask.

Each of its workers holds a process of its own for documents, as a run on one machine does (``Isolated``): a crash, a
hang or a shortage costs a document there, and no worker of the cluster. A worker that is lost has its documents read
by the others.
"""

import logging
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from types import TracebackType
from typing import Self

import msgspec

from extract.errors import ClusterError, MissingPackageError, WorkerLostError
from extract.running.engines import Done
from extract.running.isolation import WORKER, Isolated, Limits
from extract.running.messages import Reply, Settings, Task, failure_of
from extract.storage import is_address

try:
    from distributed import Client, Future, KilledWorker, LocalCluster, as_completed
except ImportError as missing:
    raise MissingPackageError(
        "Reading on a cluster needs Dask, which is not installed.",
        "--cluster, --scheduler",
        "Install it with: pip install 'scrutiny-extract[cluster]'.",
    ) from missing

_AHEAD = 3  # documents on their way for each that is being read: enough to leave no worker idle
_CONNECT = 20  # seconds
_SILENT = logging.CRITICAL


class Cluster:
    """Does tasks on a Dask cluster; see ``Engine``."""

    def __init__(
        self, settings: Settings, limits: Limits, scheduler: str | None, jobs: int, module: str = WORKER
    ) -> None:
        """Connect to nothing yet.

        Args:
            settings: how documents are read; where the results go must be a place that all workers can write to.
            limits: what a document may take.
            scheduler: the address of the cluster's scheduler; ``None`` starts a cluster on this machine.
            jobs: the workers of a cluster that is started here.
            module: what the processes for documents run.
        """
        self._work = (msgspec.msgpack.encode(settings), limits, module)
        self._scheduler, self._jobs = scheduler, jobs
        self._local: LocalCluster | None = None
        self._client: Client | None = None

    def __enter__(self) -> Self:
        """Connect.

        Raises:
            ClusterError: there is no scheduler at the address, or it has no workers.
        """
        where = self._scheduler or "--cluster local"
        try:
            if self._scheduler is None:
                self._local = LocalCluster(
                    n_workers=self._jobs, threads_per_worker=1, dashboard_address=None, silence_logs=_SILENT
                )
            self._client = Client(self._scheduler or self._local, timeout=_CONNECT, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_CONNECT)
        except (OSError, ValueError, TimeoutError) as fault:
            self._leave()
            what = f"The cluster cannot be reached, or has no workers: {fault}."
            raise ClusterError(what, where, "See that its scheduler and its workers are running.") from fault
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Leave the cluster, no process for documents left on it; one that was started here ends."""
        if self._client is not None and self._client.status == "running":
            self._client.run(stop_readers)
        self._leave()

    def map(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """The tasks as they are done; so many are on their way that no worker waits.

        Raises:
            ClusterError: the scheduler is gone.
        """
        client, waiting = self._connected(), iter(tasks)
        asked = dict[Future[bytes], Task]()
        done = as_completed(loop=client.loop)
        try:
            while True:
                for task in islice(waiting, self._room(client) - len(asked)):
                    future = client.submit(read_there, _sent(task), *self._work, pure=False)
                    asked[future] = task
                    done.add(future)
                if not asked:
                    return
                future = next(done)
                task = asked.pop(future)
                yield task, _reply(future, task)
        except (OSError, CancelledError, StopIteration) as fault:
            where = self._scheduler or "--cluster local"
            what = f"The cluster was lost during the run: {fault or type(fault).__name__}."
            raise ClusterError(what, where, "What was read is kept: give the same command to go on.") from fault

    def _connected(self) -> Client:
        if self._client is None:
            raise RuntimeError("a cluster is entered before it is used")
        return self._client

    @staticmethod
    def _room(client: Client) -> int:
        """How many tasks may be on their way, with the workers that there are now."""
        return _AHEAD * max(1, int(sum(client.nthreads().values())))

    def _leave(self) -> None:
        for each in (self._client, self._local):
            if each is not None:
                each.close()


def _sent(task: Task) -> bytes:
    """A task as it goes to another machine, where a path counts from another folder."""
    location = os.fsdecode(task.location)
    there = location if is_address(location) else os.path.abspath(location)  # noqa: PTH100 - a path as a string
    return msgspec.msgpack.encode(msgspec.structs.replace(task, location=os.fsencode(there)))


def _reply(future: Future[bytes], task: Task) -> Reply:
    """What became of a task; one that several workers were lost with is given up."""
    try:
        return msgspec.msgpack.decode(future.result(), type=Reply)
    except KilledWorker:
        what = "Several machines of the cluster were lost while they read this document."
        return Reply(failure=failure_of(WorkerLostError(what, task.name, "Read it on one machine, to see why.")))
    finally:
        future.release()


def read_there(task: bytes, settings: bytes, limits: tuple[float | None, int | None], module: str) -> bytes:
    """What became of a task, on a machine of a cluster, as bytes; runs in a thread of a worker there."""
    work = (settings, limits, module)
    thread = threading.get_ident()
    held = _READERS.get(thread)
    if held is None or held[0] != work:
        if held is not None:
            held[1].stop()
        decoded = msgspec.msgpack.decode(settings, type=Settings)
        held = _READERS[thread] = (work, Isolated(decoded, Limits(*limits), module))
    return msgspec.msgpack.encode(held[1].handle(msgspec.msgpack.decode(task, type=Task)))


def stop_readers() -> None:
    """End the processes for documents that a worker holds."""
    while _READERS:
        _READERS.popitem()[1][1].stop()


_READERS = dict[int, tuple[tuple[bytes, tuple[float | None, int | None], str], Isolated]]()
"""On a worker: by thread, what it reads with, and for which run."""
