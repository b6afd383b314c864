"""The charts of a run, in a folder of their own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extract.results import Result
from extract.storage.local import writing
from extract.writing.plots.counts import Counts
from extract.writing.plots.pictures import as_png, as_svg
from extract.writing.sinks import Begun, Options

FOLDER: Final = "plots"


class PlotsSink:
    """The charts of a run: ``plots/outcomes.svg``, ``plots/outcomes.png`` and so on."""

    def __init__(self, folder: Path, _options: Options, _begun: Mapping[str, Begun]) -> None:
        """Begin to count."""
        self._folder = folder
        self._counts = Counts()

    def add(self, result: Result) -> None:
        """Count a result."""
        if result.report:
            self._counts.add(result.report)

    def lengths(self) -> Mapping[str, int]:
        """Nothing, for pictures do not grow."""
        return {}

    def close(self) -> tuple[str, ...]:
        """The names of the pictures, now drawn."""
        return tuple(
            self._write(f"{FOLDER}/{chart.name}.{kind}", data)
            for chart in self._counts.charts()
            for kind, data in (("svg", as_svg(chart)), ("png", as_png(chart)))
        )

    def abandon(self) -> None:
        """Nothing is held."""

    def _write(self, name: str, data: bytes) -> str:
        path = self._folder / name
        with writing(path):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        return name
