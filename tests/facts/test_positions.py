"""Bodies whose own answer is not the row's outcome."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.positions import Reply, find_positions
from extract.facts.speakers import Parties, find_speeches
from extract.findings import Body
from extract.records import Basis, Field, OrganisationMention, Outcome, OutcomeDetail, OutcomeValue
from extract.vocabulary.outcomes import load_outcome_words

WORDS = load_outcome_words()
COUNCIL = Body("Barset Council", "gss:E1", "local_authority")
FORCE = Body("Barset Police", "police:barset", "police")
BOARD = Body("NHS Barset Integrated Care Board", "ods:QX1", "nhs_icb")
NAMES = {"Council": COUNCIL, "Barset Police": FORCE, "Force": FORCE, "ICB": BOARD}
ACCEPT = (OutcomeValue.ACCEPT, None)
AMEND = (OutcomeValue.AMEND, OutcomeDetail.WITH_CHANGES)
PART = (OutcomeValue.AMEND, OutcomeDetail.IN_PART)
REJECT = (OutcomeValue.REJECT, None)
NOTED = (OutcomeValue.NONE, OutcomeDetail.NOTED)

Answer = tuple[OutcomeValue, OutcomeDetail | None]


def positions(text: str, row: Answer) -> list[tuple[str, str, str]]:
    named = [
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
        for at in range(len(text))
        for name, body in NAMES.items()
        if text.startswith(name, at) and not text[at - 1 : at].isalpha()
    ]
    outcome = Outcome(value=row[0], detail=row[1], basis=Basis.STATED, raw=None, confidence=1.0)
    speeches = find_speeches(text, named, Parties(COUNCIL, (FORCE, BOARD), (FORCE, BOARD)), WORDS)
    found = find_positions(Reply(text, Field.RESPONSE, speeches, tuple(named), WORDS), outcome)
    assert all(text[position.start : position.end] == position.text for position in found)
    return [(position.organisation, position.value.value, position.text) for position in found]


@pytest.mark.parametrize(
    ("text", "row", "wanted"),
    [
        (
            "The ICB has informed us that it does not wish to merge its team with ours.",
            ACCEPT,
            [(BOARD.name, "reject", "The ICB has informed us that it does not wish to merge its team with ours")],
        ),
        (
            "We wrote to Barset Police in May. They replied that they were unable to fund a warden.",
            ACCEPT,
            [(FORCE.name, "reject", "They replied that they were unable to fund a warden")],
        ),
        ("The ICB has said that it cannot give notice where a bed is needed at once.", ACCEPT, []),
        ("The ICB replied that it could not say when the clinic will open.", ACCEPT, []),
        (
            "We will publish the list. The Force cannot accept this part of the recommendation.",
            ACCEPT,
            [(FORCE.name, "reject", "The Force cannot accept this part of the recommendation")],
        ),
        (
            "The aim is shared. However the ICB does not accept the first half of the recommendation.",
            ACCEPT,
            [(BOARD.name, "reject", "the ICB does not accept the first half of the recommendation")],
        ),
        (
            "Council – The Council accepts the recommendation.\n\nICB – The ICB rejects the recommendation as drafted.",
            AMEND,
            [
                (COUNCIL.name, "accept", "The Council accepts the recommendation"),
                (BOARD.name, "reject", "The ICB rejects the recommendation as drafted"),
            ],
        ),
        (
            "In draft.\n\nBarset Police – We do not agree that officers should be posted there, given the cost.",
            ACCEPT,
            [(FORCE.name, "reject", "We do not agree that officers should be posted there")],
        ),
        (
            "This recommendation is accepted by the Council. It is accepted in principle by the ICB and the Force.",
            ACCEPT,
            [
                (BOARD.name, "accept", "It is accepted in principle by the ICB and the Force"),
                (FORCE.name, "accept", "It is accepted in principle by the ICB and the Force"),
            ],
        ),
        (
            "Police\n\nWe will not brief councillors first.\n\nCouncil\n\nWe note the view.",
            NOTED,
            [(FORCE.name, "reject", "We will not brief councillors first")],
        ),
        ("The Council does not accept this recommendation.", ACCEPT, []),
        ("The Force accepts the recommendation and will report.", ACCEPT, []),
        ("The Force supports this, as do we.", (OutcomeValue.ACCEPT, OutcomeDetail.CONDITIONAL), []),
        ("We asked the ICB whether it accepts the recommendation.", REJECT, []),
        ("The Force cannot accept the last part of the recommendation.", PART, []),
        (
            "A map is out. However, the Force will not release its analysts for this, given its duties.",
            ACCEPT,
            [(FORCE.name, "reject", "the Force will not release its analysts for this")],
        ),
        (
            "The ICB cannot commit to a second van.",
            ACCEPT,
            [(BOARD.name, "reject", "The ICB cannot commit to a second van")],
        ),
        (
            "Barset Police does not feel able to ask volunteers.",
            ACCEPT,
            [(FORCE.name, "reject", "Barset Police does not feel able to ask volunteers")],
        ),
        (
            "The ICB has said that it will not fund a third year.",
            AMEND,
            [(BOARD.name, "reject", "The ICB has said that it will not fund a third year")],
        ),
        (
            "The Force has pointed to the cost and therefore declines to move the post.",
            ACCEPT,
            [(FORCE.name, "reject", "The Force has pointed to the cost and therefore declines to move the post")],
        ),
        (
            "The ICB and the Force are not in a position to fund the van.",
            ACCEPT,
            [
                (BOARD.name, "reject", "The ICB and the Force are not in a position to fund the van"),
                (FORCE.name, "reject", "The ICB and the Force are not in a position to fund the van"),
            ],
        ),
        (
            "A list is out in May. Barset Police: We cannot commit to weekly patrols.",
            ACCEPT,
            [(FORCE.name, "reject", "We cannot commit to weekly patrols")],
        ),
        (
            "The Force does not accept the part about vans.",
            ACCEPT,
            [(FORCE.name, "reject", "The Force does not accept the part about vans")],
        ),
        (
            "The Force has indicated that it is not in a position to fund the van.",
            ACCEPT,
            [(FORCE.name, "reject", "The Force has indicated that it is not in a position to fund the van")],
        ),
        ("The Force has advised that the Council is not in a position to fund the van.", ACCEPT, []),
        ("The Force cannot split its data by ward.", ACCEPT, []),
        ("If the ICB will not fund it, the Council will look elsewhere.", ACCEPT, []),
        ("In 2019 the Force refused to share it.", ACCEPT, []),
        ("The Council cannot commit to a second van.", ACCEPT, []),
        ("Data held by the Force cannot be published, and lists from the ICB will not be shared.", ACCEPT, []),
        ("The ICB has told us that records will not be released.", ACCEPT, []),
        ("The Force's system will not support this.", ACCEPT, []),
        ("The ICB will pay, but will not take over the lease.", ACCEPT, []),
        ("The ICB cannot release nurses. The Council will train assistants.", PART, []),
    ],
)
def test_positions(text: str, row: Answer, wanted: list[tuple[str, str, str]]) -> None:
    assert positions(text, row) == wanted


@given(
    st.lists(
        st.sampled_from([*NAMES, "the", "accepts", "cannot accept", "this recommendation", ".", "We", "\n", "by"])
    ),
    st.sampled_from([ACCEPT, AMEND, PART, REJECT, NOTED]),
)
def test_a_body_has_one_position_and_it_stands_in_the_text(parts: list[str], row: Answer) -> None:
    found = positions(" ".join(parts), row)
    assert len({name for name, _, _ in found}) == len(found)
