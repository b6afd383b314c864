"""The document's own date: printed among its headings and footers, or kept in the file's metadata."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extract.facts.dates.finding import find_dates
from extract.records import DateBasis, DateExpression, DateType, DocumentDate, Field, Precision
from extract.vocabulary.dates import DateWords

_HEADING_LINES = 25
_LAST_LINES = 6
_LABEL = 6
_SHORT = 8  # words before a date and a full stop: a line with more is a sentence
_STAMP = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_KEYS = ("creationdate", "created", "date", "moddate", "modified")
_FIRST_ROW = re.compile(r"\W*(?:recommendation|rec\.?)\s*\d|\W*R\d+\b|\d{1,2}[.:)]+\s*That\b", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
_JOINT = r"(?:\s+(?:meeting|decision))?(?:\s+(?:on|of|held\s+on))?\W*"
_LABELLED = re.compile(
    r"(?:^|[|•–—-])\W*(?:(?:date|dated|published|issued|presented|response|responded)\b(?:\s+(?:of|on|date|to|the|this|for|cabinet|response|report"
    r"|publication|meeting|decision|issue|document|parliament)){0,5}|(?:response|meeting|publication|report|decision|cabinet|executive)\s+date)\s*[:–—-]?\s*$"
    rf"|\bdate(?:\s+of\s+(?:\w+\s?){{1,4}})?\s*:\s*{_WEEKDAY}$",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"^\W*(?:(?:this\s+)?(?:response|reply|document|paper)\s+(?:was\s+)?)?"
    r"(?:agreed|approved|adopted|endorsed|signed\s+off|finalised|submitted|issued|sent|considered|received)\b"
    rf"(?:\s+(?:with|by|to|at|in)\s+[\w ,&'’-]{{2,60}}?)?\s+on\s+{_WEEKDAY}$",
    re.IGNORECASE,
)
_AS_SETTLED = re.compile(
    r"[,;(–—-]\s*(?:as\s+)?(?:finally\s+|formally\s+)?(?:agreed|approved|adopted|endorsed|signed\s+off|settled|submitted|considered)\s+"
    r"(?:by|at|to|in)\s+(?:a\s+meeting\s+of\s+)?(?:the\s+|its\s+|our\s+)?(?:full\s+)?(?:cabinet|executive(?:\s+board)?|council|mayor|commissioner)"
    rf"(?:\s+member)?(?:\s+meeting)?(?:,|\s+on|\s+of|\s+held\s+on)?\s+{_WEEKDAY}$",
    re.IGNORECASE,
)
"""Who settled the paper and when, after its title: ``Reply to the Panel, as approved by Cabinet on 23 March 2026``."""
_TAKEN_OUT = re.compile(
    r"(?:^|[,;(|–—-]|\b(?:tracker|log|register|schedule|monitor|plan|report|update|summary)\s)\s*(?:data\s+)?(?:as\s+(?:at|of)|exported|extracted|produced|compiled|correct|position|status|progress)"
    rf"(?:\s+(?:as\s+(?:at|of)|at|on))?\s*:?\s+{_WEEKDAY}$",
    re.IGNORECASE,
)
"""When a tracker was taken out of its system or what day it tells of: ``Action tracker, exported 11 June 2025``."""
_REPORTED = re.compile(
    r"^\W*(?:joint\s+|progress\s+|update\s+|monitoring\s+)?(?:report|update|briefing|note|paper)\s+(?:of|by|from)\s+"
    r"(?:(?!\s(?:committee|panel|commission|task)\b)[^.;:]){0,80}?\b(?:director|head|officer|manager|holder|member|leader|mayor|secretary"
    r"|executive|commissioner)\b(?:(?!\s(?:committee|panel|commission|task)\b)[^.;:]){0,60}?\s(?:to|for)\s+(?:the\s+)?[^.;:]{0,80}?"
    rf"\b(?:board|committee|panel|commission|cabinet|executive|council|forum|meeting)\b\s*[,(–—-]?\s*(?:(?:meeting\s+)?(?:on|of)\s+)?{_WEEKDAY}$",
    re.IGNORECASE,
)
"""Who reports to whom and when: ``Report of the Director of Housing to the Homes Panel, 3 June 2025. The review …``."""
_PUBLISHED = re.compile(r"(?:^|[.]\s+)(?:it|this(?:\s+\w+){1,3})\s+(?:was|is)\s+published\s+on\s+$", re.IGNORECASE)
_ANSWERING = re.compile(
    rf"\b(?:cabinet|executive(?:\s+board)?|council|mayor|commissioner|decision\s+session|secretary)\b{_JOINT}{_WEEKDAY}$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    rf"\b(?:board|committee|panel|commission|forum|meeting|authority)\b{_JOINT}{_WEEKDAY}$", re.IGNORECASE
)
_FIRST_HALF = re.compile(r"\d{1,2}\s+[^\W\d]+(?:\s+\d{4})?\s*/\s*$")
"""The same day in the other language: ``3 Mehefin 2025 / 3 June 2025``, ``3 Mehefin / 3 June 2025``."""
_MARKS = " -–—|()[]•*\t"
_DIVIDED = re.compile(r"[-–—|,(]\s*$")
_DIVIDING = re.compile(r"\s*[-–—|:]")
_ITEM = re.compile(
    r"\s*,?\s*\(?(?:(?:agenda\s+)?item|appendix|annex|annexe|enclosure|paper|report|minute|schedule)\s+"
    r"(?:no\.?\s*)?(?:[A-Z]|[A-Z]?\d+[A-Za-z]?)\b[\w\s,.()–—-]{0,30}$",
    re.IGNORECASE,
)
"""What stands in the right corner of a banner: ``Item 9, Annex B``."""
_GOES_ON = re.compile(r"\s*\.\s+[A-Z]")
"""What follows the day of a meeting where the line goes on: ``Cabinet, 8 July 2025. The Panel reported …``."""
_TOLD = ((_AS_SETTLED, 5), (_REPORTED, 4), (_TAKEN_OUT, 2))
"""What tells in a longer line that a date is the document's, with its rank."""
_NOT_ITS_OWN = re.compile(
    r"\b(?:printed|version|v\d|updated|downloaded|generated|accessed|received|reported\s+in|review\s+(?:of|reported)|visited|deadline|due|since|"
    r"until|timescale|target|when|complet\w+|implement\w+|end\s+date|start\s+date|reply|next|previous|background|copyright|page\s+\d|response\s+to|recommendations\s+of|report\s+of\s+(?:the\s+)?\w+\s+(?:committee|panel))\b|©",
    re.IGNORECASE,
)


