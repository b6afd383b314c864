"""PDF files that ask for a password, unlocked with the one that is given."""

import io

from pypdfium2 import PdfDocument, PdfiumError, raw

from extract.errors import DamagedFileError, ProtectedFileError

_ASK = "Ask whoever sent it for the password, and give it with --password."
_WRONG = "The password does not open the document."


def is_locked() -> bool:
    """Whether what was just opened in vain asked for a password."""
    return bool(raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD)


def locked(where: str, what: str = "The document asks for a password.") -> ProtectedFileError:
    """The fault of a document that asks for a password."""
    return ProtectedFileError(what, where, _ASK)


def unlock_pdf(data: bytes, where: str, password: str) -> bytes:
    """The bytes of the file without its lock; as they are where it has none.

    Args:
        data: the file.
        where: its name, for messages.
        password: what opens it.

    Raises:
        ProtectedFileError: the password is not the one.
        DamagedFileError: it could not be written without its lock.
    """
    try:
        with PdfDocument(data, password=password) as document:
            if raw.FPDF_GetSecurityHandlerRevision(document.raw) < 0:
                return data
            held = io.BytesIO()
            document.save(held, flags=raw.FPDF_REMOVE_SECURITY)
            return held.getvalue()
    except PdfiumError as fault:
        if is_locked():
            raise locked(where, _WRONG) from fault
        advice = "Open it in a PDF viewer, save it anew and try again."
        raise DamagedFileError("The file is damaged, or is no PDF.", where, advice) from fault
