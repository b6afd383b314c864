#!/usr/bin/env python3
"""The command: scrutiny review responses in, tables out."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rich.console import Console

from extract.errors import ExtractError, OutputError
from extract.registers import read_register
from extract.results import Result
from extract.running.corrections import load_corrections
from extract.running.edition import edition_of
from extract.running.engines import Engine, Here, Pool
from extract.running.explaining import explain_report, load_wording
from extract.running.inputs import Input, find_inputs, read_list
from extract.running.messages import Settings
from extract.running.options import jobs_of, limits_of, parse_options, told
from extract.running.printing import open_console, visible
from extract.running.run import Asked, Ran, run
from extract.running.summary import summarise_document, summarise_failures, summarise_run, summarise_unfit
from extract.running.telling import Teller
from extract.running.watching import settled
from extract.storage import Store, load, open_store
from extract.storage.addresses import without_secret

if TYPE_CHECKING:
    from extract.running.earlier import Earlier

EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_STOPPED = 0, 1, 2, 130
_FEW = 20  # documents, of which each is told of; of more, only those that failed


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a run: 0 all documents read, 1 some failed, 2 wrong usage, 130 stopped."""
    options = parse_options(arguments)
    console = open_console(error=True, quiet=options.quiet)
    try:
        with suppress(ValueError):  # another thread than the main one takes no signals
            signal.signal(signal.SIGTERM, _stop)
        code = _prepared(options, console)
    except KeyboardInterrupt:
        _take_no_more()
        console.print("Stopped. What was read is kept: give the same command to go on.")
        return EXIT_STOPPED
    if code == EXIT_STOPPED:
        _take_no_more()
    return code


def _prepared(options: argparse.Namespace, console: Console) -> int:
    """The exit code of the command, once what it was given is looked through."""
    try:
        store = open_store(options.output)
        asked, locations = _asked(options, store), _locations(options)
    except OutputError as fault:
        return _refused(fault, EXIT_FAILED)
    except ExtractError as fault:
        return _refused(fault, EXIT_USAGE)
    try:
        if options.watch:
            return _watch(locations, asked, store, options, console)
        with console.status("finding documents"):
            inputs = _inputs(locations, options)
        return _run(inputs, asked, store, options, console)
    except ExtractError as fault:
        return _refused(fault, EXIT_FAILED)


def _asked(options: argparse.Namespace, store: Store) -> Asked:
    """What the command asks for.

    Raises:
        ExtractError: the person's own register is faulty, or a file of corrections, or the earlier output to compare
            with cannot be read.
    """
    settings = Settings(
        output=store.location,
        edition="",
        authority=options.authority,
        document_date=options.document_date,
        password=options.password,
        own=read_register(options.organisations) if options.organisations else (),
        debug_pages=str(options.debug_pages.absolute()) if options.debug_pages else None,
        pictures=any(each.pictures for each in options.format),
    )
    force = options.force or options.debug_pages is not None  # pictures are made while a document is read
    settings = replace(settings, edition=edition_of(settings))
    return Asked(
        settings,
        options.format,
        not options.no_bom,
        force,
        options.fail_fast,
        told(options),
        load_corrections(options.corrections, store),
        _earlier(options.compare) if options.compare else None,
    )


def _earlier(location: str) -> "Earlier":
    from extract.running.earlier import find_earlier  # noqa: PLC0415 - few runs compare, and all would wait for it

    return find_earlier(location)


def _locations(options: argparse.Namespace) -> tuple[str, ...]:
    """The inputs named, and those in a list.

    Raises:
        ExtractError: the list cannot be read.
    """
    if options.list is None:
        return tuple(options.inputs)
    lines = sys.stdin.buffer.read() if options.list == "-" else load(options.list)
    return (*options.inputs, *read_list(lines))


def _watch(locations: Sequence[str], asked: Asked, store: Store, options: argparse.Namespace, console: Console) -> int:
    """The exit code of the last of the runs that a watched folder gave rise to, once a person stops them."""
    code = EXIT_OK
    console.print(f"Watching {visible(options.watch)}; stop with Ctrl-C.", markup=False)
    try:
        for files in settled(options.watch, options.output):
            anew = asked._replace(corrections=load_corrections(options.corrections, store))
            code = _run(_inputs((*locations, *files), options), anew, store, options, console)
            if code == EXIT_STOPPED:
                break
    except KeyboardInterrupt:
        console.print("No longer watching.")
    return code


def _inputs(locations: Sequence[str], options: argparse.Namespace) -> tuple[Input, ...]:
    """The documents but the register of organisations and the corrections, which may well lie in their folder."""
    named = (options.organisations, *options.corrections)
    others = {os.path.realpath(each) for each in named if each}
    found = find_inputs(locations, options.output)
    return tuple(given for given in found if os.path.realpath(given.location) not in others)


def _run(inputs: Sequence[Input], asked: Asked, store: Store, options: argparse.Namespace, console: Console) -> int:
    """The exit code of one run, whose files are then in place."""
    if not inputs:
        console.print("There is no file in the places given. Name a document, or a folder that holds some.")
        return EXIT_USAGE
    wording = load_wording() if options.explain else None
    printed = open_console(quiet=options.quiet)
    each_told = len(inputs) <= _FEW or wording is not None

    def show(result: Result) -> None:
        if each_told:
            printed.print(summarise_document(result))
            if wording and result.report:
                printed.print(explain_report(result.report, wording))

    with Teller(console, show) as teller:
        ran = run(inputs, asked, store, _engine(options, asked.settings, len(inputs)), teller)
    _close(ran, options, printed, each_told=each_told)
    if ran.stopped and not options.fail_fast:
        return EXIT_STOPPED
    return EXIT_FAILED if ran.failed else EXIT_OK


def _engine(options: argparse.Namespace, settings: Settings, documents: int) -> Callable[[], Engine]:
    """What starts the engine that was asked for."""
    jobs = jobs_of(options, documents)
    limits = limits_of(options, jobs)
    if options.scheduler or options.cluster:
        from extract.running.cluster import Cluster  # noqa: PLC0415 - few runs need Dask

        return partial(Cluster, settings, limits, options.scheduler, jobs)
    return partial(Pool, settings, limits, jobs) if jobs else partial(Here, settings)


def _close(ran: Ran, options: argparse.Namespace, printed: Console, *, each_told: bool) -> None:
    """Print how the run ended; with ``--quiet`` only what failed, on standard error."""
    if options.quiet:
        told_of = (summarise_failures(ran.failed), summarise_unfit(ran.unfit))
        open_console(error=True).print(*told_of, sep="", end="")
        return
    if not each_told:
        printed.print(summarise_failures(ran.failed), end="")
    printed.print(summarise_unfit(ran.unfit), end="")
    tables = ("recommendations.csv, commitments.csv and three more",) if _writes_tables(options) else ()
    printed.print(summarise_run(ran, without_secret(options.output), tables))


def _writes_tables(options: argparse.Namespace) -> bool:
    return any(each.name == "csv" for each in options.format)


def _refused(fault: ExtractError, code: int) -> int:
    """The exit code of a run that cannot go on, its reason told."""
    open_console(error=True).print(visible(str(fault)), markup=False)
    return code


def _stop(_number: int, _frame: object) -> None:
    """What a request to end does: the same as Ctrl-C."""
    raise KeyboardInterrupt


def _take_no_more() -> None:
    """Have further requests to end change nothing: the program ends already."""
    with suppress(ValueError):  # as above
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
