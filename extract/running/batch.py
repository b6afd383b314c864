"""A batch of inputs becomes results, in the order of the inputs; a document that fails costs no other."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

from extract.errors import ExtractError
from extract.results import Result, Status

Read = Callable[[Path], Result]
"""What makes the result of one file."""


def run_batch(paths: Sequence[Path], read: Read, jobs: int = 1) -> Iterator[Result]:
    """The result of each input, in the order of the inputs, whatever the number of workers.

    Args:
        paths: the files.
        read: makes the result of one file; picklable where ``jobs`` is more than one.
        jobs: worker processes; with one, everything runs in this process.
    """
    isolated = partial(read_isolated, read=read)
    if jobs == 1:
        yield from map(isolated, paths)
        return
    # pdfium is not thread-safe and a forked spaCy may hang: fresh processes, one document at a time
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(isolated, paths)


def read_isolated(path: Path, read: Read) -> Result:
    """The result of one input; a fault of any kind becomes a failed result that names it."""
    try:
        return read(path)
    except ExtractError as fault:
        return _failed(path, str(fault), fault.code)
    except Exception as fault:  # noqa: BLE001 - the one boundary: a fault of ours must not stop the other documents
        what = f"{path.name}: The program failed on this document ({type(fault).__name__}: {fault})."
        return _failed(path, f"{what} Please report it with the document; the others were read.", "internal")


def _failed(path: Path, error: str, code: str) -> Result:
    return Result(
        name=path.name,
        sha256=sha256(path.read_bytes()).hexdigest() if _is_readable(path) else None,
        media_type=None,
        status=Status.FAILED,
        error=error,
        error_code=code,
    )


def _is_readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False
