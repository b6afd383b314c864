"""The vocabulary that comparing needs."""

from functools import lru_cache
from typing import NamedTuple

from extract.vocabulary.comparing import ComparingWords, load_comparing_words
from extract.vocabulary.dates import DateWords, load_date_words


class Wording(NamedTuple):
    """What is known of how papers are compared, and of dates."""

    comparing: ComparingWords
    dates: DateWords


@lru_cache(maxsize=1)
def load_wording() -> Wording:
    """The vocabulary, read once in a process.

    Raises:
        VocabularyError: a file of it is missing or faulty.
    """
    return Wording(load_comparing_words(), load_date_words())
