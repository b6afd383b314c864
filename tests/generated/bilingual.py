"""English and Welsh side by side, in two columns of running text; the English rows are owed, and once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.generated.grids import Expected
from tests.generated.made import Made
from tests.generated.paper import Paper, draw_paper, wrap
from tests.generated.truth import Row, Truth

_TOPICS = (
    ("bus reliability", "dibynadwyedd bysiau"), ("school attendance", "presenoldeb yn yr ysgol"),
    ("allotments", "rhandiroedd"), ("tree planting", "plannu coed"), ("youth services", "gwasanaethau ieuenctid"),
    ("flood resilience", "gwydnwch rhag llifogydd"), ("public libraries", "llyfrgelloedd cyhoeddus"),
)  # fmt: skip
_MONTHS = (("March", "Mawrth"), ("June", "Mehefin"), ("September", "Medi"), ("November", "Tachwedd"))
_ASKED = (
    (
        "That the Council publishes a plan for {topic} by {month} {year}.",
        "Bod y Cyngor yn cyhoeddi cynllun ar gyfer {topic} erbyn mis {month} {year}.",
    ),
    (
        "That a report on {topic} be brought to the Committee every year.",
        "Bod adroddiad ar {topic} yn cael ei gyflwyno i’r Pwyllgor bob blwyddyn.",
    ),
    (
        "The Council should consult young people, schools and town councils on {topic}.",
        "Dylai’r Cyngor ymgynghori â phobl ifanc, ysgolion a chynghorau tref ar {topic}.",
    ),
    (
        "That the Cabinet Member reviews the budget for {topic} with partners.",
        "Bod yr Aelod Cabinet yn adolygu’r gyllideb ar gyfer {topic} gyda phartneriaid.",
    ),
    (
        "That the Council appoints a lead officer for {topic}.",
        "Bod y Cyngor yn penodi swyddog arweiniol ar gyfer {topic}.",
    ),
)
_ANSWERED = (
    (
        "The Council will publish what it has found in {month} {year}, after a consultation with residents.",
        "Bydd y Cyngor yn cyhoeddi’r hyn y mae wedi’i ganfod ym mis {month} {year}, ar ôl ymgynghori â thrigolion.",
    ),
    (
        "Officers have begun work on this, and a report will be brought to the Committee in {year}.",
        "Mae swyddogion wedi dechrau ar y gwaith hwn, a chyflwynir adroddiad i’r Pwyllgor yn {year}.",
    ),
    (
        "The cost is put at £{count},000 a year, which can be met from the present budget.",
        "Amcangyfrifir y bydd y gost yn £{count},000 y flwyddyn, y gellir ei thalu o’r gyllideb bresennol.",
    ),
    (
        "This depends on a grant from the Welsh Government that has not yet been confirmed.",
        "Mae hyn yn dibynnu ar grant gan Lywodraeth Cymru nad yw wedi’i gadarnhau eto.",
    ),
    (
        "The strategy for {topic} was adopted in {year} and is reviewed every three years.",
        "Mabwysiadwyd y strategaeth ar gyfer {topic} yn {year} ac fe’i hadolygir bob tair blynedd.",
    ),
    (
        "Staff in schools and libraries were trained last year, and the training will be repeated.",
        "Hyfforddwyd staff mewn ysgolion a llyfrgelloedd y llynedd, a bydd yr hyfforddiant yn cael ei ailadrodd.",
    ),
)
_DECIDED = {
    "accept": ("Accepted", "Derbyniwyd"),
    "amend": ("Partially accepted", "Derbyniwyd yn rhannol"),
    "reject": ("Rejected", "Gwrthodwyd"),
    "none": ("Noted", "Nodwyd"),
}
_NAMES = (("Recommendation", "Decision", "Response"), ("Argymhelliad", "Penderfyniad", "Ymateb"))

Line = tuple[str, bool]  # a line of a column, and whether it is in bold


@dataclass(frozen=True, slots=True)
class _Said:
    """A recommendation in one language."""

    number: str
    text: str
    decision: str
    response: str


def bilingual(random: Random, truth: Truth) -> Made:
    """A PDF with the same running text in English and in Welsh, a column each."""
    paper, own_line = draw_paper(random, truth.title), random.random() < 0.4
    paper.write(f"Cabinet response: {truth.topic}\nYmateb y Cabinet", bold=True, size=14)
    gutter, aligned = random.choice((14.0, 20.0, 28.0)), random.random() < 0.6
    width = (paper.inner - gutter) / 2
    english_left = random.random() < 0.7
    columns, expected = (list[Line](), list[Line]()), list[Expected]()
    for row in truth.rows:
        said = _both(random, row)
        blocks = [
            _block(paper, each, names, width, own_line=own_line) for each, names in zip(said, _NAMES, strict=True)
        ]
        for column, block in zip(columns, blocks, strict=True):
            column.extend(block + [("", False)] * (max(map(len, blocks)) - len(block) if aligned else 0))
        expected.append(Expected(said[0].number, said[0].text, said[0].response, row.outcome))
    _flow(paper, columns if english_left else columns[::-1], width + gutter)
    return Made(paper.close(), "pdf", tuple(expected))


def _both(random: Random, row: Row) -> tuple[_Said, _Said]:
    """A recommendation and its answer in English and in Welsh."""
    topic, month = random.choice(_TOPICS), random.choice(_MONTHS)
    year, count = random.randint(2024, 2027), random.randint(11, 90)
    asked, answers = random.choice(_ASKED), random.sample(_ANSWERED, random.randint(2, 4))
    decided = _DECIDED[row.outcome]
    english, welsh = (
        _Said(
            row.number,
            asked[at].format(topic=topic[at], month=month[at], year=year),
            decided[at],
            " ".join(each[at].format(topic=topic[at], month=month[at], year=year, count=count) for each in answers),
        )
        for at in (0, 1)
    )
    return english, welsh


def _block(paper: Paper, said: _Said, names: Sequence[str], width: float, *, own_line: bool) -> list[Line]:
    """The lines of a recommendation in one column, a blank line after each paragraph."""
    label = f"{names[0]} {said.number}"
    asked = [(label, True), (said.text, False)] if own_line else [(f"{label}: {said.text}", True)]
    paragraphs = [*asked, (f"{names[1]}: {said.decision}", False), (f"{names[2]}: {said.response}", False)]
    return [line for text, bold in paragraphs for line in _wrapped(paper, text, width, bold=bold)]


def _wrapped(paper: Paper, text: str, width: float, *, bold: bool) -> Iterator[Line]:
    font = paper.type.bold if bold else paper.type.font
    yield from ((line, bold) for line in wrap(text, font, paper.type.size, width))
    yield "", False


def _flow(paper: Paper, columns: Sequence[Sequence[Line]], step: float) -> None:
    """Set both columns over as many pages as the longer one takes."""
    kind, at = paper.type, 0
    while at < max(map(len, columns)):
        fits = max(int(paper.room / kind.leading), 1)
        for column, lines in enumerate(columns):
            for down, (text, bold) in enumerate(lines[at : at + fits]):
                paper.canvas.setFont(kind.bold if bold else kind.font, kind.size)
                paper.canvas.drawString(paper.margin + column * step, paper.y - kind.size - down * kind.leading, text)
        at += fits
        if at < max(map(len, columns)):
            paper.turn()
