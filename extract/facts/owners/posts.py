"""Whether a body behind a comma says whose post it is that stands before it: ``Chief Nurse, Wye Valley NHS Trust``."""

import re
from functools import lru_cache

from extract.facts.owners.stripping import alternatives
from extract.findings import Body
from extract.vocabulary.owners import OwnerWords, Posts


def is_post_of(post: str, body: Body | None, words: OwnerWords) -> bool:
    """Whether bodies of this type have such a post, and others do not."""
    if body is None or body.type is None:
        return False
    bare = post.lower().replace("’", "'")
    return any(_words(group).search(bare) for group in words.posts if body.type in group.types)


@lru_cache(maxsize=16)
def _words(group: Posts) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(group.words)})\b")
