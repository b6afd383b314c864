"""The prose layout: recommendations and their answers under one another, told by labels, by wording or by type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Document, lines_of
from extract.layouts.entries import Entry, Explanation
from extract.layouts.headings import squash
from extract.layouts.labelled import LabelReader
from extract.layouts.labels import read_label, read_worded_label
from extract.layouts.learned import with_learned
from extract.layouts.parts import split_parts, with_stems
from extract.layouts.prose.amid import without_answer_points
from extract.layouts.prose.answers import Row, answered
from extract.layouts.prose.bracketed import without_brackets
from extract.layouts.prose.concluding import without_conclusion
from extract.layouts.prose.entries import entry_of, lines_held
from extract.layouts.prose.hanging import with_hanging_numbers
from extract.layouts.prose.headed import find_headed
from extract.layouts.prose.implications import with_implications
from extract.layouts.prose.letters import read_letter
from extract.layouts.prose.moved import opens_motion
from extract.layouts.prose.names import find_names
from extract.layouts.prose.openings import Opened, Opening, with_parts
from extract.layouts.prose.paired import find_pairs, find_requests
from extract.layouts.prose.paragraphs import Paragraph, are_beside, find_paragraphs
from extract.layouts.prose.parts import Teller
from extract.layouts.prose.points import is_point, without_points
from extract.layouts.prose.reopened import read_reopened
from extract.layouts.prose.replies import with_replies
from extract.layouts.prose.sections import Cutter, Section
from extract.layouts.prose.styles import Signs, Style
from extract.layouts.prose.told import with_reports, without_afterword
from extract.layouts.prose.unruled import with_unruled_tables
from extract.layouts.prose.ways import LABELLED, STYLES, Readings
from extract.layouts.sheets import own_words
from extract.text import clean
from extract.vocabulary.headings import ColumnRole, Headings
from extract.vocabulary.prose import ProseWords, load_prose_words


def read_prose(document: Document, headings: Headings) -> Explanation:
    """What the document's running text says: an entry for each recommendation that is answered in it."""
    words, labels = load_prose_words(), LabelReader(headings)
    document = with_unruled_tables(with_hanging_numbers(document), labels)
    opens = _Opens(labels, words, _recurring(document, labels))
    paragraphs = without_brackets(find_paragraphs(document, opens.line, labels), labels)
    reader = _StyleReader(opens, headings, own_words(document))
    readings = Readings(paragraphs, without_points(paragraphs), without_answer_points(paragraphs, opens.signs))
    best = Explanation((), 0)
    for style in () if are_beside(document) else STYLES:
        read = readings.of(style)
        entries = reader.entries(read, style)
        fewest = 1 if style in LABELLED else 2  # a single paragraph that asks may be anything
        if len(entries) > _SURER * len(best.entries) and len(entries) >= fewest:
            best = _counted(entries, read)
    paired = _in_pairs(paragraphs, Teller(labels, words, headings), reader.own, best)
    best = paired if paired.entries else best
    letter = _counted(read_letter(paragraphs, Cutter(labels, words), reader.own), paragraphs)
    return letter if len(letter.entries) > _SURER * len(best.entries) else best


def _counted(entries: Sequence[Entry], paragraphs: Sequence[Paragraph]) -> Explanation:
    """The entries with the lines that they account for."""
    lines = lines_held(entries, paragraphs)
    return Explanation(tuple(entries), sum(line.letters for line in lines), lines=lines)


@dataclass(frozen=True, slots=True)
class _StyleReader:
    """Reads the paragraphs of a document in one way after another."""

    opens: "_Opens"
    headings: Headings
    own: frozenset[str]

    def entries(self, paragraphs: Sequence[Paragraph], style: Style) -> tuple[Entry, ...]:
        """The entries where recommendations open in a style."""
        opens, words = self.opens, self.opens.words
        opened = with_parts(paragraphs, opens.untitled(paragraphs, style(paragraphs, opens.signs)), opens.answer)
        if not any(opened):
            return ()
        names = find_names(_below(paragraphs, opened), opens.labels)
        known = opens.labels if names else _with_own_titles(opens.labels, paragraphs, opened)
        sections = without_conclusion(Cutter(known, words).cut(paragraphs, opened), words)
        teller = Teller(known, words, self.headings, names)
        told = with_reports(without_afterword([teller.tell(section) for section in sections]))
        first = next(index for index, opening in enumerate(opened) if opening)
        told = with_implications(with_replies(told, paragraphs[:first], words))
        parts = (split_parts(entry_of(row, self.own), self.headings.contents.decides) for row in answered(told, words))
        return with_stems([part for row in parts for part in row])


def _is_shared(found: Explanation) -> bool:
    """Whether nothing was found, or one answer to all recommendations: it may be a list of answers."""
    answers = {entry.passages(ColumnRole.RESPONSE) for entry in found.entries}
    return not found.entries or (len(found.entries) > 1 and len(answers) == 1 and answers != {()})


def read_requests(document: Document, headings: Headings) -> tuple[tuple[Section, ...], ...]:
    """The lists in the running text that ask, whatever answers them."""
    words, labels = load_prose_words(), LabelReader(headings)
    paragraphs = find_paragraphs(document, _Opens(labels, words, _recurring(document, labels)).line, labels)
    return find_requests(paragraphs, words, Cutter(labels, words).is_heading)


