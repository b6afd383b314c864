"""Word documents: what is printed is read, in its order, with its automatic numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Line, Table
from tests.reading.word import (
    blocks,
    grid,
    p,
    package,
    part,
    r,
    read,
    table,
    tbl,
    tc,
    texts,
    tr,
    zipped,
)

WORDS = st.text(alphabet="abc £’é–1.(", min_size=1, max_size=12).filter(lambda text: text.strip())


def test_paragraphs_and_tables_are_read_in_order() -> None:
    found = blocks(p("Before") + tbl(tr("No", "Response"), tr("1", "Agreed")) + p("After"))

    assert [type(block) for block in found] == [Line, Table, Line]
    assert found[0] == Line("Before", gap=True)


def test_paragraphs_of_a_cell_have_gaps_and_its_first_has_none() -> None:
    (row,) = table(tbl(tr(tc(p("One") + p("") + p("Two", "<w:r><w:br/></w:r>", "Three"))))).rows

    assert [(line.text, line.gap) for line in row.cells[0].lines] == [("One", False), ("Two", True), ("Three", False)]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (r("a") + "<w:r><w:tab/></w:r>" + r("b"), "a\tb"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op&#xAD;erate</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op"),
        ('<w:hyperlink r:id="x" xmlns:r="r">' + r("the website") + "</w:hyperlink>", "the website"),
        ('<w:fldSimple w:instr="PAGE">' + r("4") + "</w:fldSimple>", "4"),
        ("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" + r("shown"), "shown"),
        ("<w:smartTag>" + r("Leeds") + "</w:smartTag>", "Leeds"),
        ("<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>", "x²"),
        (r("seen") + r("unseen", "<w:vanish/>"), "seen"),
        ("<w:r><w:ruby><w:rt>" + r("up") + "</w:rt><w:rubyBase>" + r("base") + "</w:rubyBase></w:ruby></w:r>", "base"),
        (r("a") + "<w:commentRangeStart/>" + r("b"), "ab"),
    ],
)
def test_a_paragraph_says_what_is_printed(run: str, text: str) -> None:
    assert texts(p(run)) == [text]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:ins>" + r("will") + "</w:ins><w:del><w:r><w:delText>may</w:delText></w:r></w:del>", "will"),
        ("<w:moveTo>" + r("here") + "</w:moveTo><w:moveFrom>" + r("gone") + "</w:moveFrom>", "here"),
    ],
)
def test_tracked_changes_are_taken_as_accepted(run: str, text: str) -> None:
    assert texts(p(run)) == [text]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    assert texts(p("To be ", properties="<w:rPr><w:del/></w:rPr>") + p("agreed")) == ["To be agreed"]


def test_a_deleted_row_is_left_out_and_an_inserted_one_is_kept() -> None:
    rows = tr("1", "Old", properties="<w:del/>"), tr("1", "New", properties="<w:ins/>")

    assert [cell.text for cell in table(tbl(*rows)).rows[0].cells] == ["1", "New"]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00FB"/></w:r>', "✗"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="zz"/></w:r>' + r("a"), "a"),
        (r("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓"),
        (r("\uf0fe", '<w:rFonts w:ascii="Arial"/>'), "☑"),
        (r("über", '<w:rFonts w:ascii="Arial"/>'), "über"),
        (r("\uf0b7"), "•"),
    ],
)
def test_glyphs_of_symbol_fonts_are_read_as_what_they_show(run: str, text: str) -> None:
    assert texts(p(run)) == [text]


@pytest.mark.parametrize(
    ("control", "text"),
    [
        ('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "☒ Agreed"),
        ('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "☐ Agreed"),
        ("<w14:checkbox/>", "☐ Agreed"),
        ("<w:showingPlcHdr/>", "Agreed"),
        ("<w:dropDownList/>", "? Agreed"),
    ],
)
def test_content_controls_are_read_by_their_state(control: str, text: str) -> None:
    held = f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent>{r('?')}</w:sdtContent></w:sdt>"

    assert texts(p(held, " Agreed")) == [text]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>', "No"),
        ('<w:ddList><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>', "Yes"),
    ],
)
def test_fields_of_older_forms_are_read_by_their_state(field: str, text: str) -> None:
    mark = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{field}</w:ffData></w:fldChar></w:r>'

    assert texts(p(mark)) == [text]


def test_controls_around_paragraphs_rows_and_cells_are_seen_through() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = control(p("Title")) + tbl(control(tr("1", control(tc("Agreed")))))

    assert texts(body) == ["Title", "1", "Agreed"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )

    assert texts(p(f"<w:r>{both}</w:r>", "Beside it")) == ["Beside it", "In the box"]
    assert texts(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")) == ["In the box"]


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    notes = f'<w:footnote w:id="2">{p("Second")}</w:footnote><w:footnote w:id="1">{p("First", " of all")}</w:footnote>'
    body = p(r("A"), '<w:r><w:footnoteReference w:id="1"/></w:r>') + tbl(
        tr(tc(p("B", '<w:r><w:footnoteReference w:id="2"/></w:r>')))
    )

    assert texts(body, footnotes=part("footnotes", notes)) == ["A", "B", "[1] First of all", "[2] Second"]


def test_headers_and_footers_are_furniture() -> None:
    document = read(package(p("Text"), header=part("hdr", p("OFFICIAL")), footer=part("ftr", p("Page 1"))))

    assert [line.text for line in document.blocks if isinstance(line, Line)] == ["Text"]
    assert [line.text for line in document.furniture] == ["OFFICIAL", "Page 1"]


STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Sub"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>',
)


@pytest.mark.parametrize(
    ("paragraph", "bold", "size"),
    [
        (p("Plain"), False, 11.0),
        (p("Styled", properties='<w:pStyle w:val="Sub"/>'), True, 14.0),
        (p(r("Not", '<w:b w:val="0"/>'), properties='<w:pStyle w:val="Sub"/>'), False, 14.0),
        (p(r("Strong", '<w:rStyle w:val="Strong"/><w:sz w:val="19"/>')), True, 9.5),
        (p(r("Recommendation 1:", "<w:b/>"), " that"), True, 11.0),
        (p(r("Lead:", "<w:b/>"), " the Director of Children"), False, 11.0),
    ],
)
def test_weight_and_size_come_from_runs_and_styles(paragraph: str, bold: bool, size: float) -> None:  # noqa: FBT001 - a case
    (line,) = blocks(paragraph, styles=STYLES)

    assert isinstance(line, Line)
    assert (line.bold, line.size) == (bold, size)


def test_pages_are_counted_by_the_marks_that_word_left() -> None:
    mark, hard = "<w:r><w:lastRenderedPageBreak/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
    found = read(package(p("1", hard) + p(mark, "2") + p("still 2, ", mark, "then 3") + p("3")))

    assert [(line.text, line.page) for line in found.blocks if isinstance(line, Line)] == [
        ("1", 1),
        ("2", 2),
        ("still 2, then 3", 2),
        ("3", 3),
    ]
    assert found.source.pages == 3


def test_pages_are_counted_by_breaks_where_word_left_no_marks() -> None:
    hard = '<w:r><w:br w:type="page"/></w:r>'
    body = p("1", hard, "2") + p("3", properties="<w:pageBreakBefore/>") + p("3", properties="<w:sectPr/>") + p("4")

    assert [block.page for block in blocks(body) if isinstance(block, Line)] == [1, 2, 3, 3, 4]


def test_cells_of_a_row_begin_on_one_page() -> None:
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    rows = tr("1", tc(p("a") + p(mark, "b"))), tr(tc(p(mark, "2")), "c"), tr("3", "d")

    found = table(tbl(*rows))

    assert [row.page for row in found.rows] == [1, 3, 3]
    assert [[line.page for cell in row.cells for line in cell.lines] for row in found.rows] == [
        [1, 1, 2],
        [3, 3],
        [3, 3],
    ]


def test_the_file_says_what_it_is() -> None:
    core = (
        '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title> Response </dc:title><dc:creator/><t:created>2024-03-05T09:00:00Z</t:created></c:coreProperties>"
    )
    document = read(_with_core(core))

    assert document.metadata == (("title", "Response"), ("creationdate", "2024-03-05T09:00:00Z"))


def _with_core(core: str) -> bytes:
    main = part("document", f"<w:body>{p('Text')}</w:body>")
    return zipped({"word/document.xml": main, "docProps/core.xml": core})


def test_the_strict_form_is_read_as_the_usual_one() -> None:
    main = part("document", f"<w:body>{p('Text')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert [block.text for block in read(zipped({"word/document.xml": main})).blocks if isinstance(block, Line)] == [
        "Text"
    ]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5), st.lists(WORDS, max_size=4))
@settings(deadline=None, max_examples=50)
def test_no_character_is_lost(rows: list[list[str]], paragraphs: list[str]) -> None:
    body = "".join(p(words) for words in paragraphs) + tbl(*(tr(*row) for row in rows))

    assert "".join("".join(texts(body)).split()) == "".join("".join([*paragraphs, *sum(rows, [])]).split())  # noqa: RUF017 - short


def test_a_grid_is_read_with_its_spans() -> None:
    rows = (
        tr(tc("Theme", '<w:gridSpan w:val="3"/>')),
        tr(tc("1", '<w:vMerge w:val="restart"/>'), "a", "b"),
        tr(tc("", "<w:vMerge/>"), tc("c", '<w:gridSpan w:val="2"/>')),
        tr("d", properties='<w:gridBefore w:val="2"/>'),
    )

    assert grid(table(tbl(*rows))) == [
        [(0, 3, 1, "Theme")],
        [(0, 1, 2, "1"), (1, 1, 1, "a"), (2, 1, 1, "b")],
        [(1, 2, 1, "c")],
        [(2, 1, 1, "d")],
    ]
