"""How far a run is, as a person sees it: a bar on a terminal, a line now and then in a log."""

from collections.abc import Callable, Sequence
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from extract.results import Result
from extract.running.plan import Entry, Told

_SECONDS = 10.0  # between two lines in a log
_EACH = 30_000  # bytes that the reading of a document takes as long as, however small it is
_HOUR, _MINUTE = 3600, 60


class Teller:
    """Shows a run on a console; see ``Observer``."""

    def __init__(self, console: Console, shown: Callable[[Result], None]) -> None:
        """Show nothing yet.

        Args:
            console: where it is told.
            shown: is given the results as they are written.
        """
        self._console, self._shown = console, shown
        self._stage: _Stage | None = None
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[said]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._progress.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Stop drawing."""
        self._progress.stop()

    def surveying(self, count: int) -> Told:
        """Begin to show how many inputs are looked at."""
        stage = self._begin("looking", count, count)
        return lambda entry: stage.tell(1, failed=entry.failure is not None)

    def reading(self, entries: Sequence[Entry], known: int) -> Told:
        """Begin to show how many documents are read."""
        if known:
            self._console.print(f"{known:,} read before, {len(entries):,} to read.", markup=False)
        stage = self._begin("reading", len(entries), sum(map(_weight, entries)))
        return lambda entry: stage.tell(_weight(entry), failed=entry.failure is not None)

    def writing(self, count: int) -> Callable[[Result], None]:
        """Begin to show how many results are written."""
        stage = self._begin("writing", count, count)

        def tell(result: Result) -> None:
            stage.tell(1, failed=False)
            self._shown(result)

        return tell

    def _begin(self, what: str, count: int, weight: int) -> "_Stage":
        if self._stage:
            self._progress.remove_task(self._stage.task)
        task = self._progress.add_task(what, total=weight, said="")
        self._stage = _Stage(self._progress, task, what, count, weight)
        return self._stage


class _Stage:
    """One step of a run."""

    def __init__(self, progress: Progress, task: TaskID, what: str, count: int, weight: int) -> None:
        self.task = task
        self._progress, self._what, self._count, self._weight = progress, what, count, weight
        self._done, self._failed, self._passed = 0, 0, 0
        self._began = self._told = monotonic()

    def tell(self, weight: int, *, failed: bool) -> None:
        """One more is done."""
        self._done, self._failed, self._passed = self._done + 1, self._failed + failed, self._passed + weight
        self._progress.update(self.task, advance=weight, said=self._said())
        console = self._progress.console
        if not console.is_terminal and monotonic() - self._told > _SECONDS:
            self._told = monotonic()
            console.print(f"{self._what} {self._said()}, {_lasting(self._left())} left", markup=False)

    def _said(self) -> str:
        rate = self._done / max(monotonic() - self._began, 1e-3)
        failed = f", {self._failed:,} failed" if self._failed else ""
        return f"{self._done:,} of {self._count:,}{failed}, {rate:.1f} a second"

    def _left(self) -> float:
        """Seconds that the rest will take, if it goes on like this."""
        return (monotonic() - self._began) * (self._weight - self._passed) / max(self._passed, 1)


def _weight(entry: Entry) -> int:
    return entry.size + _EACH


def _lasting(seconds: float) -> str:
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE:.0f} min" if seconds < 2 * _HOUR else f"{seconds / _HOUR:.1f} h"
