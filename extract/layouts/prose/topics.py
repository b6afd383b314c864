"""What stands between the label of a recommendation and its text: its topic, its number once more, a title."""

from dataclasses import replace

from extract.layouts.labelled import LabelReader
from extract.layouts.prose.openings import Opening
from extract.layouts.prose.paragraphs import Paragraph, joined
from extract.layouts.prose.sections import Section
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.prose import ProseWords

_TOPIC_WORDS = 12


def without_own_title(section: Section, labels: LabelReader, words: ProseWords) -> Section:
    """The section without what stands between its label and the recommendation.

    That is its number once more, or the title of what is asked: ``Recommendation 1``, below it ``The Committee
    recommended: That …``. What stands beside the label above such a title, or above a box, is the theme: ``Ask 1:
    Warm rooms``.
    """
    paragraphs, opening = section.paragraphs, section.opening
    if len(paragraphs) <= 1:
        return section
    second, topic = paragraphs[1], paragraphs[0].text[opening.end :].strip()
    skipped = _own_title(second, opening, labels)
    if topic and skipped is None and not labels.is_answer(topic) and _is_asked_below(section, labels, words):
        skipped = 0
    if skipped is None or (topic and not _is_topic(topic)):
        return section
    first = joined(paragraphs[0], second)
    below = replace(opening, end=len(first.text) - len(second.text) + skipped)
    rest = (first, *paragraphs[2:])
    section = replace(section, theme=topic or section.theme, paragraphs=rest, opening=below)
    return without_own_title(section, labels, words)


def _is_asked_below(section: Section, labels: LabelReader, words: ProseWords) -> bool:
    """Whether the recommendation stands below its topic: in a box, or as what somebody asks."""
    topic, second, *rest = section.paragraphs
    if labels.read(second.text) is not None or words.opens_reply(second.text):
        return False
    boxed = second.boxed and not topic.boxed and not all(paragraph.boxed for paragraph in rest)
    told = (topic.bold and not second.bold) or (topic.counted and second.counted)
    heads = told and words.asks.expression.search(topic.text) is None
    return boxed or words.states.expression.match(second.text) is not None or (heads and _asks(second, words))


def _asks(paragraph: Paragraph, words: ProseWords) -> bool:
    return words.asks.expression.search(paragraph.text) is not None


def _own_title(below: Paragraph, opening: Opening, labels: LabelReader) -> int | None:
    """Where a title of what is asked ends, or its number once more; ``None`` where a paragraph has neither."""
    label = labels.read(below.text)
    if label and label.role is ColumnRole.RECOMMENDATION:
        return label.end
    return len(below.text) if below.text.strip() == opening.number else None


def _is_topic(text: str) -> bool:
    """Whether a text is the heading of a recommendation, and not the recommendation: ``Warm rooms``."""
    return len(text.split()) <= _TOPIC_WORDS and text[-1:] not in ".;,"
