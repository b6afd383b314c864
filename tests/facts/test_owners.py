"""Owner cells: joint owners are divided, titles are not, and nobody is made up."""

import csv
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.facts.dates import find_dates
from extract.facts.organisations import OrganisationContext, build_context
from extract.facts.owners import Wording, find_owners, find_owners_in_prose, find_signatures
from extract.facts.owners.capacities import capacity_of
from extract.facts.owners.stripping import is_uncertain
from extract.findings import Span
from extract.records import Authority, Field, OwnerCapacity
from extract.vocabulary.dates import load_date_words
from extract.vocabulary.organisations import load_registry
from extract.vocabulary.owners import load_owner_words

KENT = build_context(load_registry(), Authority(id="gss:E10000016", name="Kent County Council"), ())
WORDS = load_owner_words()
ICB = "NHS Kent and Medway Integrated Care Board"
CASES = Path(__file__).parent.parent / "cases" / "owners.csv"


def _cases() -> list[tuple[str, list[str], list[str]]]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        return [(row["cell"], _parts(row["owners"]), _parts(row["kinds"])) for row in csv.DictReader(rows)]


def _parts(listed: str) -> list[str]:
    return [part for part in listed.split(" | ") if part]


def _names(cell: str, context: OrganisationContext = KENT) -> list[str]:
    return [owner.name for owner in find_owners(cell, context, WORDS)]


@pytest.mark.parametrize(("cell", "names", "kinds"), _cases())
def test_cell_names_these_owners(cell: str, names: list[str], kinds: list[str]) -> None:
    owners = find_owners(cell, KENT, WORDS)
    assert [owner.name for owner in owners] == names
    assert [owner.kind for owner in owners] == kinds


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Head of\nHighways and\nFleet /\nExecutive\nMember for\nTransport", 2),
        ("Cabinet\nMember for\nClimate\nChange and\nEnvironment", 1),
        ("Parking\nServices\nManager / Cllr\nR Marsden", 2),
        ("Head of Parks\nHead of Highways", 2),
        ("Highways Team\nParks Team", 2),
        ("Metropolitan Police\nService (SE BCU)", 1),
        ("Oxleas NHS\nFoundation Trust", 1),
    ],
)
def test_lines_of_a_narrow_cell_are_joined_or_divided(cell: str, names: int) -> None:
    assert len(_names(cell)) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Director of Adult Social\vServices\nNHS Kent and Medway", ["Director of Adult Social Services", ICB]),
        ("Kent Police\nMedway Maritime\vHospital Trust", ["Kent Police", "Medway Maritime Hospital Trust"]),
        ("Strategic Director of\vPlace\vEnvironment\vAgency", ["Strategic Director of Place", "Environment Agency"]),
        ("Social Work Manager\vPorchlight Roots", ["Social Work Manager", "Porchlight Roots"]),
        ("Parks Manager\nFriends of Central\vPark", ["Parks Manager", "Friends of Central Park"]),
        ("Waste Manager\vBrindlemoor Recycling", ["Waste Manager", "Brindlemoor Recycling"]),
        (
            "Safety Team\vAshbrindle Travel\vMoorbrindle Buses",
            ["Safety Team", "Ashbrindle Travel", "Moorbrindle Buses"],
        ),
        ("Operations Manager\vWaste Collection", ["Operations Manager Waste Collection"]),
        (
            "Cabinet Member for\vHousing and\vPlace\nHead of Housing",
            ["Cabinet Member for Housing and Place", "Head of Housing"],
        ),
        ("Director of Public\vHealth", ["Director of Public Health"]),
        ("Commissioning Manager,\vMental Health", ["Commissioning Manager, Mental Health"]),
        ("Street Scene\vOperations Manager", ["Street Scene Operations Manager"]),
        ("Deputy\vChief Executive", ["Deputy Chief Executive"]),
        ("Head of Performance\n(Kent Police)", ["Head of Performance (Kent Police)"]),
        ("Head of Environment and\vPublic Protection", ["Head of Environment and Public Protection"]),
        ("Service Manager\vFostering", ["Service Manager Fostering"]),
    ],
)
def test_an_owner_begins_on_a_new_line_only_where_one_is_sure_to(cell: str, names: list[str]) -> None:
    assert _names(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("TLO\vHoE", ["Tree and Landscape Officer", "Head of Estates"]),
        ("HoE\vYJS", ["Head of Estates", "Youth Justice"]),
        ("Head of Parks\vTLO; CM-P", ["Head of Parks", "Tree and Landscape Officer", "Cabinet Member for Parks"]),
        ("Director of\vYJS", ["Director of YJS"]),
    ],
)
def test_initials_that_a_key_explains_are_owners_each_on_its_line(cell: str, names: list[str]) -> None:
    key = "TLO = Tree and Landscape Officer; HoE = Head of Estates; CM-P: Cabinet Member for Parks; YJS = Youth Justice"
    assert _names(cell, build_context(load_registry(), KENT.authority, (key,))) == names


