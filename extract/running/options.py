"""The options of the command, and what they mean."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import psutil

from extract import __version__
from extract.running.isolation import Limits
from extract.storage.addresses import without_secret
from extract.writing.formats import FORMATS, PLOTS, Format

_DESCRIPTION = """\
Turns scrutiny review responses (PDF, Word, web, Excel, text) into tables:
recommendations, outcomes, owners, promises, dates.
"""
_EPILOGUE = """\
examples:
  python pipeline.py response.pdf
  python pipeline.py responses/ more/response.txt -o results
  python pipeline.py "archive/**/*.pdf" --jobs 4
  python pipeline.py responses/ --organisations our-partners.csv
  python pipeline.py old.pdf --authority "Leeds City Council" --document-date 2023-07-26
  python pipeline.py --watch inbox -o results
  python pipeline.py progress-report.pdf -o now --compare results
  python pipeline.py response.pdf six-months-on.pdf --compare each-other

forms of output (--format), all in the folder of -o:
{forms}

beside them there:
  plots/     with --plots: charts for papers, as SVG and PNG
  changes    with --compare: what is new, gone, changed or late since an earlier output, or between papers
             about the same review: changes.csv and changes.json
  run.json   always: what the run did; versions, options, counts, durations, what failed and why

A run that was stopped, or ended by anything, goes on where it was when the same command is given again; of a
finished one only what is new or changed is read.

exit codes: 0 all documents read, 1 some could not be read (documents.csv says why) or nothing could be written,
2 wrong usage, 130 stopped by Ctrl-C
"""
_MEGABYTE = 2**20
_MOST_MEMORY = 4096  # megabytes that a document may take by default, where the machine has as many
_SHARE = 0.8  # of the machine's memory for all documents that are read at once
_WORKER = 700  # megabytes that a process may well take for a long document
_SECONDS = 1800.0
DEFAULT_FORMATS: Final = "csv,json"


def parse_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options of a command; wrong usage is told and ends the program with exit code 2."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.inputs or options.list or options.watch):
        parser.error("name a document, or a folder, pattern or archive that holds some")
    if options.jobs == 0 and (options.scheduler or options.cluster):
        parser.error("--jobs 0 reads in this process, and not on a cluster")
    if options.plots:
        options.format = (*options.format, PLOTS)
    return options


def jobs_of(options: argparse.Namespace, documents: int) -> int:
    """How many processes read: as asked, else one a core, as far as there are documents and memory for them."""
    if options.jobs is not None:
        return min(int(options.jobs), documents)
    room = int(psutil.virtual_memory().total * _SHARE / _MEGABYTE / _WORKER)
    return max(1, min(os.cpu_count() or 1, room, documents))


def limits_of(options: argparse.Namespace, jobs: int) -> Limits:
    """What a document may take: as asked, else half an hour, and its share of the machine's memory or 4 GB."""
    share = int(psutil.virtual_memory().total * _SHARE / _MEGABYTE / max(jobs, 1))
    megabytes = min(_MOST_MEMORY, share) if options.memory_limit is None else options.memory_limit
    return Limits(options.timeout or None, megabytes or None)


def told(options: argparse.Namespace) -> dict[str, object]:
    """The options as ``run.json`` tells them: those that were given, a password without its words."""
    given = {name: value for name, value in vars(options).items() if value not in (None, False, [])}
    shown: dict[str, object] = {
        name: value if isinstance(value, bool | int | float) else str(value) for name, value in given.items()
    }
    shown["inputs"] = len(options.inputs)
    if options.corrections:
        shown["corrections"] = ", ".join(map(without_secret, options.corrections))
    shown["format"] = ",".join(each.name for each in options.format if each is not PLOTS)
    return shown | ({"password": "given"} if options.password else {})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pipeline.py" if sys.argv[0].endswith("pipeline.py") else None,
        description=_DESCRIPTION,
        epilog=_EPILOGUE.format(forms=_forms()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_inputs(parser.add_argument_group("what is read"))
    _add_facts(parser.add_argument_group("what you know of the documents"))
    _add_outputs(parser.add_argument_group("what is written"))
    _add_comparison(parser.add_argument_group("what it is compared with"))
    _add_course(parser.add_argument_group("how it is done"))
    _add_printed(parser.add_mutually_exclusive_group())
    parser.add_argument("--version", action="version", version=f"scrutiny-extract {__version__}")
    return parser


def _forms() -> str:
    """A line for each form of output."""
    return "\n".join(f"  {each.name:<10} {each.about}" for each in FORMATS)


Group = argparse._ArgumentGroup  # noqa: SLF001 - argparse has no public name for what add_argument_group returns


def _add_inputs(group: Group) -> None:
    group.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help="a document; a folder, archive or e-mail that holds some; a pattern; or an address (https://, s3://, …)",
    )
    group.add_argument("--list", metavar="FILE", help="read the names of inputs from a file, one a line; - for a pipe")
    group.add_argument(
        "--watch", metavar="FOLDER", help="go on reading what is put into a folder, until you stop it with Ctrl-C"
    )
    group.add_argument("--password", metavar="WORD", help="opens PDF files that ask for a password")


