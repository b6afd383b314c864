"""Running headers, footers and page numbers are set aside; the text and tables never are."""

from extract.document import Block, Box, Cell, Line, Page, Row, Table
from extract.reading.furniture import set_aside

WIDTH, HEIGHT = 595.0, 842.0


def line(text: str, page: int, top: float, x0: float = 50.0) -> Line:
    return Line(text, page, Box(x0, top, x0 + 5 * len(text), top + 10))


def table(page: int, top: float, bottom: float) -> Table:
    box = Box(50, top, 545, bottom)
    return Table((Row((Cell((line("Recommendation", page, top + 2),), 0, box=box),), page, box),), 1, (50.0, 545.0))


def read(*pages: list[Block]) -> tuple[list[str], list[str]]:
    sizes = [Page(number, WIDTH, HEIGHT, 100) for number in range(1, len(pages) + 1)]
    blocks, furniture = set_aside(pages, sizes)
    return [block.text for block in blocks if isinstance(block, Line)], [found.text for found in furniture]


def body(page: int) -> list[Block]:
    return [line(f"text {page} {word}", page, 150 + 12 * k) for k, word in enumerate(("one", "two", "three"))]


def test_headers_and_footers_that_return_are_set_aside() -> None:
    pages = [
        [line("Cabinet response", p, 40), *body(p), line("Leeds City Council", p, 780), line(f"{p}", p, 800)]
        for p in (1, 2)
    ]
    text, furniture = read(*pages)
    assert furniture == ["Cabinet response", "Leeds City Council", "1", "Cabinet response", "Leeds City Council", "2"]
    assert all(words.startswith("text") for words in text)


def test_page_numbers_are_set_aside_on_a_single_page() -> None:
    for number in ("Page 2 of 142", "12", "- 3 -", "page 4", "5 / 9"):
        assert read([*body(1), line(number, 1, 800)])[1] == [number]


def test_what_stands_once_or_elsewhere_stays() -> None:
    first: list[Block] = [line("Response of the Cabinet", 1, 40), *body(1), line("Signed by the Leader", 1, 790)]
    second: list[Block] = [*body(2), line("Response of the Cabinet", 2, 400)]
    assert read(first, second)[1] == []


def test_the_last_line_of_a_full_page_stays() -> None:
    pages: list[list[Block]] = [
        [*(line(f"line {k} of {p}", p, 700 + 12 * k) for k in range(8)), line("Accept", p, 796)] for p in (1, 2, 3)
    ]
    assert read(*pages)[1] == []


def test_the_titles_of_columns_stay() -> None:
    titles = ("Recommendation", "Decision", "Comments")
    pages = [[*(line(t, p, 45, 50 + 150 * k) for k, t in enumerate(titles)), *body(p)] for p in (1, 2, 3)]
    assert read(*pages)[1] == []


def test_titles_that_stood_in_the_text_before_stay() -> None:
    pages: list[list[Block]] = [[*body(1), line("Decision", 1, 300)], [line("Decision", 2, 45), *body(2)]]
    pages.append([line("Decision", 3, 45), *body(3)])
    assert read(*pages)[1] == []


def test_tables_stay_and_a_header_may_stand_close_above_one() -> None:
    pages: list[list[Block]] = [[line("Scrutiny response form", p, 40), table(p, 52, 700)] for p in (1, 2)]
    blocks, furniture = set_aside(pages, [Page(p, WIDTH, HEIGHT, 10) for p in (1, 2)])
    assert [type(block) for block in blocks] == [Table, Table]
    assert len(furniture) == 2


def test_nothing_is_lost() -> None:
    pages = [[line("Header", p, 40), *body(p), table(p, 300, 500), line(f"Page {p}", p, 800)] for p in (1, 2, 3)]
    blocks, furniture = set_aside(pages, [Page(p, WIDTH, HEIGHT, 10) for p in (1, 2, 3)])
    assert sorted(map(id, [*blocks, *furniture])) == sorted(id(block) for page in pages for block in page)
