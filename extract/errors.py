"""Every way a run can fail: what went wrong, where, and what to try."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ExtractError(Exception):
    """A fault that a person can act on.

    Attributes:
        what: one plain sentence that says what is wrong.
        where: the file, and the line or page where it is known.
        advice: what to try next.
    """

    what: str
    where: str
    advice: str

    @property
    def code(self) -> str:
        """The stable name of this kind of fault, for tables and scripts: ``unknown_format``."""
        name = type(self).__name__.removesuffix("Error")
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")

    def __str__(self) -> str:
        """The fault as one line: ``where: what advice``."""
        return f"{self.where}: {self.what} {self.advice}".strip()


class InputMissingError(ExtractError):
    """The input is not there, is a folder without documents, or may not be read."""


class EmptyFileError(ExtractError):
    """The input holds no bytes, or nothing but white space."""


class UnknownFormatError(ExtractError):
    """The bytes are of no format that a reader is there for."""


class DamagedFileError(ExtractError):
    """The bytes claim a format and do not keep to it."""


class ProtectedFileError(ExtractError):
    """The document asks for a password."""


class NoTextError(ExtractError):
    """The document holds pictures of pages and no text."""


class ChangingFileError(ExtractError):
    """The input was written to, or taken away, while it was read."""


class WorkerLostError(ExtractError):
    """The process that read the document died."""


class TimedOutError(ExtractError):
    """Reading the document took longer than is allowed."""


class TooMuchMemoryError(ExtractError):
    """Reading the document took more memory than is allowed."""


class StoppedError(ExtractError):
    """The run was stopped before the document was read."""


class InternalError(ExtractError):
    """A fault of the program that nobody foresaw."""


class ConverterError(ExtractError):
    """A format that another program must convert, and that program is not there or did not do it."""


class VocabularyError(ExtractError):
    """A file of ``models/`` is missing or faulty; ``what`` lists every fault of it."""


class RegisterError(ExtractError):
    """A register of organisations that a person gave is faulty; ``what`` lists every fault of it, by its line."""


class CorrectionsError(ExtractError):
    """A file of corrections is faulty; ``what`` lists every fault of it, by its place."""


class OutputError(ExtractError):
    """The results could not be written."""


class OutputBusyError(OutputError):
    """Another run writes into the same output folder."""


class MissingPackageError(ExtractError):
    """What was asked for needs a package that is not installed."""


class ClusterError(ExtractError):
    """The machines that should read the documents cannot be reached, or were lost."""
