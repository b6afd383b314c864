"""Which of the dates on a document's first pages and in its footers is its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.facts.dates import document_date_from_metadata, find_document_date
from extract.records import DateBasis
from extract.vocabulary.dates import load_date_words

WORDS = load_date_words()


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["Response to the review of libraries", "Date of response: 14/11/2024"], "2024-11-14", "2024-11-14"),
        (["Scrutiny recommendations – response form", "Date: Tuesday 4 March 2025"], "2025-03-04", "2025-03-04"),
        (["Date of response:", "14 November 2024"], "2024-11-14", "2024-11-14"),
        (["Review of libraries", "11 March 2024 – Annex B"], "2024-03-11", "2024-03-11"),
        (["Report of the Director to Executive Board, 26 July 2023"], "2023-07-26", "2023-07-26"),
        (
            ["Report of the Head of Homes to the Homes Panel, 3 June 2025. Ten actions are open."],
            "2025-06-03",
            "2025-06-03",
        ),
        (["Cabinet – 20 March 2025", "Response to the inquiry"], "2025-03-20", "2025-03-20"),
        (["Cabinet – 3 Mehefin 2025 / 3 June 2025"], "2025-06-03", "2025-06-03"),
        (["3 Mehefin / 3 June 2025"], "2025-06-03", "2025-06-03"),
        (["Agreed by Cabinet on 18 June 2024"], "2024-06-18", "2024-06-18"),
        (["Report to Cabinet, 26 July 2023"], "2023-07-26", "2023-07-26"),
        (["Leeds City Council – Executive Board, 3 November 2025 – Item 11, Appendix 2"], "2025-11-03", "2025-11-03"),
        (["Trees and hedges | 3 November 2025 | Cabinet"], "2025-11-03", "2025-11-03"),
        (["Published 3 July 2025"], "2025-07-03", "2025-07-03"),
        (["Government response", "MARCH 2025"], "2025-03-01", "2025-03-31"),
        (
            ["Recommendation 1: do it", "by 1 May 2026", "Exborough Council Cabinet 11 May 2025"],
            "2025-05-11",
            "2025-05-11",
        ),
        (["Scrutiny Committee, 5 March 2024", "Cabinet, 14 May 2024"], "2024-05-14", "2024-05-14"),
        (["Executive, 9 May 2025. The Panel reported in January 2025."], "2025-05-09", "2025-05-09"),
        (["Printed on 1 June 2024", "3 October 2023"], "2023-10-03", "2023-10-03"),
        (["to be printed. It was published on 3 July 2025 by authority of the House of"], "2025-07-03", "2025-07-03"),
        (["Response to the Transport Panel, as agreed by Cabinet on 9 June 2025"], "2025-06-09", "2025-06-09"),
        (["Leisure: reply to scrutiny (approved by the Executive, 9 June 2025)"], "2025-06-09", "2025-06-09"),
        (["Derwentshire Council  Executive, 9 June 2025  Agenda item 4, Appendix C"], "2025-06-09", "2025-06-09"),
        (["Action tracker, exported 9 June 2025 (from the system)", "Review"], "2025-06-09", "2025-06-09"),
        (["Recommendations log | position as at 9 June 2025"], "2025-06-09", "2025-06-09"),
        (["Cabinet, 3 July 2025", "Tracker, extracted 9 June 2025"], "2025-07-03", "2025-07-03"),
        (["Meeting date: 9 September 2025", "Response of the Cabinet"], "2025-09-09", "2025-09-09"),
    ],
)
def test_the_date_that_a_document_gives_itself_is_found(lines: list[str], start: str, end: str) -> None:
    found = find_document_date(lines, WORDS)
    assert found is not None
    assert (found.start, found.end, found.basis) == (start, end, DateBasis.STATED)
    assert found.text in "\n".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Response to the Scrutiny Review of Libraries"],
        ["The review was set up in March 2023 and reported to members on 4 May 2023."],
        ["Printed on 12 June 2024"],
        ["Response to the report considered by the Panel on 12 June 2024"],
        ["Version 2.1, 12 June 2024"],
        ["Last updated: 12 June 2024"],
        ["Strategy 2024-2028", "Vision 2030"],
        ["Timescale: 31 May 2026"],
        ["The Government response was received on 18 June 2025"],
        ["Target date: 30 June 2025"],
        ["Agenda Item 7", "14 March"],
        ["The Board met on 3 November 2025 – it was its first meeting of the year – and heard from officers."],
        ["held the contract since 1 October 2023"],
        ["1. That the policy be published", "31 May 2026", *["A line of the response."] * 6],
    ],
)
def test_dates_of_other_things_are_not_the_documents(lines: list[str]) -> None:
    assert find_document_date(lines, WORDS) is None


@pytest.mark.parametrize(
    ("metadata", "day"),
    [
        ((("creationdate", "D:20250311094500Z"),), "2025-03-11"),
        ((("author", "A N Other"), ("created", "2025-03-11T09:45:00Z")), "2025-03-11"),
        ((("moddate", "D:20250312"), ("creationdate", "D:20250311")), "2025-03-11"),
    ],
)
def test_metadata_tell_the_day_of_making(metadata: tuple[tuple[str, str], ...], day: str) -> None:
    found = document_date_from_metadata(metadata)
    assert found is not None
    assert (found.start, found.end, found.basis) == (day, day, DateBasis.METADATA)


@pytest.mark.parametrize("stamp", ["", "yesterday", "D:20259999", "D:2025"])
def test_metadata_without_a_day_tell_nothing(stamp: str) -> None:
    assert document_date_from_metadata((("creationdate", stamp),)) is None


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_lines_can_be_read(lines: list[str]) -> None:
    found = find_document_date(lines, WORDS)
    assert found is None or found.start <= found.end
