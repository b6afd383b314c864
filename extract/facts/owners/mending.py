"""Words that a narrow cell broke in two, made whole."""

import re
from functools import lru_cache

from extract.vocabulary.owners import OwnerWords

_BROKEN = re.compile(r"\b([A-Za-z]{2,})\s([a-z]{1,4})\b")


def mended(cell: str, words: OwnerWords) -> str:
    """The cell with the words made whole that its edge broke: ``Highways Maintenan ce`` -> ``Highways Maintenance``.

    Two pieces are one word only where together they are a known one and the first by itself is none.
    """
    known = _known(words)

    def whole(found: re.Match[str]) -> str:
        first, joined = found[1], found[1] + found[2]
        return joined if joined.lower() in known and first.lower() not in known else found[0]

    return _BROKEN.sub(whole, cell)


@lru_cache(maxsize=4)
def _known(words: OwnerWords) -> frozenset[str]:
    return words.subjects | words.role_heads | words.group_heads | words.services