def find_document_date(lines: Sequence[str], words: DateWords) -> DocumentDate | None:
    """The date that a document prints as its own among its headings, first lines and footers, or ``None``.

    A labelled date (``Date of response: …``, ``Published …``) counts most, then the date of the meeting that answers
    (``Cabinet, 26 July 2023``), then that of another meeting, then a date that has a line to itself or opens or ends
    a title. A date within a sentence does not count, nor one that says when the paper was printed or what it
    replies to.

    Args:
        lines: lines in the order of the document, headings and footers alike; those from the first recommendation on
            are passed over, but for the last few, where footers stand.
        words: the vocabulary of dates.
    """
    ranked = [
        (rank, -at, found)
        for at, line in _outside_the_rows(lines)
        for found in _full_dates(line, words)
        if (rank := _rank(lines[at - 1] if at else "", line, found)) > _least_rank(at, len(lines))
    ]
    return _stated(max(ranked, key=lambda each: each[:2])[2]) if ranked else None


def _outside_the_rows(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines before the first recommendation, and the last few, with their places."""
    first = next((at for at, line in enumerate(lines) if _FIRST_ROW.match(line)), len(lines))
    return [(at, line) for at, line in enumerate(lines) if at < first or at >= len(lines) - _LAST_LINES]


def _least_rank(at: int, lines: int) -> int:
    """What a date's rank must exceed: far from both ends a date needs a label or a meeting before it."""
    return 0 if at < _HEADING_LINES or at >= lines - _LAST_LINES else 3


def document_date_from_metadata(metadata: Iterable[tuple[str, str]]) -> DocumentDate | None:
    """The day on which a file says that it was made (``D:20250311…``, ``2025-03-11T…``), or ``None``."""
    values = dict(metadata)
    for key in _KEYS:
        stamp = _STAMP.match(values.get(key, "").strip())
        day = _day(stamp) if stamp else None
        if day:
            return DocumentDate(text=values[key], start=day, end=day, basis=DateBasis.METADATA)
    return None


def _day(stamp: re.Match[str]) -> str | None:
    try:
        return date(int(stamp[1]), int(stamp[2]), int(stamp[3])).isoformat()
    except ValueError:
        return None


def _full_dates(line: str, words: DateWords) -> tuple[DateExpression, ...]:
    """The days and months of a line that are printed with their year."""
    return tuple(
        found
        for found in find_dates(line, Field.RESPONSE, None, words)
        if found.interval.start
        and found.interval.end
        and found.type in {DateType.DATE, DateType.PERIOD}
        and found.precision in {Precision.DAY, Precision.MONTH}
        and "/" not in (found.value or "")
    )


def _rank(previous: str, line: str, found: DateExpression) -> int:
    """How much a date in a line speaks for itself as the document's: 0 for not at all."""
    before, after = _FIRST_HALF.sub("", line[: found.start]), line[found.end :]
    alone = not (before.strip(_MARKS) or after.strip(_MARKS))
    if _PUBLISHED.search(before) or (_SETTLED.match(before) and not after.strip(_MARKS + ".")):
        return _LABEL
    if said := next((rank for pattern, rank in _TOLD if pattern.search(before)), None):
        return said
    if _NOT_ITS_OWN.search(before):
        return 0
    if _LABELLED.search(before) or (alone and previous.rstrip().endswith(":") and _LABELLED.search(previous)):
        return _LABEL
    if found.precision is not Precision.DAY:
        return 1 if alone else 0
    return 3 if alone else _rank_beside(before, after)


def _rank_beside(before: str, after: str) -> int:
    """The rank of a day that shares its line: after a meeting, or divided from a title before or after it."""
    finished = after.strip() == "." and len(before.split()) <= _SHORT
    divided = _DIVIDING.match(after) is not None and len(after.split()) <= _SHORT and not after.rstrip().endswith(".")
    told = before.rstrip().endswith((",", "–", "—", "-", ":")) and _GOES_ON.match(after) is not None
    finished = finished or _ITEM.match(after) is not None or (told and len(before.split()) <= _SHORT)
    ends, opens = finished or divided or not after.strip(_MARKS), not before.strip(_MARKS)
    if ends and not before[:1].islower():
        if _ANSWERING.search(before):
            return 5
        if _MEETING.search(before):
            return 4
    return 2 if (ends and _DIVIDED.search(before)) or (opens and _DIVIDING.match(after)) else 0


def _stated(found: DateExpression) -> DocumentDate | None:
    start, end = found.interval.start, found.interval.end
    if start is None or end is None:
        return None
    return DocumentDate(text=found.text, start=start, end=end, basis=DateBasis.STATED)
