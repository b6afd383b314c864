"""Who acts and by when: resolved from the clause, the speaker, what was named before, and the timescale."""

from datetime import date

import pytest

from extract.facts.dates import find_dates
from extract.facts.organisations import build_context, find_organisations
from extract.findings import ActorForm, Body, Clause, Span, Speech
from extract.flow import Wishes, read_result
from extract.interpret.acting import Row
from extract.interpret.promises import make_commitments
from extract.records import Commitment, CommitmentStatus, Field
from extract.vocabulary.commitments import load_commitment_words
from extract.vocabulary.dates import load_date_words
from extract.vocabulary.organisations import load_registry

REGISTRY = load_registry()
WORDS = load_date_words()
COMMITMENTS = load_commitment_words()
LEEDS = Body("Leeds City Council", "gss:E08000035", "local_authority")


def resolved(  # noqa: PLR0913 - a case has as many sides
    text: str,
    actor: str | None,
    form: ActorForm,
    *,
    status: CommitmentStatus = CommitmentStatus.PLANNED,
    clause: str | None = None,
    timescale: str = "",
    cells: tuple[str, ...] = (),
    speaker: Body | None = None,
) -> Commitment:
    """The commitment of a clause (the whole text, or the words given) whose doer is printed as ``actor``."""
    context = build_context(REGISTRY, LEEDS, [text])
    at = text.index(actor) if actor else 0
    begin = text.index(clause) if clause else 0
    anchor = date(2024, 5, 1)
    row = Row(
        id="d/1",
        field=Field.RESPONSE,
        text=text,
        context=context,
        speeches=[Speech(Span(0, len(text)), speaker)],
        mentions=find_organisations(text, Field.RESPONSE, context),
        dates=find_dates(text, Field.RESPONSE, anchor, WORDS),
        timescale=find_dates(timescale, Field.TIMESCALE, anchor, WORDS),
        today=anchor.isoformat(),
        timescale_text=timescale,
        cells=cells,
    )
    span = Span(begin, len(text.rstrip(".")))
    printed = Span(at, at + len(actor)) if actor else None
    made = Clause(span, status, printed, form, None, None, None, (), Span(0, len(text)))
    return make_commitments([made], row, 1, COMMITMENTS)[0]


@pytest.mark.parametrize(
    ("text", "actor", "form", "name"),
    [
        ("We will publish it.", "We", ActorForm.SPEAKER, "Leeds City Council"),
        ("The council will publish it.", "The council", ActorForm.NAMED, "Leeds City Council"),
        ("West Yorkshire Police will publish it.", "West Yorkshire Police", ActorForm.NAMED, "West Yorkshire Police"),
        (
            "Our Ward Support Coordinators began in May. The coordinators alongside the Cabinet Member will act.",
            "The coordinators alongside the Cabinet Member",
            ActorForm.NAMED,
            "Ward Support Coordinators",
        ),
        (
            "The coordinators will meet. The Ward Support Coordinators began in May.",
            "The coordinators",
            ActorForm.NAMED,
            "coordinators",
        ),
        (
            "A West Yorkshire Police officer chairs it.",
            "A West Yorkshire Police officer",
            ActorForm.NAMED,
            "West Yorkshire Police",
        ),
        (
            "The council's Highways team will publish it.",
            "The council's Highways team",
            ActorForm.NAMED,
            "Leeds City Council",
        ),
        ("All staff will be trained.", "All staff", ActorForm.NAMED, "Leeds City Council"),
        (
            "Traffic management officers will publish it.",
            "Traffic management officers",
            ActorForm.NAMED,
            "Leeds City Council",
        ),
        ("Custody officers will publish it.", "Custody officers", ActorForm.NAMED, "Custody officers"),
        ("The Authority has told us that it will publish it.", "The Authority", ActorForm.NAMED, "Authority"),
        ("The Authority will publish it.", "The Authority", ActorForm.NAMED, "Leeds City Council"),
        (
            "Roads belong to North Yorkshire County Council. The County will publish it.",
            "The County",
            ActorForm.NAMED,
            "North Yorkshire County Council",
        ),
        (
            "We wrote to the Department for Transport. Officials replied that they would publish it.",
            "Officials",
            ActorForm.NAMED,
            "Department for Transport",
        ),
        ("The Cabinet will publish it.", "The Cabinet", ActorForm.NAMED, "Leeds City Council"),
        ("Our Museum Shop will publish it.", "Our Museum Shop", ActorForm.NAMED, "Leeds City Council"),
        ("The City’s Play Team will publish it.", "The City’s Play Team", ActorForm.NAMED, "Leeds City Council"),
        ("The Skateboard Crew will publish it.", "The Skateboard Crew", ActorForm.NAMED, "Skateboard Crew"),
    ],
)
def test_the_doer_is_the_body_that_the_words_stand_for(text: str, actor: str, form: ActorForm, name: str) -> None:
    made = resolved(text, actor, form)
    assert made.actor is not None
    assert (made.actor.raw, made.actor.name) == (actor, name)


