#!/usr/bin/env python3
"""The command: scrutiny review responses in, tables out."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extract import __version__
from extract.errors import ExtractError
from extract.flow import read_result
from extract.interpret import Given
from extract.results import Result, Status
from extract.running.batch import run_batch
from extract.running.explaining import Wording, explain_report, load_wording
from extract.running.inputs import Input, find_inputs
from extract.running.register import read_register
from extract.running.summary import summarise_batch, summarise_document
from extract.vocabulary.registers import OwnBody
from extract.writing.folder import write_outputs

EXIT_OK, EXIT_FAILED, EXIT_USAGE = 0, 1, 2
_FEW = 4  # documents; below it, starting workers costs more than they save

_DESCRIPTION = """\
Turns scrutiny review responses (PDF, Word, web, Excel, text) into tables:
recommendations, outcomes, owners, promises, dates.
"""
_EPILOGUE = """\
examples:
  python pipeline.py response.pdf
  python pipeline.py responses/ more/response.txt -o results
  python pipeline.py responses/ --organisations our-partners.csv
  python pipeline.py old.pdf --authority "Leeds City Council" --document-date 2023-07-26

what is written (open the .csv files in a spreadsheet):
  recommendations.csv  commitments.csv  dates.csv  organisations.csv  documents.csv
  datapackage.json     describes every column
  <document id>.json   everything that was read of one document, with the words that it was read from

exit codes: 0 all documents read, 1 some could not be read (documents.csv says why), 2 wrong usage
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a run: 0 all documents read, 1 some failed, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    inputs = _without_register(find_inputs(options.inputs, options.output), options.organisations)
    console = Console(stderr=True, quiet=options.quiet, highlight=False, soft_wrap=True)
    try:
        own = read_register(options.organisations) if options.organisations else ()
    except ExtractError as fault:
        _tell(fault)
        return EXIT_USAGE
    if not inputs:
        console.print(
            "There is no file in the folders given. Name a document, or a folder that holds some.", markup=False
        )
        return EXIT_USAGE
    try:
        results = _read(inputs, options, own, console)
        wording = load_wording() if options.explain else None
        written = write_outputs(results, options.output, bom=not options.no_bom)
    except ExtractError as fault:
        _tell(fault)
        return EXIT_FAILED
    _report(results, written, options, wording)
    return EXIT_FAILED if any(result.status is Status.FAILED for result in results) else EXIT_OK


def _without_register(inputs: Sequence[Input], register: Path | None) -> tuple[Input, ...]:
    """The inputs but the register of organisations, which may well lie in the folder of the documents."""
    return tuple(given for given in inputs if register is None or given.path.resolve() != register.resolve())


def _tell(fault: ExtractError) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(str(fault), markup=False)


def _read(
    inputs: Sequence[Input], options: argparse.Namespace, own: tuple[OwnBody, ...], console: Console
) -> tuple[Result, ...]:
    """The results of all inputs, each told as it is done."""
    given = Given(options.authority, options.document_date)
    jobs = options.jobs or (1 if len(inputs) <= _FEW else os.cpu_count() or 1)
    read = partial(read_result, given=given, password=options.password, debug_pages=options.debug_pages, own=own)
    return tuple(_shown(run_batch(inputs, read, min(jobs, len(inputs))), len(inputs), console))


def _shown(results: Iterator[Result], total: int, console: Console) -> Iterator[Result]:
    """The results, passed on while a bar on a terminal, or a line each elsewhere, tells how far the run is."""
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for number, result in enumerate(results, 1):
            progress.update(task, advance=1, description=result.name)
            if not console.is_terminal and total > 1:
                console.print(f"{number}/{total} {result.status} {result.name}", markup=False)
            yield result


def _report(
    results: Sequence[Result], written: Sequence[Path], options: argparse.Namespace, wording: Wording | None
) -> None:
    """Print what was read, what needs a look and why; with ``--quiet`` only what failed, on standard error.

    With the wording of rules, every finding is printed too, and which rules made it.
    """
    if options.quiet:
        for result in results:
            if result.error:
                sys.stderr.write(f"{result.error}\n")
        return
    console = Console(highlight=False, soft_wrap=True)
    for result in results:
        console.print(summarise_document(result))
        if wording and result.report:
            console.print(explain_report(result.report, wording))
    console.print(summarise_batch(results, written))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pipeline.py" if sys.argv[0].endswith("pipeline.py") else None,
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        type=Path,
        metavar="INPUT",
        help="a document, or a folder, archive or e-mail that holds some",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("outputs"),
        metavar="DIR",
        help="where the results go (default: %(default)s)",
    )
    parser.add_argument("--authority", metavar="NAME", help="who is answering; goes before what the documents say")
    parser.add_argument(
        "--document-date",
        type=_day,
        metavar="YYYY-MM-DD",
        help="date of documents that print none; “within six months” counts from it",
    )
    parser.add_argument(
        "--organisations",
        type=Path,
        metavar="FILE",
        help="your own register, a CSV file with the columns id, name, type, aliases (divided by |); "
        "it goes before the shipped one",
    )
    parser.add_argument("--password", metavar="WORD", help="opens PDF files that ask for a password")
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="worker processes (default: one a core for more than a few documents)"
    )
    parser.add_argument(
        "--no-bom", action="store_true", help="leave out the byte order mark by which Excel knows UTF-8"
    )
    parser.add_argument(
        "--debug-pages",
        type=Path,
        metavar="DIR",
        help="draw what was read over pictures of the pages of PDF files, into a folder for each document",
    )
    printed = parser.add_mutually_exclusive_group()
    printed.add_argument(
        "--explain", action="store_true", help="print each finding with the rules that made it and the words they read"
    )
    printed.add_argument("--quiet", action="store_true", help="print nothing but what failed")
    parser.add_argument("--version", action="version", version=f"scrutiny-extract {__version__}")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as 2024-03-31") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of workers; write 1 or more")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
