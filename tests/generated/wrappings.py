"""What council papers are made of besides responses: reports, minutes, and tables that answer no recommendation."""

from collections.abc import Iterator, Sequence
from random import Random

from tests.generated import words
from tests.generated.drawn import Part, plain_grid
from tests.generated.grids import Grid
from tests.generated.prose import Paragraph

DECLARATIONS = plain_grid(
    ("owner", "asked", "response"),
    ("Member", "Agenda item", "Nature of interest"),
    (
        ("Member for North Ward", "7 – Response to scrutiny", "Other registrable interest: school governor"),
        ("Member for Quay Ward", "5", "Disclosable pecuniary interest; left the meeting for the item"),
    ),
)
EQUALITY = plain_grid(
    ("asked", "decision", "response", "owner"),
    ("Protected characteristic", "Impact", "Reason / evidence", "Mitigation"),
    (
        ("Age", "Positive", "Young people and older residents use the service more than others do.", "None needed"),
        ("Disability", "Neutral", "An accessible version will be provided on request.", "Monitor take-up"),
        ("Race", "Neutral", "No disproportionate impact was identified.", "None needed"),
        ("Sex", "Positive", "Women are the larger part of those who use the service.", "None needed"),
    ),
)
FORWARD_PLAN = plain_grid(
    ("timescale", "asked", "owner", "decision"),
    ("Date of decision", "Item", "Lead officer", "Key decision?"),
    (
        ("9 September 2024", "Budget monitoring, quarter 1", "Section 151 Officer", "No"),
        ("14 October 2024", "Procurement of the highways contract", "Head of Transport", "Yes"),
        ("11 November 2024", "Review of fees and charges", "Director of Place", "Yes"),
    ),
)
RISKS = plain_grid(
    ("number", "asked", "timescale", "response"),
    ("No.", "Risk", "RAG", "Mitigation"),
    (
        ("1", "Costs rise above the budget agreed", "Amber", "Monthly monitoring by the project board"),
        ("2", "Staff cannot be recruited in time", "Red", "Agency cover has been agreed with the supplier"),
        ("3", "Consultation is challenged", "Green", "Legal advice was taken at each stage"),
    ),
)
TABLES = (EQUALITY, FORWARD_PLAN, RISKS)
_OWN = (
    ("Recommendations", "That Cabinet:"), ("Recommendation(s)", "Cabinet is recommended to:"),
    ("1. RECOMMENDATIONS", "It is recommended that Cabinet:"), ("Decision required", "Cabinet is asked to:"),
)  # fmt: skip
_ASKS = (
    "notes the contents of the report;", "approves the budget of £{sum} for {year}/{next};",
    "delegates authority to the Director of Place to award the contract;", "agrees the policy attached as Appendix 1;",
    "approves the timetable for consultation on {topic};",
)  # fmt: skip
_FACTS = (
    "The Council spends £{sum} a year on {topic}, of which a third is met from grants.",
    "In {year} the service dealt with {count} cases in an average week, against {count} in the year before.",
    "A consultation ran for six weeks in {month} {year}, and {count} responses were received.",
    "The statutory guidance was revised in {month} {year}, and the policy has been brought into line with it.",
    "Neighbouring authorities were asked how they provide for {topic}; four of them replied.",
    "Members of the working group visited two sites in {month} and met {count} members of staff.",
    "Officers considered three options, which are compared in the paragraphs below.",
    "The contract with the present supplier comes to an end in {month} {year} and cannot be extended again.",
    "Satisfaction with {topic} stood at {count} per cent in the last survey of residents.",
)  # fmt: skip
_SECTIONS = (
    "Purpose of the report", "Background", "Options considered", "Financial implications", "Legal implications",
    "Equality implications", "Climate implications", "Risk management", "Consultation", "Background papers",
)  # fmt: skip
_MINUTED = (
    "RESOLVED that the report be noted.",
    "RESOLVED – That the minutes of the meeting held on 7 {month} {year} be approved.",
    "RESOLVED: That (1) the report be noted; and (2) the budget of £{sum} be approved.",
    "RESOLVED (unanimously) that the recommendations in the report be agreed.",
    "RESOLVED that the recommendations of the {committee} be received and that a response be prepared.",
)  # fmt: skip
_DEBATED = (
    "The Leader introduced the report on {topic}.",
    "Members asked about the cost of {topic} and were told it was £{sum}.",
    "In reply to a question, the Director said that {count} cases were open.",
    "The Chair thanked officers for their work on {topic}.",
    "A member asked whether the figures for {year} were final.",
    "It was suggested that ward members be kept informed of progress.",
)  # fmt: skip


