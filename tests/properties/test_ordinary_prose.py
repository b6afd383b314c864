"""What councils write of other things holds no answers: minutes, notices and reports give no rows and no decisions."""

from pathlib import Path

import pytest

from extract.facts.commitments import find_commitments
from extract.facts.outcomes import find_decision
from extract.flow import read_report
from extract.language import load_language
from extract.records import CommitmentStatus
from extract.vocabulary.commitments import load_commitment_words
from extract.vocabulary.outcomes import load_outcome_words

MINUTES = """Borsetshire County Council
Minutes of the Community Services Committee held at County Hall on Tuesday 12 March 2024

Present: Councillors Archer (Chair), Grundy, Pargetter and Snell
Apologies for absence were received from Councillor Tregorran.

12. Declarations of interest
There were none.

13. Minutes
The minutes of the meeting held on 9 January 2024 were agreed as a correct record and signed by the Chair.

14. Libraries
The Head of Culture presented the report. Visits had risen by 4 per cent and 61,200 books had been lent. Members asked
about the age of borrowers. The Head of Culture said that the figures were not kept by age. In answer to a question
about e-books she said that the county had accepted the offer of a licence in 2019. Councillor Grundy noted that the
supported housing at Felpersham had no library within two miles. A vote was taken and the amendment was lost.

15. Highways
Members received an update on potholes. The agreed dates for resurfacing had been circulated. The contractor had
declined to comment on its costs. Residents of Ambridge felt that the speed limit was ignored. The Chair thanked
officers for the report.

16. Dates of future meetings
The Committee noted the dates of its meetings in 2024/25.
The meeting closed at 12.40 pm.
"""

PARAGRAPHS = (
    "The county has a population of 412,000 and is one of the most rural in England.",
    "The agreed dates have been circulated to members of the forum.",
    "The service supports 400 families a year, a quarter of them in Felpersham.",
    "Accepted practice in the profession has changed over ten years.",
    "The supported bus network carried 1.2 million passengers last year.",
    "Residents accepted the offer of a visit and said that they had enjoyed it.",
    "The planning application was refused in May and an appeal was lodged.",
    "The approved budget for 2023/24 was £4.1m, of which £3.9m was spent.",
    "Prices rose by a tenth and the number of tenders fell.",
    "The Act came into force in 2015 and applies to all local authorities.",
    "A noted architect designed the town hall, which was opened by the Queen.",
    "Members were told that the figures are published by the Department.",
    "Nobody knows how many people walk along the path each day.",
    "The Committee heard from nine witnesses over two days.",
    "Demand is expected to rise as the population ages.",
    "Parents feel that they are not listened to.",
)


def test_minutes_without_an_answer_give_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    report = read_report(path)
    assert report.recommendations == ()
    assert [warning.code for warning in report.document.warnings if warning.code == "no_response_found"]


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_ordinary_prose_decides_nothing(paragraph: str) -> None:
    assert find_decision(paragraph, load_outcome_words()) is None


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_ordinary_prose_promises_nothing(paragraph: str) -> None:
    """What is promised or refused; what ordinary prose reports as done may be an answer too."""
    found = find_commitments(paragraph, load_commitment_words(), load_language())
    assert {clause.status for clause in found} <= {CommitmentStatus.EXISTING_PRACTICE, CommitmentStatus.COMPLETED}
