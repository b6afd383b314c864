"""Web pages: what a browser shows is read, in its order; nothing is fetched."""

import codecs
import time
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Document, Line, Source, Table
from extract.errors import DamagedFileError, NoTextError
from extract.reading.formats import find_reader
from extract.reading.html import is_html, read_html

WORDS = st.text(alphabet="abc £’é–1.(<&\"'", min_size=1, max_size=12).filter(lambda text: text.strip())


def _read(page: str | bytes) -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    return read_html(data, Source("a.html", "0" * 64, "text/html"))


def _texts(page: str | bytes) -> list[str]:
    found = list[str]()
    for block in _read(page).blocks:
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else []
        found += [block.text] if isinstance(block, Line) else [line.text for cell in cells for line in cell.lines]
    return found


def _table(page: str) -> Table:
    (found,) = (block for block in _read(page).blocks if isinstance(block, Table))
    return found


def _grid(page: str) -> list[list[tuple[int, int, int, str]]]:
    return [[(c.column, c.column_span, c.row_span, c.text) for c in row.cells] for row in _table(page).rows]


def test_headings_paragraphs_and_tables_are_read_in_order() -> None:
    found = _read(
        "<h1>Response</h1>\n<p>To the\n  <b>Committee</b> of <i>May</i></p><table><tr><td>1<td>Agreed</table>End"
    )

    assert [type(block) for block in found.blocks] == [Line, Line, Table, Line]
    assert found.blocks[:2] == (
        Line("Response", gap=True, bold=True, size=24.0),
        Line("To the Committee of May", gap=True, size=12.0),
    )


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>a<br>b<br><br>c", [("a", True), ("b", False), ("c", True)]),
        ("<div>a</div><div>b</div>", [("a", True), ("b", True)]),
        ("<p>a<p>b", [("a", True), ("b", True)]),
        ("a<span> b</span>c", [("a bc", True)]),
        ("<pre>a\n b\n\nc</pre>", [("a", True), ("b", False), ("c", True)]),
    ],
)
def test_lines_end_where_a_browser_ends_them(page: str, lines: list[tuple[str, bool]]) -> None:
    assert [(line.text, line.gap) for line in _read(page).blocks if isinstance(line, Line)] == lines


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<ul><li>a<li><p>b</p><p>c</p></ul>", ["• a", "• b", "c"]),
        ("<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>", ["1. a", "a. b", "b. c", "2. d"]),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", ["3. a", "9. b", "10. c"]),
        ("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>", ["i. a", "ii. b"]),
        ("<ul style='list-style:none'><li>a</ul>", ["a"]),
        ("<ol style='list-style:none'><li>a</ol>", ["a"]),
        ("<ul><li>• a<li></li></ul>b", ["• a", "b"]),
        ("<ol><li>1. a</ol>", ["1. a"]),
        ("<li>a", ["• a"]),
    ],
)
def test_items_of_lists_have_their_bullets_and_numbers(page: str, texts: list[str]) -> None:
    assert _texts(page) == texts


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<nav>x</nav>",
        "<div role=navigation>x</div>",
        "<p hidden>x</p>",
        "<p style='color:red; display : none'>x</p>",
        "<span aria-hidden=true>x</span>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<!-- x -->",
        "<del>x</del>",
        "<select><option>x</option></select>",
        "<input type=hidden value=x>",
        "<dialog>x</dialog>",
    ],
)
def test_what_is_not_shown_is_left_out_and_what_follows_is_not(hidden: str) -> None:
    assert _texts(f"<body><p>a {hidden}b</p>") in (["a b"], ["a", "b"])


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<input type=checkbox checked> Agreed", "☒ Agreed"),
        ("<input type=radio> Agreed", "☐ Agreed"),
        ("<input value='By May'>", "By May"),
        ("<select><option>No<option selected>Yes</select>", "Yes"),
        ("&pound;5&nbsp;m &amp; more&hellip; &#x2713; co&shy;op", "£5\xa0m & more… ✓ coop"),
    ],
)
def test_forms_and_entities_are_read_as_they_show(page: str, text: str) -> None:
    assert _texts(f"<body>{page}") == [text]


