"""Prints how a run scales: with workers, with documents, when it is given again, on a cluster: ``benchmarks/scale.py``.

``--documents N`` makes the long run shorter or longer (5,000 otherwise, some ten minutes on two cores).
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from extract.results import Result
from extract.running.cluster import Cluster
from extract.running.edition import edition_of
from extract.running.engines import Engine, Here, Pool
from extract.running.inputs import Input, find_inputs
from extract.running.isolation import Limits
from extract.running.messages import Settings, Work, task_of
from extract.running.plan import Entry, Told
from extract.running.run import Asked, run
from extract.storage import LocalStore
from extract.writing.formats import FORMATS

CHECKOUT = Path(__file__).parent.parent
SAMPLES = CHECKOUT / "tests" / "quality" / "documents"
LIMITS = Limits(seconds=1800, megabytes=4096)
WARM, MEASURED, ROUNDS = 24, 240, 3
_THOUSAND = 1000
SHORT = 6_000  # bytes


def main() -> None:
    """Print each figure with what is wanted of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    count = parser.parse_args().documents
    with TemporaryDirectory() as folder:
        make_documents(Path(folder, "in"), max(count, WARM + MEASURED))
        inputs = find_inputs([str(Path(folder, "in"))], folder)
        _compare_engines(inputs[: WARM + MEASURED])
        _run_long(inputs[:count], Path(folder, "out"))


def make_documents(folder: Path, count: int) -> None:
    """Write so many documents: copies of the shorter texts and web pages with changed words."""
    folder.mkdir()
    samples = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"})
    short = [path for path in samples if path.stat().st_size < SHORT]
    for number in range(count):
        path = short[number % len(short)]
        text = path.read_text(encoding="utf-8").replace("Council", f"Council of Ward {number}", 1)
        (folder / f"{number:06}-{path.name}").write_text(text + f"\n{number}\n", encoding="utf-8")


def _compare_engines(inputs: Sequence[Input]) -> None:
    """Run the engines in turn, so that what else the machine does falls on all of them."""
    engines: dict[str, Callable[[Settings], Engine]] = {
        "in the run's own process": Here,
        "one worker": lambda settings: Pool(settings, LIMITS, 1),
        "two workers": lambda settings: Pool(settings, LIMITS, 2),
        "two workers of a cluster": lambda settings: Cluster(settings, LIMITS, None, 2),
    }
    rates = {name: list[float]() for name in engines}
    for _ in range(ROUNDS):
        for name, start in engines.items():
            rates[name].append(_rate(start, inputs))
    here, one, two, cluster = (median(each) for each in rates.values())
    for name, found in rates.items():
        _print(f"{name:26} {median(found):6.1f} documents a second")
    _print(f"two workers are {two / one:.2f} times as fast as one (wanted: 1.80)")
    _print(f"isolation costs {here / one - 1:.1%} (wanted: at most 10%)")
    _print(f"the cluster has {cluster / two:.2f} of the rate of the pool (wanted: 0.85)")


def _rate(start: Callable[[Settings], Engine], inputs: Sequence[Input]) -> float:
    """Documents a second, once the engine is warm."""
    with TemporaryDirectory() as out, start(_settings(out)) as engine:
        tasks = [task_of(number, given, Work.READ) for number, given in enumerate(inputs)]
        for _ in engine.map(tasks[:WARM]):
            pass
        began = perf_counter()
        for _task, reply in engine.map(tasks[WARM:]):
            if reply.failure:
                raise RuntimeError(reply.failure.error)
        return (len(tasks) - WARM) / (perf_counter() - began)


def _settings(out: str) -> Settings:
    settings = Settings(output=out, edition="")
    return Settings(output=out, edition=edition_of(settings))


class _Memory:
    """Notes the memory of this process and its workers after each document; see ``Observer``."""

    def __init__(self) -> None:
        self.megabytes = list[float]()
        self._process = psutil.Process(os.getpid())

    def surveying(self, _count: int) -> Told:
        return lambda _entry: None

    def reading(self, _entries: Sequence[Entry], _known: int) -> Told:
        return lambda _entry: self.megabytes.append(sum(self._resident()) / 2**20)

    def writing(self, _count: int) -> Callable[[Result], None]:
        return lambda _result: None

    def _resident(self) -> Iterator[int]:
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                yield process.memory_info().rss
            except psutil.Error:
                continue


def _run_long(inputs: Sequence[Input], out: Path) -> None:
    """Read all documents, then again when nothing is new."""
    memory = _Memory()
    first = _seconds(inputs, out, memory)
    again = _seconds(inputs, out, _Memory())
    part = max(1, len(inputs) * _THOUSAND // 5000)
    begin, end = median(memory.megabytes[part // 10 : part]), median(memory.megabytes[-part:])
    _print(f"{len(inputs):,} documents in {first:.0f} s, {len(inputs) / first:.1f} a second")
    _print(
        f"memory {begin:.0f} MB over the first fifth, {end:.0f} MB over the last: {end / begin - 1:+.1%} (wanted: 10%)"
    )
    _print(f"given again: {again:.1f} s, {again / first:.2%} of the first run (wanted: at most 3%)")


def _seconds(inputs: Sequence[Input], out: Path, memory: _Memory) -> float:
    settings = _settings(str(out))
    formats = tuple(each for each in FORMATS if each.name in {"csv", "json"})
    began = perf_counter()
    ran = run(inputs, Asked(settings, formats), LocalStore(out), lambda: Pool(settings, LIMITS, 2), memory)
    if ran.failed:
        raise RuntimeError(ran.failed[0])
    return perf_counter() - began


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
