"""Answers in running prose: letters to the chair, boxes with a reply below each, and mails."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from reportlab.lib.colors import Color, black

from tests.generated import word, words
from tests.generated.grids import Expected
from tests.generated.made import Made, opened
from tests.generated.paper import Paper, draw_paper, wrap_cell
from tests.generated.prose import Paragraph
from tests.generated.truth import Row, Truth

_PAD = 5.0
_GREY = Color(0.9, 0.92, 0.95)
_LEADS = {
    "accept": ("I accept this recommendation.", "I am pleased to accept this recommendation.", "Accepted.", "Agreed."),
    "amend": ("I accept this recommendation in part.", "Partially accepted.", "I accept this with one amendment."),
    "reject": ("I am unable to accept this recommendation.", "Not accepted.", "I do not accept this recommendation."),
    "none": ("I note this recommendation.", "Noted.", "I have noted this and will write again."),
}
_OPENING = (
    "Thank you for the Committee’s report on {topic}, which Cabinet considered on {date}.",
    "I am grateful to members and to all who gave evidence.", "My response to each recommendation is set out below.",
    "The report makes {count} recommendations, and I reply to each in turn.",
)  # fmt: skip
_CLOSING = (
    "I hope that this is helpful, and I would be glad to attend a meeting of the Committee to discuss it.",
    "I would like to thank the Committee once again for its work.",
    "Please pass on my thanks to everyone who gave evidence to the review.",
    "I look forward to working with the Committee in the year ahead.",
)
_SIGNED = ("Cabinet Member for Finance", "Leader of the Council", "Cabinet Member for Place", "Deputy Leader")
_STREETS = ("Civic Centre\nHigh Street", "County Hall\nMarket Square", "Town Hall\nChurch Road")
_BOTH = (
    ("accept", "Both recommendations are accepted."), ("accept", "These recommendations are accepted."),
    ("amend", "Both are accepted in part."),
)  # fmt: skip
_PAIRS = (
    ("Recommendation", "Response"), ("Recommendation", "Our response"), ("RECOMMENDATION", "RESPONSE"),
    ("Rec", "Reply"),
)  # fmt: skip
_REPLIES = ("Response", "Cabinet response", "Our response", "")


def letter(random: Random, truth: Truth) -> Made:
    """A letter to the chair: each recommendation in bold, and the answer below it."""
    label = random.choice(("Recommendation {number}: {text}", "{number}. {text}", "Recommendation {number}\n{text}"))
    rows = _led(random, truth)
    body = [
        *_opening(random, truth),
        *(said for row in rows for said in _answered(row, label)),
        *_ending(random),
    ]
    expected = tuple(Expected(row.number, row.text, row.response, row.outcome) for row in rows)
    if random.random() < 0.4:
        return Made(word.document(word.paragraphs(body)), "docx", expected)
    paper = draw_paper(random, "")
    for paragraph in body:
        _keep(paper, paragraph)
    return Made(paper.close(), "pdf", expected)


def _led(random: Random, truth: Truth) -> list[Row]:
    """The rows with the decision in the first sentence of the response."""
    return [
        replace(row, response=f"{random.choice(_LEADS[row.outcome])} {row.response}", theme=None) for row in truth.rows
    ]


def _answered(row: Row, label: str) -> Iterator[Paragraph]:
    for line in label.format(number=row.number, text=row.text).split("\n"):
        yield Paragraph(line, bold=True)
    for line in row.response.split("\n"):
        yield Paragraph(line)


def _opening(random: Random, truth: Truth) -> Iterator[Paragraph]:
    """Addresses, date, salutation, subject and first paragraphs."""
    yield Paragraph(f"{truth.authority}\n{random.choice(_STREETS)}")
    yield Paragraph(f"Chair of the {truth.committee}\n{truth.authority}")
    yield Paragraph("12 July 2024")
    yield Paragraph(random.choice(("Dear Chair,", "Dear Councillor", "Dear Chair and members of the Committee")))
    yield Paragraph(f"Review of {truth.topic}", bold=True)
    chosen = random.sample(_OPENING, random.randint(1, 3))
    yield Paragraph(" ".join(each.format(topic=truth.topic, date="4 July", count=len(truth.rows)) for each in chosen))


def _ending(random: Random) -> Iterator[Paragraph]:
    """The closing paragraph, the signature, and at times who has a copy."""
    yield Paragraph(" ".join(random.sample(_CLOSING, random.randint(1, 2))))
    yield Paragraph(random.choice(("Yours sincerely", "Yours faithfully", "Kind regards")))
    yield Paragraph(random.choice(_SIGNED))
    if random.random() < 0.4:
        yield Paragraph("cc: Chief Executive, Director of Legal Services")


def _keep(paper: Paper, paragraph: Paragraph) -> None:
    """Set a paragraph; one in bold does not stand at the foot of a page."""
    if paragraph.bold and paper.room < 5 * paper.type.leading:
        paper.turn()
    paper.write(paragraph.text, bold=paragraph.bold)


def boxed(random: Random, truth: Truth) -> Made:
    """Each recommendation in a box, the reply as prose below; at times one reply for two boxes."""
    paper = opened(random, truth)
    heading, joins, shaded = random.choice(_REPLIES), random.random() < 0.4, random.random() < 0.3
    label = random.choice(("Recommendation {number}: {text}", "Recommendation {number}\n{text}", "{number}. {text}"))
    rows, expected = _led(random, truth), list[Expected]()
    while rows:
        count = 2 if joins and len(rows) > 1 and random.random() < 0.3 else 1
        group, rows = rows[:count], rows[count:]
        for row in group:
            _box(paper, label.format(number=row.number, text=row.text), shaded=shaded)
        outcome, said = _reply(random, group)
        if heading or count > 1:
            _keep(paper, Paragraph(_titled(heading or "Response", group), bold=True))
        paper.write(said)
        expected += [Expected(row.number, row.text, said, outcome) for row in group]
    return Made(paper.close(), "pdf", tuple(expected))


def _titled(heading: str, group: Sequence[Row]) -> str:
    """The heading of a reply, which names the recommendations where there are two."""
    return heading if len(group) == 1 else f"{heading} to recommendations {' and '.join(row.number for row in group)}"


def _reply(random: Random, group: Sequence[Row]) -> tuple[str, str]:
    """The outcome and the reply, which is one for both recommendations where there are two."""
    if len(group) == 1:
        return group[0].outcome, group[0].response
    outcome, both = random.choice(_BOTH)
    return outcome, f"{both} {words.response(random)}"


def _box(paper: Paper, text: str, *, shaded: bool) -> None:
    """A ruled box across the page that no page break divides."""
    kind = paper.type
    lines = wrap_cell(text, kind.bold, kind.size, paper.inner - 2 * _PAD)
    height = len(lines) * kind.leading + 2 * _PAD
    if paper.room < height + 4 * kind.leading:
        paper.turn()
    paper.canvas.setFillColor(_GREY)
    paper.canvas.setLineWidth(0.6)
    paper.canvas.rect(paper.margin, paper.y - height, paper.inner, height, stroke=1, fill=int(shaded))
    paper.canvas.setFillColor(black)
    paper.canvas.setFont(kind.bold, kind.size)
    for at, line in enumerate(lines):
        paper.canvas.drawString(paper.margin + _PAD, paper.y - _PAD - kind.size - at * kind.leading, line)
    paper.y -= height + kind.leading


def mail_prose(random: Random, truth: Truth) -> Made:
    """Plain text as a mail has it: pairs without numbers, wrapped at 72 characters."""
    asked, said = random.choice(_PAIRS)
    tight = random.random() < 0.4
    rows = list({row.text: row for row in _led(random, truth)}.values())  # no request stands twice
    blocks = [
        f"From: Democratic Services\nTo: Chair, {truth.committee}\nDate: 12 July 2024\nSubject: {truth.title}",
        random.choice(("Dear Chair,", "Dear all,", "Good morning,")),
        f"Please find below the replies of {truth.authority} to the Committee’s recommendations on {truth.topic}.",
    ]
    for row in rows:
        pair = [f"{asked}: {row.text}", f"{said}: {row.response}"]
        blocks += ["\n".join(pair)] if tight else pair
    blocks += [random.choice(_CLOSING), f"Kind regards,\n{random.choice(_SIGNED)}\n{truth.authority}"]
    text = "\n\n".join(_wrapped(block) for block in blocks)
    return Made(text.encode(), "txt", tuple(Expected(None, row.text, row.response, row.outcome) for row in rows))


def _wrapped(block: str) -> str:
    return "\n".join(line for part in block.split("\n") for line in textwrap.wrap(part, 72))
