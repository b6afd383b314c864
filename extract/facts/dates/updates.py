"""Updates in one field that open with their own date: ``July 2025: …``. What they tell counts from that date."""

import re
from collections.abc import Iterator, Sequence

from extract.facts.dates.found import Found
from extract.facts.dates.moments import Days, Moment, days_of
from extract.findings import Span
from extract.records import Precision

_OPENING = re.compile(
    r"(?:^|\n|(?P<within>[.;)”][ \t]+(?!\s)))[\s•·*–—-]*[(\[]?"
    r"(?:(?:(?:latest|progress|status|position|quarterly|monthly)\s)?"
    r"(?:update|progress|status|position|report|reported|note|comment)s?\s?)?"
    r"(?:,?\s?(?:as\s(?:at|of)|at|on|for|of|in|to|from)\s)?(?:end\sof\s)?[(\[–—:-]?\s?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s?[)\]]?\s?(?:(?:progress\s|status\s)?(?:update|position|progress|status|report))?\s?"
    r"(?:(?P<colon>[:;](?=\s)|(?<=\]))|[–—-](?=\s)|\n|$)",
    re.IGNORECASE,
)
_REACH = 60
_UNITS = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER})


def find_updates(text: str, found: Sequence[Found]) -> Iterator[tuple[Span, Days]]:
    """The stretches of a field that open with a date of their own, each with the days of that date.

    Args:
        text: the field's text.
        found: its expressions, in order.
    """
    labels = [(start, days) for each in found if (days := _days(each)) and (start := _opens(text, each)) is not None]
    ends = [*(start for start, _ in labels), len(text)][1:]
    yield from ((Span(start, end), days) for (start, days), end in zip(labels, ends, strict=True))


def _days(found: Found) -> Days | None:
    moment = found.meaning
    if not isinstance(moment, Moment) or moment.year is None or moment.precision not in _UNITS:
        return None
    return days_of(moment, moment.year)


def _opens(text: str, found: Found) -> int | None:
    """Where the update starts that an expression heads; ``None`` where it heads none.

    After a colon it may do so in the middle of a line; before a dash or alone it must have the line to itself.
    """
    opening = _OPENING.search(text[max(0, found.start - _REACH) : found.start])
    closing = _CLOSING.match(text, found.end)
    if opening is None or closing is None or (opening["within"] and not closing["colon"]):
        return None
    return found.start - len(opening[0].lstrip()) if found.end < len(text) else None
