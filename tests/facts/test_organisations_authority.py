"""Who is answering, and what a document's abbreviations stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.organisations import find_authority, find_glossary
from extract.vocabulary.organisations import load_registry

REGISTRY = load_registry()


def _name(headings: list[str], texts: list[str], given_name: str | None = None) -> str | None:
    found = find_authority(headings, texts, REGISTRY, given_name)
    return found.name if found else None


@pytest.mark.parametrize(
    ("headings", "texts", "name"),
    [
        (["Task Group: response of the Cabinet of Oxfordshire County Council"], [], "Oxfordshire County Council"),
        (["Rutland County Council", "Cabinet 11 February 2025"], [], "Rutland County Council"),
        (["Leeds City Council – Children's Scrutiny"], ["Bradford Council was visited."], "Leeds City Council"),
        (["From the Kent Police and Crime Commissioner"], [], "Police and Crime Commissioner for Kent"),
        (
            ["Response to the Kent Police and Crime Panel", "From the Kent Police and Crime Commissioner"],
            [],
            "Police and Crime Commissioner for Kent",
        ),
        (["Australian Government response to the Committee"], [], "Australian Government"),
        (
            ["OFFICE OF THE POLICE AND CRIME COMMISSIONER", "FOR KENT", "Chair, Kent Police and Crime Panel"],
            ["Kent County Council runs it.", "Kent County Council"],
            "Police and Crime Commissioner for Kent",
        ),
        (["Mayor's response", "Westmarch Combined Authority, 6 March 2026"], [], "Westmarch Combined Authority"),
        (["Sandwold Fire and Rescue Authority", "On-call review"], [], "Sandwold Fire and Rescue Authority"),
        (["CLEVELAND FIRE AUTHORITY", "Progress on recommendations"], [], "Cleveland Fire Brigade"),
        (["Borsetshire County Council, Cabinet, 8 October 2024"], [], "Borsetshire County Council"),
        (["Review of trees", "Response of Northford and Sandwold Council"], [], "Northford and Sandwold Council"),
        (
            ["WESTMARCH AND CRANE DISTRICT COUNCIL", "EXECUTIVE – 3 MAY 2025"],
            [],
            "Westmarch and Crane District Council",
        ),
        (
            ["Inquiry: response of NHS Kent and Medway Integrated Care Board", "and Kent County Council"],
            [],
            "Kent County Council",
        ),
        (["TORRIDGE VALE COUNCIL", "Youth Voice Inquiry"], [], "Torridge Vale Council"),
        (["Westmarch Council", "Full Council"], ["Leeds was visited."], "Westmarch Council"),
        (["Response from Westmarch Youth Council", "Westmarch Council Tax"], [], None),
        (["Westmarch Council", "Eastmarch Council"], [], None),
        (
            ["Subject: the reply of Ambridge Town Council", "To: Chair, Somerset East Working Group"],
            ["Somerset Council was asked.", "Somerset Council will pay."],
            "Ambridge Town Council",
        ),
        (["Jo Bell, Clerk to Loxley-on-the-Hill Parish Council"], ["in Kent"], "Loxley-on-the-Hill Parish Council"),
        (["Kent County Council", "on behalf of Ambridge Parish Council"], [], "Kent County Council"),
        (["Welsh Government response to the report"], [], "Welsh Government"),
        (["Government Response to the Inquiry", "Presented to Parliament"], [], "UK Government"),
        (
            ["Proposed Response"],
            ["In Waltham Forest, and Waltham Forest schools.", "LBWF and Waltham Forest will act."],
            "London Borough of Waltham Forest",
        ),
        (
            ["Cabinet Response: Active Travel in Cardiff"],
            ["Cardiff University", "in Cardiff", "Cardiff streets"],
            "City of Cardiff Council",
        ),
        (
            ["Response of NHS Kent and Medway and Kent County Council", "Kent County Council and NHS Kent and Medway"],
            ["Kent County Council will act."],
            "Kent County Council",
        ),
        (
            [
                "Maidstone Borough Council – Cabinet 16 April 2025",
                "Review of Trees",
                "KCC means",
                "Kent County Council.",
            ],
            ["Kent County Council was asked. Kent County Council agreed."],
            "Maidstone Borough Council",
        ),
        (
            ["Ashford Borough Council", "Report of", "Ashford Borough Council", "Kent County Council"],
            [],
            "Ashford Borough Council",
        ),
        (["Dorset Council. Position at 3 March 2025."], [], "Dorset Council"),
        (["WEALDEN DISTRICT COUNCIL", "CABINET"], [], "Wealden District Council"),
        (["CYNGOR SIR YNYS MÔN"], [], "Isle of Anglesey County Council"),
        (["Ymateb Cyngor Sir Gâr"], [], "Carmarthenshire County Council"),
        (["Essex Police, Fire and Crime Commissioner"], [], "Police, Fire and Crime Commissioner for Essex"),
        (
            ["Response of NHS Devon Integrated Care Board and Devon County Council", "NHS Devon", "NHS Devon"],
            [],
            "Devon County Council",
        ),
        (["Proposed Response"], ["We will act.", "The Council agrees."], None),
        (["Proposed Response"], ["Kent and Essex were compared. Kent, Essex."], None),
        (["Proposed Response"], ["Cambridgeshire and Peterborough were visited."], None),
        (["Proposed Response"], ["Kent Police and Essex Police gave evidence."], None),
        (["Response to the Essex Police, Fire and Crime Panel"], [], None),
        ([], [], None),
    ],
)
def test_the_answering_body_is_found_only_where_it_is_clear(
    headings: list[str], texts: list[str], name: str | None
) -> None:
    assert _name(headings, texts) == name


@pytest.mark.parametrize(
    ("headings", "answering", "name"),
    [
        (
            ["Joint reply", "Lancashire Constabulary"],
            ["Lark Homes", "Felpersham Borough Council"],
            "Felpersham Borough Council",
        ),
        (["Joint reply"], ["Response of Felpersham Borough Council", "Lark Homes"], "Felpersham Borough Council"),
        (["Response of Lancashire Constabulary"], ["Felpersham Borough Council"], "Lancashire Constabulary"),
        (["Leeds City Council"], ["Felpersham Borough Council"], "Leeds City Council"),
        (["Lancashire Constabulary"], ["Council response", "Police comments"], "Lancashire Constabulary"),
    ],
)
def test_a_council_that_answers_under_its_name_leads_its_partners(
    headings: list[str], answering: list[str], name: str
) -> None:
    found = find_authority(headings, [], REGISTRY, answering=answering)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("given_name", "id_"),
    [
        ("Leeds City Council", "gss:E08000035"),
        ("leeds city council", "gss:E08000035"),
        ("Leeds Cty Council", "gss:E08000035"),
        ("Waltham Forest", "gss:E09000031"),
        ("Ambridge Parish Council", "local:ambridge-parish-council"),
        ("gss:E08000035", "gss:E08000035"),
        ("E08000035", "gss:E08000035"),
        ("E08000020", "gss:E08000037"),  # Gateshead, before its boundary moved in 2013
        ("gss:E07000097", "gss:E07000242"),
        ("E99999999", "local:e99999999"),
    ],
)
def test_a_given_authority_wins(given_name: str, id_: str) -> None:
    found = find_authority(["Kent County Council response"], [], REGISTRY, given_name)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("the Learning Improvement Forum (LIF) met", "LIF", "Learning Improvement Forum"),
        ("as lead local flood authority (LLFA) for", "LLFA", "lead local flood authority"),
        ("the Transport Coordination Service (the TCS)", "TCS", "Transport Coordination Service"),
        ("multi-agency risk assessment conference (MARAC)", "MARAC", "multi-agency risk assessment conference"),
        ("TRO: traffic regulation order.", "TRO", "traffic regulation order"),
        ("NCC – Neighbourhoods and Climate Change", "NCC", "Neighbourhoods and Climate Change"),
        ("Cornwall Council (‘the Council’) and", "Council", "Cornwall Council"),
        ("Barts Health NHS Trust (the Trust) and", "Trust", "Barts Health NHS Trust"),
        ("a VRU (violence reduction unit) was", "VRU", "violence reduction unit"),
        ("the Department for Transport (DfT)", "DfT", "Department for Transport"),
    ],
)
def test_a_definition_is_found(text: str, short: str, full: str) -> None:
    assert find_glossary([text]) == {short: full}


@pytest.mark.parametrize(
    "text",
    [
        "the survey of residents (NHS) was",
        "Appendix (A) and option (ii)",
        "from 9am (GMT) each day",
        "It was agreed (see Appendix B)",
        "costs rose (Q3) again",
        "the police (MPS) came",
        "Recommendation (R1) was",
        "Note: see the table",
        "the survey of residents (the Council) was",
        "RAG: red",
    ],
)
def test_a_bracket_is_no_definition_where_the_letters_do_not_fit(text: str) -> None:
    assert find_glossary([text]) == {}


@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_is_searched(texts: list[str]) -> None:
    find_authority(texts, texts, REGISTRY)
    assert all(short and full for short, full in find_glossary(texts).items())
