"""The two months of the law, and which dates of a paper they count between."""

from dataclasses import replace
from datetime import date

import pytest

from extract.changes import ResponseTime, Timing
from extract.comparing.sides import Paper, paper_of
from extract.comparing.timing import last_day_of, response_time
from extract.comparing.wording import load_wording
from extract.flow import read_result

WORDING = load_wording()


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2024-01-14", "2024-03-13"),
        ("2024-01-01", "2024-02-29"),
        ("2023-01-01", "2023-02-28"),
        ("2024-03-01", "2024-04-30"),
        ("2023-12-31", "2024-02-29"),
        ("2022-12-30", "2023-02-28"),
        ("2024-11-01", "2024-12-31"),
        ("2024-12-01", "2025-01-31"),
        ("2024-08-31", "2024-10-30"),
    ],
)
def test_a_period_of_two_months_begins_with_its_first_day(start: str, last: str) -> None:
    assert last_day_of(date.fromisoformat(start), 2) == date.fromisoformat(last)


def papers(head: str, columns: str = "", cells: str = "") -> Paper:
    """A paper of Leeds with this head, and with these columns beside the others."""
    text = (
        f"Leeds City Council\n{head}\n\nRecommendation\tDecision\tResponse{columns}\n"
        f"Recommendation 1: That buses run at night\tAccept\tWe will run buses at night.{cells}\n"
    )
    report = read_result(text.encode(), "paper.txt").report
    assert report is not None
    return paper_of(report, WORDING)


def timed(head: str, columns: str = "", cells: str = "") -> ResponseTime:
    """How long the answer in such a paper took."""
    return response_time((papers(head, columns, cells),), WORDING.comparing)


def told(head: str, columns: str = "", cells: str = "") -> tuple[Timing, str | None, str | None]:
    """The timing, the date of the report and that of the answer, of such a paper."""
    found = timed(head, columns, cells)
    reported, answered = (day.isoformat() if day else None for day in (found.reported, found.answered))
    return found.timing, reported, answered


def test_the_dates_are_those_that_columns_name() -> None:
    found = told("Response", "\tDate of report\tDate of response", "\t1 March 2024\t30 April 2024")
    assert found == (Timing.IN_TIME, "2024-03-01", "2024-04-30")


def test_from_which_dates_it_is_counted_is_told() -> None:
    columns = "\tDate of report\tDate of response"
    law = "that began with the report of {} (Local Government Act 2000, section 9FE)."
    for cells, said in (
        ("\t1 March 2024\t30 April 2024", "In time: answered on 2024-04-30, by 2024-04-30, within the two months "),
        ("\t1 March 2024\t1 May 2024", "Late: answered on 2024-05-01, after 2024-04-30, the last of the two months "),
        ("\tMarch 2024\tJune 2024", "Late: answered on 2024-06, after 2024-05-30, the last of the two months "),
    ):
        explanation = timed("Response", columns, cells).explanation
        assert explanation == said + law.format("2024-03-01" if cells[1] == "1" else "2024-03")


@pytest.mark.parametrize(
    ("authority", "committee", "timing"),
    [
        ("Leeds City Council", "Transport Scrutiny Board", Timing.LATE),
        ("Leeds City Council", "Crime and Disorder Scrutiny Board", Timing.NOT_APPLICABLE),
        ("Northmoor NHS Foundation Trust", "Health Scrutiny Board", Timing.NOT_APPLICABLE),
        ("Police and Crime Commissioner for Essex", "Police and Crime Panel", Timing.NOT_APPLICABLE),
    ],
)
def test_the_law_is_about_councils_and_not_about_crime_and_disorder(
    authority: str, committee: str, timing: Timing
) -> None:
    columns, cells = "\tDate of report\tDate of response", "\t1 March 2024\t1 June 2024"
    paper = replace(papers("Response", columns, cells), authority=authority, authority_id=None, committee=committee)
    assert response_time((paper,), WORDING.comparing).timing is timing


def test_the_date_of_the_report_is_that_which_a_line_about_it_names() -> None:
    head = (
        "Response to the Scrutiny Review of Buses, 14 May 2024\nReport of the Transport Scrutiny Board of 1 March 2024"
    )
    assert told(head) == (Timing.LATE, "2024-03-01", "2024-05-14")


def test_dates_without_days_are_too_coarse_where_it_matters() -> None:
    columns = "\tDate of report\tDate of response"
    assert told("Response", columns, "\tMarch 2024\tMay 2024")[0] is Timing.NOT_KNOWN
    assert told("Response", columns, "\tMarch 2024\tApril 2024")[0] is Timing.IN_TIME
    assert told("Response", columns, "\tMarch 2024\tJune 2024")[0] is Timing.LATE


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("", ""),
        ("\tDate of report", "\t1 March 2024"),
        ("\tDate of response", "\t1 March 2024"),
        ("\tDate of report\tDate of response", "\t1 March 2024\t1 February 2024"),
        ("\tTarget date", "\t1 March 2024"),
    ],
)
def test_what_is_not_printed_is_not_known(columns: str, cells: str) -> None:
    assert told("Response", columns, cells)[0] is Timing.NOT_KNOWN


def test_of_reports_of_several_dates_none_is_known() -> None:
    text = (
        "Leeds City Council\n\nRecommendation\tDecision\tResponse\tDate of report\tDate of response\n"
        "Recommendation 1: That buses run\tAccept\tWe will run buses.\t1 March 2024\t1 June 2024\n"
        "Recommendation 2: That trams run\tAccept\tWe will run trams.\t2 May 2024\t1 June 2024\n"
    )
    report = read_result(text.encode(), "paper.txt").report
    assert report is not None
    assert response_time((paper_of(report, WORDING),), WORDING.comparing).reported is None
