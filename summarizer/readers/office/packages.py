"""The parts of a document that is a ZIP file of XML, as Word and LibreOffice write them."""

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ...extras import needed

if TYPE_CHECKING:
    from lxml import etree

UNPACKING = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)
"""What a ZIP file raises that is damaged."""
LARGEST = 100_000_000
"""Bytes of all parts that are read, unpacked; some 5,000 pages."""


class Package:
    """A ZIP file whose parts are read when they are asked for, each of a bounded size.

    Raises DocumentError for a part that is damaged, and for a file that unpacks to more than `LARGEST` bytes.
    """

    def __init__(self, data: bytes, name: str, what: str) -> None:
        """name: of the document; what: it is, such as "a Word file"."""
        with needed("office", name, what):
            from lxml import etree
        self._etree = etree
        self.name = name
        self.what = what
        self.left = LARGEST
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except UNPACKING as error:
            raise self.damaged(str(error)) from error
        self.names = set(self.archive.namelist())

    def part(self, path: str) -> "etree._Element | None":
        """The root of a part of XML; None where the package has no such part."""
        if path not in self.names:
            return None
        # No entity is resolved and nothing is fetched: neither belongs in such a file.
        parser = self._etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
        )
        try:
            return self._etree.fromstring(self._unpacked(path), parser)
        except self._etree.XMLSyntaxError as error:
            raise self.damaged(f"{path}: {error.msg}") from error

    def related(self, path: str) -> dict[str, str]:
        """The parts that a part names, by the last word of their type, such as `styles`; of each the first."""
        folder, base = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or ""))
                found.setdefault((each.get("Type") or "").rpartition("/")[2], target.lstrip("/"))
        return found

    def damaged(self, reason: str) -> DocumentError:
        """The error to raise for a file that does not hold what it should."""
        return DocumentError(
            f"{self.name} is {self.what} that is damaged: {reason}.",
            hint="Open it in the program it comes from, and save it again.",
        )

    def _unpacked(self, path: str) -> bytes:
        try:
            with self.archive.open(path) as part:
                data = part.read(self.left + 1)
        except UNPACKING as error:
            raise self.damaged(f"{path}: {error}") from error
        self.left -= len(data)
        if self.left < 0:
            raise DocumentError(
                f"{self.name} unpacks to more than {LARGEST // 1_000_000} MB, the most that is read.",
                hint="Split it, or save it as text.",
            )
        return data


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace, which differs between editions of a format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "etree._Element | None", name: str) -> str | None:
    """An attribute by its name without its namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), None)


def child(element: "etree._Element | None", *names: str) -> "etree._Element | None":
    """The descendant at the end of a path of child elements, by their names without namespaces."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element