@pytest.mark.parametrize(
    "cell", ["", " ", "-", "–", "n/a", "N/A", "TBC", "tbc.", "To be confirmed", "None", "?", "(n/a)"]
)
def test_a_cell_that_names_nobody_has_no_owner(cell: str) -> None:
    assert _names(cell) == []


def test_what_was_printed_is_kept_beside_the_name() -> None:
    (owner,) = find_owners("Cllr Tessa Holt", KENT, WORDS)
    assert (owner.raw, owner.name) == ("Cllr Tessa Holt", "Tessa Holt")


def test_self_names_need_an_authority() -> None:
    assert _names("Council", OrganisationContext(load_registry())) == ["Council"]
    assert _names("Council") == ["Kent County Council"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We agree.\nLead officer: Head of Parks\nBy June.", ["Head of Parks"]),
        ("Lead: Head of Parks / Cabinet Member for Leisure", ["Head of Parks", "Cabinet Member for Leisure"]),
        ("The Director of Public Health will lead on this.", ["Director of Public Health"]),
        ("Agreed. The Head of Legal Services will oversee the review.", ["Head of Legal Services"]),
        ("We will lead by example and the work will continue.", []),
        ("This will lead to better outcomes for young people.", []),
        ("The leading cause was speed. Officers will report back.", []),
        ("Action by: TBC", []),
        ("We agree (Lead: Head of Parks (Amy Cole)) and will report.", ["Head of Parks"]),
        ("Cllr Ann Hart, Cabinet Member for Highways, will lead the work.", ["Ann Hart"]),
        ("The Head of Parks, working with Legal Services, will lead on this.", ["Head of Parks"]),
        ("This will be led by the Head of Parks and reported in June.", ["Head of Parks"]),
        ("The review will be led by Public Health with support from partners.", ["Public Health"]),
        ("The plan is to be overseen by the Corporate Parenting Board.", ["Corporate Parenting Board"]),
        ("A pilot will be led by Kent Police, who will report back.", ["Kent Police"]),
        ("The lead officer for this work is the Parks Manager.", ["Parks Manager"]),
        ("Responsibility for this action sits with the Head of Finance.", ["Head of Finance"]),
        ("The Head of Finance is responsible for delivering the plan.", ["Head of Finance"]),
        ("The review was led by Professor Smith in 2019.", []),
        ("The Director of Public Health will retire in May.", []),
        ("Work will be led by example and by need.", []),
        ("The walk will be led by volunteers.", []),
        ("Lead times are long, and lead pipes were found.", []),
    ],
)
def test_prose_names_owners_only_beyond_doubt(text: str, names: list[str]) -> None:
    assert [owner.name for owner in find_owners_in_prose(text, KENT, WORDS)] == names


def _times(text: str) -> list[Span]:
    return [Span(date.start, date.end) for date in find_dates(text, Field.RESPONSE, None, load_date_words())]


def _signatures(text: str, *, usual: bool = False) -> list[tuple[str, list[str]]]:
    """The words of each signature, and whom it names."""
    found = find_signatures(text, Wording(KENT, WORDS, _times, usual))
    return [(each.span.of(text).strip(), [owner.name for owner in each.owners]) for each in found]


@pytest.mark.parametrize(
    ("text", "signature", "names"),
    [
        ("Mow the verges less (Head of Parks, May 2027)", "(Head of Parks, May 2027)", ["Head of Parks"]),
        ("Mow the verges less (by May 2027; Head of Parks).", "(by May 2027; Head of Parks)", ["Head of Parks"]),
        ("Mow less [Owner: Ann Hart | Deadline: 1/5/27]", "[Owner: Ann Hart | Deadline: 1/5/27]", ["Ann Hart"]),
        ("Mow less. Plant more (Parks Team – overdue)", "(Parks Team – overdue)", ["Parks Team"]),
        ("Mow less (Green Spaces Lead (West), Q2 2027/28)", "(Green Spaces Lead (West), Q2 2027/28)", None),
        ("Mow less – Director of Place, by May 2027. Good.", "– Director of Place, by May 2027", ["Director of Place"]),
        ("Mow less - Director – Place, May 2027", "- Director – Place, May 2027", ["Director – Place"]),
        ("Mow less – Head of Parks (May 2027)", "– Head of Parks (May 2027)", ["Head of Parks"]),
        ("Mow less. Owner: Head of Parks. By: May 2027.", "Owner: Head of Parks. By: May 2027.", ["Head of Parks"]),
        ("Mow less (overdue: Parks Team, was May 2026)", "(overdue: Parks Team, was May 2026)", ["Parks Team"]),
        ("Mow less (Parks Team, budget round, May 2027)", "(Parks Team, budget round, May 2027)", ["Parks Team"]),
        ("Mow less (Cllr Hart and Parks Team, ongoing)", "(Cllr Hart and Parks Team, ongoing)", ["Hart", "Parks Team"]),
    ],
)
def test_who_is_to_do_an_action_stands_behind_it(text: str, signature: str, names: list[str] | None) -> None:
    ((words, found),) = _signatures(text)
    assert words == signature
    assert found == (names or ["Green Spaces Lead (West)"])


