"""Documents in English and Welsh: what is set aside, and what holds both in one cell."""

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.reading.languages import set_welsh_aside


def _read(*cells: str) -> list[str]:
    rows = tuple(Row((Cell((Line(first), Line(second)), 0),)) for first, second in (cell.split("|") for cell in cells))
    document = set_welsh_aside(Document(Source("a.txt", "0" * 64, "text/plain"), "text", (Table(rows, 1),)))
    return [line.text for block in document.blocks if isinstance(block, Table) for line in block.lines()]


def test_a_cell_that_says_the_same_at_a_stroke_keeps_both_halves() -> None:
    cells = (
        "Pennaeth Priffyrdd yn y|Sir / Head of Highways",
        "Derbyn yn rhannol /|Accept in part",
        "Ionawr neu Chwefror /|January or February",
        "Penderfyniad yr / The Council|decision of the Council",
        "Mae swyddog / There is an officer|for this in the Council",
    )
    assert _read(*cells) == [line for cell in cells for line in cell.split("|")]


def test_a_cell_without_a_stroke_keeps_the_english_lines() -> None:
    cells = ("Derbyn yn rhannol|Accept the plan in part", "Pennaeth yn y sir|Head of the service", "Bod mae yn|That is")
    assert _read(*cells) == ["Accept the plan in part", "Head of the service", "That is"]