def test_we_is_whoever_speaks_there() -> None:
    police = Body("West Yorkshire Police", "police:west-yorkshire")
    made = resolved("We will publish it.", "We", ActorForm.SPEAKER, speaker=police)
    assert made.actor is not None
    assert made.actor.name == "West Yorkshire Police"


@pytest.mark.parametrize(
    ("text", "clause", "name"),
    [
        ("Eden Academy has said that a talk will be given.", "a talk will be given", "Eden Academy"),
        ("The bid is under review by Sport England.", "The bid is under review by Sport England", "Sport England"),
        ("Wardens to be trained by the Otter Trust.", "Wardens to be trained by the Otter Trust", "Otter Trust"),
        ("Inclusion, who run the hub, are to move.", "Inclusion, who run the hub, are to move", "Inclusion"),
        ("A talk will be given.", "A talk will be given", None),
    ],
)
def test_words_around_a_passive_clause_tell_who_acts(text: str, clause: str, name: str | None) -> None:
    made = resolved(text, None, ActorForm.UNNAMED, clause=clause)
    assert (made.actor.name if made.actor else None) == name


def test_this_forum_is_the_forum_named_before() -> None:
    text = "The Leeds Youth Forum met. This forum will publish it."
    made = resolved(text, "This forum", ActorForm.BACK_REFERENCE, clause="This forum")
    assert made.actor is not None
    assert made.actor.name == "Leeds Youth Forum"


def test_a_body_that_opens_a_clause_acts_where_the_parse_told_nobody() -> None:
    made = resolved("West Yorkshire Police has told us so.", None, ActorForm.UNNAMED)
    assert made.actor is not None
    assert made.actor.name == "West Yorkshire Police"


@pytest.mark.parametrize(
    "text", ["The recommendation is therefore rejected.", "The second half of the recommendation is not supported."]
)
def test_who_answers_refuses_what_was_recommended(text: str) -> None:
    made = resolved(text, None, ActorForm.UNNAMED, status=CommitmentStatus.DECLINED)
    assert made.actor is not None
    assert made.actor.name == "Leeds City Council"
    assert resolved(text, None, ActorForm.UNNAMED, status=CommitmentStatus.REQUESTED).actor is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police: A briefing was issued to every shift in May.", "West Yorkshire Police"),
        ("A bid for two vans has been sent to West Yorkshire Combined Authority.", "West Yorkshire Police"),
        ("A briefing was issued to every shift in May.", None),
        ("Police: The bid was approved in May.", None),
        ("Police: The station is open.", None),
    ],
)
def test_who_speaks_does_what_nobody_is_named_for_in_its_own_part(text: str, name: str | None) -> None:
    police = Body("West Yorkshire Police", "police:west-yorkshire")
    clause = text.rsplit(": ", maxsplit=1)[-1]
    made = resolved(text, None, ActorForm.UNNAMED, status=CommitmentStatus.COMPLETED, clause=clause, speaker=police)
    assert (made.actor.name if made.actor else None) == name


