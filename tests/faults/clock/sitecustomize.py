"""A system clock that jumps a day forwards and back with every look at it; Python imports this as it starts."""

import time
from itertools import cycle

_JUMPS, _REAL = cycle((86_400.0, -86_400.0)), time.time


def _jumping() -> float:
    return _REAL() + next(_JUMPS)


time.time = _jumping
time.time_ns = lambda: int(_jumping() * 1e9)
