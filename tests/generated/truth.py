"""What a random document says: the rows that a careful reader would find in it."""

from dataclasses import dataclass
from random import Random

from tests.generated import words

_MOST_ROWS = 14
_LABELS = ("plain", "plain", "plain", "initial", "word", "code", "dotted")


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation and all that is said of it; a layout may leave out what it has no place for."""

    number: str
    theme: str | None
    text: str
    decision: str
    outcome: str
    owner: str
    timescale: str
    response: str
    progress: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A document: who answers whom about what, and the rows."""

    authority: str
    committee: str
    topic: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The title of the document."""
        return f"Response to the {self.committee}: Review of {self.topic}"


def draw_truth(random: Random) -> Truth:
    """A random document."""
    kind = random.choice(_LABELS)
    themed = random.random() < 0.3
    themes = random.sample(words.THEMES, random.randint(2, 3)) if themed else []
    count = random.randint(3, _MOST_ROWS)
    rows = tuple(
        _row(random, _label(kind, at), themes[at * len(themes) // count] if themes else None) for at in range(count)
    )
    return Truth(random.choice(words.AUTHORITIES), random.choice(words.COMMITTEES), random.choice(words.TOPICS), rows)


def _label(kind: str, at: int) -> str:
    """The label of the row at 0-based place ``at``, without the word before it."""
    if kind == "code":
        return f"SC{at + 11}"
    return f"{at // 4 + 1}.{at % 4 + 1}" if kind == "dotted" else str(at + 1)


def _row(random: Random, number: str, theme: str | None) -> Row:
    outcome, decisions = random.choices(words.DECISIONS, weights=(6, 2, 2, 2, 1))[0]
    return Row(
        number=number,
        theme=theme,
        text=words.recommendation(random),
        decision=random.choice(decisions),
        outcome=outcome,
        owner=random.choice(words.OWNERS),
        timescale=random.choice(words.TIMES),
        response=words.response(random),
        progress=words.fill(random, random.choice(words.UPDATES)),
    )
