"""Prints how fast long PDFs are read, and in how much memory, beside pdfplumber and pdfium's raw text.

``python benchmarks/reading.py`` makes the documents and runs each reader in a process of its own;
``python benchmarks/reading.py READER FILE`` is such a process.
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
from extract.layouts import explain
from extract.reading.formats import read_document
from extract.vocabulary.headings import load_headings

CHECKOUT = Path(__file__).parent.parent
DOCUMENTS = CHECKOUT / "tests" / "quality" / "documents"
SAMPLES = {
    "ruled": CHECKOUT / "samples" / "violence-reduction-partnership.ruled.pdf",
    "borderless": DOCUMENTS / "violence-reduction-partnership.borderless.pdf",
}
SCAN = DOCUMENTS / "rutland-parking.scan-rough.pdf"
PAGES = (100, 400)
ROUNDS = 3
_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def read_ours(path: Path) -> int:
    """The number of lines and table rows that the program's reader sees."""
    return sum(len(block.rows) if isinstance(block, Table) else 1 for block in read_document(path).blocks)


def read_rows(path: Path) -> int:
    """The number of recommendations that the reader and the layouts find together."""
    return len(explain(read_document(path), load_headings()).entries)


def read_raw(path: Path) -> int:
    """The number of characters of pdfium's raw text: the limit of what is built on it."""
    document = pypdfium2.PdfDocument(path)
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        characters += len(text.get_text_range())
        text.close()
        page.close()
    return characters


def read_pdfplumber(path: Path) -> int:
    """The number of table rows that pdfplumber sees, each page closed after use."""
    settings = _TEXT if "borderless" in path.name else {}
    rows = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            rows += sum(map(len, page.extract_tables(settings)))
            page.close()
    return rows


READERS: dict[str, Callable[[Path], int]] = {
    "ours": read_ours,
    "to rows": read_rows,
    "raw text": read_raw,
    "pdfplumber": read_pdfplumber,
}


def main() -> None:
    """Print the medians for each kind of document, memory for two lengths, a scanned page and a cold start."""
    with TemporaryDirectory() as folder:
        for kind, sample in SAMPLES.items():
            short, long = (_repeated(sample, count, Path(folder) / f"{kind}-{count}.pdf") for count in PAGES)
            _compare(kind, long)
            few, many = (_measure("ours", path)["megabytes"] for path in (short, long))
            sys.stdout.write(f"  memory     {few:.0f} MB for {PAGES[0]} pages, {many:.0f} MB for {PAGES[1]}\n")
    scan = median(_measure("ours", SCAN)["seconds"] for _ in range(ROUNDS))
    sys.stdout.write(f"one scanned page: {scan:.2f} s\n")
    cold = median(_wall("to rows", SAMPLES["ruled"]) for _ in range(ROUNDS))
    bare = median(_wall("raw text", SAMPLES["ruled"]) for _ in range(ROUNDS))
    sys.stdout.write(f"6 pages from a cold start to the rows: {cold:.2f} s (raw text: {bare:.2f} s)\n")


def _repeated(sample: Path, pages: int, path: Path) -> Path:
    """The sample over and over as one PDF of at least so many pages."""
    long, short = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(sample)
    while len(long) < pages:
        long.import_pages(short)
    long.save(path)
    return path


def _compare(kind: str, path: Path) -> None:
    """Run the readers in turn, so that what else the machine does falls on all of them, and print their medians."""
    pages = len(pypdfium2.PdfDocument(path))
    runs = {name: list[dict[str, float]]() for name in READERS}
    for name in list(READERS) * ROUNDS:
        runs[name].append(_measure(name, path))
    middle = {name: {key: median(run[key] for run in made) for key in made[0]} for name, made in runs.items()}
    sys.stdout.write(f"{kind}, {pages} pages, median of {ROUNDS}:\n")
    for name, found in middle.items():
        speed = pages / found["seconds"]
        sys.stdout.write(f"  {name:10} {speed:6.0f} pages/s  {found['megabytes']:5.0f} MB  {found['seen']:.0f} seen\n")
    ours = middle["ours"]["seconds"]
    faster, share = middle["pdfplumber"]["seconds"] / ours, middle["raw text"]["seconds"] / ours
    sys.stdout.write(f"  ratio      {faster:6.1f} times as fast as pdfplumber, {share:.2f} of the speed of raw text\n")


def _measure(name: str, path: Path) -> dict[str, float]:
    command = [sys.executable, __file__, name, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    measured: dict[str, float] = json.loads(printed)
    return measured


def _wall(name: str, path: Path) -> float:
    start = perf_counter()
    command = {"to rows": _ROWS, "raw text": _RAW}[name]
    subprocess.run([sys.executable, "-c", command, str(path)], check=True, capture_output=True, cwd=CHECKOUT)
    return perf_counter() - start


_ROWS = """
import sys
from pathlib import Path
from extract.layouts import explain
from extract.reading.formats import read_document
from extract.vocabulary.headings import load_headings
print(len(explain(read_document(Path(sys.argv[1])), load_headings()).entries))
"""
_RAW = """
import sys
import pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    print(len(page.get_textpage().get_text_range()))
"""


def run_reader(name: str, path: Path) -> None:
    """Print the seconds that a reader takes, the peak memory of this process in megabytes, and what it saw."""
    start = perf_counter()
    seen = READERS[name](path)
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024**2 if sys.platform == "darwin" else 1024)
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": megabytes, "seen": seen}))


if __name__ == "__main__":
    if sys.argv[1:]:
        run_reader(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