@pytest.mark.parametrize(
    "text",
    [
        "The plan was approved (Cabinet, 3 July 2026).",
        "Numbers have doubled (Census, 2021).",
        "This is well known (Smith and Jones, 2019).",
        "We met Mr Cole (Head of Parks).",
        "Jane Cole (Head of Parks) will mow less.",
        "The verges are long – the Head of Parks has said so since May 2024.",
        "Verges (May 2027)",
        "Parks (Head of Parks, May 2027)",
        "The old depot (Leeds, 2024) was sold.",
    ],
)
def test_other_brackets_name_nobody_who_acts(text: str) -> None:
    assert _signatures(text) == []


def test_names_of_any_kind_sign_beside_sure_ones() -> None:
    text = "• Mow the verges less (Parks Team, May 2027)\n• Plant forty oaks (Oak Friends, each winter)"
    assert [names for _, names in _signatures(text)] == [["Parks Team"], ["Oak Friends"]]
    assert _signatures("Plant forty oaks (Oak Friends, each winter)") == []
    assert _signatures("Plant forty oaks (Oak Friends, each winter)", usual=True) != []
    assert _signatures("It was considered (Oak Panel, 3 July 2026)", usual=True) == []


PARTS = [
    "Head of",
    "/",
    "and",
    ",",
    ";",
    "Cllr",
    "(",
    ")",
    "Council",
    "\n",
    ":",
    "-",
    "Team",
    "Jane Holt",
    "•",
    "Kent Police",
]


@example('(")\x0bA')
@given(st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))
def test_any_text_is_read_and_owners_are_printed_in_it(cell: str) -> None:
    owners = find_owners(cell, KENT, WORDS)
    assert all(owner.name for owner in owners)
    assert len({(owner.kind, owner.name.casefold()) for owner in owners}) == len(owners)
    for owner in owners:
        assert "".join(owner.raw.split()) in "".join(cell.split())
    find_owners_in_prose(cell, KENT, WORDS)


@given(st.sampled_from([cell for cell, names, _ in _cases() if len(names) == 1]))
def test_a_single_owner_read_again_is_itself(cell: str) -> None:
    name = _names(cell)
    assert _names(name[0]) == name


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Highways Maintenan ce", ["Highways Maintenance"]),
        ("Parks Manag er", ["Parks Manager"]),
        ("Head of Parks", ["Head of Parks"]),
        ("Director of Land and Water", ["Director of Land and Water"]),
    ],
)
def test_a_word_that_its_cell_broke_is_made_whole(cell: str, names: list[str]) -> None:
    assert _names(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Executive Director\n– Place", ["Executive Director – Place"]),
        ("Assistant Director\n– Housing & Communities", ["Assistant Director – Housing & Communities"]),
        ("– Head of Legal\n– Head of Finance", ["Head of Legal", "Head of Finance"]),
        ("Leads:\n- Head of Legal\n- Head of Finance", ["Head of Legal", "Head of Finance"]),
    ],
)
def test_a_dash_is_a_bullet_only_where_the_lines_are_a_list(cell: str, names: list[str]) -> None:
    assert _names(cell) == names


@pytest.mark.parametrize(
    ("cell", "uncertain"),
    [
        ("Tim Bradley?", [True]),
        ("Head of Parks (TBC)", [True]),
        ("Head of Parks - tbc", [True]),
        ("TBC (Head of Parks)", [True]),
        ("Head of Parks (to be confirmed by Cabinet)", [True]),
        ("Possibly Legal Services", [True]),
        ("Head of Parks or Head of Legal", [False, True]),
        ("Head of Parks; Katie Lomas?", [False, True]),
        ("Head of Parks / TBC", [False]),
        ("Head of Parks (vacant)", [False]),
        ("Head of Provisional Services", [False]),
        ("Director of Place or Growth", [False]),
    ],
)
def test_an_owner_that_is_printed_as_a_doubtful_one_says_so(cell: str, uncertain: list[bool]) -> None:
    assert [owner.uncertain for owner in find_owners(cell, KENT, WORDS)] == uncertain
    assert all(is_uncertain(owner.raw, WORDS) == owner.uncertain for owner in find_owners(cell, KENT, WORDS))


