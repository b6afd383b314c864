"""Whether a paper is a draft."""

from collections.abc import Iterable

from extract.facts.papers.said import Said
from extract.vocabulary.papers import PaperWords


def find_draft(heads: Iterable[Said], words: PaperWords) -> Said | None:
    """The first line that says that the paper is a draft (``DRAFT``, ``subject to Cabinet approval``), or ``None``.

    Args:
        heads: the title, the lines at the head of the document, its headers, footers and watermarks.
        words: the vocabulary.
    """
    return next((said for said in heads if words.is_draft(said.text)), None)
