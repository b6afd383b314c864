"""Minutes: what is said after the last answer belongs to all of them, ``RESOLVED: That the responses be approved``."""

from collections.abc import Sequence
from dataclasses import replace

from extract.layouts.prose.sections import Section
from extract.vocabulary.prose import ProseWords

_LEAST = 2  # paragraphs: what is asked, and what answers it


def without_conclusion(sections: Sequence[Section], words: ProseWords) -> tuple[Section, ...]:
    """The sections, the last without what concludes the business, where it concludes none of the others."""
    *others, last = sections
    end = _conclusion(last, words)
    if not others or end is None or any(_conclusion(one, words) is not None for one in others):
        return tuple(sections)
    return (*others, replace(last, paragraphs=last.paragraphs[:end]))


def _conclusion(section: Section, words: ProseWords) -> int | None:
    """Where a section is concluded; ``None`` where it is not."""
    concludes = words.concluded.expression.match
    return next((at for at, one in enumerate(section.paragraphs) if at >= _LEAST and concludes(one.text)), None)
