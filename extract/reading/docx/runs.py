"""What a paragraph says: its runs in order, changes taken as accepted, fields and boxes resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from extract.reading.docx.names import MATHS, MIXED, W14, W, alternative, descend, is_on, value, whole
from extract.reading.docx.styles import Look, Styles, look_of
from extract.reading.symbols import shown

LINE, PAGE, PRINTED_PAGE = "\n", "\f", "\v"
"""What a run's text holds where a line ends, a page ends, and where Word last ended a page by itself."""

_TICKED, _BLANK = "☒", "☐"
_LEFT_OUT: Final = {
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "proofErr",
        "softHyphen", "footnoteRef", "endnoteRef", "annotationRef", "fldData", "tblPr", "tblGrid", "object",
    )
}  # fmt: skip
_SIGNS: Final = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": LINE, f"{W}noBreakHyphen": "-"}
_DRAWN: Final = {f"{W}drawing", f"{W}pict"}
_NOTES: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; its text may hold ``LINE``, ``PAGE`` and ``PRINTED_PAGE``."""

    text: str
    look: Look


@dataclass(slots=True)
class Said:
    """What a paragraph says.

    Attributes:
        runs: its words.
        boxes: the text boxes that hang on it (``w:txbxContent``).
        notes: kind and id of each note that it refers to.
    """

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads paragraphs, given the styles of their document."""

    styles: Styles

    def read(self, parent: Iterable[Element], look: Look, said: Said) -> None:
        """Add to ``said`` what the elements say, in a paragraph of that look."""
        for child in parent:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == f"{W}r":
                self._read_run(child, look, said)
            elif child.tag == f"{W}sdt":
                self._read_control(child, look, said)
            elif child.tag == f"{MIXED}AlternateContent":
                self.read(alternative(child), look, said)
            elif child.tag == f"{MATHS}t":
                said.runs.append(Run(child.text or "", look))
            else:
                self._read_sign(child, look, said)

    def _read_run(self, run: Element, look: Look, said: Said) -> None:
        properties = run.find(f"{W}rPr")
        styled = self.styles.character(value(properties, "rStyle")) if properties is not None else Look()
        own = look_of(properties).over(styled).over(look)
        if own.hidden:
            return
        fonts = descend(properties, "rFonts")
        font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        held = Said()
        self.read(run, own, held)
        said.runs += [Run(shown(each.text, font), each.look) for each in held.runs]
        said.boxes += held.boxes
        said.notes += held.notes

    def _read_control(self, control: Element, look: Look, said: Said) -> None:
        """A content control: a box to tick by its state, nothing where it still shows its prompt."""
        if is_prompt(control):
            return
        box = control.find(f"{W}sdtPr/{W14}checkbox")
        content = control.find(f"{W}sdtContent")
        if box is not None:
            checked = box.find(f"{W14}checked")
            ticked = checked is not None and is_on(checked.get(f"{W14}val"))
            said.runs.append(Run(_TICKED if ticked else _BLANK, look))
        elif content is not None:
            self.read(content, look, said)

    def _read_sign(self, child: Element, look: Look, said: Said) -> None:
        """What stands within a run beside its words, or around runs."""
        if child.tag == f"{W}t":
            said.runs.append(Run((child.text or "").replace("\n", " ").replace("\xad", ""), look))
        elif child.tag in _SIGNS:
            said.runs.append(Run(_SIGNS[str(child.tag)], look))
        elif child.tag == f"{W}br":
            said.runs.append(Run(PAGE if child.get(f"{W}type") == "page" else LINE, look))
        elif child.tag == f"{W}lastRenderedPageBreak":
            said.runs.append(Run(PRINTED_PAGE, look))
        elif child.tag == f"{W}sym":
            said.runs.append(Run(_symbol(child), look))
        elif child.tag == f"{W}fldChar":
            said.runs += [Run(text, look) for text in _form_field(child)]
        elif child.tag in _NOTES:
            said.notes.append((_NOTES[str(child.tag)], child.get(f"{W}id", "")))
        elif child.tag in _DRAWN:
            said.boxes += _text_boxes(child)
        else:
            self.read(child, look, said)


def is_prompt(control: Element) -> bool:
    """Whether a content control shows only what it asks to be filled in with: ``Choose an item.``."""
    return descend(control, "sdtPr", "showingPlcHdr") is not None


def _symbol(symbol: Element) -> str:
    code = symbol.get(f"{W}char", "")
    try:
        return shown(chr(int(code, 16)), symbol.get(f"{W}font"))
    except (ValueError, OverflowError):
        return ""


def _form_field(mark: Element) -> Iterator[str]:
    """What a field of an older form shows: a box that is ticked or not, or the entry that was chosen."""
    box = descend(mark, "ffData", "checkBox")
    if box is not None:
        state = descend(box, "checked")
        state = descend(box, "default") if state is None else state
        yield _TICKED if state is not None and is_on(state.get(f"{W}val")) else _BLANK
    choice = descend(mark, "ffData", "ddList")
    if choice is not None:
        entries = choice.findall(f"{W}listEntry")
        chosen = whole(value(choice, "result")) or 0
        yield from (entry.get(f"{W}val", "") for entry in entries[chosen : chosen + 1])


def _text_boxes(drawn: Iterable[Element]) -> Iterator[Element]:
    """The outermost text boxes of a drawing, one form of each."""
    for child in drawn:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from _text_boxes(alternative(child) if child.tag == f"{MIXED}AlternateContent" else child)
