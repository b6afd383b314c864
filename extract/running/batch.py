"""A batch of inputs becomes results, in the order of the inputs; a document that fails costs no other."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from hashlib import sha256

from extract.errors import ExtractError, WorkerLostError
from extract.results import Result, Status
from extract.running.inputs import Input

_SAFE = "PYTHONSAFEPATH"

Read = Callable[[Input], Result]
"""What makes the result of one document."""


def run_batch(inputs: Sequence[Input], read: Read, jobs: int = 1) -> Iterator[Result]:
    """The result of each input, in the order of the inputs, whatever the number of workers.

    What came along with a message and answers nothing is left out.

    Args:
        inputs: the documents.
        read: makes the result of one document; picklable where ``jobs`` is more than one.
        jobs: worker processes; with one, everything runs in this process.
    """
    isolated = partial(read_isolated, read=read)
    results = map(isolated, inputs) if jobs == 1 else _in_workers(inputs, isolated, jobs)
    for given, result in zip(inputs, results, strict=True):
        if not (given.incidental and result.status is Status.NO_RESPONSE):
            yield result


def _in_workers(inputs: Sequence[Input], isolated: Read, jobs: int) -> Iterator[Result]:
    """The results, made in fresh processes; where one of them dies, the first document without a result is read alone.

    A crash takes all workers of its pool with it, and what they were reading; a new pool goes on after that document.
    """
    done = 0
    while done < len(inputs):
        try:
            for result in _pooled(inputs[done:], isolated, jobs):
                yield result
                done += 1
        except BrokenProcessPool:
            yield _alone(inputs[done], isolated)
            done += 1


def _pooled(inputs: Sequence[Input], isolated: Read, jobs: int) -> Iterator[Result]:
    # pdfium is not thread-safe and a forked spaCy may hang: fresh processes, one document at a time
    context = multiprocessing.get_context("spawn")
    with _modules_of_the_folder_left_alone(), ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(isolated, inputs)


@contextmanager
def _modules_of_the_folder_left_alone() -> Iterator[None]:
    """Workers begun meanwhile import nothing from the folder that a person is in: it may be that of the documents.

    Python begins them with ``-c``, by which that folder goes before its own library until the worker is set up.
    """
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before


def _alone(given: Input, isolated: Read) -> Result:
    """The result of a document that is read in a process of its own, and may kill it."""
    try:
        return next(_pooled([given], isolated, 1))
    except BrokenProcessPool:
        what = "The system stopped the program while it read this document: it takes too much memory, or is damaged."
        fault = WorkerLostError(what, given.name, "Open it and save it anew as PDF, then try again.")
        return _failed(given, str(fault), fault.code)


def read_isolated(given: Input, read: Read) -> Result:
    """The result of one input; a fault of any kind becomes a failed result that names it."""
    try:
        return read(given)
    except ExtractError as fault:
        return _failed(given, str(fault), fault.code)
    except Exception as fault:  # noqa: BLE001 - the one boundary: a fault of ours must not stop the other documents
        what = f"{given.name}: The program failed on this document ({type(fault).__name__}: {fault})."
        return _failed(given, f"{what} Please report it with the document; the others were read.", "internal")


def _failed(given: Input, error: str, code: str) -> Result:
    return Result(
        name=given.name,
        sha256=_digest(given),
        media_type=None,
        status=Status.FAILED,
        error=error,
        error_code=code,
    )


def _digest(given: Input) -> str | None:
    """The digest of the document's bytes, of the file's where it is a container that cannot be opened."""
    try:
        data = given.read() if given.member else given.path.read_bytes()
    except (OSError, ExtractError):
        return None
    return sha256(data).hexdigest()
