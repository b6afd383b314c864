"""A response to four recommendations, drawn as councils print it, for its pages to be troubled in every way."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from extract.document import Document
from extract.layouts import explain
from extract.layouts.entries import Entry
from extract.reading.formats import read_bytes
from extract.vocabulary.headings import ColumnRole, load_headings

Draw = Callable[[Canvas], object]
Row = tuple[str, ...]

A4 = (595.0, 842.0)
SIDEWAYS = (842.0, 595.0)
TITLES: Row = ("No.", "Recommendation", "Decision", "Response", "Lead officer", "Timescale")
ROWS: tuple[Row, ...] = (
    (
        "1",
        "That the Council publishes a plan for school travel by the autumn term.",
        "Accept",
        "The plan will be published in October 2024 after a consultation with schools. Officers have begun work on it.",
        "Head of Highways",
        "October 2024",
    ),
    (
        "2",
        "That free bus passes be offered to all care leavers up to the age of 25.",
        "Reject",
        "The Council cannot fund this at present. We will review the scheme again with the operators next year.",
        "Director of Children's Services",
        "n/a",
    ),
    (
        "3",
        "That crossing patrols be restored at the twelve sites that lost them.",
        "Amend",
        "Seven of the twelve sites meet the criteria, and patrols will be recruited for those by January 2025.",
        "Road Safety Manager",
        "January 2025",
    ),
    (
        "4",
        "That an annual report on road casualties near schools comes to the Committee.",
        "Accept",
        "A report will be presented to the Committee every July, beginning in July 2025.",
        "Head of Highways",
        "July 2025",
    ),
)
WELSH: tuple[Row, ...] = (
    (
        "1",
        "Bod y Cyngor yn cyhoeddi cynllun ar gyfer teithio i'r ysgol erbyn tymor yr hydref.",
        "Derbyn",
        "Cyhoeddir y cynllun ym mis Hydref 2024 ar ôl ymgynghori ag ysgolion.",
        "Pennaeth Priffyrdd",
        "Hydref 2024",
    ),
    (
        "2",
        "Bod tocynnau bws am ddim yn cael eu cynnig i bawb sy'n gadael gofal hyd at 25 oed.",
        "Gwrthod",
        "Ni all y Cyngor ariannu hyn ar hyn o bryd. Byddwn yn adolygu'r cynllun eto.",
        "Cyfarwyddwr Gwasanaethau Plant",
        "n/a",
    ),
    (
        "3",
        "Bod patrolau croesi yn cael eu hadfer yn y deuddeg safle.",
        "Diwygio",
        "Mae saith o'r deuddeg safle yn bodloni'r meini prawf.",
        "Rheolwr Diogelwch Ffyrdd",
        "Ionawr 2025",
    ),
    (
        "4",
        "Bod adroddiad blynyddol ar anafiadau ar y ffyrdd yn dod i'r Pwyllgor.",
        "Derbyn",
        "Cyflwynir adroddiad i'r Pwyllgor bob mis Gorffennaf.",
        "Pennaeth Priffyrdd",
        "Gorffennaf 2025",
    ),
)
WELSH_TITLES: Row = ("Rhif", "Argymhelliad", "Penderfyniad", "Ymateb", "Swyddog arweiniol", "Amserlen")
LABELS: Row = ("Recommendation ", "Decision: ", "Response: ", "Lead: ", "Timescale: ")
WELSH_LABELS: Row = ("Argymhelliad ", "Penderfyniad: ", "Ymateb: ", "Arweinydd: ", "Amserlen: ")
_WIDE = (0.06, 0.24, 0.1, 0.34, 0.14, 0.12)


def ruled(
    canvas: Canvas,
    rows: Sequence[Row] = ROWS,
    at: tuple[float, float] = (50, 740),
    width: float = 495,
    titles: Row = TITLES,
) -> None:
    """A ruled table with its top left corner at a place; the cells may hold reportlab's mark-up."""
    style = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10)
    cells = [[Paragraph(text, style) for text in row] for row in ((titles, *rows) if titles else rows)]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(cells, [width * part for part in _WIDE], style=grid)
    _, height = table.wrapOn(canvas, width, 2000)
    table.drawOn(canvas, at[0], at[1] - height)


def heading(canvas: Canvas, at: tuple[float, float] = (50, 765)) -> None:
    """The title of the document."""
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(*at, "Response to the School Travel review")
    canvas.setFont("Helvetica", 10)


def upright(canvas: Canvas) -> None:
    """The whole response on a page of A4."""
    heading(canvas)
    ruled(canvas)


def labelled(row: Row, labels: Row = LABELS) -> tuple[str, ...]:
    """A row as paragraphs that begin with a label."""
    number, *texts = row
    return (f"{labels[0]}{number}: {texts[0]}", *(a + b for a, b in zip(labels[1:], texts[1:], strict=True)))


def wrapped(paragraphs: Iterable[str], width: float) -> list[str]:
    """The lines of paragraphs in ten points, with an empty one after each paragraph."""
    return [line for text in paragraphs for line in (*simpleSplit(text, "Helvetica", 10, width), "")]


def column(canvas: Canvas, lines: Iterable[str], x: float = 50, top: float = 770) -> None:
    """Lines below each other; an empty one is a smaller gap."""
    canvas.setFont("Helvetica", 10)
    y = top
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 12.5 if line else 6


def drawn(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF with these pages; the same bytes whenever it is drawn."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def edited(data: bytes, edit: Callable[[PdfDocument], object]) -> bytes:
    """The PDF after something was done to it."""
    document, file = PdfDocument(data), BytesIO()
    edit(document)
    document.save(file)
    document.close()
    return file.getvalue()


def read(data: bytes) -> Document:
    """The document in the bytes of a PDF."""
    return read_bytes(data, "drawn.pdf")


def rows_of(document: Document) -> tuple[Row, ...]:
    """The rows that the layouts find in a document, as ``ROWS`` has them."""
    return tuple(map(_row, explain(document, load_headings()).entries))


def _row(entry: Entry) -> Row:
    roles = (ColumnRole.DECISION, ColumnRole.RESPONSE, ColumnRole.OWNER, ColumnRole.TIMESCALE)
    cells = ("\n\n".join(passage.text for passage in entry.passages(role)) for role in roles)
    return (entry.number or "", *(" ".join(text.split()) for text in (entry.text.text, *cells)))


def aside(document: Document) -> list[str]:
    """What was set aside as no part of the text."""
    return [line.text for line in document.furniture]
