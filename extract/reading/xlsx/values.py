"""What a cell shows: words, numbers in their format, dates as day, month and year."""

import re
from datetime import datetime, timedelta
from typing import Final

from lxml.etree import _Element as Element

X: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_DATES: Final = dict.fromkeys((*range(14, 18), 22, *range(27, 32), *range(50, 59)), "d/m/y") | {17: "m/y"}
"""Formats of dates that every workbook knows (ECMA-376, part 1, 18.8.30)."""

_BUILT_IN: Final = _DATES | {2: "0.00", 9: "0%", 10: "0.00%"}
_TIMES: Final = {18, 19, 20, 21, 45, 46, 47}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # words, colours and spacing within a format
_FIXED = re.compile(r"#?(?:,##)?0\.(0+)(%?)|#?(?:,##)?0(%)")
_FIRST: Final = (datetime(1899, 12, 30), datetime(1904, 1, 1))  # noqa: DTZ001 - days of sheets have no zone
_LONGEST_FORMAT = 255  # characters, as Excel allows; each number of a sheet is written by it
_MOST_DAYS = 2_958_465  # 31 December 9999


def formats_of(styles: Element | None) -> list[str]:
    """The format of each cell style, by its index."""
    if styles is None:
        return []
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in styles.iter(f"{X}numFmt")}
    cells = styles.iterfind(f"{X}cellXfs/{X}xf")
    return [_format(style.get("numFmtId", "0"), own) for style in cells]


def _format(number: str, own: dict[str, str]) -> str:
    if number in own:
        return own[number][:_LONGEST_FORMAT].split(";")[0]
    known = int(number) if number.isdecimal() and len(number) < 4 else 0  # noqa: PLR2004 - built-in formats are below 164
    return "h:mm" if known in _TIMES else _BUILT_IN.get(known, "")


def words_of(element: Element) -> str:
    """The words of a shared or inline string, hints for reading them aloud left out."""
    runs = (text for text in element.iter(f"{X}t") if (text.getparent() is None or _parent_tag(text) != f"{X}rPh"))
    return "".join(text.text or "" for text in runs)


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def shown(number: str, form: str, *, later: bool) -> str:
    """A number as its format shows it.

    Args:
        number: as the file holds it.
        form: the format's code.
        later: the workbook counts its days from 1904 on, not from 1900.
    """
    try:
        value = float(number)
    except ValueError:
        return number
    code = _QUOTED.sub("", form).lower()
    if re.search("[dmy]", code) and not re.search("[0#?]", code) and 0 <= value < _MOST_DAYS - 1462:
        return _day(value, code, later=later)
    fixed = _FIXED.fullmatch(code)
    if fixed and (fixed[2] or fixed[3]):
        return f"{value * 100:.{len(fixed[1] or '')}f}%"
    if fixed:
        return f"{value:.{len(fixed[1])}f}"
    return str(int(value)) if value.is_integer() and abs(value) < 10**15 else f"{value:.15g}"


def _day(value: float, code: str, *, later: bool) -> str:
    moment = _FIRST[later] + timedelta(days=value)
    if "d" in code:
        return f"{moment:%d/%m/%Y}"
    if "y" not in code:
        return f"{moment:%H:%M}" if "h" in code or "s" in code else f"{moment:%B}"
    return f"{moment:%B %Y}" if "m" in code else f"{moment:%Y}"
