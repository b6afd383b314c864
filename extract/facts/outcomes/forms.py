"""Decision cells that are forms: alternatives of which one is marked, and codes whose key the title prints."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.facts.outcomes.wording import read_wording
from extract.records import OutcomeValue
from extract.vocabulary.outcomes import OutcomeWords

_ALTERNATIVE = re.compile(r"\s*(?:/|\||,|\bor\b|\n)\s*", re.IGNORECASE)
_OPTION = 3  # words of an alternative at most
_OPPOSED = 2  # answers that a list of alternatives without a refusal has more than
_CODE = re.compile(r"(?:category|cat|type|option|code)?\s*(?P<code>\d|[A-Z]{1,3})\.?", re.IGNORECASE)
_KEYS = (  # 1 = accept; accept (A)
    re.compile(r"(?<!\w)\(?(?P<code>\d|[A-Z]{1,3})\)?\s*[=:–-]\s*(?P<meaning>[A-Za-z ]+)"),
    re.compile(r"(?P<meaning>[A-Za-z ]+?)\s*[(=]\s*(?P<code>\d|[A-Z]{1,3})\b"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the alternatives that a form prints, and whether it is marked."""

    words: str
    marked: bool


def find_options(printed: str, words: OutcomeWords) -> tuple[Option, ...]:
    """The alternatives of a form: ``Accept / Amend / Reject``, ``☒ Accept ☐ Reject``; none where it is no form.

    Two words for one answer (``Agreed/Accepted``) and an answer with its change (``Accept/Amend``) are no form.
    """
    boxes = _boxes(words)
    parts = [part for part in _ALTERNATIVE.split(_divided(printed, boxes)) if part.strip()]
    options = tuple(Option(boxes.sub("", part).strip(), _full(words).search(part) is not None) for part in parts)
    verdicts = [read_wording(option.words, words) for option in options]
    values = {verdict.value for verdict in verdicts if verdict}
    terse = all(verdicts) and all(len(option.words.split()) <= _OPTION for option in options)
    opposed = len(values) > 1 and (OutcomeValue.REJECT in values or len(values) > _OPPOSED or boxes.search(printed))
    return options if terse and opposed else ()


def marked_option(options: tuple[Option, ...]) -> str | None:
    """The words of the one alternative that is marked; ``None`` where none or several are."""
    marked = [option.words for option in options if option.marked]
    return marked[0] if len(marked) == 1 else None


def without_mark(printed: str, words: OutcomeWords) -> str:
    """An answer without the one mark that confirms it: ``Accepted ✓``; an empty box stays and leaves it unread."""
    return _ticked(words).sub("", printed).strip()


def is_unmarked(printed: str, words: OutcomeWords) -> bool:
    """Whether a cell prints an empty box and no full one: ``☐ Agreed`` has not been filled in."""
    return _empty(words).search(printed) is not None and _full(words).search(printed) is None


def decode(printed: str, heading: str) -> str | None:
    """What a code means by the key in its column's title: ``2`` under ``Category (1 = accept, 2 = reject)``."""
    code = _CODE.fullmatch(printed)
    if code is None:
        return None
    entries = (match for key in _KEYS for match in key.finditer(heading))
    return next((e["meaning"].strip() for e in entries if e["code"].lower() == code["code"].lower()), None)


def _divided(printed: str, boxes: re.Pattern[str]) -> str:
    """The cell with a line break between its alternatives where boxes stand before or after their words."""
    if not boxes.search(printed):
        return printed
    return boxes.sub(r"\n\g<0>" if boxes.match(printed) else r"\g<0>\n", printed)


@lru_cache(maxsize=2)
def _full(words: OutcomeWords) -> re.Pattern[str]:
    return re.compile("|".join(words.lists.boxes_full))


@lru_cache(maxsize=2)
def _boxes(words: OutcomeWords) -> re.Pattern[str]:
    return re.compile("|".join([*words.lists.boxes_full, *words.lists.boxes_empty]))


@lru_cache(maxsize=2)
def _empty(words: OutcomeWords) -> re.Pattern[str]:
    return re.compile("|".join(words.lists.boxes_empty))


@lru_cache(maxsize=2)
def _ticked(words: OutcomeWords) -> re.Pattern[str]:
    mark = rf"(?:{'|'.join(words.lists.boxes_full)})"
    return re.compile(rf"\A{mark}\s*(?=\w)|(?<=[\w.)])\s*{mark}\Z")