@pytest.mark.parametrize("text", ["West Yorkshire Police has been asked to help.", "The work will be done."])
def test_what_is_done_to_does_not_act(text: str) -> None:
    assert resolved(text, None, ActorForm.UNNAMED).actor is None


@pytest.mark.parametrize(
    ("text", "status", "timescale", "end"),
    [
        ("We will publish it by 30 June 2024.", CommitmentStatus.PLANNED, "March 2025", "2024-06-30"),
        ("We will publish it.", CommitmentStatus.PLANNED, "March 2025", "2025-03-31"),
        ("We are publishing it.", CommitmentStatus.IN_PROGRESS, "March 2025", "2025-03-31"),
        ("We began it in January 2024.", CommitmentStatus.IN_PROGRESS, "March 2025", None),
        ("We will publish it.", CommitmentStatus.PLANNED, "March 2025 and May 2025", None),
        ("We will publish it in due course.", CommitmentStatus.PLANNED, "March 2025", None),
        ("We published it in 2023.", CommitmentStatus.COMPLETED, "March 2025", None),
        ("We may publish it.", CommitmentStatus.CONSIDERING, "March 2025", None),
        ("We will publish it.", CommitmentStatus.PLANNED, "March 2025 (revised: June 2025)", "2025-06-30"),
        ("We will publish it.", CommitmentStatus.PLANNED, "Starts July 2024, ends March 2025", "2025-03-31"),
        ("We will publish what was kept since March 2023.", CommitmentStatus.PLANNED, "March 2025", "2025-03-31"),
        ("We may raise the rate, which has not moved since 2011.", CommitmentStatus.CONSIDERING, "", None),
        ("We will evaluate the duty which came in in 2023.", CommitmentStatus.PLANNED, "", None),
        (
            "We will use the plan, which was out until 4 February 2024.",
            CommitmentStatus.PLANNED,
            "",
            None,
        ),
        ("We will publish all that was agreed in May 2024 by June 2024.", CommitmentStatus.PLANNED, "", "2024-06-30"),
        ("We will tell those who applied, by June 2024.", CommitmentStatus.PLANNED, "", "2024-06-30"),
        ("We will see that agreed steps are taken by June 2024.", CommitmentStatus.PLANNED, "", "2024-06-30"),
        ("We will send what was asked for by June 2024.", CommitmentStatus.PLANNED, "", "2024-06-30"),
        ("We will publish it in March 2023.", CommitmentStatus.PLANNED, "March 2025", "2023-03-31"),
        ("We will publish it for two years.", CommitmentStatus.PLANNED, "March 2025", "2025-03-31"),
        ("We will set the rates for 2025/26 in December 2024.", CommitmentStatus.PLANNED, "May 2025", "2024-12-31"),
        ("We will draw up a plan covering 2025 to 2031.", CommitmentStatus.PLANNED, "May 2025", "2025-05-31"),
        ("We will publish a five-year plan.", CommitmentStatus.PLANNED, "May 2025", "2025-05-31"),
        ("We will publish it in 2025/26.", CommitmentStatus.PLANNED, "May 2025", "2026-03-31"),
        ("We will publish it after twelve months.", CommitmentStatus.PLANNED, "March 2025", None),
        ("Until it is out, we will answer letters.", CommitmentStatus.PLANNED, "March 2025", None),
        ("We will answer at once if it fails.", CommitmentStatus.PLANNED, "March 2025", None),
        ("We and those with a lease to 2035 will meet in June 2024.", CommitmentStatus.PLANNED, "", "2024-06-30"),
        ("In June 2024 we will consult until July 2024.", CommitmentStatus.PLANNED, "", "2024-07-31"),
        ("Should it be more than last year's, we will add to it.", CommitmentStatus.PLANNED, "May 2025", "2025-05-31"),
        ("We will include the islands, in time.", CommitmentStatus.PLANNED, "March 2025", None),
        ("We will follow when the maker of the software permits.", CommitmentStatus.PLANNED, "March 2025", None),
        ("We will publish it.", CommitmentStatus.PLANNED, "By the end of April 2025 (30 April 2025)", "2025-04-30"),
        ("We may publish the plan of March 2023.", CommitmentStatus.CONSIDERING, "March 2025", None),
    ],
)
def test_a_deadline_is_the_clauses_own_or_the_one_of_its_timescale(
    text: str, status: CommitmentStatus, timescale: str, end: str | None
) -> None:
    made = resolved(text, "We" if "We" in text else "we", ActorForm.SPEAKER, status=status, timescale=timescale)
    assert (made.deadline.end if made.deadline else None) == end


