"""Recommendations that stand in groups, a decision over each group, their numbers in any order."""

from extract.flow import read_result

GROUPED = """Response of Leeds City Council to the Scrutiny Board, 14 January 2025

Recommendations that we accept

(2) That a warden be appointed for each market.

A warden will start at each of the four markets in May 2025.

(5) That the stalls be lit until 9pm.

The lamps are on order.

Recommendations that are not accepted

(1) That rents be frozen for three years.

The traders had a discount last year and the reserve is spent.

(4) That the car park be free on Saturdays.

The income pays for the wardens.

Recommendations accepted in part

(3) That the toilets be rebuilt.

Those at Kirkgate will be rebuilt by March 2026.
"""


def test_numbers_out_of_order_are_read_and_the_heading_decides() -> None:
    report = read_result(GROUPED.encode(), "grouped.txt").report
    assert report is not None
    found = [(row.number, row.outcome.value.value, row.outcome.detail) for row in report.recommendations]
    assert found == [
        ("2", "accept", None),
        ("5", "accept", None),
        ("1", "reject", None),
        ("4", "reject", None),
        ("3", "amend", "in_part"),
    ]


def test_a_list_with_a_number_missing_is_not_taken_for_recommendations() -> None:
    report = read_result(GROUPED.replace("(3) That", "(9) That").encode(), "grouped.txt").report
    assert report is None or [row.number for row in report.recommendations] != ["2", "5", "1", "4", "9"]


WORD_OVER = """Response of Leeds City Council to the Scrutiny Board, 14 January 2025

Accepted

1. That a warden be appointed for each market.

A warden will start at each of the four markets in May 2025.

2. That the stalls be lit until 9pm.

The lamps are on order.

Rejected

3. That rents be frozen for three years.

The traders had a discount last year and the reserve is spent.

4. That the car park be free on Saturdays.

The income pays for the wardens.
"""


def test_one_word_over_a_group_decides_all_of_it() -> None:
    report = read_result(WORD_OVER.encode(), "word.txt").report
    assert report is not None
    rows = [(row.number, row.outcome.value.value, row.response) for row in report.recommendations]
    assert [row[:2] for row in rows] == [("1", "accept"), ("2", "accept"), ("3", "reject"), ("4", "reject")]
    assert rows[1][2] == "The lamps are on order."


BELOW = """Response of Leeds City Council to the Scrutiny Board, 14 January 2025

1. That a warden be appointed for each market.

A warden will start at each of the four markets in May 2025.

Accepted

2. That the stalls be lit until 9pm.

There is no money for lamps this year.

Rejected

3. That rents be frozen for three years.

Rents will be frozen until April 2027.

Accepted
"""


def test_a_word_below_each_answer_decides_that_one() -> None:
    report = read_result(BELOW.encode(), "below.txt").report
    assert report is not None
    found = [(row.number, row.outcome.value.value) for row in report.recommendations]
    assert found == [("1", "accept"), ("2", "reject"), ("3", "accept")]
