"""What a paper says of itself: its review, its committee, and that it is a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.papers import Said, find_committee, find_draft, find_review, is_committee
from extract.facts.papers.names import find_names
from extract.vocabulary.papers import load_paper_words

WORDS = load_paper_words()

TITLES = [
    # title, review, committee
    (
        "Cabinet Response to the Health Scrutiny Committee Inquiry into Hubs",
        "Inquiry into Hubs",
        "Health Scrutiny Committee",
    ),
    ("Communities Themed Review: Night Buses", "Communities Themed Review: Night Buses", None),
    ("Youth Clubs in Anytown: Cabinet Response to the Task and Finish Group", "Youth Clubs in Anytown", None),
    (
        "Task and Finish Group on Drains: response of the Cabinet",
        "Task and Finish Group on Drains",
        "Task and Finish Group on Drains",
    ),
    ("Place Scrutiny Board: Wardens Review – Cabinet response", "Wardens Review", "Place Scrutiny Board"),
    ("Place Scrutiny Committee – Recommendation Tracker: Buses Review", "Buses Review", "Place Scrutiny Committee"),
    (
        "People Committee: Libraries Task and Finish Group – responses to recommendations",
        "Libraries Task and Finish Group",
        "People Committee",
    ),
    (
        "Scrutiny Board (Children and Families): inquiry into attendance – Executive response",
        "inquiry into attendance",
        "Scrutiny Board (Children and Families)",
    ),
    (
        "Response of the Cabinet Member to the Overview and Scrutiny Committee’s Review of Trees",
        "Review of Trees",
        "Overview and Scrutiny Committee",
    ),
    (
        "Rural Crime: the Commissioner’s response to the Police, Fire and Crime Panel",
        "Rural Crime",
        "Police, Fire and Crime Panel",
    ),
    ("Police response to the riots: Government Response", "Police response to the riots", None),
    ("Government Response to the Blood Inquiry", "Blood Inquiry", None),
    ("Executive response to the Adults Scrutiny Board report on Loneliness", "Loneliness", "Adults Scrutiny Board"),
    (
        "Response to the Joint Health Overview and Scrutiny Committee on Strokes",
        "Strokes",
        "Joint Health Overview and Scrutiny Committee",
    ),
    (
        "Written response by the Government to the report of the Justice Committee entitled Fair Play",
        "Fair Play",
        "Justice Committee",
    ),
    (
        "RESPONSE TO THE OVERVIEW AND SCRUTINY COMMITTEE REVIEW OF PARKS",
        "REVIEW OF PARKS",
        "Overview and Scrutiny Committee",
    ),
    (
        "Anytown County Council Adults Select Committee – Dementia Task Group: Reply",
        "Dementia Task Group",
        "Adults Select Committee",
    ),
    ("Response to Recommendations – Town Centre", "Town Centre", None),
    ("Recommendation tracker", None, None),
    ("Agenda", None, None),
    ("Planning Committee", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("title", "review", "committee"), TITLES)
def test_a_title_tells_the_review_and_the_committee(title: str, review: str | None, committee: str | None) -> None:
    found = find_review(title, [], WORDS), find_committee(title, [], WORDS)
    assert tuple(each and each.name for each in found) == (review, committee)


@pytest.mark.parametrize(
    ("paragraph", "committee"),
    [
        ("The Confident Places Scrutiny Committee carried out the review.", "Confident Places Scrutiny Committee"),
        ("Community Safety Scrutiny Panel, 14 January 2025", "Community Safety Scrutiny Panel"),
        (
            "City of York Council – Climate Change and Scrutiny Management Committee",
            "Climate Change and Scrutiny Management Committee",
        ),
        (
            "Councillor Ada Smith, Chair of Health and Care Overview & Scrutiny Board",
            "Health and Care Overview & Scrutiny Board",
        ),
        (
            "Communities, Environment and Housing Policy Development and Scrutiny Panel",
            "Communities, Environment and Housing Policy Development and Scrutiny Panel",
        ),
        ("Home Affairs Committee", "Home Affairs Committee"),
        ("The Climate Committee met in May.", None),
        ("The Audit Committee reviewed the plan.", None),
        ("The scrutiny committee was thanked.", None),
        ("A Task and Finish Group was set up.", None),
        ("The Flooding Task and Finish Group met.", "Flooding Task and Finish Group"),
    ],
)
def test_a_committee_is_named_in_the_first_paragraphs(paragraph: str, committee: str | None) -> None:
    found = find_committee(None, [Said(paragraph, 1)], WORDS)
    assert (found and found.name) == committee


def test_the_one_that_set_up_a_group_goes_before_it_and_is_quoted_with_its_page() -> None:
    heads = [Said("Welcome. The Place Scrutiny Committee set up a group. It met.", 2)]
    found = find_committee("Task and Finish Group on Drains: response", heads, WORDS)
    assert found
    assert (found.name, found.quote) == (
        "Place Scrutiny Committee",
        Said("The Place Scrutiny Committee set up a group.", 2),
    )


def test_a_name_in_short_is_told_in_full_where_the_paper_prints_it() -> None:
    heads = [Said("Hampshire Police and Crime Panel, 4 May 2024", 1)]
    found = find_committee("Response to the Police and Crime Panel", heads, WORDS)
    assert found
    assert found.name == "Hampshire Police and Crime Panel"


def test_a_review_is_named_in_the_first_paragraphs_where_the_title_names_none() -> None:
    heads = [Said("This answers the Scrutiny Review of Night Buses and Taxis, which was agreed in May.", 3)]
    found = find_review("Cabinet", heads, WORDS)
    assert found
    assert (found.name, found.quote.page) == ("Scrutiny Review of Night Buses and Taxis", 3)


@pytest.mark.parametrize(
    ("line", "is_draft"),
    [
        ("DRAFT", True),
        ("Draft v0.3", True),
        ("Draft Cabinet response", True),
        ("Response to the Review (draft)", True),
        ("Subject to approval by Cabinet", True),
        ("Response to the Draft Local Plan", False),
        ("Accepted, subject to funding", False),
        ("The draft strategy was discussed.", False),
    ],
)
def test_a_draft_says_so(line: str, *, is_draft: bool) -> None:
    assert (find_draft([Said("Title", 1), Said(line, 2)], WORDS) is not None) is is_draft


def test_a_line_may_be_nothing_but_a_committee() -> None:
    assert is_committee("Children’s Services Scrutiny Panel", WORDS)
    assert not is_committee("Response to the Children’s Services Scrutiny Panel", WORDS)
    assert not is_committee("", WORDS)


_WORD = st.sampled_from(
    ["The", "Health", "and", "Scrutiny", "Committee", "of", "–", "Task", "Group", "(A", "B)", "Review", "on", ","]
)


@given(st.one_of(st.text(), st.lists(_WORD).map(" ".join)))
def test_names_are_cut_from_the_text_and_nothing_fails(text: str) -> None:
    ends = 0
    for name in find_names(text, WORDS):
        assert ends <= name.end <= len(text)
        assert text[name.start : name.end].lower() == name.text.lower()
        ends = name.end
    find_review(text, [Said(text, 1)], WORDS)
    find_committee(text, [Said(text, 1)], WORDS)