@pytest.mark.parametrize(
    ("page", "bold"),
    [
        ("<p><strong>Response:</strong> no", True),
        ("<p><b>Lead:</b> the Director", False),
        ("<p style='font-weight:700'>a", True),
        ("<b style='font-weight:normal'>a</b>", False),
        ("<h3>a</h3>", True),
    ],
)
def test_weight_is_that_of_most_letters(page: str, bold: bool) -> None:  # noqa: FBT001 - a case
    (line,) = _read(page).blocks
    assert isinstance(line, Line)
    assert line.bold == bold


def test_a_grid_is_read_with_its_spans() -> None:
    page = (
        "<table><caption>Responses</caption><thead><tr><th colspan=2>Rec<th rowspan=2>Response</thead>"
        "<tr><th>No<th>Text<tr><td rowspan=0>1<td>a<td>b<tr><td>c<td>d<tr></tr></table>"
    )

    assert _texts(page)[0] == "Responses"
    assert _grid(page) == [
        [(0, 2, 1, "Rec"), (2, 1, 2, "Response")],
        [(0, 1, 1, "No"), (1, 1, 1, "Text")],
        [(0, 1, 3, "1"), (1, 1, 1, "a"), (2, 1, 1, "b")],
        [(1, 1, 1, "c"), (2, 1, 1, "d")],
    ]


def test_a_table_within_a_cell_becomes_lines_of_it() -> None:
    long = "The Council agrees with this recommendation and has set money aside for it."
    page = f"<table><tr><td>1<td>{long}<table><tr><td>2024<td>£5<tr><td>2025<td>£6</table>Then.</table>"

    assert _grid(page)[0][1][3] == f"{long}\n2024\n£5\n2025\n£6\nThen."


def test_a_table_that_lays_out_the_page_is_seen_through() -> None:
    inner = "<table><tr><th>No<th>Response<tr><td>1<td>Agreed, and to be done by May</table>"
    found = _read(f"<table><tr><td>Menu<td><h1>Response of the Cabinet</h1>{inner}</table>").blocks

    assert [type(block) for block in found] == [Line, Line, Table]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>a<div><td>b</div><td>c</table>",
        "<td>a</td><tr>b</tr><th>c",
        "<table>a<tr>b<td>c</table>",
        "<table><td>a<td>b<tr><td>c",
        "<ul></li>a<li>b</ul></ul>c</p>",
    ],
)
def test_tags_in_places_where_they_do_not_belong_lose_nothing(page: str) -> None:
    assert sorted("".join(_texts(page)).replace("• ", "")) == ["a", "b", "c"]


def test_the_header_and_footer_of_the_page_are_furniture() -> None:
    page = (
        "<header>Anytown Council</header><main><header>Cabinet</header><p>a</p></main>"
        "<footer>Published 3 May 2024</footer>"
        "<header><h1>Response</h1></header>"
    )

    assert _texts(page) == ["Cabinet", "a", "Response"]
    assert [line.text for line in _read(page).furniture] == ["Anytown Council", "Published 3 May 2024"]


def test_the_page_says_what_it_is() -> None:
    page = (
        "<head><title>Response\n of the Cabinet</title><meta name='DC.title' content='Other'>"
        "<meta name=author content=Cabinet><meta property='article:published_time' content='2024-05-03T09:00'></head>a"
    )

    assert dict(_read(page).metadata) == {
        "title": "Response of the Cabinet",
        "author": "Cabinet",
        "creationdate": "2024-05-03T09:00",
    }


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>£5 – agréed".encode(),
        codecs.BOM_UTF8 + "<html><p>£5 – agréed".encode(),
        "\ufeff<html><p>£5 – agréed".encode("utf-16-le"),
        "\ufeff<html><p>£5 – agréed".encode("utf-16-be"),
        "<html><meta charset=iso-8859-1><p>£5 – agréed".encode("cp1252"),
        "<html><meta http-equiv=a content='text/html; charset=macintosh'><p>£5 – agréed".encode("mac_roman"),
        "<?xml version='1.0' encoding='windows-1252'?><html><p>£5 – agréed".encode("cp1252"),
        "<html><meta charset=utf-8><p>£5 – agréed".encode("cp1252"),
        "<html><meta charset=nonsense><p>£5 – agréed".encode("cp1252"),
        "<html><meta charset=base64><p>£5 – agréed".encode("cp1252"),
        "<html><meta charset=utf-16><p>£5 – agréed".encode(),
    ],
)
def test_the_encoding_is_told(data: bytes) -> None:
    assert is_html(data)
    assert _texts(data) == ["£5 – agréed"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><p>", True),
        (b"\n <HTML lang=en>", True),
        (b"<table border=1>", True),
        (b"<!-- saved --><html>", True),
        (b"<?xml version='1.0'?><rss>", False),
        (b"<p> is not a page", False),
        (b"<divided> we fall", False),
        (b"Response <html>", False),
    ],
)
def test_a_page_is_told_by_its_first_tag(data: bytes, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_html(data) == expected
    assert find_reader(data, "a.pdf").name == ("html" if expected else "text")


def test_entities_and_addresses_lead_nowhere() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><base href="http://example.org/">'
        '<link rel=stylesheet href=x.css><iframe src=y></iframe><img src="http://example.org/z.png"><p>&x;'
    )

    assert _texts(page)[-1] == "&x;"


