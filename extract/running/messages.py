"""What a run and the processes that read its documents say to each other: small, typed, no code in it."""

import os
from datetime import date
from enum import StrEnum
from typing import BinaryIO, Final, TypeVar

import msgspec

from extract.errors import ExtractError, OutputError, VocabularyError
from extract.running.inputs import Input
from extract.vocabulary.registers import OwnBody

TEMPORARY: Final = "TMPDIR"
"""The variable that names the folder which a process makes for its temporary files, and removes."""

_LENGTH = 4  # bytes that say how long the next message is
_FATAL = (VocabularyError, OutputError)

T = TypeVar("T")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the documents of a run are read.

    Attributes:
        output: where the results go: an absolute path or an address.
        edition: what was read before by the same program with the same options is kept under this name.
        authority: who is answering, if a person says so.
        document_date: the date of documents that print none.
        password: opens PDF files that ask for one.
        own: the organisations of a person's own register.
        debug_pages: the folder for pictures of pages.
        pictures: pages that hold findings are drawn, for the formats that show them.
    """

    output: str
    edition: str
    authority: str | None = None
    document_date: date | None = None
    password: str | None = None
    own: tuple[OwnBody, ...] = ()
    debug_pages: str | None = None
    pictures: bool = False


class Work(StrEnum):
    """What is to be done with a document."""

    SURVEY = "survey"
    READ = "read"


class Task(msgspec.Struct, frozen=True):
    """A document, and what is to be done with it.

    Attributes:
        number: its place among the inputs of the run, from 0.
        work: what is to be done.
        location: its path or address, as bytes: a path need not be UTF-8.
        member: which it is within that file, if the file is a container.
        name: what it is called.
    """

    number: int
    work: Work
    location: bytes
    member: tuple[int, ...]
    name: str


class Failure(msgspec.Struct, frozen=True):
    """Why a document could not be read.

    Attributes:
        code: the stable name of the fault.
        what: what is wrong.
        where: the document, and the place in it where that is known.
        advice: what to try.
        fatal: it would be the same with every other document, so that the run must end.
    """

    code: str
    what: str
    where: str
    advice: str
    fatal: bool = False

    @property
    def error(self) -> str:
        """The failure as one line."""
        return f"{self.where}: {self.what} {self.advice}".strip()

    def of(self, name: str, other: str) -> "Failure":
        """The same of a copy under another name."""
        return msgspec.structs.replace(self, where=self.where.replace(name, other, 1))


class Reply(msgspec.Struct, frozen=True):
    """What became of a task.

    Attributes:
        sha256: hex digest of the document's bytes, where they could be read.
        size: how many bytes it has.
        known: what was read of it is kept already.
        failure: why it could not be read.
    """

    sha256: str | None = None
    size: int = 0
    known: bool = False
    failure: Failure | None = None


def task_of(number: int, given: Input, work: Work) -> Task:
    """The task of doing this with an input."""
    return Task(number, work, os.fsencode(given.location), given.member, given.name)


def failure_of(fault: ExtractError) -> Failure:
    """A fault as it is told."""
    return Failure(fault.code, fault.what, fault.where, fault.advice, isinstance(fault, _FATAL))


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write a message to a pipe.

    Raises:
        OSError: nobody reads the other end.
    """
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: BinaryIO, kind: type[T]) -> T | None:
    """The next message of a pipe; ``None`` where the other end is closed, be it within a message."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return msgspec.msgpack.decode(data, type=kind) if len(data) == length else None
