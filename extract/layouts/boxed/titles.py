"""The titles within cards: known ones, and short lines printed like them that stand in card after card."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.document import Line
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labelled import LabelReader
from extract.layouts.labels import read_worded_label
from extract.text import clean

_TITLE_WORDS = 6
_LONGEST = 80  # characters of a title and its colon
_MOSTLY = 0.6  # of the titles that are known are printed alike, and are as frequent as the commonest
_SERIES = 3  # cards: what stands in fewer may be chance
_FEWEST = 2  # cards: likewise, where a colon follows

Style = tuple[bool, float]


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a card.

    Attributes:
        line: where it stands.
        key: it, as it is compared with those of other cards.
        text: it, as printed.
        value: what stands on the same line after it, if anything does.
    """

    line: Line
    key: str
    text: str
    value: Line | None = None


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles in a document's cards: each by the line that it is, or opens."""

    by_line: Mapping[Line, Title]

    def read(self, line: Line) -> Title | None:
        """The title that a line is, or opens with; ``None`` where there is none."""
        return self.by_line.get(line)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Tells titles.

    Attributes:
        matcher: tells those that are known.
        labels: reads those that a colon divides from what they are the title of.
        styles: how titles are printed, where it is another way than all else.
        recurring: lines printed so that stand in card after card, squashed.
        seldom: what is no title, squashed: it is printed as all else is, or stands before a colon, and in few cards.
        opening: titles that open a line without a colon in card after card, squashed.
    """

    matcher: HeadingMatcher
    labels: LabelReader
    styles: frozenset[Style] = frozenset()
    recurring: frozenset[str] = frozenset()
    seldom: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()

    def titles(self, lines: Iterable[Line]) -> dict[Line, Title]:
        """The titles that lines are, or open with."""
        return {line: title for line in lines if (title := self._read(line))}

    def _read(self, line: Line) -> Title | None:
        text = clean(line.text).strip()
        if not text or read_worded_label(text):
            return None
        return self._whole(line, text) or self._before_colon(line, text) or self._before_value(line, text)

    def _whole(self, line: Line, text: str) -> Title | None:
        key = squash(text)
        if len(text.split()) > _TITLE_WORDS or not text[0].isalpha() or key in self.seldom:
            return None
        if self.styles and style_of(line) not in self.styles:
            return None
        is_title = key in self.recurring or self._is_known(text)
        return Title(line, key, text.rstrip(" :")) if is_title else None

    def _is_known(self, text: str) -> bool:
        if self.labels.is_answer(text):
            return False
        by_noun = self.matcher.role(text) if self.styles or text.endswith(":") else self.matcher.whole(text)
        return by_noun is not None or self.labels.is_title(text)

    def _before_colon(self, line: Line, text: str) -> Title | None:
        label = self.labels.read(text) if ":" in text[:_LONGEST] else None
        if label is None or label.answers or ":" not in text[: label.end] or label.end >= len(text):
            return None
        if squash(label.title) in self.seldom:
            return None
        return Title(line, squash(label.title), label.title, replace(line, text=text[label.end :], parts=()))

    def _before_value(self, line: Line, text: str) -> Title | None:
        if not self.opening:
            return None
        opened = next((title for title in openings(text) if squash(title) in self.opening), None)
        if opened is None:
            return None
        return Title(line, squash(opened), opened, replace(line, text=text[len(opened) :].lstrip(), parts=()))


def learn_titles(lines: Sequence[Line], matcher: HeadingMatcher, labels: LabelReader) -> Titles:
    """The titles that lines in cards have."""
    plain = _Reader(matcher, labels)
    found = plain.titles(lines)
    opening = _opening([line for line in lines if line not in found], matcher, found.values())
    if len(found) < _FEWEST * _FEWEST and not opening:
        return Titles({})
    styles = _own_styles(found, lines)
    reader = replace(plain, styles=styles, seldom=_seldom(found.values(), styles), opening=opening)
    return Titles(replace(reader, recurring=_recurring(lines, styles, found.values())).titles(lines))


def _whole(titles: Iterable[Title]) -> Counter[str]:
    """How often each title has a line to itself."""
    return Counter(title.key for title in titles if title.value is None)


def _recurring(lines: Iterable[Line], styles: AbstractSet[Style], titles: Iterable[Title]) -> frozenset[str]:
    """The short lines printed as titles are that stand in card after card."""
    least = _least(_SERIES, _whole(titles))
    short = Counter(squash(line.text) for line in lines if style_of(line) in styles and _is_short(line))
    return frozenset(key for key, count in short.items() if key and count >= least)


def _seldom(titles: Iterable[Title], styles: AbstractSet[Style]) -> frozenset[str]:
    """What looks like a title and stands in few cards: before a colon, or printed as all else is."""
    whole, inline = _whole(titles), Counter(title.key for title in titles if title.value)
    counts = inline if styles else whole + inline
    return frozenset(key for key, count in counts.items() if count < _least(_FEWEST, whole, inline))


def _least(fewest: int, *counted: Counter[str]) -> float:
    """How often a title stands in the cards at least, beside the commonest one of those counted."""
    return max(fewest, _MOSTLY * max((max(counts.values(), default=0) for counts in counted), default=0))


def style_of(line: Line) -> Style:
    """How a line is printed."""
    return (line.bold, line.size or 0.0)


def openings(text: str) -> Iterable[str]:
    """The beginnings of a line that may be titles before what they are the title of, the longest first."""
    words = text.split(" ")
    counts = (count for count in range(min(len(words) - 1, _TITLE_WORDS), 0, -1) if words[count - 1].isalpha())
    return (" ".join(words[:count]) for count in counts)


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _TITLE_WORDS and line.text[:1].isalpha()


def _own_styles(titles: Mapping[Line, Title], lines: Iterable[Line]) -> frozenset[Style]:
    """How titles are printed, if most of all else is printed in another way: most lines printed so are titles."""
    whole = Counter(style_of(line) for line, title in titles.items() if title.value is None)
    letters, printed = Counter[Style](), Counter[Style]()
    for line in lines:
        printed[style_of(line)] += 1
        if line not in titles:
            letters[style_of(line)] += line.letters
    if not whole or not letters:
        return frozenset()
    (first, count), (usual, _) = whole.most_common(1)[0], letters.most_common(1)[0]
    if first == usual or count < _MOSTLY * whole.total():
        return frozenset()
    others = (style for style in whole if style != usual and whole[style] >= _MOSTLY * printed[style])
    return frozenset({first, *others})


def _opening(lines: Iterable[Line], matcher: HeadingMatcher, titles: Iterable[Title]) -> frozenset[str]:
    """The titles that open lines in card after card, more often than any title has a line to itself."""
    opened = (next((text for text in openings(clean(line.text)) if _opens(text, matcher)), None) for line in lines)
    begins = Counter(squash(text) for text in opened if text)
    least = max(_least(_SERIES, begins), *_whole(titles).values(), 0)
    return frozenset(key for key, count in begins.items() if count >= least)


def _opens(text: str, matcher: HeadingMatcher) -> bool:
    return text[:1].isupper() and matcher.whole(text) is not None and not matcher.is_tick(text)