def headed(topic: str) -> str:
    """A topic as a heading has it."""
    return topic[0].upper() + topic[1:]


def facts(random: Random, most: int) -> str:
    """A paragraph of a report."""
    return words.paragraph(random, _FACTS, most)


def own_recommendations(random: Random, *asked: str) -> Iterator[Paragraph]:
    """What a report asks of its own readers, lettered, under its heading."""
    heading, stem = random.choice(_OWN)
    every = [*asked, *(words.fill(random, each) for each in random.sample(_ASKS, random.randint(1, 3)))]
    yield Paragraph(heading, bold=True)
    yield Paragraph(stem)
    yield Paragraph("\n".join(f"({'abcde'[at]}) {each}" for at, each in enumerate(every[:-1])), indented=True)
    yield Paragraph(f"({'abcde'[len(every) - 1]}) {every[-1].rstrip(';')}.", indented=True)


def sections(random: Random, fewest: int) -> Iterator[Part]:
    """The numbered sections of a report, with a table here and there."""
    count = random.randint(fewest, len(_SECTIONS))
    chosen = sorted(random.sample(range(len(_SECTIONS)), count))
    tables = random.sample(TABLES, random.randint(0, 2))
    for number, at in enumerate(chosen, 2):
        yield Paragraph(f"{number}. {_SECTIONS[at]}", bold=True)
        for paragraph in range(1, random.randint(2, 4)):
            yield Paragraph(f"{number}.{paragraph} {facts(random, 4)}")
        if tables and random.random() < 0.3:
            yield tables.pop()


def report(random: Random, topic: str, item: int) -> Iterator[Part]:
    """A report to Cabinet that has to do with no response."""
    yield Paragraph(f"Item {item}: {headed(topic)}", bold=True)
    yield Paragraph("Report of the Director to Cabinet, 12 July 2024")
    yield from own_recommendations(random)
    yield from sections(random, 6)


def minutes(random: Random, authority: str, topics: Sequence[str]) -> Iterator[Paragraph]:
    """Minutes: who was there, what was said, what was resolved."""
    yield Paragraph(f"Minutes of a meeting of the Cabinet of {authority}", bold=True)
    yield Paragraph("Present: the Leader of the Council (Chair), the Deputy Leader and four members of the Cabinet")
    yield Paragraph("Apologies were received from the Cabinet Member for Finance.")
    first = random.randint(1, 60)
    for number, topic in enumerate(["Declarations of interest", "Minutes of the last meeting", *topics], first):
        yield Paragraph(f"{number}. {topic.upper() if first % 2 else headed(topic)}", bold=True)
        yield Paragraph(words.paragraph(random, _DEBATED, 4))
        resolved = words.fill(random, random.choice(_MINUTED).replace("{committee}", random.choice(words.COMMITTEES)))
        yield Paragraph(resolved, bold=random.random() < 0.5)
    yield Paragraph("The meeting ended at 8.45 pm.")


def shuffled(random: Random, grids: Sequence[Grid]) -> list[Grid]:
    """Some of the tables in any order."""
    return random.sample(list(grids), random.randint(1, len(grids)))
