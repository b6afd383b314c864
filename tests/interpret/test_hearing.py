"""Whole rows in which others are quoted, relayed or cut short: who acts, and who answers otherwise."""

import csv
import io

import pytest

from extract.flow import Wishes, read_result
from extract.interpret.heading import Given
from extract.records import Recommendation

_TITLES = ("Ref", "Recommendation", "Decision", "Response", "Lead", "Due", "Progress")


def row(council: str, response: str, lead: str) -> Recommendation:
    """The one row of a tracker of a council, in which ``progress: `` in the response opens the progress cell."""
    answer, _, progress = response.partition("progress: ")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_TITLES)
    writer.writerow(("1", "That more is done for residents.", "Agreed", answer.strip(), lead, "", progress))
    writer.writerow(("2", "That the map of footpaths is printed.", "Agreed", "A map was printed in May.", "", "", ""))
    writer.writerow(("3", "That the form is made shorter.", "Rejected", "The form is set by law.", "", "", ""))
    wishes = Wishes(given=Given(authority=council))
    report = read_result(out.getvalue().encode(), "tracker.csv", wishes).report
    assert report is not None
    first, *_ = report.recommendations
    return first


def actor_of(made: Recommendation, words: str) -> str | None:
    """The name of who acts in the one commitment that holds the words."""
    (found,) = [each for each in made.commitments if words in each.text]
    return found.actor.name if found.actor else None


COUNCIL = "Leeds City Council"
RAIL = "Network Rail"
FORCE = "West Yorkshire Police"


