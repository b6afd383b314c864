"""Paragraphs that answer a recommendation and open with its number: ``Recommendation 4 – not accepted. The …``."""

import re

from extract.layouts.labelled import Labelled
from extract.layouts.labels import read_worded_label
from extract.layouts.prose.paragraphs import Paragraph
from extract.vocabulary.headings import ColumnRole

_SAID = re.compile(r"(?P<said>[^.:;!?\n]{2,80}?)\s*(?:[.:;]\s*|\s[–—-]\s+|$)")
_TELLS = re.compile(r"(?:is|are|was|were|be|has|have|had)\b", re.IGNORECASE)
_LONGEST = 8  # words of a decision


def read_reopened(paragraph: Paragraph, number: str | None, decides: re.Pattern[str]) -> Labelled | None:
    """The decision of a recommendation that a paragraph opens with after its number; ``None`` where it has none.

    A sentence that decides (``Recommendation 4 was not accepted.``) is the opening of a response without a title.

    Args:
        paragraph: one below the recommendation.
        number: of the recommendation.
        decides: matches what decides.
    """
    label = None if number is None or paragraph.tabular else read_worded_label(paragraph.text)
    found = _SAID.match(paragraph.text, label.end) if label and label.number == number else None
    if found is None or len(found["said"].split()) > _LONGEST or not decides.search(found["said"]):
        return None
    if _TELLS.match(found["said"]):
        return Labelled(ColumnRole.RESPONSE, "", 0)
    return Labelled(ColumnRole.DECISION, found["said"], found.end(), answers=True)
