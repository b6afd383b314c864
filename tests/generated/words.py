"""Sentences that officers could have written: drawn at random from the vocabulary of scrutiny papers.

No document of the benchmark was taken for them. Bodies are kinds of bodies, people are posts.
"""

from random import Random

TOPICS = (
    "bus reliability", "school attendance", "winter maintenance", "damp and mould in council homes", "youth services",
    "private sewers", "library opening hours", "NHS dentistry", "food waste collections", "adult safeguarding",
    "town centre parking", "flood resilience", "the care leavers' offer", "apprenticeships", "air quality at schools",
    "leisure centre charges", "temporary accommodation", "tree planting", "the digital switchover", "allotments",
)  # fmt: skip
DOERS = (
    "The Council", "Officers", "The Service", "We", "The Directorate", "The Partnership", "The Highways team",
    "Public Health", "The Cabinet Member", "The Trust",
)  # fmt: skip
DEEDS = (
    "publish a plan for {topic}", "bring a report on {topic} to the Committee", "appoint a lead officer for {topic}",
    "review the budget of £{sum} for {topic}", "consult residents, schools and businesses on {topic}",
    "write to the Secretary of State about {topic}", "work with town and parish councils on {topic}",
    "include {topic} in the {year}/{next} service plan", "hold a workshop on {topic} (including partners)",
    "extend the “Here to Help” pilot on {topic} to all wards", "map the need for {topic} ward by ward",
    "train {count} members of staff in {topic}", "set up a task and finish group on {topic}",
)  # fmt: skip
ASKED = (
    "That the Council {deed}.", "That Cabinet agrees to {deed} and to {deed2}.", "The Council should {deed}.",
    "That, in the light of the evidence heard, officers {deed} by {date}.", "To {deed}, with an annual update.",
    "That the Executive Member be asked to {deed}; and that partners be invited to {deed2}.",
    "We recommend that the Council {deed}, so that every household is reached.",
)  # fmt: skip
ANSWERS = (
    "{doer} will {deed} by {date}.", "{doer} will {deed}.", "Work has begun on this and is on track for {date}.",
    "The budget for this is £{sum} in {year}/{next}, which is within existing resources.",
    "A first meeting was held in {month} {year} and was attended by {count} people.",
    "This is already done as part of the {topic} programme, which reports twice a year.",
    "Members will recall that the strategy was adopted in {year}; it is reviewed every three years.",
    "{doer} cannot {deed} within current resources, and the reasons were given to the panel.",
    "Subject to funding, {doer_low} will {deed} and then {deed2}.",
    "It is understood that residents value this (see the survey of {year}, which {count} of them answered).",
)  # fmt: skip
ITEMS = ("{deed};", "a named contact for {topic};", "{count} additional places;", "clear signs in {count} languages;")
UPDATES = (
    "Complete. Report considered in {month} {year}.", "On track: {count} of 60 sites done.", "Delayed to {date}.",
    "Green – no further action.", "Amber. Tender issued {month} {year}.", "Not started; officer to be appointed.",
)  # fmt: skip
OWNERS = (
    "Director of Housing", "Head of Transport", "Cabinet Member for Finance", "Assistant Director – Education",
    "Public Health", "Service Manager, Waste", "NHS Integrated Care Board", "Director of Place / Head of Planning",
    "Head of Legal and Democratic Services", "Community Safety Partnership",
)  # fmt: skip
TIMES = (
    "March 2025", "Ongoing", "By 30 June 2024", "Q2 2025/26", "Summer 2025", "TBC", "Within six months", "31/12/2025",
    "Complete", "Autumn 2024", "April 2026 – March 2027",
)  # fmt: skip
DECISIONS = (
    ("accept", ("Accepted", "Agreed", "Accept", "Agree", "Supported", "Approved", "Accepted in full")),
    ("accept", ("Agreed in principle", "Accepted in principle", "Accepted subject to funding")),
    ("amend", ("Partially accepted", "Partly agreed", "Accepted in part", "Agreed with amendment", "Amended")),
    ("reject", ("Rejected", "Not accepted", "Not agreed", "Reject", "Not supported", "Declined")),
    ("none", ("Noted", "Deferred", "Under consideration")),
)
AUTHORITIES = (
    "Westmere District Council", "Northford Borough Council", "Easthaven County Council", "Sandwold City Council",
)  # fmt: skip
COMMITTEES = (
    "Overview and Scrutiny Committee", "Health and Wellbeing Select Committee", "Corporate Scrutiny Panel",
    "Place Scrutiny Commission", "Children and Families Policy Development and Scrutiny Panel",
)  # fmt: skip
THEMES = (
    "Prevention and early help", "Communication", "Governance and finance", "Working with partners", "Access",
    "Workforce", "Data and monitoring",
)  # fmt: skip
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


def fill(random: Random, pattern: str) -> str:
    """The pattern with its places filled."""
    year = random.randint(2021, 2026)
    slots = {
        "topic": random.choice(TOPICS),
        "year": str(year),
        "next": str(year + 1)[2:],
        "sum": random.choice(("12,500", "1.2m", "40k", "250,000")),
        "count": str(random.randint(3, 58)),
        "month": random.choice(_MONTHS),
        "doer": (doer := random.choice(DOERS)),
        "doer_low": doer[0].lower() + doer[1:],
    }
    slots["date"] = random.choice(("31 March {year}", "{month} {year}", "the end of {year}", "spring {year}"))
    deeds = {name: random.choice(DEEDS) for name in ("deed", "deed2")}
    for _ in range(3):  # deeds and dates have places of their own
        pattern = pattern.format(**{**slots, **deeds})
    return pattern


def paragraph(random: Random, patterns: tuple[str, ...], most: int) -> str:
    """One to ``most`` sentences."""
    return " ".join(fill(random, each) for each in random.sample(patterns, random.randint(1, most)))


def bullets(random: Random) -> str:
    """A stem and its items, a line each."""
    items = [fill(random, each) for each in random.sample(ITEMS, random.randint(2, 3))]
    items[-1] = items[-1].rstrip(";") + "."
    return "\n".join([f"{random.choice(DOERS)} will provide:", *(f"• {item}" for item in items)])


def recommendation(random: Random) -> str:
    """What is asked: a sentence or two."""
    asked = fill(random, random.choice(ASKED))
    return f"{asked} {fill(random, ASKED[2])}" if random.random() < 0.2 else asked


def response(random: Random) -> str:
    """What is answered: one to three paragraphs, some with a list."""
    parts = [paragraph(random, ANSWERS, 4) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    if random.random() < 0.15:
        parts.append(bullets(random))
    return "\n".join(parts)