@pytest.mark.parametrize(
    ("council", "response", "lead", "words", "name"),
    [
        # quotation marks: before them a label, a verb, a sentence, a paragraph; behind them; straight marks
        (COUNCIL, "Calder Homes: “We will fit new doors by June.”", "Calder Homes", "fit new doors", "Calder Homes"),
        (COUNCIL, 'Calder Homes writes: "We will fit new doors by June."', "Calder Homes", "fit new", "Calder Homes"),
        (COUNCIL, "Calder Homes has sent this reply. “We will fit new doors.”", "Calder Homes", "fit", "Calder Homes"),
        (
            COUNCIL,
            "The answer of Calder Homes was as follows.\n\n“We will fit new doors.\n\n“We will paint the halls.”",
            "Calder Homes",
            "paint the halls",
            "Calder Homes",
        ),
        (COUNCIL, "“We will fit new doors by June,” says Calder Homes.", "Calder Homes", "new doors", "Calder Homes"),
        (COUNCIL, "Calder Homes told us: ‘We will fit new doors by June.’", "Calder Homes", "fit new", "Calder Homes"),
        (COUNCIL, "“We will fit new doors by June.” – Calder Homes", "Calder Homes", "fit new doors", "Calder Homes"),
        (COUNCIL, "“We will send a patrol.” (Inspector Jo Marsh, West Yorkshire Police)", "", "patrol", FORCE),
        (
            COUNCIL,
            "Its Chief Nurse has given this answer on behalf of the ICB and others. “We will text patients in May.”",
            "Head of Parks",
            "text patients",
            "NHS West Yorkshire Integrated Care Board",
        ),
        (
            "West Yorkshire Combined Authority",
            "The ICB has replied: “We will text patients in May.”",
            "",
            "text patients",
            "NHS West Yorkshire Integrated Care Board",
        ),
        # two bodies are quoted in one paragraph
        (
            COUNCIL,
            "The Environment Agency says: “We will dredge it.” Calder Homes says: “We will fit doors.” We will meet.",
            "Environment Agency; Calder Homes",
            "fit doors",
            "Calder Homes",
        ),
        (
            COUNCIL,
            "The Environment Agency says: “We will dredge it.” Calder Homes says: “We will fit it.” We will fund it.",
            "Environment Agency; Calder Homes",
            "fund it",
            COUNCIL,
        ),
        # behind the marks the council speaks
        (
            COUNCIL,
            "Calder Homes: “We will fit new doors.” We will publish the list in May.",
            "Calder Homes",
            "publish the list",
            COUNCIL,
        ),
        (
            COUNCIL,
            "Calder Homes has replied: “We will fit new doors.”\n\nWe will publish the list in May.",
            "Calder Homes",
            "publish the list",
            COUNCIL,
        ),
        # officers of bodies: ranks, posts, what a pronoun stands for
        (COUNCIL, "Inspector Jo Marsh writes: “We will send a patrol in May.”", "Head of Parks", "patrol", FORCE),
        (
            COUNCIL,
            "We put this to Sergeant Ali Brook. He replies: “We will send a patrol in May.”",
            "Head of Parks",
            "patrol",
            FORCE,
        ),
        (
            COUNCIL,
            "Station Manager Kim Hale has answered: “We will visit each block.”",
            "Housing Manager",
            "visit each block",
            "West Yorkshire Fire and Rescue Service",
        ),
        (
            COUNCIL,
            "Reply of the Regional Director: “We will repaint the bridge in May.”",
            "Network Rail",
            "repaint the bridge",
            RAIL,
        ),
        (
            COUNCIL,
            "This is for another body, whose Route Director has sent the following. “We will repaint the bridge.”",
            "Network Rail",
            "repaint the bridge",
            RAIL,
        ),
        (
            COUNCIL,
            "Sam Poole, Director at Wharfe Valley Housing Association, writes: “Our board will buy ten flats.”",
            "Housing Manager",
            "buy ten flats",
            "Wharfe Valley Housing Association",
        ),
        # whoever speaks for the council itself, or whom it wrote to, is quoted for nobody else
        (COUNCIL, "The Cabinet Member said: “We will plant trees in May.”", "Network Rail", "plant trees", COUNCIL),
        (COUNCIL, "We wrote to Network Rail, saying: “We will plant trees in May.”", "Network Rail", "trees", COUNCIL),
        (COUNCIL, "Our reply to Network Rail said: “We will plant trees in May.”", "Network Rail", "trees", COUNCIL),
        (COUNCIL, "A tenant told us: “We have waited for years.” We will plant trees.", "", "plant trees", COUNCIL),
        (COUNCIL, "The Council's reply was: “We will plant trees in May.”", "Network Rail", "plant trees", COUNCIL),
        (COUNCIL, "The Head of Parks comments: “We will plant trees in May.”", "Head of Parks", "trees", COUNCIL),
        (
            COUNCIL,
            "Our “Safe Streets and Parks for All of Us” scheme is liked. We will extend it.",
            "",
            "extend",
            COUNCIL,
        ),
        # in words that are passed on, the passive is the speaker's own doing
        (
            COUNCIL,
            "Calder Homes writes: “New doors will be fitted in May.”",
            "Calder Homes",
            "New doors",
            "Calder Homes",
        ),
        (COUNCIL, "Calder Homes writes: “A nurse will visit in May.”", "Calder Homes", "nurse", "Calder Homes"),
        (
            COUNCIL,
            "The Bishop has been asked. Diocese of Leeds: “The Bishop will open two halls in May.”",
            "Diocese of Leeds",
            "open two halls",
            "Diocese of Leeds",
        ),
        # answers introduced without marks, and returns
        (
            COUNCIL,
            "This reply comes from the Estates Director at Calder Homes. We will fit new doors in May.",
            "Calder Homes",
            "fit new doors",
            "Calder Homes",
        ),
        (
            COUNCIL,
            "Calder Homes says that doors will be fitted in May. For our own part, we will publish the list.",
            "Calder Homes; Network Rail",
            "publish the list",
            COUNCIL,
        ),
        (
            COUNCIL,
            "Calder Homes agreed at once: officers will fit new doors in May.",
            "Calder Homes; Head of Parks",
            "fit new doors",
            "Calder Homes",
        ),
        # relayed
        (COUNCIL, "Calder Homes says that doors will be fitted in May.", "Calder Homes", "fitted", "Calder Homes"),
        (
            COUNCIL,
            "Calder Homes writes that doors were fitted in May and that halls will be painted in June.",
            "Calder Homes; Head of Parks",
            "halls will be painted",
            "Calder Homes",
        ),
        (
            COUNCIL,
            "We have told Calder Homes of this. It now says that doors will be fitted in May.",
            "Calder Homes; Head of Parks",
            "doors will be fitted",
            "Calder Homes",
        ),
        # progress cells
        (
            COUNCIL,
            "Agreed. progress: May 2026: Superintendent Jo Marsh writes: “We shall keep the patrol going.”",
            "West Yorkshire Police",
            "keep the patrol",
            FORCE,
        ),
    ],
)
def test_whoever_is_quoted_or_relayed_acts(council: str, response: str, lead: str, words: str, name: str) -> None:
    assert actor_of(row(council, response, lead), words) == name