def _add_facts(group: Group) -> None:
    group.add_argument("--authority", metavar="NAME", help="who is answering; goes before what the documents say")
    group.add_argument(
        "--document-date",
        type=_day,
        metavar="YYYY-MM-DD",
        help="date of documents that print none; “within six months” counts from it",
    )
    group.add_argument(
        "--organisations",
        type=Path,
        metavar="FILE",
        help="your own register, a CSV file with the columns id, name, type, aliases (divided by |); "
        "it goes before the shipped one",
    )
    group.add_argument(
        "--corrections",
        action="append",
        default=[],
        metavar="FILE",
        help="what people have put right in the report, as it exports it; may be given several times, the later goes "
        "before. The file corrections.json among the results is applied without being named",
    )


def _add_outputs(group: Group) -> None:
    group.add_argument(
        "-o", "--output", default="outputs", metavar="DIR", help="where the results go (default: %(default)s)"
    )
    group.add_argument(
        "--format",
        type=_formats,
        default=DEFAULT_FORMATS,
        metavar="LIST",
        help=f"any of {', '.join(each.name for each in FORMATS)}, with commas between (default: %(default)s)",
    )
    group.add_argument("--plots", action="store_true", help=f"add {PLOTS.about}")
    group.add_argument("--no-bom", action="store_true", help="leave out the byte order mark by which Excel knows UTF-8")
    group.add_argument(
        "--debug-pages",
        type=Path,
        metavar="DIR",
        help="draw what was read over pictures of the pages of PDF files, into a folder for each document",
    )


def _add_comparison(group: Group) -> None:
    group.add_argument(
        "--compare",
        metavar="OLD_OUTPUT",
        help="tell what is new, gone or changed since an earlier output: its folder, its documents.jsonl or "
        "documents.jsonl.zst, or the JSON of one document; with the word each-other, of this run's own documents each "
        "since the last one before it about the same review. Writes changes.csv and changes.json, and shows it in the "
        "workbook and in the report",
    )


def _add_course(group: Group) -> None:
    group.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="worker processes (default: one a core, if memory allows); 0 reads in the program's own process, "
        "without limits, for a debugger",
    )
    group.add_argument(
        "--timeout",
        type=_amount,
        default=_SECONDS,
        metavar="SECONDS",
        help="what a document may take (default: %(default)g); 0 for as long as it likes",
    )
    group.add_argument(
        "--memory-limit",
        type=_count,
        metavar="MB",
        help=f"memory that a document may take (default: {_MOST_MEMORY}, less on a small machine); 0 for no limit",
    )
    group.add_argument("--force", action="store_true", help="read again what was read before")
    group.add_argument("--fail-fast", action="store_true", help="stop at the first document that cannot be read")
    where = group.add_mutually_exclusive_group()
    where.add_argument("--scheduler", metavar="ADDRESS", help="read on a Dask cluster: tcp://host:8786")
    where.add_argument("--cluster", choices=["local"], help="read on a Dask cluster that is started on this machine")


def _add_printed(group: argparse._MutuallyExclusiveGroup) -> None:
    group.add_argument(
        "--explain", action="store_true", help="print each finding with the rules that made it and the words they read"
    )
    group.add_argument("--quiet", action="store_true", help="print nothing but what failed")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as 2024-03-31") from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text}” is no number; write 0 or more")
    return int(text)


def _amount(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 <= amount < float("inf"):
        raise argparse.ArgumentTypeError(f"“{text}” is no number of seconds; write 0 or more")
    return amount


def _formats(text: str) -> tuple[Format, ...]:
    known = {each.name: each for each in FORMATS}
    names = dict.fromkeys(name.strip() for name in text.split(",") if name.strip())
    if PLOTS.name in names:
        raise argparse.ArgumentTypeError("charts are written with --plots, beside any format")
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"“{', '.join(unknown)}” is none of {', '.join(known)}")
    return tuple(each for each in FORMATS if each.name in names)
