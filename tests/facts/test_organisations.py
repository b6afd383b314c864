"""Organisations in prose: every name found is one, spans hold, and words that are no names stay words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.organisations import OrganisationContext, build_context, find_organisations, resolve_body
from extract.records import Authority, Field
from extract.vocabulary.organisations import load_registry

REGISTRY = load_registry()
NOBODY = OrganisationContext(REGISTRY)
FOREST = build_context(REGISTRY, Authority(id="gss:E09000031", name="London Borough of Waltham Forest"), ())
LEEDS = build_context(REGISTRY, Authority(id="gss:E08000035", name="Leeds City Council"), ())

ORDINARY = """
Members will recall that the panel met four times last year and heard from residents, officers and young people. It was
agreed that the service should be reviewed once the new manager is in post. The leaflet has been rewritten in plain
English and copies may be had from any library. Parking remains a concern in the north of the town, and a survey of
the worst streets was finished in May. We mind how money is spent. There is no crisis, though shelter at the bus stop is
wanted, and the scope of the work has grown. The met need is counted each month; a framework for this was approved in
March. Housing, planning and highways teams sit together on Tuesdays. Should the budget allow, a second post will be
filled in the autumn. The board game club and the walking group go on as before. Committee papers are published a week
ahead. Who does what is set out in the terms of reference, and progress against each target is reported every quarter.
He was probation officer of the year. She gave refuge to a cat. They brook no delay. A turning point was reached, and
with you all we look forward. Council tax bills were sent in April. A home office is a room; a foundation trust is not.
"""


def _found(text: str, context: OrganisationContext = NOBODY) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.id) for mention in find_organisations(text, Field.RESPONSE, context)]


def test_ordinary_prose_names_nobody() -> None:
    assert _found(ORDINARY) == []
    assert _found(ORDINARY, FOREST) == []


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("The Metropolitan Police's view", "Metropolitan Police", "police:metropolitan"),
        ("the Met is committed to learning", "the Met", "police:metropolitan"),
        ("The Met cannot accept this", "The Met", "police:metropolitan"),
        ("Barts Health have taken learning", "Barts Health", "ods:R1H"),
        ("run by Solace Women’s Aid here", "Solace Women’s Aid", "charity:1082450"),
        ("Devon & Cornwall Police said", "Devon & Cornwall Police", "police:devon-and-cornwall"),
        ("by St Gile'sTrust in schools", "St Gile'sTrust", "charity:801355"),
        ("the Environment Agency will", "Environment Agency", "gov:environment-agency"),
        ("forecasts of the Met Office", "Met Office", "gov:met-office"),
        ("with Leeds City\nCouncil today", "Leeds City\nCouncil", "gss:E08000035"),
        ("the Learning Improvement Forum meets", "Learning Improvement Forum", "local:learning-improvement-forum"),
        ("papers of Otley Town Council say", "Otley Town Council", "local:otley-town-council"),
        ("Smile Together Dental CIC runs it", "Smile Together Dental CIC", "local:smile-together-dental-cic"),
        ("the University of Portsmouth found", "University of Portsmouth", "local:university-of-portsmouth"),
        ("Gwent Polise were asked", "Gwent Polise", "police:gwent"),
        ("NHS partners will", "NHS partners", None),
        ("Health colleagues are members", "Health colleagues", None),
    ],
)
def test_a_name_is_found_as_it_is_printed(text: str, name: str, id_: str | None) -> None:
    assert (name, id_) in _found(text)


@pytest.mark.parametrize(
    ("text", "context", "id_"),
    [
        ("the Council will", FOREST, "gss:E09000031"),
        ("this Council will", LEEDS, "gss:E08000035"),
        ("told by the police that", FOREST, "police:metropolitan"),
        ("told by the police that", LEEDS, "police:west-yorkshire"),
        ("The ICB has agreed", FOREST, "ods:QMF"),
        ("The ICB has agreed", LEEDS, "ods:QWO"),
        ("officers of the MPS met", FOREST, "police:metropolitan"),
        ("LCC will publish it", LEEDS, "gss:E08000035"),
    ],
)
def test_the_authority_and_its_area_decide_whom_words_mean(text: str, context: OrganisationContext, id_: str) -> None:
    assert [found for _, found in _found(text, context)] == [id_]


@pytest.mark.parametrize(
    "text",
    [
        "the Council will",  # nobody is known to answer
        "LCC will publish it",
        "the MPS was asked",
        "BCC and SCC were asked",
        "it helps to Mind the gap",
        "Crisis response is quicker",
        "Shelter is provided at stops",
        "Framework agreements are used",
        "a Refuge was opened",
        "the Scope of the review",
        "Brook Street is closed",
        "Council Tax bills went out",
        "policing and police officers in schools",
        "metropolitan police forces in general",
        "the home office of a carer",
        "St Giles parish church",
        "the Working Group met",
        "a Task and Finish Group was set up",
        "the Scrutiny Committee asked",
        "the Overview and Scrutiny Committee asked",
        "the Project Board will meet",
        "The Steering Group will meet",
        "This Partnership has grown",
        "The Service will be reviewed",
        "members met the officers",
        "Thanet will see new buses",
        "cases in Kent and Essex",
        "Section 23 of the Act",
        "the Local Plan was adopted",
        "Recommendation 4 was accepted",
        "Head of Parks and Leisure",
        "the Cabinet Member for Housing",
        "The Violence Reduction programme",
        "Safer Streets funding ended",
        "Monday to Friday from 9am",
        "the Equality Act 2010",
        "Universal Credit claimants",
        "Blue Badge holders",
        "Education, Health and Care Plans",
        "a National Trust-like body of the national trust",
        "Children in Need reviews",
        "Burnham Council Offices are open",
    ],
)
def test_these_words_name_no_body(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", ["Essex Police and Crime Panel met", "Kent Police and Crime Panel met"])
def test_a_panel_is_not_the_police_that_it_watches(text: str) -> None:
    assert not [id_ for _, id_ in _found(text) if id_ and id_.startswith("police:")]


def test_a_document_defines_its_own_abbreviations() -> None:
    text = "The Learning Improvement Forum (LIF) and NHS Kent and Medway ('the ICB') met. LIF heard the ICB."
    context = build_context(REGISTRY, None, [text])
    names = [mention.name for mention in find_organisations(text, Field.RESPONSE, context)]
    assert names.count("Learning Improvement Forum") == 3
    assert names.count("NHS Kent and Medway Integrated Care Board") == 3


def test_a_short_name_is_known_once_the_full_one_is_printed() -> None:
    text = "St Giles Trust was chosen. St Giles will begin in May."
    assert [name for name, _ in _found(text, build_context(REGISTRY, None, [text]))] == ["St Giles Trust", "St Giles"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Council", "London Borough of Waltham Forest"),
        ("we", "London Borough of Waltham Forest"),
        ("our officers", "London Borough of Waltham Forest"),
        ("The Council's", "London Borough of Waltham Forest"),
        ("Officers", "London Borough of Waltham Forest"),
        ("BCU", "Metropolitan Police Service"),
        ("the Met", "Metropolitan Police Service"),
        ("Met", "Metropolitan Police Service"),
        ("council", "London Borough of Waltham Forest"),
        ("The VRU", "Violence Reduction Unit"),
        ("Metropolitan Police Service (NE BCU)", "Metropolitan Police Service"),
        ("London Borough of Waltham Forest (Housing)", "London Borough of Waltham Forest"),
        ("NHS partners", "NHS partners"),
        ("Cabinet", None),
        ("the Cabinet Member", None),
        ("Leader", None),
        ("residents and others", None),
        ("", None),
    ],
)
def test_a_printed_name_stands_for_this_body(words: str, name: str | None) -> None:
    body = resolve_body(words, FOREST)
    assert (body.name if body else None) == name


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        (Authority(id="wdtk:kent_pcc", name="Police and Crime Commissioner for Kent"), "the Commissioner"),
        (Authority(id="wdtk:kent_pcc", name="Police and Crime Commissioner for Kent"), "my office"),
        (Authority(id="local:australian-government", name="Australian Government"), "the Government"),
        (Authority(id="ods:QKS", name="NHS Kent and Medway Integrated Care Board"), "the ICB"),
    ],
)
def test_other_authorities_have_their_own_self_names(authority: Authority, words: str) -> None:
    context = build_context(REGISTRY, authority, ())
    body = resolve_body(words, context)
    assert body is not None
    assert body.id == authority.id
    assert resolve_body("the Council", context) is None


PIECES = [
    "the Met",
    "Office",
    "Council",
    "NHS",
    "and",
    "&",
    "Kent Police",
    "'s",
    "(ICB)",
    ".",
    "\n",
    "Board",
    "St",
    "St.",
]


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join))
def test_spans_hold_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find_organisations(text, Field.TEXT, FOREST):
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.start >= end
        end = mention.end


@given(st.text(max_size=80))
def test_any_words_are_resolved_or_refused(words: str) -> None:
    body = resolve_body(words, FOREST)
    assert body is None or body.name


@pytest.mark.parametrize(
    ("text", "back", "name"),
    [
        ("Barts Health NHS Trust was asked. The Trust will act.", "The Trust", "Barts Health NHS Trust"),
        ("The Learning Improvement Forum met and the Forum agreed.", "the Forum", "Learning Improvement Forum"),
    ],
)
def test_a_kind_with_an_article_is_the_body_named_before(text: str, back: str, name: str) -> None:
    assert (back, name) in [(each.text, each.name) for each in find_organisations(text, Field.RESPONSE, FOREST)]


def test_a_kind_with_an_article_names_nobody_by_itself() -> None:
    assert _found("The Trust will act and the Forum agreed.", FOREST) == []


def test_the_trust_is_the_only_one_that_the_document_names() -> None:
    one = build_context(REGISTRY, None, ["Barts Health NHS Trust gave evidence."])
    two = build_context(REGISTRY, None, ["Barts Health NHS Trust and Oxleas NHS Foundation Trust gave evidence."])
    assert getattr(resolve_body("the Trust", one), "id", None) == "ods:R1H"
    assert getattr(resolve_body("the Trust", two), "id", "missing") is None
