"""A folder that is watched: what is put into it is read once it has come whole.

It is looked at every few seconds rather than by the system's notices, which network drives do not give.
"""

import os
from collections.abc import Iterator
from time import sleep, time

from extract.running.inputs import find_files

_PAUSE = 2.0  # seconds between two looks
_REST = 3.0  # seconds that a file has not been written to when it counts as whole
_COMING = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", ".opdownload")

_Stamp = tuple[str, int, int, int]


def settled(folder: str, outputs: str) -> Iterator[tuple[str, ...]]:
    """The whole files of a folder, each time that they are others than before; between the times it waits.

    A file that is still being copied is left alone: one that was written to in the last seconds, that has changed
    between two looks, or whose name says that it is on its way.

    Args:
        folder: the folder that is watched.
        outputs: where the results go; what lies there is no input.
    """
    seen, given = frozenset[_Stamp](), frozenset[_Stamp]()
    while True:
        now = frozenset(_stamps(folder, outputs))
        whole = frozenset(stamp for stamp in now & seen if _is_at_rest(stamp))
        coming = {stamp[0] for stamp in now - whole} & {stamp[0] for stamp in given}  # written anew: its rows stay
        if whole and not coming and whole != given:
            given = whole
            yield tuple(sorted(stamp[0] for stamp in whole))
        seen = now
        sleep(_PAUSE)


def _stamps(folder: str, outputs: str) -> Iterator[_Stamp]:
    """Name, size, time of change and number of each file."""
    for name in find_files([folder], outputs):
        if not name.lower().endswith(_COMING):
            try:
                about = os.stat(name)  # noqa: PTH116 - names that are no UTF-8 are strings from end to end
            except OSError:
                continue  # it went as it was looked at
            yield name, about.st_size, about.st_mtime_ns, about.st_ino


def _is_at_rest(stamp: _Stamp) -> bool:
    return not 0 <= time() - stamp[2] / 1e9 < _REST  # a time to come is another machine's clock
