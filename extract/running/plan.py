"""What is to be read: each input with its content, what was read before left out, and what became of the rest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.errors import ChangingFileError, ExtractError, OutputError, StoppedError, VocabularyError
from extract.results import Result, Status, document_id
from extract.running.engines import Engine
from extract.running.inputs import Input
from extract.running.messages import Failure, Reply, Work, failure_of, task_of

Told = Callable[["Entry"], None]
"""Is told of every input that is done."""


class Entry(NamedTuple):
    """An input and how far it is.

    Attributes:
        given: the input.
        sha256: hex digest of its bytes; ``None`` where they could not be read.
        size: how many bytes it has.
        known: what was read of it is kept.
        failure: why it could not be read.
    """

    given: Input
    sha256: str | None = None
    size: int = 0
    known: bool = False
    failure: Failure | None = None

    def after(self, reply: Reply) -> "Entry":
        """The entry as a reply says it is; a digest that is known already is not lost with the process."""
        return self._replace(
            sha256=reply.sha256 or self.sha256,
            size=reply.size or self.size,
            known=reply.known,
            failure=reply.failure,
        )

    @property
    def document_id(self) -> str:
        """The id of its document."""
        return document_id(self.given.name, self.sha256, self.given.location)

    def failed(self, failure: Failure) -> Result:
        """The result of an input that could not be read."""
        return Result(
            name=self.given.name,
            sha256=self.sha256,
            media_type=None,
            status=Status.FAILED,
            error=failure.error,
            error_code=failure.code,
            place=self.given.location,
        )


def survey(inputs: Sequence[Input], engine: Engine, told: Told) -> list[Entry]:
    """The inputs in their order with their contents, each known as read before or not.

    Raises:
        ExtractError: a fault that every document would meet.
    """
    entries = [Entry(given) for given in inputs]
    tasks = (task_of(number, given, Work.SURVEY) for number, given in enumerate(inputs))
    for task, reply in engine.map(tasks):
        _raise_fatal(reply)
        entries[task.number] = entries[task.number].after(reply)
        told(entries[task.number])
    return entries


def to_read(entries: Sequence[Entry], *, force: bool) -> list[int]:
    """The numbers of the entries to read: of each content one, small ones first, so that none waits for a long one."""
    first = dict[str, int]()
    for number, entry in enumerate(entries):
        if entry.sha256 and entry.failure is None and (force or not entry.known):
            first.setdefault(entry.sha256, number)
    return sorted(first.values(), key=lambda number: entries[number].size)


def read(entries: list[Entry], numbers: Sequence[int], engine: Engine, told: Told, *, fail_fast: bool) -> list[Entry]:
    """The entries after those of these numbers are read, and with them all of the same content.

    The run may be stopped (Ctrl-C) or, with ``fail_fast``, stops itself at the first failure: what is not read then
    has a failure that says so.

    Raises:
        ExtractError: a fault that every document would meet.
    """
    replies = dict[int, Reply]()
    try:
        for task, reply in engine.map(task_of(number, entries[number].given, Work.READ) for number in numbers):
            _raise_fatal(reply)
            replies[task.number] = reply
            told(entries[task.number].after(reply))
            if fail_fast and reply.failure:
                break
    except KeyboardInterrupt:
        pass  # what is done is kept, and what is not is told below
    return list(_answered(entries, {entries[number].sha256: number for number in numbers}, replies))


def _answered(entries: Sequence[Entry], asked: dict[str | None, int], replies: dict[int, Reply]) -> Iterator[Entry]:
    """The entries, each with the reply about its content where that was asked for."""
    for number, entry in enumerate(entries):
        first = asked.get(entry.sha256) if entry.failure is None else None
        if first is None:
            yield entry
        elif first not in replies:
            yield entry._replace(known=False, failure=_stopped(entry.given.name))
        else:
            yield _copied(entry, entries[first], replies[first]) if number != first else entry.after(replies[first])


def _copied(entry: Entry, first: Entry, reply: Reply) -> Entry:
    """An entry as the reply about another of the same content says it is."""
    if reply.failure:
        return entry._replace(known=False, failure=reply.failure.of(first.given.name, entry.given.name))
    if reply.sha256 != entry.sha256:
        return entry._replace(known=False, failure=changed(entry.given.name))
    return entry._replace(known=True)


def changed(name: str) -> Failure:
    """The failure of an input whose content was another when it came to be read."""
    return failure_of(ChangingFileError("This file was changed during the run.", name, "Run again."))


def _stopped(name: str) -> Failure:
    return failure_of(StoppedError("The run was stopped before this document was read.", name, "Run again to go on."))


def is_stopped(entries: Iterable[Entry]) -> bool:
    """Whether a run was stopped before all was read."""
    return any(entry.failure is not None and entry.failure.code == "stopped" for entry in entries)


def _raise_fatal(reply: Reply) -> None:
    failure = reply.failure
    if failure and failure.fatal:
        kind: type[ExtractError] = VocabularyError if failure.code == "vocabulary" else OutputError
        raise kind(failure.what, failure.where, failure.advice)
