"""Documents that ask whoever reads them to fetch something: from a server, or from a file of the machine."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage

from tests.properties.bad_files import raw_pdf
from tests.reading.word import KINDS, RELATIONS, SPACES, p, part, r, tbl, tr, zipped
from tests.security.pdfs import pdf_of
from tests.security.workbooks import row, workbook

_ANSWER = ("Recommendation", "Response"), ("1. That a plan be published", "Agreed. It will be published by May 2025.")
_WORDS = "Recommendation 1: That a plan be published."
_X = "http://schemas.openxmlformats.org/spreadsheetml/2006"


def page(address: str) -> bytes:
    """A web page whose every tag that can names the address."""
    head = (
        f'<base href="{address}"><link rel="stylesheet" href="{address}"><link rel="preload" href="{address}">'
        f'<link rel="import" href="{address}"><script src="{address}"></script>'
        f"<style>@import url({address}); @font-face {{ font-family: a; src: url({address}) }}</style>"
        f'<meta http-equiv="refresh" content="0; url={address}">'
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in _ANSWER)
    body = (
        f'<table>{table}</table><img src="{address}" srcset="{address} 2x"><iframe src="{address}"></iframe>'
        f'<object data="{address}"></object><video src="{address}" poster="{address}"></video><embed src="{address}">'
        f'<svg><use href="{address}"/><image xlink:href="{address}"/></svg><input type="image" src="{address}">'
        f'<p style="background: url({address})">{_WORDS}</p><xi:include href="{address}" parse="text"/>'
        f'<form action="{address}"></form><a href="{address}" ping="{address}">Agreed.</a>'
    )
    return f"<html manifest='{address}'><head>{head}</head><body>{body}</body></html>".encode()


def page_with_entities(address: str) -> bytes:
    """A web page in XML whose document type, style sheet and entities are at the address."""
    kinds = (
        f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{address}" ['
        f'<!ENTITY x SYSTEM "{address}"><!ENTITY % y SYSTEM "{address}"> %y;]>'
    )
    words = f"<p>{_WORDS}</p><p>Response: Agreed. &x;</p>"
    return (
        f'<?xml version="1.0"?><?xml-stylesheet href="{address}"?>{kinds}<html><body>{words}</body></html>'
    ).encode()


def word(address: str, kinds: str = "") -> bytes:
    """A Word document whose template, picture, frame, object and fields are at the address.

    Args:
        address: where they are.
        kinds: the document type of its text.
    """
    external = "".join(
        f'<Relationship Id="{kind}" Type="{KINDS}{kind}" Target="{address}" TargetMode="External"/>'
        for kind in ("attachedTemplate", "image", "frame", "oleObject", "hyperlink", "header", "styles", "subDocument")
    )
    internal = f'<Relationship Id="settings" Type="{KINDS}settings" Target="settings.xml"/>'
    fields = "".join(
        f"<w:p>{_mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{_mark('separate')}{r('shown')}{_mark('end')}</w:p>"
        for code in (
            f'INCLUDEPICTURE "{address}"',
            f'INCLUDETEXT "{address}"',
            f'DDEAUTO cmd "{address}"',
            f'LINK Word "{address}"',
        )
    )
    picture = '<w:p><w:r><w:pict><v:shape><v:imagedata xmlns:r="x" r:link="image"/></v:shape></w:pict></w:r></w:p>'
    asked = p(f"{_WORDS} &x;") if kinds else p(_WORDS)
    body = f"{asked}{fields}{picture}<w:altChunk/>{tbl(*(tr(*cells) for cells in _ANSWER))}"
    return zipped(
        {
            "word/document.xml": f"{kinds}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{external}{internal}</Relationships>',
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{RELATIONS}">{external}</Relationships>',
            "word/settings.xml": part("settings", '<w:attachedTemplate w:id="attachedTemplate"/>'),
        }
    )


def _mark(kind: str) -> str:
    """Where a field of a Word document begins, shows its result, or ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def word_with_entities(address: str) -> bytes:
    """A Word document whose text declares entities at the address."""
    return word(address, f'<!DOCTYPE d [<!ENTITY x SYSTEM "{address}">]>')


def word_with_kinds(address: str) -> bytes:
    """A Word document whose document type is at the address."""
    return word(address, f'<!DOCTYPE d SYSTEM "{address}">')


