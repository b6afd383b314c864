"""The benchmark: documents with gold, read by the program, scored and summed by layout."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from extract.errors import ExtractError
from extract.flow import read_report
from extract.reading.recognition.installation import whats_missing
from extract.records import Report
from tests.quality.gold import Gold, load_gold
from tests.quality.marks import Mark, Measure, Tally, count
from tests.quality.scoring import score

COMMITTED = Path(__file__).parent
"""The folder of constructed documents and the example, which stand with the project."""

HELD_OUT = COMMITTED / "held_out"
"""The folder of constructed documents that were written to see how the program does on what it was not made from."""

BESIDE = COMMITTED.parents[2] / "shared" / "bench"
"""The folder of published documents that are used in testing and not passed on; it may be absent."""


LACKING = whats_missing()
"""What to install before scans can be read; ``None`` where all is there."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document and its gold.

    Attributes:
        path: the document.
        group: what its marks are summed under: its layout, or its own name if it is not of the project.
        gold: its annotation.
    """

    path: Path
    group: str
    gold: Gold


def committed_cases() -> list[Case]:
    """The documents that stand with the project, by layout: ``violence-reduction-partnership`` + ``ruled.pdf``.

    Scans are among them only where recognition is installed.
    """
    golds = load_gold(COMMITTED / "gold")
    paths = [path for path in sorted((COMMITTED / "documents").iterdir()) if ".scan" not in path.name or not LACKING]
    named = ((path, path.name.partition(".")) for path in paths)
    return [Case(path, layout, golds[document]) for path, (document, _, layout) in named]


def held_out_cases() -> list[Case]:
    """Documents whose gold was written before the program read them, each by its name."""
    golds = load_gold(HELD_OUT / "gold")
    paths = sorted((HELD_OUT / "documents").iterdir())
    return [Case(path, path.name, golds[path.name.partition(".")[0]]) for path in paths]


def published_cases() -> list[Case]:
    """The documents that stand beside the project and not in it; none where they are absent."""
    golds = load_gold(BESIDE / "gold")
    ours = load_gold(COMMITTED / "gold")
    paths = sorted((BESIDE / "docs").glob("*")) if BESIDE.is_dir() else []
    theirs = ((path, path.name.partition(".")[0]) for path in paths)
    return [Case(path, path.name, golds[name]) for path, name in theirs if name in golds and name not in ours]


def read_case(case: Case) -> Report | None:
    """What the program reads out of the document; ``None`` where it says that it cannot."""
    try:
        return read_report(case.path)
    except ExtractError:
        return None


@cache
def committed_reports() -> Mapping[str, Report | None]:
    """What is read out of each committed document, by file name; read once for all tests of a run, on all cores."""
    cases = committed_cases()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        reports = workers.map(read_case, cases, chunksize=4)
        return {case.path.name: report for case, report in zip(cases, reports, strict=True)}


def score_cases(cases: Iterable[Case], reports: Mapping[str, Report | None]) -> dict[str, list[Mark]]:
    """The marks of each document by file name, of the reports by file name."""
    return {case.path.name: score(case.gold, reports[case.path.name]) for case in cases}


def figures(cases: Iterable[Case], marks: Mapping[str, list[Mark]]) -> dict[str, dict[Measure, Tally]]:
    """The tallies of each group of documents, and of ``all`` of them."""
    groups = dict[str, list[Mark]]()
    for case in cases:
        groups.setdefault(case.group, []).extend(marks[case.path.name])
    every = [mark for given in groups.values() for mark in given]
    return {group: count(given) for group, given in sorted(groups.items())} | {"all": count(every)}
