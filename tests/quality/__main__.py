"""Prints the figures of the benchmark: ``python -m tests.quality [--faults] [--update] [--reliability]``."""

import argparse
import sys
from collections.abc import Mapping

from extract.vocabulary.calibration import load_calibration
from tests.quality.benchmark import (
    Case,
    committed_cases,
    figures,
    held_out_cases,
    published_cases,
    read_case,
    score_cases,
)
from tests.quality.floor import fallen, load_floor, raised, write_floor
from tests.quality.judging import judge_cases
from tests.quality.marks import Mark, Measure, Tally
from tests.quality.reliability import counts_of, reliability_table


def main() -> int:
    """The exit code: 0, or 1 where a figure has fallen below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="Prints the figures of the benchmark.")
    parser.add_argument("--faults", action="store_true", help="print every fault, case by case")
    parser.add_argument("--update", action="store_true", help="raise the floor to the figures that have risen")
    parser.add_argument(
        "--reliability", action="store_true", help="print how reliable stated confidences are, and no figures"
    )
    asked = parser.parse_args()
    if asked.reliability:
        _say_reliability()
        return 0
    committed = _measure(committed_cases(), faults=asked.faults)
    single = [_measure(cases, faults=asked.faults) for cases in (held_out_cases(), published_cases())]
    tallies = committed | {group: given for found in single for group, given in found.items() if group != "all"}
    floor = load_floor()
    below = fallen(floor, tallies)
    if asked.update:
        write_floor(raised(floor, tallies))
    _say(*(f"BELOW THE FLOOR: {line}" for line in below))
    return int(bool(below))


def _measure(cases: list[Case], *, faults: bool) -> dict[str, dict[Measure, Tally]]:
    marks = score_cases(cases, {case.path.name: read_case(case) for case in cases})
    tallies = figures(cases, marks)
    if cases:
        _say(*(_faults(marks) if faults else ()), *_table(tallies), "")
    return tallies


def _say_reliability() -> None:
    """Print the reliability table of the committed documents, and that of those which nothing was made from."""
    counts = counts_of(load_calibration())
    for title, cases in (("committed", committed_cases()), ("others", [*held_out_cases(), *published_cases()])):
        judgements = judge_cases(cases, {case.path.name: read_case(case) for case in cases})
        _say(title, *reliability_table(judgements, counts), "")


def _faults(marks: Mapping[str, list[Mark]]) -> list[str]:
    return [f"{name}: {mark.measure}: {mark.fault}" for name, given in marks.items() for mark in given if mark.fault]


def _table(tallies: Mapping[str, Mapping[Measure, Tally]]) -> list[str]:
    width = max(len(group) for group in tallies) + 1
    head = " " * width + "".join(f"{measure:>12}" for measure in Measure)
    return [head, *(f"{group:{width}}" + "".join(map(_figure, given.values())) for group, given in tallies.items())]


def _figure(tally: Tally) -> str:
    return f"{'-' if tally.value is None else format(tally.value, '.3f'):>12}"


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