def _in_pairs(paragraphs: Sequence[Paragraph], teller: Teller, own: frozenset[str], found: Explanation) -> Explanation:
    """What two lists say of which one asks and the other answers, where what was found is no good."""
    cutter = Cutter(teller.labels, teller.words)
    shared = _is_shared(found)
    pairs = find_headed(paragraphs, cutter) if shared or _asks_little(found, teller.words) else ()
    if not pairs and shared:
        pairs = find_pairs(paragraphs, teller.words, cutter.is_heading)
    if len(pairs) < len({entry.number or entry.text.text for entry in found.entries}) and not shared:
        return found
    teller = replace(teller, names=find_names([answer.paragraphs[1:] for _, answer in pairs], teller.labels))
    told = [teller.tell_pair(*pair) for pair in pairs]
    openings = (one.section.opening for one in told)
    rows = [
        Row(opening.number, opening.parent, None, one.parts, signed=True)
        for opening, one in zip(openings, told, strict=True)
    ]
    return _counted([entry_of(row, own) for row in rows], paragraphs)


def _asks_little(found: Explanation, words: ProseWords) -> bool:
    """Whether most of what was taken for recommendations are titles or answers."""
    asking = sum(words.asks_for(entry.text.text) for entry in found.entries)
    return 2 * asking < len(found.entries)


_AGAIN = 3  # times a title that is not known must open a line
_SURER = 1.5  # times as many recommendations must a less sure way of opening them find
_ANSWERING = {ColumnRole.RESPONSE, ColumnRole.DECISION}


@dataclass(frozen=True, slots=True)
class _Opens:
    """Tells whether a line opens a paragraph by what it says."""

    labels: LabelReader
    words: ProseWords
    recurring: frozenset[str] = frozenset()

    @property
    def signs(self) -> Signs:
        """What tells the ways of opening recommendations from answers."""
        return Signs(self.words, self.titled, self.number, self.asked)

    def line(self, text: str) -> bool:
        """Whether it has a label, a title with a colon, or the words that answers open with."""
        own = self.labels.unknown(text, bold=False) if self.recurring else None
        if own and squash(own.title) in self.recurring:
            return True
        labelled = self.labels.read(text) or read_worded_label(text) or read_label(text)
        return labelled is not None or is_point(text) or opens_motion(text) or self.words.opens_reply(text)

    def untitled(self, paragraphs: Sequence[Paragraph], opened: Opened) -> Opened:
        """The openings without those of answers: ``Recommendation 4 – Government response``, ``… 4 – accepted``."""
        kept, number = list[Opening | None](), None
        for paragraph, one in zip(paragraphs, opened, strict=True):
            answers = one is not None and self._answers_again(paragraph, number)
            kept.append(None if answers else one)
            number = one.number if one else number
        return kept

    def _answers_again(self, paragraph: Paragraph, number: str | None) -> bool:
        """Whether a paragraph opens with the title of an answer, or decides what it names once more."""
        label = self.labels.read(paragraph.text)
        again = read_reopened(paragraph, number, self.labels.headings.contents.decides)
        return again is not None or (label is not None and label.role in _ANSWERING)

    def answer(self, text: str) -> bool:
        """Whether a paragraph answers, by its title or by its words."""
        return self.words.opens_reply(text) or self.titled(text)

    def number(self, text: str) -> int | None:
        """Where the title of a recommendation's number ends that a paragraph opens with; ``None`` where it has none."""
        label = self.labels.read(text)
        return label.end if label and label.role is ColumnRole.NUMBER else None

    def asked(self, text: str) -> int | None:
        """Where the title of what is asked ends that a paragraph opens with; ``None`` where it has none."""
        label = self.labels.read(text)
        return label.end if label and label.role is ColumnRole.RECOMMENDATION else None

    def titled(self, text: str) -> bool:
        """Whether a paragraph opens with the title of an answer."""
        label = self.labels.read(text)
        return label is not None and label.role in _ANSWERING


def _recurring(document: Document, labels: LabelReader) -> frozenset[str]:
    """The titles that nothing is known of and that lines of a document open with again and again, squashed."""
    found = (labels.unknown(clean(line.text), bold=False) for line in lines_of(document.blocks) if ":" in line.text)
    times = Counter(squash(label.title) for label in found if label)
    return frozenset(title for title, count in times.items() if count >= _AGAIN)


def _with_own_titles(labels: LabelReader, paragraphs: Sequence[Paragraph], opened: Opened) -> LabelReader:
    """The titles that are known, and those that stand below most of the recommendations."""
    answers = _below(paragraphs, opened)
    said = [[(paragraph.text, paragraph.bold) for paragraph in answer if not paragraph.valued] for answer in answers]
    return with_learned(labels, said)


def _below(paragraphs: Sequence[Paragraph], opened: Opened) -> list[Sequence[Paragraph]]:
    """For each recommendation the paragraphs below its label."""
    starts = [index for index, opening in enumerate(opened) if opening]
    return [paragraphs[start + 1 : end] for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=False)]


__all__ = ["Section", "read_prose", "read_requests"]
