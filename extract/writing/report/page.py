"""The page of a report: its frame, its style and its program, which are the same for all, and the data between."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import msgspec

from extract.records import SCHEMA_VERSION
from extract.writing.report.blocks import block, encode
from extract.writing.report.wording import Wording

_ASSETS: Final = Path(__file__).parent / "assets"
_EARLY: Final = ("storage.js", "theme.js")
"""What runs before the page is drawn; what it declares is known to the program."""
_SCRIPTS: Final = (
    "dom.js",
    "growing.js",
    "words.js",
    "data.js",
    "places.js",
    "finding.js",
    "checking.js",
    "corrections.js",
    "whereabouts.js",
    "applying.js",
    "rows.js",
    "exchange.js",
    "changed.js",
    "questions.js",
    "plainly.js",
    "search.js",
    "charts.js",
    "overview.js",
    "list.js",
    "promises.js",
    "changes.js",
    "marking.js",
    "pages.js",
    "editing.js",
    "editing-people.js",
    "editing-promises.js",
    "editing-rows.js",
    "row-head.js",
    "recommendation.js",
    "paper.js",
    "keys.js",
    "main.js",
)
"""The parts of the program, each after those that it needs."""
_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{}' 'sha256-{}'; "
    "base-uri 'none'; form-action 'none'"
)


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself.

    Attributes:
        schema: the version of the schema of its records.
        alone: it is the page of one document of a larger batch.
        divided: its documents have pages of their own, in the folder ``report``.
        sentences: of the rules that its findings name.
        levels: how serious each flag is, and its weight.
    """

    schema: str
    alone: bool
    divided: bool
    sentences: Mapping[str, str]
    levels: Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the data of a page."""

    head: bytes
    program: bytes
    tail: bytes


def frame(title: str) -> Frame:
    """The frame of a page with this title."""
    before, after, program, tail = _parts()
    return Frame(before + escape(title).encode() + after, program, tail)


@cache
def _parts() -> tuple[bytes, bytes, bytes, bytes]:
    """The parts of the frame: before the title, after it, between the two places for data, and what ends it."""
    early = f'"use strict";\n{_joined(_EARLY)}'
    script = f'(() => {{\n"use strict";\n{_joined(_SCRIPTS)}\n}})();\n'
    style = (_ASSETS / "report.css").read_text("utf-8")
    head, rest = (_ASSETS / "page.html").read_text("utf-8").split("{{data}}")
    between, tail = rest.split("{{documents}}")
    head = head.replace("{{policy}}", _POLICY.format(_digest(early), _digest(script)))
    before, after = head.replace("{{style}}", style).replace("{{early}}", early).split("{{title}}")
    return before.encode(), after.encode(), between.replace("{{script}}", script).encode(), tail.encode()


def _joined(names: Iterable[str]) -> str:
    return "\n".join((_ASSETS / "js" / name).read_text("utf-8") for name in names)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def about_block(wording: Wording, codes: Iterable[str], *, alone: bool = False, divided: bool = False) -> bytes:
    """The block of what a page says of itself; ``codes`` are the rules that its findings name."""
    about = About(
        schema=SCHEMA_VERSION, alone=alone, divided=divided, sentences=wording.told(codes), levels=wording.levels()
    )
    return block("about", encode(about))
