"""An Office file as the package that it is: a ZIP archive of XML parts, read in memory and within bounds."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from extract.errors import DamagedFileError, ProtectedFileError
from extract.reading.zips import FAULTS, open_zip

_MOST_BYTES = 64 * 2**20  # all parts that are read, unpacked; a thousand pages of text take about ten
_MOST_RATIO = 200  # how many times a part may grow when unpacked; XML grows ten to thirty times
_SMALL = 2**20  # bytes; what unpacks to no more may grow as it likes
_DEEPEST = 120  # elements within elements; tables five deep within text boxes come to about fifty
_ENCRYPTED = 1  # flag of a ZIP entry
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that the format allows (ECMA-376, part 2, annex B)
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT: Final = (  # the namespaces of "Strict Open XML" read as those of the usual form
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_SAVE_ANEW = "Open it in Office, save it anew and try again."
_PLACEHOLDER = "2013-12-23T23:15:00Z"  # both dates of the template that python-docx makes documents from
_CORE: Final = (
    ("title", "{http://purl.org/dc/elements/1.1/}title"),
    ("author", "{http://purl.org/dc/elements/1.1/}creator"),
    ("subject", "{http://purl.org/dc/elements/1.1/}subject"),
    ("creationdate", "{http://purl.org/dc/terms/}created"),
    ("moddate", "{http://purl.org/dc/terms/}modified"),
)
_too_deep = etree.XPath(f"boolean({'/'.join(['', *'*' * _DEEPEST])})")


@dataclass(slots=True)
class Package:
    """The parts of a file.

    Attributes:
        archive: the file.
        where: its name, for messages.
        what: what it is, for messages: ``Word document``.
        left: how many bytes may still be unpacked.
    """

    archive: zipfile.ZipFile
    where: str
    what: str
    left: int = field(default=_MOST_BYTES)

    def part(self, name: str) -> Element | None:
        """The root of a part, or ``None`` where there is no such part.

        Raises:
            DamagedFileError: it is cut short, no XML, carries a document type, or unpacks beyond all bounds.
            ProtectedFileError: it is locked with a password.
        """
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        return self._parsed(self._unpacked(info))

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """Kind and name of each part that a part is related to: ``("header", "word/header1.xml")``."""
        return ((kind, target) for kind, _, target in self._relations(name))

    def identified(self, name: str) -> dict[str, str]:
        """The name of each part that a part is related to, by the id that it gives it."""
        return {each: target for _, each, target in self._relations(name)}

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Kind, id and name of the related parts; what stands outside of the package is left out."""
        folder, file = posixpath.split(name)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in () if relations is None else relations.iter(f"{_RELATIONS}Relationship"):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield relation.get("Type", "").rpartition("/")[2], relation.get("Id", ""), target.lstrip("/")

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise ProtectedFileError(
                "The document asks for a password.", self.where, "Save it without a password and try again."
            )
        if info.compress_type not in _METHODS:
            raise self._damaged("is packed in a way that Office does not use")
        most = min(self.left, max(_SMALL, _MOST_RATIO * info.compress_size))
        try:
            with self.archive.open(info) as opened:
                data = opened.read(most + 1)
        except FAULTS as fault:
            raise self._damaged("is cut short or broken") from fault
        if len(data) > most or info.file_size > most:
            raise self._damaged("unpacks to far more than a document holds")
        self.left -= len(data)
        return data

    def _parsed(self, data: bytes) -> Element:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as fault:
            raise self._damaged("holds XML that is broken") from fault
        if root.getroottree().docinfo.doctype:
            raise self._damaged("declares a document type, which Office never does")
        if _too_deep(root):
            raise self._damaged("nests deeper than any document does")
        return root

    def _damaged(self, fault: str) -> DamagedFileError:
        return DamagedFileError(f"The {self.what} {fault}.", self.where, _SAVE_ANEW)


def open_package(data: bytes, where: str, what: str) -> Package:
    """The package in the bytes of a file; nothing is unpacked yet.

    Raises:
        DamagedFileError: it is no whole ZIP archive.
    """
    try:
        return Package(open_zip(data), where, what)
    except FAULTS as fault:
        raise DamagedFileError(f"The {what} is cut short or broken.", where, _SAVE_ANEW) from fault


def core_metadata(package: Package) -> tuple[tuple[str, str], ...]:
    """What the file says of itself (``docProps/core.xml``), by key: title, author, subject, creationdate, moddate."""
    name = next((name for kind, name in package.related("") if kind == "core-properties"), "docProps/core.xml")
    root = package.part(name)
    said = ((key, ("" if root is None else root.findtext(tag) or "").strip()) for key, tag in _CORE)
    return tuple((key, text) for key, text in said if text and text != _PLACEHOLDER)
