"""What several layouts make of one document, put together."""

from extract.document import Document, Line, Source, Table
from extract.layouts import explain
from extract.layouts.entries import Entry
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts.test_columns import row

ASKED = ("That the pond is dredged.", "That ducks are counted.", "That the boats are painted.")
DETAILS = (
    ("The pond was last dredged nine years ago. It will be dredged next in May.", "Parks Manager"),
    ("Ducks do not keep still, as was found in 2019 when the last count took place.", "Head of Parks"),
    ("We have chosen blue. The boats will be painted in April, when the season begins.", "Head of Ports"),
)


def _entries(*decisions: str) -> tuple[Entry, ...]:
    rows = [row(str(at), asked, said) for at, (asked, said) in enumerate(zip(ASKED, decisions, strict=True), 1)]
    lines = list[Line]()
    for at, (asked, (said, lead)) in enumerate(zip(ASKED, DETAILS, strict=True), 1):
        lines += [
            Line(text, gap=True) for text in (f"Recommendation {at}: {asked}", f"Response: {said}", f"Lead: {lead}")
        ]
    table = Table((row("No.", "Recommendation", "Decision"), *rows), 3)
    heading = Line("Reasons and actions", gap=True, bold=True, size=16.0)
    document = Document(Source("a.txt", "0" * 64, "text/plain"), "text", (table, heading, *lines))
    return explain(document, load_headings()).entries


def test_the_decisions_of_a_summary_go_with_the_details_behind_it() -> None:
    entries = _entries("Accepted", "Not accepted", "Accepted in part")
    assert [entry.text.text for entry in entries] == list(ASKED)
    assert [entry.passages(ColumnRole.DECISION)[0].text for entry in entries] == [
        "Accepted",
        "Not accepted",
        "Accepted in part",
    ]
    assert [entry.passages(ColumnRole.OWNER)[0].text for entry in entries] == [lead for _, lead in DETAILS]
