"""A person's own bodies go before the shipped ones, and change nothing else."""

from extract.facts.organisations import OrganisationContext, find_organisations, resolve_body
from extract.records import Field
from extract.vocabulary.organisations import load_registry
from extract.vocabulary.registers import OwnBody, with_own

SHIPPED = load_registry()


def _found(text: str, *own: OwnBody) -> list[tuple[str, str | None]]:
    context = OrganisationContext(with_own(SHIPPED, own))
    return [(each.text, each.id) for each in find_organisations(text, Field.RESPONSE, context)]


def test_a_body_of_ones_own_is_found_by_each_of_its_names() -> None:
    own = OwnBody("our:1", "Cylch Meithrin Llwynbedw", "charity", ("Y Cylch", "CML"))
    text = "Cylch Meithrin Llwynbedw will ask; Y Cylch and CML agreed."
    assert _found(text, own) == [("Cylch Meithrin Llwynbedw", "our:1"), ("Y Cylch", "our:1"), ("CML", "our:1")]


def test_its_name_is_found_misspelt() -> None:
    own = OwnBody("our:1", "Cylch Meithrin Llwynbedw")
    assert _found("for Cylch Meithrin Llwynbedv now", own) == [("Cylch Meithrin Llwynbedv", "our:1")]


def test_a_name_of_a_shipped_body_means_ones_own() -> None:
    assert _found("Nacro will ask", OwnBody("our:1", "Nacro"))[0][1] == "our:1"


def test_an_ambiguous_name_and_a_class_are_sure_once_they_are_given() -> None:
    own = OwnBody("our:1", "Safe Streets Board", "partnership", ("CSP", "SCC"))
    assert [id_ for _, id_ in _found("The CSP and SCC met", own)] == ["our:1", "our:1"]
    body = resolve_body("the CSP", OrganisationContext(with_own(SHIPPED, [own])))
    assert body is not None
    assert body.id == "our:1"


def test_a_shipped_body_may_be_given_more_names_and_keeps_its_own() -> None:
    own = OwnBody("police:kent", "Kent Police", None, ("KP",))
    registry = with_own(SHIPPED, [own])
    assert registry.organisations["police:kent"].type == "police"
    assert [id_ for _, id_ in _found("KP and Kent Constabulary", own)] == ["police:kent", "police:kent"]


def test_the_shipped_registry_is_as_it_was() -> None:
    before = dict(SHIPPED.aliases)
    with_own(SHIPPED, [OwnBody("our:1", "Nacro")])
    assert dict(SHIPPED.aliases) == before
