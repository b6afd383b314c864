"""Words after whose full stop no sentence ends, from ``models/abbreviations.toml``."""

import msgspec

from extract.vocabulary.source import read_toml


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    abbreviations: frozenset[str]


def load_abbreviations() -> frozenset[str]:
    """The words, in lower case and without their stop.

    Raises:
        VocabularyError: the file is missing or faulty.
    """
    return read_toml("abbreviations.toml", _File).abbreviations
