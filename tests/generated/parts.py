"""Recommendations in lettered parts: the letters in one cell, or in rows of their own below a stem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.generated import words
from tests.generated.drawn import Part, pdf_or_word, plain_grid
from tests.generated.grids import TITLES, Expected
from tests.generated.made import Made
from tests.generated.prose import Paragraph
from tests.generated.truth import Row, Truth

_STEMS = (
    "That the Council:", "That Cabinet be recommended to:", "That officers:", "We recommend that the Council should:",
    "That, in order that every ward is reached, the Executive Member be asked to:",
)  # fmt: skip
_LETTERS = ("({})", "({})", "{})")


@dataclass(frozen=True, slots=True)
class _Item:
    """A lettered part: its letter, what it asks, its decision and the rest of its answer."""

    letter: str
    text: str
    decision: str
    outcome: str
    response: str
    owner: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A recommendation of several parts."""

    row: Row
    stem: str
    items: tuple[_Item, ...]


def lettered(random: Random, truth: Truth) -> Made:
    """A table with recommendations (a) to (d) in one cell and their answers (a) to (d) in the next."""
    letter, between = random.choice(_LETTERS), random.choice(("\n", "\n", " "))
    owned, numbered, decided = random.random() < 0.6, random.random() < 0.5, random.random() < 0.3
    roles = ["asked", *(["decision"] if decided else []), "response", *(["owner"] if owned else [])]
    titles = {role: random.choice(TITLES[role]) for role in ("number", *roles)}
    cells, expected = list[list[str]](), list[Expected]()
    for asked in _divided(random, truth, 0.7):
        said = _said(asked, letter, between, decided=decided)
        cells.append(_cells(said, asked.row, roles, numbered=numbered))
        expected += _expected_parts(asked, decided=decided)
    every = ["number", *roles] if numbered else roles
    return pdf_or_word(random, truth, [plain_grid(every, [titles[role] for role in every], cells)], expected)


def _cells(said: dict[str, str], row: Row, roles: Sequence[str], *, numbered: bool) -> list[str]:
    printed = [said[role] for role in roles]
    return [row.number, *printed] if numbered else [f"{row.number}. {printed[0]}", *printed[1:]]


def _said(asked: _Asked, letter: str, between: str, *, decided: bool) -> dict[str, str]:
    """What stands in the cells of a recommendation."""
    row, items = asked.row, asked.items
    if not items:
        response = row.response if decided else f"{row.decision}. {row.response}"
        return {"asked": row.text, "decision": row.decision, "response": response, "owner": row.owner}
    marks = [letter.format(item.letter) for item in items]
    answers = [_answer(item, decided=decided) for item in items]
    decisions = [f"{mark} {item.decision}" for mark, item in zip(marks, items, strict=True)]
    return {
        "asked": between.join([asked.stem, *(f"{mark} {item.text}" for mark, item in zip(marks, items, strict=True))]),
        "decision": "\n".join(decisions),
        "response": "\n".join(f"{mark} {answer}" for mark, answer in zip(marks, answers, strict=True)),
        "owner": row.owner,
    }


def _answer(item: _Item, *, decided: bool) -> str:
    return item.response if decided else f"{item.decision}. {item.response}"


def _expected_parts(asked: _Asked, *, decided: bool) -> Iterator[Expected]:
    row = asked.row
    if not asked.items:
        yield Expected(row.number, row.text, _said(asked, "", "", decided=decided)["response"], row.outcome)
    for item in asked.items:
        yield Expected(f"{row.number}({item.letter})", item.text, _answer(item, decided=decided), item.outcome)


def stems(random: Random, truth: Truth) -> Made:
    """A stem without an answer of its own, then a lettered row for each part, in a table or as running text."""
    label = random.choice(("{number}{letter}", "{number}({letter})", "({letter})", "{letter})"))
    draw = _stem_table if random.random() < 0.7 else _stem_prose
    asked = list(_divided(random, truth, 0.5))
    return pdf_or_word(random, truth, draw(random, asked, label), [one for each in asked for one in _owed(each, label)])


def _owed(asked: _Asked, label: str) -> Iterator[Expected]:
    """The rows of a recommendation; a letter that stands alone is numbered by its stem: ``(a)`` is ``1(a)``."""
    row, full = asked.row, label if label.startswith("{number}") else "{number}({letter})"
    if not asked.items:
        yield Expected(row.number, row.text, row.response, row.outcome)
    for item in asked.items:
        yield Expected(full.format(number=row.number, letter=item.letter), item.text, item.response, item.outcome)


def _stem_table(random: Random, every: Sequence[_Asked], label: str) -> list[Part]:
    owned = random.random() < 0.6
    roles = ("number", "asked", "decision", "response", *(("owner",) if owned else ()))
    titles = [random.choice(TITLES[role]) for role in roles]
    cells = list[tuple[str, ...]]()
    for asked in every:
        row = asked.row
        answer = ("", "", "") if asked.items else (row.decision, row.response, row.owner)
        cells.append((row.number, asked.stem if asked.items else row.text, *answer)[: len(roles)])
        for item in asked.items:
            own = label.format(number=row.number, letter=item.letter)
            cells.append((own, item.text, item.decision, item.response, item.owner)[: len(roles)])
    return [plain_grid(roles, titles, cells)]


def _stem_prose(random: Random, every: Sequence[_Asked], label: str) -> list[Part]:
    word, said = random.choice(("Recommendation", "Rec")), random.choice(("Response", "Cabinet response", "Reply"))
    parts = list[Part]()
    for asked in every:
        row = asked.row
        parts.append(Paragraph(f"{word} {row.number}: {asked.stem if asked.items else row.text}", bold=True))
        parts += [] if asked.items else _answers(row.decision, said, row.response)
        for item in asked.items:
            own = label.format(number=row.number, letter=item.letter)
            parts.append(Paragraph(f"{own} {item.text}", bold=True))
            parts += _answers(item.decision, said, item.response)
    return parts


def _answers(decision: str, said: str, response: str) -> list[Paragraph]:
    return [Paragraph(f"Decision: {decision}"), Paragraph(f"{said}: {response}")]


def _divided(random: Random, truth: Truth, share: float) -> Iterator[_Asked]:
    """The recommendations, of which a share, and the first at least, are in parts; the others whole."""
    for row in truth.rows:
        if row is truth.rows[0] or random.random() < share:
            yield _Asked(row, random.choice(_STEMS), tuple(_items(random)))
        else:
            yield _Asked(row, "", ())


def _items(random: Random) -> Iterator[_Item]:
    count = random.randint(2, 5)
    for at, deed in enumerate(random.sample(words.DEEDS, count)):
        end = "." if at == count - 1 else random.choice((";", ";", "; and")) if at == count - 2 else ";"
        outcome, decisions = random.choices(words.DECISIONS, weights=(6, 2, 2, 2, 1))[0]
        decision = random.choice(decisions)
        response = words.paragraph(random, words.ANSWERS, 3)
        text, owner = words.fill(random, deed) + end, random.choice(words.OWNERS)
        yield _Item("abcde"[at], text, decision, outcome, response, owner)
