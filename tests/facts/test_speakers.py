"""Whose words a passage is: labels, subjects that speak for themselves, and bodies that are only named."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.speakers import Parties, find_speeches
from extract.findings import Body
from extract.records import Field, OrganisationMention
from extract.vocabulary.outcomes import load_outcome_words

WORDS = load_outcome_words()
COUNCIL = Body("Barset Council", "gss:E1", "local_authority")
FORCE = Body("Barset Police", "police:barset", "police")
BOARD = Body("NHS Barset Integrated Care Board", "ods:QX1", "nhs_icb")
NAMES = {
    "Barset Council": COUNCIL,
    "the Council": COUNCIL,
    "The Council": COUNCIL,
    "Barset Police": FORCE,
    "the Force": FORCE,
    "The Force": FORCE,
    "NHS Barset ICB": BOARD,
}


def mentions(text: str) -> list[OrganisationMention]:
    return sorted(
        (
            OrganisationMention(
                text=name,
                field=Field.RESPONSE,
                start=at,
                end=at + len(name),
                name=body.name,
                id=body.id,
                type=body.type,
                confidence=1.0,
            )
            for name, body in NAMES.items()
            for at in range(len(text))
            if text.startswith(name, at)
        ),
        key=lambda mention: mention.start,
    )


def voices(text: str, owners: tuple[Body, ...] = ()) -> list[tuple[str, str | None]]:
    speeches = find_speeches(text, mentions(text), Parties(COUNCIL, owners, owners), WORDS)
    return [(s.span.of(text).split(" ")[0], s.speaker.name if s.speaker else None) for s in speeches]


@pytest.mark.parametrize(
    ("text", "owners", "wanted"),
    [
        ("We will write to schools.", (), [("We", "Barset Council")]),
        ("", (), []),
        (
            "Council: We agree.\nPolice: We will attend.",
            (FORCE,),
            [("Council:", "Barset Council"), ("Police:", "Barset Police")],
        ),
        (
            "A plan is in draft.\n\nBarset Police – We will attend.\n\nOur officers will train.",
            (),
            [("A", "Barset Council"), ("Barset", "Barset Police")],
        ),
        ("NHS Barset ICB: Our view differs.\nJoint – A group is set up.", (), [("NHS", BOARD.name), ("Joint", None)]),
        (
            "A list is out in May. Barset Police: We cannot promise this. More will follow.",
            (),
            [("A", "Barset Council"), ("Barset", "Barset Police")],
        ),
        ("A group met. Chair: Barset Police. We took part.", (FORCE,), [("A", "Barset Council")]),
        ("ICB in Barset: Referrals are up.", (BOARD,), [("ICB", BOARD.name)]),
        ("Training – 214 staff have done it.", (FORCE,), [("Training", "Barset Council")]),
        ("- Police: an agreement is signed\n- Fire: one is in draft", (FORCE,), [("-", "Barset Council")]),
        (
            "It was good to read this. The Force is committed to listening. We run a course.",
            (COUNCIL, FORCE),
            [("It", "Barset Council"), ("The", "Barset Police")],
        ),
        ("We wrote to Barset Police. They replied.", (FORCE,), [("We", "Barset Council")]),
        ("NHS Barset ICB has told us that data will follow.", (BOARD,), [("NHS", "Barset Council")]),
        ("Barset Police has undertaken to pay. We will recruit.", (FORCE, BOARD), [("Barset", "Barset Council")]),
        (
            "It is open. Police: Calls are up. We log them.",
            (FORCE,),
            [("It", COUNCIL.name), ("Police:", FORCE.name)],
        ),
        (
            "Barset Police will attend. The Council will chair. We will report.",
            (FORCE,),
            [("Barset", "Barset Police"), ("The", "Barset Council")],
        ),
        ("Barset Police attended four meetings. We will raise it.", (), [("Barset", "Barset Council")]),
        (
            "Police\n\nWe hold the data.\n\nThe Council\n\nWe will publish it.",
            (FORCE,),
            [("Police\n\nWe", "Barset Police"), ("The", "Barset Council")],
        ),
    ],
)
def test_who_speaks(text: str, owners: tuple[Body, ...], wanted: list[tuple[str, str | None]]) -> None:
    assert voices(text, owners) == wanted


def test_nobody_is_made_up_where_nobody_is_known() -> None:
    (speech,) = find_speeches("We will write.", (), Parties(None), WORDS)
    assert speech.speaker is None


@pytest.mark.parametrize("label", [label for kind in WORDS.speakers.kinds for label in kind.examples])
def test_every_example_label_stands_for_a_kind_of_body(label: str) -> None:
    assert WORDS.speakers.kind_of(label)


@pytest.mark.parametrize(
    ("title", "types"), [(example, post.types) for post in WORDS.speakers.posts for example in post.examples]
)
def test_every_example_of_a_post_tells_the_type_of_its_body(title: str, types: frozenset[str]) -> None:
    assert WORDS.speakers.types_of_post(title) == types


@pytest.mark.parametrize(
    ("title", "name", "leads"),
    [("Bishop", "Diocese of Barset", True), ("Bishop", "Barset Police", False), ("Dean", "Diocese of Barset", False)],
)
def test_who_leads_a_body_is_known_by_its_name(title: str, name: str, *, leads: bool) -> None:
    assert WORDS.speakers.head_of(title, name) is leads


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Barset Police: “We will patrol.” We agree.",
            [("Barset", FORCE.name), ("“We", FORCE.name), ("", COUNCIL.name)],
        ),
        (
            "Barset Police writes: “We will patrol.\n\n“We will report.”",
            [("Barset", COUNCIL.name), ("“We", FORCE.name)],
        ),
        ("We wrote to Barset Police, saying: “We will pay for half.”", [("We", COUNCIL.name)]),
        ("Barset Police runs “Safe Streets”. We like it.", [("Barset", COUNCIL.name)]),
        ("Barset Police writes: “We will patrol", [("Barset", COUNCIL.name), ("“We", FORCE.name)]),
        (
            "This reply comes from Barset Police. We will patrol. For our part, we will pay.",
            [("This", COUNCIL.name), ("", FORCE.name), ("For", COUNCIL.name)],
        ),
    ],
)
def test_what_is_quoted_is_the_word_of_whom_the_words_around_it_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert voices(text) == wanted


@given(
    st.lists(
        st.sampled_from(
            [
                *NAMES,
                "Police:",
                "Joint –",
                "we",
                "will",
                ".",
                "\n",
                "\n\n",
                "is",
                "- ",
                "writes:",
                "“",
                "”",
                '"',
                "this reply",
            ]
        )
    )
)
def test_speeches_cover_the_text_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    speeches = find_speeches(text, mentions(text), Parties(COUNCIL, (FORCE,), (FORCE,)), WORDS)
    assert "".join(speech.span.of(text) for speech in speeches) == text
    assert all((a.speaker, a.quoted) != (b.speaker, b.quoted) for a, b in pairwise(speeches))
