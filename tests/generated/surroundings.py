"""What stands around a response: titles, covering paragraphs, other tables; none of it is a recommendation answered."""

from random import Random

from tests.generated.grids import Grid
from tests.generated.truth import Truth

COVER = (
    "This paper sets out the response of {authority} to the report of the {committee}.",
    "The Committee heard from officers, partners and residents at four meetings and made {count} recommendations.",
    "Cabinet is asked to approve the responses below for submission to the Committee.",
    "There are no legal implications arising directly from this report. The financial implications are set out below.",
)
BUDGET = Grid(
    roles=("asked", "owner", "timescale"),
    titles=("Budget heading", "2024/25 £000", "2025/26 £000"),
    cells=(("Staffing", "412", "420"), ("Supplies and services", "96", "88"), ("Total", "508", "508")),
    themes=(None, None, None),
    expected=(),
)
CONSULTEES = Grid(
    roles=("owner", "decision", "timescale"),
    titles=("Consultee", "Date sent", "Date received"),
    cells=(("Monitoring Officer", "3 May 2024", "9 May 2024"), ("Section 151 Officer", "3 May 2024", "10 May 2024")),
    themes=(None, None),
    expected=(),
)
MEETINGS = Grid(
    roles=("timescale", "asked", "owner"),
    titles=("Date", "Witness", "Organisation"),
    cells=(("4 March 2024", "Head of Service", "Council"), ("18 March 2024", "Chief Executive", "Citizens Advice")),
    themes=(None, None),
    expected=(),
)
OTHERS = (BUDGET, CONSULTEES, MEETINGS)
OWN = "Recommendation: that Cabinet notes the report and approves the responses in the table."


def cover(random: Random, truth: Truth) -> list[str]:
    """Some covering paragraphs."""
    chosen = random.sample(COVER, random.randint(0, 3))
    return [each.format(authority=truth.authority, committee=truth.committee, count=len(truth.rows)) for each in chosen]


def others(random: Random) -> tuple[list[Grid], list[Grid]]:
    """Other tables before and after."""
    drawn = [grid for grid in OTHERS if random.random() < 0.2]
    at = random.randint(0, len(drawn))
    return drawn[:at], drawn[at:]
