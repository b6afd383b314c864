"""The layout of cards: a small form for each recommendation, titles on the left and what they hold on the right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Document, Line, Row, Table
from extract.layouts.contents import DEMANDS
from extract.layouts.entries import Explanation
from extract.layouts.forms import table_of
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.labels import read_worded_label
from extract.layouts.sheets import explain_tables, own_words
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole, Headings

_MOSTLY = 0.6  # of the titles on the left must be known
_WIDEST = 4  # columns: a title and its value, once or twice beside each other
_FEWEST = 2  # cards: a single form is no series
_SERIES = 3  # forms: what stands in fewer may be chance
_TITLE_WORDS = 6
_ASKED = {ColumnRole.NUMBER, ColumnRole.RECOMMENDATION}


def read_cards(document: Document, headings: Headings) -> Explanation:
    """What the document's cards say, read as the one table that they would make: a row a card, a column a title."""
    matcher = HeadingMatcher(headings)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    titles = _Titles(matcher, _recurring(tables))
    fields = _uncaptioned([field for table in tables for field in _fields(table, titles)], titles)
    cards = _cards(fields)
    if len(cards) < _FEWEST or not titles.asks(fields[0]):
        return Explanation((), 0)
    return explain_tables([_table(cards)], headings, own_words(document))


@dataclass(frozen=True, slots=True)
class _Field:
    """A title and what stands beside it; no title where a card goes on after a page break."""

    title: tuple[Line, ...]
    value: tuple[Line, ...]

    @property
    def key(self) -> str:
        """The title as it is compared with those of other cards: a label above a card counts as ``Recommendation``."""
        text = join_lines(self.title).text
        label = read_worded_label(text)
        named = label is not None and (label.end >= len(text) or self.title == self.value)
        return "recommendation" if named else squash(text) or text

    @property
    def words(self) -> str:
        """What it holds, without figures."""
        return squash(join_lines(self.value).text)


@dataclass(frozen=True, slots=True)
class _Titles:
    """The titles of cards: those that are known, and those that stand in form after form.

    Attributes:
        matcher: tells those that are known.
        recurring: those that stand in form after form, squashed.
    """

    matcher: HeadingMatcher
    recurring: frozenset[str]

    def has(self, field: _Field) -> bool:
        """Whether a field's title is one."""
        known = field.key == "recommendation" or self.matcher.role(join_lines(field.title).text) is not None
        return known or field.key in self.recurring

    def asks(self, field: _Field) -> bool:
        """Whether a field can open a card: the number or the recommendation, by its title or by what it demands."""
        if field.key == "recommendation" or self.matcher.role(join_lines(field.title).text) in _ASKED:
            return True
        return field.key in self.recurring and DEMANDS.search(join_lines(field.value).text) is not None


def _recurring(tables: Iterable[Table]) -> frozenset[str]:
    """The short titles that stand in several forms, about as often as one another."""
    pairs = (field for table in tables if table.columns <= _WIDEST for row in table.rows for field in _pairs(row))
    counts = Counter(
        field.key for field in pairs if field.title and len(join_lines(field.title).text.split()) <= _TITLE_WORDS
    )
    most = max(counts.values(), default=0)
    return frozenset(key for key, count in counts.items() if count >= max(_SERIES, _MOSTLY * most))


def _fields(table: Table, titles: _Titles) -> list[_Field]:
    """The titles and values of a table; none where it is no form."""
    if table.columns > _WIDEST:
        return []
    fields = [field for row in table.rows for field in _pairs(row)]
    titled = [field for field in fields if field.title]
    known = [field for field in titled if titles.has(field)]
    return fields if titled and len(known) >= _MOSTLY * len(titled) else []


def _uncaptioned(fields: Sequence[_Field], titles: _Titles) -> list[_Field]:
    """The fields without what is printed over every form: ``Form 1 of 5``, right above what is asked."""
    above = {at for at, below in enumerate(fields[1:]) if not fields[at].title and titles.asks(below)}
    said = [fields[at].words for at in above]
    return [field for at, field in enumerate(fields) if at not in above or said.count(field.words) < _FEWEST]


def _pairs(row: Row) -> Iterator[_Field]:
    """Title and value, once or twice in a row; a cell across the whole row is a label and its text."""
    cells = [cell.lines for cell in row.cells]
    if len(cells) == 1:
        label = read_worded_label(join_lines(cells[0]).text)
        yield _Field(cells[0], cells[0]) if label else _Field((), cells[0])
    elif len(cells) % 2 == 0:
        yield from (_field(title, value) for title, value in zip(cells[::2], cells[1::2], strict=True))


def _field(title: tuple[Line, ...], value: tuple[Line, ...]) -> _Field:
    """The field of two cells; a label beside its recommendation (``Recommendation 3``) is kept with it."""
    text = join_lines(title).text
    label = read_worded_label(text)
    return _Field(title, (*title, *value) if label and label.end >= len(text) else value)


def _cards(fields: Sequence[_Field]) -> list[dict[str, _Field]]:
    """The fields as cards: one begins where the title that the first began with stands again."""
    cards, last = list[dict[str, _Field]](), ""
    for field in fields:
        key = field.key if field.title else last
        if not cards or (field.title and key == next(iter(cards[0]))):
            cards.append({})
        held = cards[-1].get(key)
        cards[-1][key] = _Field(held.title, (*held.value, *field.value)) if held else field
        last = key
    return cards


def _table(cards: Sequence[dict[str, _Field]]) -> Table:
    titles = {key: _heading(field.title) for card in cards for key, field in card.items()}
    return table_of(titles, [{key: field.value for key, field in card.items()} for card in cards])


def _heading(title: tuple[Line, ...]) -> tuple[Line, ...]:
    """The title of a column, bold as titles are; a label (``Recommendation 3``) without its number."""
    label = read_worded_label(join_lines(title).text)
    lines = (replace(title[0], text="Recommendation"),) if label else title
    return tuple(replace(line, bold=True) for line in lines)
