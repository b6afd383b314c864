"""One document from its path to its report: the flow of the program, for the command and for notebooks."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from extract.document import Document
from extract.interpret import Given, Knowledge, interpret
from extract.language import load_language
from extract.layouts import explain
from extract.reading.formats import read_bytes, read_document, unlocked
from extract.records import Report
from extract.registers import read_register
from extract.results import Pictures, Result, Status
from extract.vocabulary import load_vocabulary
from extract.vocabulary.flags import Flags, Level
from extract.vocabulary.registers import OwnBody, with_own


@lru_cache(maxsize=2)
def load_knowledge(own: tuple[OwnBody, ...] = ()) -> Knowledge:
    """The vocabulary and the language model, loaded once in a process for each register.

    Args:
        own: the organisations of a person's own register; they go before the shipped ones.

    Raises:
        VocabularyError: a file of ``models/`` is missing or faulty.
    """
    vocabulary = load_vocabulary()
    if own:
        vocabulary = replace(vocabulary, registry=with_own(vocabulary.registry, own))
    return Knowledge(vocabulary, load_language())


def read_report(
    path: Path | str,
    *,
    authority: str | None = None,
    document_date: date | None = None,
    organisations: Path | str | None = None,
) -> Report:
    """The report of one document; one that answers no recommendation has none, and a warning that says so.

    Args:
        path: a PDF, Word, web, Excel or text file.
        authority: who is answering, as a name or a public identifier (``Leeds City Council``, ``gss:E08000035``);
            overrides what the document says.
        document_date: the document's date where it prints none; relative dates count from it.
        organisations: a register of your own, whose organisations go before the shipped ones (see ``read_register``).

    Raises:
        ExtractError: the file is missing, damaged, protected, of no known format or without text, or the register is
            faulty; ``what``, ``where`` and ``advice`` say which and what to try.
    """
    own = read_register(Path(organisations)) if organisations else ()
    document, knowledge = read_document(Path(path)), load_knowledge(own)
    explanation = explain(document, knowledge.vocabulary.headings)
    return interpret(document, explanation, Given(authority, document_date), knowledge).report


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a person wants documents to be read.

    Attributes:
        given: what is known of them.
        password: opens PDF files that ask for one.
        own: the organisations of a register of the person's own.
        debug_pages: the folder for pictures of pages with what was read drawn over them, if they are wanted.
        pictures: the result has pictures of the pages that hold findings.
    """

    given: Given = field(default_factory=Given)
    password: str | None = None
    own: tuple[OwnBody, ...] = ()
    debug_pages: Path | None = None
    pictures: bool = False


def read_result(data: bytes, name: str, wishes: Wishes = Wishes()) -> Result:
    """The report of one document with the pages of its findings, as the writers take it.

    Args:
        data: its bytes.
        name: what it is called.
        wishes: how it is read.

    Raises:
        ExtractError: as ``read_report``; or a picture could not be written.
    """
    document = read_bytes(data, name, wishes.password)
    knowledge = load_knowledge(wishes.own)
    explanation = explain(document, knowledge.vocabulary.headings)
    interpreted = interpret(document, explanation, wishes.given, knowledge)
    report = interpreted.report
    if wishes.debug_pages and document.source.media_type == "application/pdf":
        # what draws pictures takes long to import; few runs ask for them
        from extract.writing.page_pictures import write_page_pictures  # noqa: PLC0415

        folder = wishes.debug_pages / report.document.id
        write_page_pictures(
            unlocked(data, name, wishes.password), document, explanation, interpreted.unexplained, folder
        )
    return Result(
        name=document.source.name,
        sha256=document.source.sha256,
        media_type=document.source.media_type,
        status=_status(report, knowledge.vocabulary.flags),
        report=report,
        page_marks=interpreted.page_marks,
        pictures=_pictures(data, document, report, wishes) if wishes.pictures else None,
    )


def _pictures(data: bytes, document: Document, report: Report, wishes: Wishes) -> Pictures:
    """The pictures of the pages that hold findings; none of formats without pages."""
    if document.source.media_type != "application/pdf":
        return ()
    from extract.writing.report.pictures import draw_pictures  # noqa: PLC0415 - takes long to import, few runs ask

    return draw_pictures(unlocked(data, document.source.name, wishes.password), document, report)


def _status(report: Report, flags: Flags) -> Status:
    if not report.recommendations:
        return Status.NO_RESPONSE
    doubts = any(flags[warning.code].level is Level.DOUBT for warning in report.document.warnings)
    return Status.PARTIAL if doubts else Status.OK
