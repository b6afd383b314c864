"""The layout of boxes: a card for each recommendation, drawn on the page, with small titles above or beside values."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.document import Document, Line
from extract.layouts.boxed.choosing import Found, find_cards
from extract.layouts.boxed.filling import Card, fill_card, find_beside
from extract.layouts.boxed.heads import Head, goes_on, read_head
from extract.layouts.boxed.regions import Region
from extract.layouts.entries import Explanation
from extract.layouts.forms import table_of
from extract.layouts.headings import HeadingMatcher
from extract.layouts.sheets import explain_tables, own_words
from extract.vocabulary.headings import ColumnRole, Headings

_HEAD, _NUMBER, _THEME, _PILL = " head", " number", " theme", " decision"  # no title has a space in its key
_OWN = {_NUMBER: "No.", _HEAD: "Recommendation", _THEME: "Theme", _PILL: "Decision"}

Lines = tuple[Line, ...]


@dataclass(slots=True)
class _Form:
    """A card with all of its parts."""

    cards: list[Card]
    head: Head
    fields: dict[str, Lines]

    def go_on(self, card: Card) -> None:
        """Add a part that stands in another column or on another page."""
        self.cards.append(card)
        for key, lines in card.fields.items():
            self.fields[key] = (*self.fields.get(key, ()), *lines)


def read_boxed(document: Document, headings: Headings) -> Explanation:
    """What the document's boxes say, read as the one table that they would make: a row a card, a column a title."""
    found = find_cards(document, headings)
    if found is None:
        return Explanation((), 0)
    forms = _forms(found, headings)
    titles, matcher = _titles(forms), HeadingMatcher(headings)
    asked = {key for key, lines in titles.items() if _asks(lines, matcher)} - {*_OWN}
    rows = [_row(form, asked) for form in forms]
    used = {key: lines for key, lines in titles.items() if any(row.get(key) for row in rows)}
    return explain_tables([table_of(used, rows)], headings, own_words(document))


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


def _asks(titles: Lines, matcher: HeadingMatcher) -> bool:
    return matcher.role(titles[0].text) is ColumnRole.RECOMMENDATION


def _row(form: _Form, asked: AbstractSet[str]) -> dict[str, Lines]:
    """What a card holds, by the keys of its titles; where one asks, the head is a number or a theme."""
    head = form.head
    own = {_PILL: head.decision}
    if not asked & form.fields.keys() or not head.lines:
        own[_HEAD] = head.lines
    elif not head.number:
        own[_THEME] = head.lines
    else:
        own[_NUMBER] = (replace(head.lines[0], text=head.number, parts=()),)
    return {**own, **form.fields}