@pytest.mark.parametrize(
    ("response", "lead", "words", "name"),
    [
        (
            "The Corporate Director will report in May.",
            "Corporate Director, Place",
            "report",
            "Corporate Director, Place",
        ),
        ("The Service Manager will report in May.", "Service Manager: Parks", "report", "Service Manager: Parks"),
        ("The Cabinet Member will report in May.", "Cabinet Member for Parks", "report", "Cabinet Member"),
        ("The Director will report in May.", "Director of Parks; Director of Roads", "report", "Director"),
        ("Age UK will open a shop in May.", "Age UK Wharfedale", "open a shop", "Age UK Wharfedale"),
        ("The company will mend the lifts in May.", "Calder Lifts Ltd; Head of Parks", "mend", "Calder Lifts Ltd"),
        ("The airport will publish readings in May.", "Leeds Bradford Airport", "publish", "Leeds Bradford Airport"),
        (
            "Talks with the Wharfedale Association of Park Groups go on. WAPG will recruit a volunteer in May.",
            "Head of Parks",
            "recruit a volunteer",
            "Wharfedale Association of Park Groups",
        ),
        ("Where nobody calls, the desk sergeant will ring the school.", "West Yorkshire Police", "ring", FORCE),
        ("We have taken on a park ranger and she will visit schools.", "Head of Parks", "visit schools", COUNCIL),
        ("The contract is with Dales Recycling. The contractor will mend bins.", "", "mend bins", "Dales Recycling"),
        ("Terms of reference agreed by the Wharfedale Carers Board in May.", "", "agreed", "Wharfedale Carers Board"),
        ("Calder Homes to fit new doors by June.", "Calder Homes", "fit new doors", "Calder Homes"),
    ],
)
def test_names_that_are_cut_short_are_the_ones_that_were_asked(response: str, lead: str, words: str, name: str) -> None:
    assert actor_of(row(COUNCIL, response, lead), words) == name


@pytest.mark.parametrize(
    ("response", "words", "name"),
    [
        ("Letter issued on 6 May 2026.", "issued", None),
        ("Survey completed in June 2026.", "completed", None),
        ("Highways completed the survey in June 2026.", "completed", "Highways"),
    ],
)
def test_what_was_done_is_not_who_did_it(response: str, words: str, name: str | None) -> None:
    assert actor_of(row(COUNCIL, response, ""), words) == name


@pytest.mark.parametrize(
    ("response", "lead", "wanted"),
    [
        ("Calder Homes: “We will mend two lifts. We will not replace the third.”", "Calder Homes", ["Calder Homes"]),
        ("We agree. Pennine Coaches has told us that nine buses are more than a depot of its size can manage.", "",
         ["Pennine Coaches"]),
        ("We wrote to Network Rail. It is not minded to reopen the halt.", "", ["Network Rail"]),
        ("Northern Rail has written to the Department for Transport. It is not minded to reopen the halt.", "",
         ["Northern Rail"]),
        ("The ambulance service takes the view that a second register would not be appropriate.",
         "Yorkshire Ambulance Service", ["Yorkshire Ambulance Service NHS Trust"]),
        ("We like this. Barset Banking Limited has said no to a counter.", "", ["Barset Banking Limited"]),
        ("Diocese of Leeds: “The Bishop does not feel able to recommend this.”", "Diocese of Leeds",
         ["Diocese of Leeds"]),
        # no position: what is told of a thing, what is the council's own, what depends
        ("Yorkshire Water has told us that records will not be released.", "", []),
        ("The Council is not minded to open a second site.", "", []),
        ("The Housing Ombudsman says no landlord can be compelled.", "", []),
        ("Calder Homes: “We will fit new doors by June.”", "Calder Homes", []),
        ("Pennine Coaches has told us that the timetable would be ready in May.", "", []),
    ],
)  # fmt: skip
def test_whoever_refuses_beside_an_acceptance_has_a_position(response: str, lead: str, wanted: list[str]) -> None:
    assert [position.organisation for position in row(COUNCIL, response, lead).positions] == wanted


@pytest.mark.parametrize(
    ("council", "response", "lead", "words", "name"),
    [
        (
            "Swale Borough Council",
            "A letter went to Kent County Council. Kent’s Virtual School Head answered as follows: “We will pay half.”",
            "",
            "pay half",
            "Kent County Council",
        ),
        (COUNCIL, "Calder Leisure, the trust that runs the pool, will open it.", "", "open it", "Calder Leisure"),
        (COUNCIL, f"{FORCE}: We will look at it. The Constabulary does not intend to close it.", FORCE, "close", FORCE),
        (COUNCIL, "What I can offer is a second bus by May 2027.", "", "second bus", COUNCIL),
        (COUNCIL, "I am not attracted to a levy.", "", "levy", COUNCIL),
    ],
)
def test_who_is_named_by_a_place_a_kind_or_the_first_person_acts(
    council: str, response: str, lead: str, words: str, name: str
) -> None:
    assert actor_of(row(council, response, lead), words) == name