@pytest.mark.parametrize(
    ("heading", "cell", "capacities"),
    [
        ("Organisation", "Council, Kent Police", ["addressee", "addressee"]),
        ("Recommendation made to:", "Council", ["addressee"]),
        ("Cabinet Member[ii]", "Cllr Moss", ["decision_maker"]),
        ("Lead Member", "Cllr Moss", ["decision_maker"]),
        ("Lead Officer", "Head of Parks", ["lead"]),
        ("Lead Officer", "Leader of the Council", ["lead"]),
        ("Lead Officer/EM", "Head of Parks / Cllr Moss", ["lead", "decision_maker"]),
        ("Portfolio Holder / Lead Officer", "The Leader; Jane Brown", ["decision_maker", "lead"]),
        ("Partners", "Kent Police", ["support"]),
        ("Lead", "Head of Parks (lead), Legal Services (support)", ["lead", "support"]),
        ("", "Lead Member: Cllr Moss; Lead Officer: Jane Brown", ["decision_maker", "lead"]),
        ("", "Lead Officer – Head of Parks", ["lead"]),
        ("Theme", "Head of Parks", [None]),
        ("", "Head of Parks", [None]),
    ],
)
def test_a_column_or_label_tells_in_what_capacity(heading: str, cell: str, capacities: list[str | None]) -> None:
    assert [owner.capacity for owner in find_owners(cell, KENT, WORDS, heading)] == capacities


@pytest.mark.parametrize(
    ("capacity", "title"), [(one.capacity, title) for one in WORDS.capacities for title in one.examples]
)
def test_every_example_of_a_title_tells_its_capacity(capacity: OwnerCapacity, title: str) -> None:
    assert capacity_of("Jane Brown", title, WORDS) == capacity


KEY = "Key: NCC – Neighbourhoods and Climate Change; AHS – Adult and Health Services; DM – David Mills\n"
KEYED = build_context(
    load_registry(),
    Authority(id="gss:E06000047", name="Durham County Council"),
    (KEY, "REG: Regeneration, Economy and Growth\nCYPS  Children and Young People's Services"),
)


@pytest.mark.parametrize(
    ("cell", "names", "kinds"),
    [
        ("NCC", ["Neighbourhoods and Climate Change"], ["group"]),
        ("NCC/AHS", ["Neighbourhoods and Climate Change", "Adult and Health Services"], ["group", "group"]),
        ("NCC and AHS", ["Neighbourhoods and Climate Change", "Adult and Health Services"], ["group", "group"]),
        ("REG; CYPS", ["Regeneration, Economy and Growth", "Children and Young People's Services"], ["group", "group"]),
        ("NCC – Neighbourhoods and Climate Change", ["Neighbourhoods and Climate Change"], ["group"]),
        ("DM / PL", ["David Mills", "PL"], ["person", "person"]),
        ("Head of Environment, NCC", ["Head of Environment, NCC"], ["role"]),
    ],
)
def test_the_key_of_a_document_says_whom_its_initials_mean(cell: str, names: list[str], kinds: list[str]) -> None:
    owners = find_owners(cell, KEYED, WORDS)
    assert [owner.name for owner in owners] == names
    assert [owner.kind for owner in owners] == kinds


def test_initials_of_a_council_are_what_the_key_says() -> None:
    norfolk = build_context(load_registry(), Authority(id="gss:E10000020", name="Norfolk County Council"), (KEY,))
    assert norfolk.resolve("NCC") is None
    assert _names("NCC", norfolk) == ["Neighbourhoods and Climate Change"]


@pytest.mark.parametrize(
    ("cell", "count"),
    [(cell, 1) for one in WORDS.posts for cell in one.examples]
    + [(cell, 2) for one in WORDS.posts for cell in one.counter_examples],
)
def test_a_body_behind_a_comma_says_whose_post_it_is_where_none_but_it_has_one(cell: str, count: int) -> None:
    assert len(_names(cell)) == count


def test_a_list_of_posts_and_bodies_is_divided_at_each_comma() -> None:
    cell = "Chief Nurse, East Kent Hospitals University NHS Foundation Trust, Kent Police"
    assert _names(cell)[0] == "Chief Nurse"
    assert len(_names(cell)) == 3


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Ancholme and West", "Winteringham Internal", "Drainage Board"), 1),
        (("Moorline Travel", "Brightway Coaches"), 2),
        (("Head of Parks", "", "Ancholme and West", "Winteringham Internal", "Drainage Board"), 2),
    ],
)
def test_places_that_open_the_name_of_a_body_go_on_over_the_line(lines: tuple[str, ...], names: int) -> None:
    assert len(_names("\v".join(lines).replace("\v\v", "\n\n"))) == names
