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

from extract import __version__
from extract.writing.report.blocks import block, encode
from extract.writing.report.wording import Wording

_ASSETS: Final = Path(__file__).parent / "assets"
_SCRIPTS: Final = (
    "dom.js",
    "words.js",
    "data.js",
    "places.js",
    "storage.js",
    "corrections.js",
    "applying.js",
    "exchange.js",
    "questions.js",
    "search.js",
    "charts.js",
    "overview.js",
    "list.js",
    "promises.js",
    "marking.js",
    "pages.js",
    "editing.js",
    "recommendation.js",
    "paper.js",
    "keys.js",
    "main.js",
)
"""The parts of the program, each after those that it needs."""
_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{}'; "
    "base-uri 'none'; form-action 'none'"
)


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself.

    Attributes:
        version: of the program.
        alone: it is the page of one document of a larger batch.
        divided: its documents have pages of their own, in the folder ``report``.
        sentences: of the rules that its findings name.
        levels: how serious each flag is, and its weight.
    """

    version: str
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
    page, style, script = _assets()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    for mark, value in (
        ("{{policy}}", _POLICY.format(digest)),
        ("{{title}}", escape(title)),
        ("{{style}}", style),
    ):
        page = page.replace(mark, value, 1)
    head, rest = page.split("{{data}}", 1)
    between, tail = rest.split("{{documents}}", 1)
    return Frame(head.encode(), between.replace("{{script}}", script, 1).encode(), tail.encode())


@cache
def _assets() -> tuple[str, str, str]:
    """The frame, the style and the program, as they are kept."""
    parts = "\n".join((_ASSETS / "js" / name).read_text("utf-8") for name in _SCRIPTS)
    script = f'(() => {{\n"use strict";\n{parts}\n}})();\n'
    return (_ASSETS / "page.html").read_text("utf-8"), (_ASSETS / "report.css").read_text("utf-8"), script


def about_block(wording: Wording, codes: Iterable[str], *, alone: bool = False, divided: bool = False) -> bytes:
    """The block of what a page says of itself; ``codes`` are the rules that its findings name."""
    about = About(
        version=__version__, alone=alone, divided=divided, sentences=wording.told(codes), levels=wording.levels()
    )
    return block("about", encode(about))
