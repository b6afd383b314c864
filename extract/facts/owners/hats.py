"""Posts that one person holds together: ``Director of Law and Governance and Monitoring Officer``."""

import re
from functools import lru_cache

from extract.facts.owners.stripping import alternatives
from extract.vocabulary.owners import Hat, OwnerWords


def worn_by_one(left: str, right: str, words: OwnerWords) -> bool:
    """Whether one of two titles, joined by ``and``, is a statutory post or rank that the holder of the other has too.

    ``Monitoring Officer`` goes with a lawyer's post and never with the chief executive's or that of finance, which
    the law keeps apart.
    """
    return any(_wears(hat, left, right) or _wears(hat, right, left) for hat in words.hats)


def _wears(hat: Hat, title: str, post: str) -> bool:
    return title.lower() in hat.titles and _any_of(hat.worn_with).search(post.lower()) is not None


@lru_cache(maxsize=32)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(phrases)})\b")