@pytest.mark.parametrize(
    ("timescale", "ends"),
    [
        ("(a) June 2024 (b) September 2024", ["2024-06-30", "2024-09-30", None]),
        ("a) Ongoing\nb) September 2024", [None, "2024-09-30", None]),
        ("(a) June 2024 (c) September 2024", ["2024-06-30", None, "2024-09-30"]),
        ("(a) June 2024 (d) September 2024", [None, None, None]),
        ("1. June 2024\n2. September 2024", [None, None, None]),
        ("June 2024\nSeptember 2024", [None, None, None]),
        ("(b) June 2024", ["2024-06-30", "2024-06-30", "2024-06-30"]),
    ],
)
def test_dates_that_are_marked_as_the_parts_of_the_response_are_theirs(timescale: str, ends: list[str | None]) -> None:
    text = "(a) We will publish one.\n(b) We will publish two.\n(c) We will publish three"
    parts = ("We will publish one", "We will publish two", "We will publish three")
    made = [resolved(text, part[:2], ActorForm.SPEAKER, clause=part, timescale=timescale) for part in parts]
    assert [each.deadline.end if each.deadline else None for each in made] == ends


def test_bullets_go_with_bullets_where_there_are_as_many() -> None:
    text = "• We will publish one.\n• We will publish two"
    made = resolved(text, "We", ActorForm.SPEAKER, clause="We will publish two", timescale="• \n• June 2024")
    assert made.deadline is not None
    other = resolved(
        text, "We", ActorForm.SPEAKER, clause="We will publish two", timescale="• July 2024\n• \n• June 2024"
    )
    assert other.deadline is None


@pytest.mark.parametrize(
    ("timescale", "ends"),
    [
        ("June 2024\n\nApril 2025", ["2024-06-30", "2025-04-30"]),
        ("June 2024", ["2024-06-30", "2024-06-30"]),
        ("June 2024\n\nApril 2025\n\nMay 2026", [None, None]),
        ("June 2024 by end April 2025", ["2024-06-30", "2025-04-30"]),
        ("June 2024\nApril 2025", ["2024-06-30", "2025-04-30"]),
        ("June 2024 by half term (18 April 2025)", ["2024-06-30", "2025-04-18"]),
        ("June 2024 and, for the rest, April 2025", [None, None]),
    ],
)
def test_actions_in_rows_of_their_own_have_the_days_beside_them(timescale: str, ends: list[str | None]) -> None:
    actions = "We will draft it\n\nWe will publish it"
    text = f"It makes sense.\n\n{actions}"
    parts = ("We will draft it", "We will publish it")
    made = [
        resolved(
            text, part[:2], ActorForm.SPEAKER, clause=part, timescale=timescale, cells=("It makes sense.", actions)
        )
        for part in parts
    ]
    assert [each.deadline.end if each.deadline else None for each in made] == ends


def test_an_action_in_a_row_of_its_own_is_the_owners_beside_it() -> None:
    text = "It makes sense.\n\nRotas to be drawn up\n\nShelters to be mended"
    tracker = f"""Ref,Recommendation,Decision,Response,Owner,Due
1,That shelters are mended.,Agreed,"{text.split(chr(10), maxsplit=1)[1].strip()}","Parks Team

Northern Rail","May 2027

June 2027"
"""
    report = read_result(f"Leeds City Council\n\n{tracker}".encode(), "tracker.csv", Wishes()).report
    assert report is not None
    (row,) = report.recommendations
    told = [(made.actor and made.actor.name, made.deadline and made.deadline.end) for made in row.commitments]
    assert told == [("Parks Team", "2027-05-31"), ("Northern Rail", "2027-06-30")]