def test_a_page_that_nests_too_deep_is_refused_soon() -> None:
    for depth in (300, 100_000):
        begun = time.perf_counter()
        with pytest.raises(DamagedFileError):
            _read("<html>" + "<div>" * depth + "a" + "</div>" * depth)
        assert time.perf_counter() - begun < 5


def test_a_page_of_wild_spans_is_read_soon_and_whole() -> None:
    begun = time.perf_counter()
    found = _table("<table>" + ("<tr>" + "<td colspan=99999 rowspan=99999999999>a" * 20) * 100 + "</table>")

    assert sum(len(row.cells) for row in found.rows) == 2000
    assert max(cell.column + cell.column_span for row in found.rows for cell in row.cells) == found.columns
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("page", ["<html></html>", "<html><body> <p>&nbsp;</p>", "<html><script>x</script>"])
def test_a_page_without_words_is_told(page: str) -> None:
    with pytest.raises(NoTextError):
        _read(page)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5), st.lists(WORDS, max_size=4))
@settings(deadline=None, max_examples=60)
def test_no_character_is_lost(rows: list[list[str]], paragraphs: list[str]) -> None:
    cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    page = (
        "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
        + f"<table><tr>{'</tr><tr>'.join(cells)}</tr></table>"
    )
    whole = "".join([*paragraphs, *(cell for row in rows for cell in row)])

    assert "".join("".join(_texts(page)).split()) == "".join(whole.split())


TAGS = "table tr td th ul ol li p div br h1 header main caption select option pre b input img"
PIECES = st.sampled_from(
    [*(f"<{tag}>" for tag in TAGS.split()), *(f"</{tag}>" for tag in TAGS.split()), "Z", "&amp;", "< "]
)


@given(st.lists(PIECES, max_size=40))
@settings(deadline=None, max_examples=200)
def test_any_tags_are_read_and_no_letter_is_lost(pieces: list[str]) -> None:
    """An ``option`` that is not chosen is no text."""
    page = "".join(pieces)
    document = _read(f"<html><p>Before</p>{page}")
    said = [*_texts(f"<html><p>Before</p>{page}"), *(line.text for line in document.furniture)]

    assert "".join(said).count("Z") == page.count("Z") or "option" in page or "select" in page


@pytest.mark.parametrize("said", ["Show", "Hide this section", "expand"])
def test_what_a_click_does_is_no_part_of_the_heading_that_it_opens(said: str) -> None:
    page = f"<h2><button><span>Recommendation 1: Benches</span> <span>{said}</span></button></h2><p>Mend them."
    assert _texts(page) == ["Recommendation 1: Benches", "Mend them."]


def test_a_heading_about_shows_keeps_its_words() -> None:
    assert _texts("<h2><span>Show</span></h2><h2><button><span>Show gardens</span></button></h2>") == [
        "Show",
        "Show gardens",
    ]


@pytest.mark.parametrize("how", ["hidden", "style='display: none'", "aria-hidden=true"])
def test_a_section_that_a_button_opens_is_read(how: str) -> None:
    page = f"<h2><button aria-controls='b c1'>One</button></h2><div id=c1 {how}>Agreed.</div><div id=c2 {how}>x</div>"
    assert _texts(page) == ["One", "Agreed."]


def test_a_menu_that_a_button_of_the_header_opens_is_not_read() -> None:
    page = "<header><button aria-controls=m>Menu</button></header><ul id=m hidden><li>Bins</ul><p>Agreed."
    assert _texts(page) == ["Agreed."]
