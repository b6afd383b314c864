"""The page keeps to what browsers of 2023 know: Safari 16, Firefox 115, Edge and Chrome 110."""

import re
from pathlib import Path

import pytest

import extract.writing.report.page

ASSETS = Path(extract.writing.report.page.__file__).parent / "assets"
NEWER = {
    "copies of arrays that are sorted or changed": r"\.(toSorted|toReversed|toSpliced|with)\(",
    "groups of objects": r"\b(Object|Map)\.groupBy\(",
    "addresses that are tried": r"\bURL\.(canParse|parse)\(",
    "promises from without": r"Promise\.(withResolvers|try)\(",
    "sets that are compared": r"\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(",
    "a look behind in a pattern": r"\(\?<[=!]",
    "a pattern of sets": r"/[a-z]*v[a-z]*[,;)]",
    "boxes that pop over": r"showPopover|popovertarget",
    "highlights without elements": r"CSS\.highlights",
    "views that fade": r"startViewTransition",
    "what contains what, asked by the program": r"(querySelector|querySelectorAll|matches|closest)\([^)]*:has\(",
    "what a page is inherited from": r"\busing\b [a-z]+ =",
}
NEWER_STYLES = {
    "rules within rules": r"^\s*&",
    "colours that are mixed": r"color-mix\(|light-dark\(|oklch\(",
    "a line with its style, which Safari drops": r"text-decoration:\s*(underline|line-through) [^;]+;",
    "parts that are anchored": r"anchor-name|position-anchor",
    "a height to nothing": r"interpolate-size|calc-size",
    "a rule that falls where one of its parts is not known": r"^\S[^{:]*, [^{]*:has\([^{]*\{",
}


@pytest.mark.parametrize("what", NEWER)
def test_the_program_uses_nothing_newer(what: str) -> None:
    for script in sorted((ASSETS / "js").glob("*.js")):
        assert not re.findall(NEWER[what], script.read_text("utf-8")), script.name


@pytest.mark.parametrize("what", NEWER_STYLES)
def test_the_style_uses_nothing_newer(what: str) -> None:
    style = (ASSETS / "report.css").read_text("utf-8")
    assert [found.group() for found in re.finditer(NEWER_STYLES[what], style, re.MULTILINE)] == []
