"""Which of many texts are worth a closer look: those that share enough of the words that tell what they are about."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.comparing.likeness import Gist, tells


class Index:
    """Texts by their words, so that each need not be held against each: of ten thousand few share two telling words."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        """Take in some texts."""
        self._sizes = [len(_telling(gist)) for gist in gists]
        self._places = dict[str, list[int]]()
        for place, gist in enumerate(gists):
            for word in _telling(gist) or {gist.plain}:
                self._places.setdefault(word, []).append(place)

    def near(self, gist: Gist, least: float) -> Iterator[int]:
        """The places of the texts that have enough words in common with one.

        Args:
            gist: the text; one without a telling word is near to those that are the same.
            least: how much of the telling words of the shorter text is enough, 0 to 1.
        """
        mine = _telling(gist)
        shared = Counter(place for word in mine or {gist.plain} for place in self._places.get(word, ()))
        for place, count in shared.items():
            if count >= least * min(len(mine), self._sizes[place]):
                yield place


def _telling(gist: Gist) -> frozenset[str]:
    return frozenset(word[0] for word in gist.bag if tells(word))
