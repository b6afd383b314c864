"""Prints how fast the tables of a long PDF are read, and in how much memory, beside pdfplumber.

``python benchmarks/pages.py`` makes the document and runs each reader in a process of its own;
``python benchmarks/pages.py READER FILE`` is such a process.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import pdfplumber
import pypdfium2

from extract.document import Table
from extract.reading.formats import read_document

SAMPLE = Path(__file__).parent.parent / "samples" / "violence-reduction-partnership.ruled.pdf"
REPEATS = 67  # of 6 pages
ROUNDS = 3


def read_ours(path: Path) -> int:
    """The number of table rows that the program's reader sees."""
    return sum(len(block.rows) for block in read_document(path).blocks if isinstance(block, Table))


def read_pdfplumber(path: Path) -> int:
    """The number of table rows that pdfplumber sees, each page closed after use."""
    rows = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            rows += sum(map(len, page.extract_tables()))
            page.close()
    return rows


READERS: dict[str, Callable[[Path], int]] = {"ours": read_ours, "pdfplumber": read_pdfplumber}


def make_document(path: Path) -> int:
    """Write the sample ``REPEATS`` times over as one PDF; the number of its pages."""
    long, sample = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(SAMPLE)
    for _ in range(REPEATS):
        long.import_pages(sample)
    long.save(path)
    return len(long)


def main() -> None:
    """Run the readers in turn and print the medians of time and peak memory, and their ratios."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        pages = make_document(path)
        runs = {name: list[dict[str, float]]() for name in READERS}
        for name in list(READERS) * ROUNDS:
            runs[name].append(_measure(name, path))
    sys.stdout.write(f"tables of {pages} pages, median of {ROUNDS}:\n")
    middle = {name: {key: median(run[key] for run in made) for key in made[0]} for name, made in runs.items()}
    for name, found in middle.items():
        speed = pages / found["seconds"]
        sys.stdout.write(f"  {name:10} {speed:6.0f} pages/s  {found['megabytes']:5.0f} MB  {found['rows']:.0f} rows\n")
    ours, theirs = middle["ours"], middle["pdfplumber"]
    faster, smaller = theirs["seconds"] / ours["seconds"], ours["megabytes"] / theirs["megabytes"]
    sys.stdout.write(f"  ratio      {faster:6.1f} times as fast, {smaller:.2f} of the memory\n")


def _measure(name: str, path: Path) -> dict[str, float]:
    command = [sys.executable, __file__, name, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(printed)
    return measured


def run_reader(name: str, path: Path) -> None:
    """Print the seconds that a reader takes, the peak memory of this process in megabytes, and the rows it saw."""
    start = perf_counter()
    rows = READERS[name](path)
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024**2 if sys.platform == "darwin" else 1024)
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": megabytes, "rows": rows}))


if __name__ == "__main__":
    if sys.argv[1:]:
        run_reader(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
