"""The floor: the figures that no change may fall below, as they are committed in ``floor.json``."""

import math
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tests.quality.marks import Measure, Tally

Figures = dict[str, dict[Measure, float]]
"""F1 or accuracy, 0 to 1, of each measure in each group of documents."""

FILE = Path(__file__).parent / "floor.json"

_DIGITS = 10_000  # a floor is rounded down, so that what it was taken from passes it


def load_floor(file: Path = FILE) -> Figures:
    """The committed figures; none before the first update."""
    return msgspec.json.decode(file.read_bytes(), type=Figures) if file.exists() else {}


def write_floor(floor: Figures, file: Path = FILE) -> None:
    """Write the figures, a line each, in the order of their names and of the measures."""
    ordered = {group: {m: floor[group][m] for m in Measure if m in floor[group]} for group in sorted(floor)}
    file.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n")


def raised(floor: Figures, tallies: Mapping[str, Mapping[Measure, Tally]]) -> Figures:
    """The floor with every figure that has risen; what has fallen stays where it was."""
    groups = floor | {group: _raised(floor.get(group, {}), given) for group, given in tallies.items()}
    return {group: dict(figures) for group, figures in groups.items()}


def _raised(floor: Mapping[Measure, float], tallies: Mapping[Measure, Tally]) -> dict[Measure, float]:
    now = {measure: tally.value for measure, tally in tallies.items()}
    risen = {m: math.floor(value * _DIGITS) / _DIGITS for m, value in now.items() if value is not None}
    return dict(floor) | {measure: max(value, floor.get(measure, 0.0)) for measure, value in risen.items()}


def fallen(floor: Figures, tallies: Mapping[str, Mapping[Measure, Tally]]) -> list[str]:
    """A line for every figure below its floor; a measure with nothing to find and nothing found cannot fall."""
    return [
        f"{group} {measure}: {tally} is below {floor[group][measure]:.4f}"
        for group, given in tallies.items()
        for measure, tally in given.items()
        if tally.value is not None and tally.value < floor.get(group, {}).get(measure, 0.0)
    ]
