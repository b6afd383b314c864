"""The layout of boxes: a card for each recommendation, drawn on the page, with small titles above or beside values."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from extract.document import Document, Line, Table
from extract.layouts.boxed.choosing import Found, find_cards
from extract.layouts.boxed.filling import Card, fill_card, find_beside, words_of
from extract.layouts.boxed.heads import Head, goes_on, read_head
from extract.layouts.boxed.regions import Region
from extract.layouts.boxed.titles import Title
from extract.layouts.boxed.unplaced import laid_out, unplaced, without_places
from extract.layouts.entries import Explanation
from extract.layouts.forms import table_of
from extract.layouts.headings import HeadingMatcher, squash
from extract.layouts.sheets import explain_tables, own_words
from extract.vocabulary.headings import ColumnRole, Headings

_HEAD, _NUMBER, _THEME, _PILL = " head", " number", " theme", " decision"  # no title has a space in its key
_OWN = {_NUMBER: "No.", _HEAD: "Recommendation", _THEME: "Theme", _PILL: "Decision"}

_MOSTLY = 0.6  # of the boxes ask something
_FEWEST = 2  # cards over which the same is printed
_FIGURES = re.compile(r"\d+")
_CAPTION = re.compile(r"[A-Za-z .]{1,20}(?P<number>\d{1,3}[a-z]?)")  # Card 7

Lines = tuple[Line, ...]


@dataclass(slots=True)
class _Form:
    """A card with all of its parts."""

    cards: list[Card]
    head: Head
    fields: dict[str, Lines]

    def printed(self) -> Iterator[Title]:
        """Its titles."""
        return (title for card in self.cards for title in card.titles.values())

    def go_on(self, card: Card) -> None:
        """Add a part that stands in another column or on another page."""
        self.cards.append(card)
        for key, lines in card.fields.items():
            self.fields[key] = (*self.fields.get(key, ()), *lines)


def read_boxed(document: Document, headings: Headings) -> Explanation:
    """What the document's boxes say, read as the one table that they would make: a row a card, a column a title."""
    placed = bool(document.pages)
    found = find_cards(document if placed else laid_out(document), headings)
    if found is None:
        return Explanation((), 0)
    forms = _by_number(_forms(found, headings))
    table = _table(forms, HeadingMatcher(headings))
    explained = explain_tables([table if placed else without_places(table)], headings, own_words(document))
    if len(explained.entries) < _MOSTLY * len(forms):
        return Explanation((), 0)
    return _with_titles(explained, forms, placed=placed) if found.drawn else explained


def _table(forms: Sequence[_Form], matcher: HeadingMatcher) -> Table:
    rows, titles = _rows(forms, matcher), _titles(forms)
    return table_of({key: lines for key, lines in titles.items() if any(row.get(key) for row in rows)}, rows)


def _by_number(forms: list[_Form]) -> list[_Form]:
    """The cards by their numbers, where each has one of its own: columns that are not level leave their order open."""
    numbers = [[int(figure) for figure in _FIGURES.findall(form.head.number or "")] for form in forms]
    if not all(numbers) or len({*map(tuple, numbers)}) < len(forms):
        return forms
    return [form for _, form in sorted(zip(numbers, forms, strict=True), key=itemgetter(0))]


def _with_titles(explained: Explanation, forms: Iterable[_Form], *, placed: bool) -> Explanation:
    """The explanation with the titles that stand in each card, which the table has only once."""
    titles = [title for form in forms for title in form.printed()]
    letters = sum(title.line.letters - (title.value.letters if title.value else 0) for title in titles)
    lines = tuple(title.line for title in titles if title.value is None)
    lines = lines if placed else tuple(map(unplaced, lines))
    return replace(explained, explained=explained.explained + letters, lines=(*explained.lines, *lines))


def _forms(found: Found, headings: Headings) -> list[_Form]:
    """The cards, those in parts put together."""
    forms = list[_Form]()
    holders = dict[Region, _Form]()
    beside = find_beside(found.regions, found.titles)
    for region in found.regions:
        card = fill_card(region, found.titles, beside)
        head = read_head(card, headings)
        held = holders.get(found.parts[region]) if region in found.parts else None
        part = goes_on(card, head, held.head) if held else None
        if held and part:
            held.go_on(fill_card(part, found.titles, beside, held.cards[-1]))
            holders[region] = held
        else:
            forms.append(_Form([card], head, dict(card.fields)))
            holders[region] = forms[-1]
    return forms


def _titles(forms: Iterable[_Form]) -> dict[str, Lines]:
    """The titles of the columns, bold as titles are, by their keys."""
    printed = {
        key: (replace(title.line, text=title.text, bold=True, parts=()),)
        for form in forms
        for card in form.cards
        for key, title in card.titles.items()
    }
    return {**{key: (Line(text, bold=True),) for key, text in _OWN.items()}, **printed}


def _rows(forms: Sequence[_Form], matcher: HeadingMatcher) -> list[dict[str, Lines]]:
    """What the cards hold, by the keys of their titles."""
    heads = Counter(squash(words_of(form.head.lines)) for form in forms)
    return [_row(form, matcher, caption=heads[squash(words_of(form.head.lines))] >= _FEWEST) for form in forms]


def _row(form: _Form, matcher: HeadingMatcher, *, caption: bool) -> dict[str, Lines]:
    """What a card holds; where a title asks, or all heads say the same, the head is a number or a theme."""
    head, text = form.head, words_of(form.head.lines)
    asks = any(matcher.role(title.text) is ColumnRole.RECOMMENDATION for title in form.printed())
    number = head.number or (found["number"] if (found := _CAPTION.fullmatch(text)) else None)
    own = {_PILL: head.decision}
    if head.apart:
        own[_NUMBER] = (head.apart,)
    if not head.lines or not (asks or caption):
        own[_HEAD] = head.lines
    elif number:
        own[_NUMBER] = (replace(head.lines[0], text=number, parts=()),)
    elif not caption:
        own[_THEME] = head.lines
    return {**own, **form.fields}
