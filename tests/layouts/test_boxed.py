"""Cards drawn on pages, read as rows: boxes of every drawing, with titles above, beside and before their values."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from extract.document import Document, Source
from extract.layouts import explain
from extract.layouts.boxed import read_boxed
from extract.layouts.entries import Entry, Explanation
from extract.reading.pdf import read_pdf
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts import card_fields, card_frames
from tests.layouts.drawn_cards import Deck, Fields, Look, Matter

_HEADINGS = load_headings()
_PORTRAIT = (595.0, 842.0)
_LANDSCAPE = (842.0, 595.0)
_ASKED = (
    "Mend the roof of the bandstand before the winter.",
    "Let anglers use the north bank of the lake all year.",
    "Put up a board at each gate that tells what grows behind it.",
    "Ask the water company for the levels of the last ten years.",
    "Plant two avenues of limes along the carriage drive.",
    "Charge nobody for the hire of the croquet lawn.",
    "Write to each household that backs on to the park.",
)
_LONG = (
    "We will put boards at the four main gates. The smaller ones are hardly used, and boards there have been broken "
    "within weeks of being put up. The texts will be written with the botanical society and printed in two languages, "
    "as members asked, and a map of the beds will be put on the website at the same time."
)
_SAID = (
    "The roof leaks in three places and the band has played under an awning since May. A roofer has been found.",
    "Swans nest there from March to June, and the warden does not wish to see lines in the reeds.",
    _LONG,
    "The company sent the levels in January.",
    "Limes drip on to cars. The tree officer would rather plant hornbeam, and will ask the Panel which it prefers.",
    "The hire brings in £900 a year, and the mowing costs three times as much.",
    "Letters went out in February. Forty households have answered, nearly all of them in favour of what is planned.",
)
_DECIDED = ("Agreed", "Not agreed", "Agreed in part", "Noted", "Agreed", "Not agreed", "Agreed")
_OWNERS = ("Head of Parks", "Lake Warden", "Visitor Services Manager", "Drainage Engineer") * 2
_DUE = ("October 2025", "n/a", "31 March 2026", "ongoing", "Q3 2025/26", "n/a", "Complete")

_USUAL = ("Status", "Owner", "Target date", "Comment")


def _fields(at: int, titles: Sequence[str]) -> Fields:
    return tuple(zip(titles, (_DECIDED[at], _OWNERS[at], _DUE[at], _SAID[at]), strict=True))


def _numbered(at: int, titles: Sequence[str] = _USUAL) -> Matter:
    return Matter(f"{at + 1}. {_ASKED[at]}", _fields(at, titles))


def _with_pill(at: int) -> Matter:
    fields = _fields(at, ("Status", "Lead officer", "Due", "Response"))[1:]
    return Matter(f"Recommendation {at + 1}", fields, pill=_DECIDED[at], body=_ASKED[at])


def _with_corner(at: int) -> Matter:
    return Matter(f"{at + 1}", _fields(at, _USUAL), body=_ASKED[at])


def _captioned(at: int) -> Matter:
    return Matter(f"Card {at + 1}", (("Recommendation", _ASKED[at]), *_fields(at, _USUAL)))


def _labelled(at: int) -> Matter:
    return Matter(f"Recommendation 2.{at + 1}: {_ASKED[at]}", _fields(at, _USUAL))


def _deck(look: Look, make: Callable[[int], Matter] = _numbered, *, size: tuple[float, float] = _LANDSCAPE) -> bytes:
    deck = Deck(look, grey=look.frame is card_frames.raised, size=size)
    return deck.draw("The park and the lake: a review", [make(at) for at in range(len(_ASKED))])


def _document(data: bytes) -> Document:
    return read_pdf(data, Source("made.pdf", hashlib.sha256(data).hexdigest(), "application/pdf"))


def _read(data: bytes) -> Explanation:
    return explain(_document(data), _HEADINGS)


def _said(entry: Entry, *roles: ColumnRole) -> str:
    return " ".join(" ".join(passage.text.split()) for passage in entry.passages(*roles))


def _rows(explanation: Explanation) -> list[tuple[str | None, str, str, str, str, str]]:
    return [
        (
            entry.number,
            " ".join(entry.text.text.split()),
            _said(entry, ColumnRole.DECISION),
            _said(entry, ColumnRole.OWNER),
            _said(entry, ColumnRole.TIMESCALE),
            _said(entry, ColumnRole.RESPONSE),
        )
        for entry in explanation.entries
    ]


def _expected(number: str | None = "{}") -> list[tuple[str | None, str, str, str, str, str]]:
    rows = zip(_ASKED, _DECIDED, _OWNERS, _DUE, _SAID, strict=False)
    return [(number and number.format(at), *row) for at, row in enumerate(rows, 1)]


_LOOKS = {
    "frames, two in a row": Look(card_frames.framed, card_fields.above, white=True),
    "frames, one in a row": Look(card_frames.framed, card_fields.above, across=1, white=True),
    "frames, down the columns": Look(card_frames.framed, card_fields.above, down=True, white=True),
    "frames on a page with a border": Look(card_frames.bordered, card_fields.above, white=True),
    "a rule below the head, titles beside": Look(card_frames.ruled, card_fields.beside),
    "a rule below the head, one in a row": Look(card_frames.ruled, card_fields.beside, across=1),
    "side by side without a gap": Look(card_frames.ruled, card_fields.above, gap=0),
    "round corners, three in a row": Look(card_frames.rounded, card_fields.stacked, across=3),
    "round corners, down three columns": Look(card_frames.rounded, card_fields.stacked, across=3, down=True),
    "dashed, titles before colons": Look(card_frames.dashed, card_fields.with_colons),
    "dashed, titles with colons beside": Look(card_frames.dashed, card_fields.colons_beside),
    "a colour behind each": Look(card_frames.shaded, card_fields.stacked),
    "a colour behind each, close together": Look(card_frames.shaded, card_fields.above, gap=6),
    "white on grey": Look(card_frames.raised, card_fields.above),
    "a bar over each": Look(card_frames.below_bar, card_fields.above, white=True),
    "a bar over each, three in a row": Look(card_frames.below_bar, card_fields.stacked, across=3, white=True),
    "a rule over each": Look(card_frames.below_rule, card_fields.above, across=1),
    "a bar beside each": Look(card_frames.beside_bar, card_fields.above, across=1),
    "a bar beside each, two in a row": Look(card_frames.beside_bar, card_fields.beside),
    "titles that run in": Look(card_frames.framed, card_fields.running_in, white=True),
    "titles in the same print": Look(card_frames.ruled, card_fields.unmarked, across=3),
    "titles in small capitals": Look(card_frames.rounded, card_fields.in_capitals, across=3),
    "titles in a row": Look(card_frames.framed, card_fields.row_of_titles, across=1, white=True),
    "titles in cells": Look(card_frames.ruled, card_fields.in_cells, across=1),
    "titles in cells, two in a row": Look(card_frames.rounded, card_fields.in_cells),
    "a rule between the columns": Look(card_frames.ruled, card_fields.divided),
    "frames below their heads": Look(card_frames.below_head, card_fields.above),
    "frames below their heads, one in a row": Look(card_frames.below_head, card_fields.row_of_titles, across=1),
    "a colour below each head": Look(card_frames.coloured_below_head, card_fields.stacked),
    "columns that are not level": Look(card_frames.framed, card_fields.above, level=False, white=True),
    "three columns that are not level": Look(card_frames.rounded, card_fields.stacked, across=3, level=False),
    "small print at the right": Look(card_frames.shaded, card_fields.at_the_right),
}


@pytest.mark.parametrize("look", _LOOKS.values(), ids=_LOOKS.keys())
def test_cards_of_every_drawing(look: Look) -> None:
    assert _rows(_read(_deck(look))) == _expected()


@pytest.mark.parametrize(
    "titles",
    [
        ("Response", "Responsible officer", "By when", "Commentary"),
        ("Cabinet decision", "Accountable lead", "Deadline", "Rationale"),
        ("Position", "Who", "When", "Why"),
        ("Outcome", "Lead", "Timescale", "Notes"),
    ],
)
@pytest.mark.parametrize(
    "look", [_LOOKS["three columns that are not level"], _LOOKS["a rule below the head, one in a row"]]
)
def test_other_titles(look: Look, titles: Sequence[str]) -> None:
    assert _rows(_read(_deck(look, partial(_numbered, titles=titles)))) == _expected()


@pytest.mark.parametrize(
    ("make", "number"), [(_with_pill, "{}"), (_with_corner, "{}"), (_captioned, "{}"), (_labelled, "2.{}")]
)
@pytest.mark.parametrize("look", [_LOOKS["frames, two in a row"], _LOOKS["round corners, three in a row"]])
def test_other_heads(look: Look, make: Callable[[int], Matter], number: str) -> None:
    assert _rows(_read(_deck(look, make))) == _expected(number)


def test_heads_without_numbers() -> None:
    look = Look(card_frames.framed, card_fields.stacked, white=True)
    made = _deck(look, lambda at: Matter(_ASKED[at], _fields(at, _USUAL)), size=_PORTRAIT)
    assert _rows(_read(made)) == _expected(None)


def _parted(head: str) -> list[Matter]:
    """The cards, of which the third one goes on in another box."""
    first, second = _LONG[: _LONG.index(" within")], _LONG[_LONG.index("within") :]
    *small, (title, _) = _numbered(2).fields
    parts = [
        Matter(_numbered(2).head, (*small, (title, first))),
        Matter(head, (*[("", "")] * 3, ("", second)), breaks=True),
    ]
    return [_numbered(0), _numbered(1), *parts, *(_numbered(at) for at in range(3, len(_ASKED)))]


@pytest.mark.parametrize("head", ["", "3. (continued)", "3. Put up a board (cont’d)"])
@pytest.mark.parametrize(
    ("across", "size"), [(1, (595.0, 424.0)), (2, (842.0, 440.0))], ids=["on the next page", "in the next column"]
)
def test_a_card_that_goes_on(head: str, across: int, size: tuple[float, float]) -> None:
    look = Look(card_frames.framed, card_fields.above, across=across, down=True, white=True)
    assert _rows(_read(Deck(look, size=size).draw("The park: a review", _parted(head)))) == _expected()


def test_boxes_around_the_cards_that_are_none() -> None:
    look = Look(card_frames.framed, card_fields.stacked, white=True)
    before = Matter("How to read the cards", (), body="Each tells what was decided and who will see to it.")
    after = Matter("Next steps", (), body="The Panel will look at the cards again in a year.")
    cards = [before, *(_numbered(at) for at in range(len(_ASKED))), after]
    assert _rows(_read(Deck(look, size=_PORTRAIT).draw("The park: a review", cards))) == _expected()


def test_an_owner_that_is_left_out_takes_nothing_from_beside_it() -> None:
    def unowned(at: int) -> Matter:
        head, fields = _numbered(at).head, _numbered(at).fields
        return Matter(head, tuple((title, "" if title == "Owner" and at == 1 else value) for title, value in fields))

    rows = _rows(_read(_deck(Look(card_frames.framed, card_fields.above, white=True), unowned)))
    assert [row[3] for row in rows] == [owner if at != 1 else "" for at, owner in enumerate(_OWNERS[:7])]
    assert [row[5] for row in rows] == [*_SAID]


@pytest.mark.parametrize(
    "fields",
    [
        (("Name", "Kirk Marlow"), ("Ward", "North"), ("Interest", "Trustee of the band")),
        (("Date", "4 May 2025"), ("Wards", "All"), ("Contact", "Committee Clerk")),
    ],
)
def test_boxes_about_something_else_are_no_cards(fields: Fields) -> None:
    made = _deck(
        Look(card_frames.framed, card_fields.stacked, white=True), lambda at: Matter(f"Councillor {at}", fields)
    )
    assert read_boxed(_document(made), _HEADINGS).entries == ()
