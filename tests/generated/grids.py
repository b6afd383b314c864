"""A truth laid out as a table: its columns, their order and titles, and what a reader owes for it."""

from dataclasses import dataclass
from random import Random

from tests.generated.truth import Row, Truth

TITLES = {
    "number": ("No.", "Ref", "Rec. No.", "Number", "#", "Reference"),
    "asked": (
        "Recommendation", "Recommendations", "Scrutiny recommendation", "Recommendation of the Panel",
        "Recommendation made", "The Committee recommends that:", "Recommendation (as agreed by Committee)",
    ),
    "decision": (
        "Decision", "Accept / Reject", "Agreed Y/N", "Cabinet decision", "Accepted, partially accepted or rejected",
        "Accept, Amend or Reject the recommendation", "Agreed?", "Executive decision",
    ),
    "owner": ("Lead officer", "Responsibility", "Owner", "By whom", "Lead", "Action by", "Officer responsible"),
    "response": (
        "Response", "Cabinet response", "Comments", "Executive response", "Management response", "Response / comments",
        "Proposed action", "Response of the Cabinet Member",
    ),
    "timescale": ("Timescale", "By when", "Target date", "Completion date", "Deadline", "Timescale for implementation"),
    "progress": ("Progress", "Progress update", "Update", "Latest position", "Progress to date"),
}  # fmt: skip
TICKS = {
    "accept": ("Accept", "Agreed", "Yes"),
    "amend": ("Amend", "In part", "Partly"),
    "reject": ("Reject", "Not agreed", "No"),
}
MARKS = ("X", "x", "Y", "•", "Yes")
WIDTHS = {
    "number": 0.7,
    "asked": 3.2,
    "decision": 1.3,
    "owner": 1.5,
    "response": 4.5,
    "timescale": 1.2,
    "progress": 2.2,
    "tick": 0.8,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader owes for a row; ``None`` for what the document does not print."""

    number: str | None
    text: str
    response: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: roles and titles of its columns, the cells of its rows, and the theme that stands above a row."""

    roles: tuple[str, ...]
    titles: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    themes: tuple[str | None, ...]
    expected: tuple[Expected, ...]

    @property
    def weights(self) -> tuple[float, ...]:
        """How wide each column is, as a share of the whole."""
        widths = [WIDTHS[role.split(":")[0]] for role in self.roles]
        return tuple(width / sum(widths) for width in widths)


def draw_grid(random: Random, truth: Truth, *, ticks: bool = False) -> Grid:
    """A random table of the document's rows."""
    label = random.choice(("column", "column", "word", "word", "bare", "none"))
    tick = random.choice(tuple(zip(*TICKS.values(), strict=True))) if ticks else ()
    roles = _roles(random, label, tick)
    mark = random.choice(MARKS)
    titles = {role: random.choice(names) for role, names in TITLES.items()}
    rows = [row for row in truth.rows if not tick or row.outcome in TICKS]
    printed = tuple(tuple(_cell(role, row, label, mark) for role in roles) for row in rows)
    before = [None, *(row.theme for row in rows[:-1])]
    themes = tuple(row.theme if row.theme != last else None for row, last in zip(rows, before, strict=True))
    return Grid(
        roles=roles,
        titles=tuple(titles[role] if role in titles else role.split(":")[2] for role in roles),
        cells=printed,
        themes=themes,
        expected=tuple(_expected(row, label, decided="decision" in roles or bool(tick)) for row in rows),
    )


def _roles(random: Random, label: str, tick: tuple[str, ...]) -> tuple[str, ...]:
    roles = ["asked", "response"]
    if not tick and (random.random() < 0.85 or label == "none"):
        roles.insert(1, "decision")
    roles += [
        role for role, share in (("owner", 0.5), ("timescale", 0.5), ("progress", 0.2)) if random.random() < share
    ]
    if random.random() < 0.35:
        random.shuffle(roles)
    if tick:
        at = roles.index("asked") + 1
        roles[at:at] = [f"tick:{value}:{title}" for value, title in zip(TICKS, tick, strict=True)]
    return ("number", *roles) if label == "column" else tuple(roles)


def _cell(role: str, row: Row, label: str, mark: str) -> str:
    if role.startswith("tick:"):
        return mark if role.split(":")[1] == row.outcome else ""
    asked = {"word": f"Recommendation {row.number}: {row.text}", "bare": f"{row.number}. {row.text}"}.get(
        label, row.text
    )
    return {
        "number": row.number, "asked": asked, "decision": row.decision, "owner": row.owner,
        "response": row.response, "timescale": row.timescale, "progress": row.progress,
    }[role]  # fmt: skip


def _expected(row: Row, label: str, *, decided: bool) -> Expected:
    number = None if label == "none" else row.number
    return Expected(number, row.text, row.response, row.outcome if decided else "")
