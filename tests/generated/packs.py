"""Council papers: long agenda packs with a response in an appendix, and minutes and reports without any."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from tests.generated import words
from tests.generated.drawn import Part, pdf_or_word, plain_grid
from tests.generated.grids import Grid, draw_grid
from tests.generated.made import Made
from tests.generated.paper import Paper, draw_paper
from tests.generated.pdf_tables import RULES, Drawing, TableDrawer, draw_drawing
from tests.generated.prose import Paragraph
from tests.generated.surroundings import BUDGET, CONSULTEES, MEETINGS
from tests.generated.truth import Truth
from tests.generated.wrappings import (
    DECLARATIONS,
    EQUALITY,
    headed,
    own_recommendations,
    report,
    sections,
    shuffled,
)
from tests.generated.wrappings import (
    minutes as minutes_of,
)

_LEAST, _MOST = 15, 34  # pages before the last report of a pack
_TITLES = (
    "Appendix 1: {title}", "Appendix 1 – Cabinet response to scrutiny recommendations", "APPENDIX 1\n{title}",
    "Appendix 1\nResponse to the recommendations of the {committee}",
)  # fmt: skip
_AGENDA = ("Apologies for absence", "Declarations of interest", "Minutes of the previous meeting", "Public questions")
_AGREES = (
    "agrees the response in Appendix 1;", "approves the responses to the recommendations as set out in Appendix 1;",
    "considers the recommendations of the {committee} and agrees the response at Appendix 1;",
)  # fmt: skip


def pack(random: Random, truth: Truth) -> Made:
    """A long agenda pack; the response is a table in the appendix of one of its reports."""
    paper = draw_paper(random, f"{truth.authority} Cabinet")
    drawing = draw_drawing(random, random.choice(RULES))
    heading = random.choice(_TITLES).format(title=truth.title, committee=truth.committee)
    grid = draw_grid(random, truth)
    others, least = random.sample(words.TOPICS, 14), random.randint(_LEAST, _MOST)
    at = random.randint(0, 5)
    items = [*others[:at], truth.title, *others[at:]]
    _write(paper, drawing, _front(random, truth, items, heading))
    for number, topic in enumerate(items, 5):
        if topic != truth.title and number > 5 + at + 1 and paper.number >= least:
            break
        paper.turn()
        own = topic == truth.title
        _write(paper, drawing, _own(random, truth, number, heading, grid) if own else report(random, topic, number))
    return Made(paper.close(), "pdf", grid.expected)


def _front(random: Random, truth: Truth, items: Sequence[str], heading: str) -> Iterator[Part]:
    """The contents, the declarations and the minutes of the last meeting."""
    yield Paragraph(f"{truth.authority}\nCabinet agenda, 12 July 2024", bold=True)
    yield Paragraph("Contents", bold=True)
    page, lines = 3, list[str]()
    for number, item in enumerate([*_AGENDA, *items], 1):
        lines.append(f"{number}. {headed(item)} {'.' * 20} {page}")
        lines += [f"{heading.replace(chr(10), ': ')} {'.' * 12} {page + 3}"] if item == truth.title else []
        page += random.randint(2, 6)
    yield Paragraph("\n".join(lines))
    yield Paragraph("2. Declarations of interest", bold=True)
    yield DECLARATIONS
    yield from minutes_of(random, truth.authority, random.sample(words.TOPICS, random.randint(3, 6)))


def _own(random: Random, truth: Truth, number: int, heading: str, grid: Grid) -> Iterator[Part]:
    """The report that asks Cabinet to agree the response, and its appendices."""
    yield Paragraph(f"Item {number}: {truth.title}", bold=True)
    yield Paragraph(f"Report of the Monitoring Officer to the Cabinet of {truth.authority}")
    yield from own_recommendations(random, random.choice(_AGREES).format(committee=truth.committee))
    yield Paragraph(f"The {truth.committee} reviewed {truth.topic} and made {len(grid.cells)} recommendations.")
    yield from sections(random, 4)
    yield from shuffled(random, (BUDGET, CONSULTEES, MEETINGS))
    yield Paragraph(heading, bold=True)
    yield grid
    yield Paragraph("Appendix 2: Equality impact assessment", bold=True)
    yield EQUALITY


def _write(paper: Paper, drawing: Drawing, parts: Iterator[Part]) -> None:
    for part in parts:
        if isinstance(part, Grid):
            TableDrawer(paper, drawing, part).draw()
            continue
        if part.text.startswith(("Appendix", "APPENDIX")) or (part.bold and paper.room < 6 * paper.type.leading):
            paper.turn()
        paper.write(part.text, bold=part.bold, indent=18.0 if part.indented else 0.0)


def minutes(random: Random, truth: Truth) -> Made:
    """Minutes, or a report to Cabinet, that hold no response: no row is owed."""
    topics = random.sample(words.TOPICS, random.randint(3, 8))
    kind = random.choice(("minutes", "minutes", "report", "actions"))
    parts: list[Part] = (
        list(report(random, truth.topic, 7)) if kind == "report" else list(minutes_of(random, truth.authority, topics))
    )
    if random.random() < 0.3:
        parts.insert(3, DECLARATIONS)
    if kind == "actions":
        parts += [Paragraph("Actions from the meeting", bold=True), _actions(random)]
    return pdf_or_word(random, replace(truth, committee="Cabinet"), parts, ())


def _actions(random: Random) -> Grid:
    """What officers were asked to do for the next meeting."""
    rows = [
        (str(at), words.fill(random, random.choice(words.DEEDS)).capitalize(), random.choice(words.OWNERS))
        for at in range(1, random.randint(3, 6))
    ]
    return plain_grid(("number", "asked", "owner"), ("Minute", "Action", "Officer"), rows)