def sheets(address: str, kinds: str = "") -> bytes:
    """An Excel workbook whose formulas, links, connections and pictures are at the address."""
    formula = f'<c r="A3" t="str"><f>WEBSERVICE("{address}")</f><v>2. That buses run {"&x;" if kinds else ""}</v></c>'
    links = (
        f'<hyperlinks><hyperlink ref="A1" xmlns:r="{_X}" r:id="r9"/></hyperlinks><picture xmlns:r="{_X}" r:id="r8"/>'
        f"<oleObjects><oleObject link=\"{address}\" progId='x'/></oleObjects>"
    )
    rows = "".join(row(number, *cells) for number, cells in enumerate(_ANSWER, 1))
    return workbook(f'{rows}<row r="3">{formula}</row>', kinds=kinds, after=links)


def sheets_with_entities(address: str) -> bytes:
    """An Excel workbook whose parts declare entities at the address."""
    return sheets(address, f'<!DOCTYPE x [<!ENTITY x SYSTEM "{address}">]>')


def message(address: str) -> bytes:
    """A message whose body is elsewhere, and whose page has pictures at the address."""
    held = EmailMessage()
    held["Message-ID"], held["Subject"], held["Content-Base"] = "<1@example.org>", "Response", address
    held["Disposition-Notification-To"] = "reader@example.org"
    held.set_content(page(address).decode(), subtype="html")
    held.add_attachment(page(address), maintype="text", subtype="html", filename="response.html")
    outside = f'message/external-body; access-type=URL; URL="{address}"'
    held.add_attachment(b"Content-Type: text/plain\n\n", maintype="application", subtype="octet-stream")
    list(held.iter_attachments())[-1].replace_header("Content-Type", outside)
    return held.as_bytes()


def portable(address: str) -> bytes:
    """A PDF that opens the address in every way that there is: links, programs, scripts, forms, other documents."""
    at = address.encode()
    actions = [
        b"<< /S /URI /URI (%s) >>" % at,
        b"<< /S /GoToR /F (%s) /D [0 /Fit] >>" % at,
        b"<< /S /Launch /F (%s) /Win << /F (%s) >> >>" % (at, at),
        b"<< /S /JavaScript /JS (app.launchURL\\('%s'\\); this.submitForm\\('%s'\\)) >>" % (at, at),
        b"<< /S /SubmitForm /F << /FS /URL /F (%s) >> >>" % at,
        b"<< /S /ImportData /F (%s) >>" % at,
    ]
    links = b"".join(b"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A %s >>" % action for action in actions)
    outside = b"<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /F << /FS /URL /F (%s) >> /Length 0 >>" % at
    script = actions[3]
    extra = b"/OpenAction %s /AA << /WC %s >> /Names << /JavaScript << /Names [(a) %s] >> >>" % ((script,) * 3)
    extra += b" /AcroForm << /XFA (<xdp href='%s'/>) /Fields [] >>" % at
    whole = pdf_of(
        b"BT /F1 9 Tf 72 700 Td (%s) Tj 0 -20 Td (Response: Agreed.) Tj ET /I Do" % _WORDS.encode(),
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> /Annots [%s] /AA << /O %s >>"
        % (links, script),
        [outside + b"\nstream\n\nendstream"],
    )
    plain = b"/Type /Catalog "
    assert plain in raw_pdf(b"")
    return whole.replace(plain, plain + extra + b" ")


def text(address: str) -> bytes:
    """A plain text that names the address, and looks like XML that includes it."""
    return f"{_WORDS}\n\nResponse: Agreed, see {address} <xi:include href='{address}'/> and `cat {address}`.\n".encode()


def values(address: str) -> bytes:
    """Separated values with formulas that fetch the address."""
    rows = ("Recommendation,Response,Date", f'"=WEBSERVICE(""{address}"")",Agreed,x', "2. That buses run,Agreed,y")
    return "\n".join(rows).encode()


def archive(address: str) -> bytes:
    """An archive of all of these."""
    return zipped({name: make(address) for name, make in LURES.items() if name != "pack.zip"})


LURES: Mapping[str, Callable[[str], bytes]] = {
    "page.html": page,
    "entities.html": page_with_entities,
    "word.docx": word,
    "entities.docx": word_with_entities,
    "kinds.docx": word_with_kinds,
    "sheets.xlsx": sheets,
    "entities.xlsx": sheets_with_entities,
    "mail.eml": message,
    "portable.pdf": portable,
    "text.txt": text,
    "values.csv": values,
    "pack.zip": archive,
}
"""What makes each, of the address that it is to fetch."""
