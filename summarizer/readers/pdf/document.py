"""PDF files: the text that is printed on their pages, and what they hold besides: comments, filled fields, attached files.

pypdfium2 reads them (BSD and Apache licences).
"""

import ctypes
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from ...documents import Gap
from ...errors import DocumentError
from ...extras import needed
from ..attachments import unread
from ..reading import Written
from .flowing import flow
from .printed import Sheet, read_sheet
from .running import without_running

if TYPE_CHECKING:
    import pypdfium2

_MOST_PAGES = 10_000
_ONE_AT_A_TIME = threading.Lock()
"""PDFium keeps state of its own for the whole process, and no two threads may be in it."""
_LONGEST = 20_000
"""Bytes of a text that are looked at, to see whether there are words at all."""


def read_pdf(data: bytes, name: str) -> Written:
    """The text of a PDF file, in the order in which it is read.

    Words on a picture, or in fonts that do not say which characters they show, are no text: their pages are gaps, and so
    are comments, fields that were filled in, and attached files.
    Raises DocumentError for a file that is damaged, encrypted, or has no page.
    """
    with needed("pdf", name, "a PDF file"):
        import pypdfium2
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refused(error, name) from error
        try:
            sheets, extras = _sheets(document, name)
            extras += attached_files(document)
        finally:
            document.close()
    gaps = [Gap(f"page {number}", sheet.lack) for number, sheet in enumerate(sheets, 1) if sheet.lack]
    text, pages = flow(without_running(sheets))
    return Written(text, pages=pages, gaps=gaps + extras)


def _sheets(document: "pypdfium2.PdfDocument", name: str) -> tuple[list[Sheet], list[Gap]]:
    """The pages, and what is on them besides print."""
    import pypdfium2

    count = len(document)
    if count > _MOST_PAGES:
        raise DocumentError(
            f"{name} has {count:,} pages, more than the {_MOST_PAGES:,} that are read.",
            hint="Split it, for instance with `qpdf FILE --pages . 1-1000 -- PART`.",
        )
    sheets: list[Sheet] = []
    extras: list[Gap] = []
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            sheets.append(Sheet(lack="is damaged and cannot be read"))
            continue
        try:
            sheets.append(read_sheet(page))
            extras += extras_of_page(page, number + 1)
        except pypdfium2.PdfiumError:
            sheets.append(Sheet(lack="is damaged and cannot be read"))
        finally:
            page.close()
    return sheets, extras


def _refused(error: "pypdfium2.PdfiumError", name: str) -> DocumentError:
    import pypdfium2.raw as pdfium

    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return DocumentError(
            f"{name} is encrypted, and opens with a password only.",
            hint="Take the password off, for instance with `qpdf --password=PASSWORD --decrypt FILE NEW`.",
        )
    if error.err_code == pdfium.FPDF_ERR_SUCCESS:  # PDFium opens no file without pages, and calls that no error
        return DocumentError(f"{name} is a PDF file without a page.", hint="Check that it is the right file.")
    if error.err_code == pdfium.FPDF_ERR_SECURITY:
        return DocumentError(
            f"{name} is encrypted in a way that is not read.", hint="Open it, and print it to a new PDF file."
        )
    return DocumentError(
        f"{name} is a damaged PDF file.", hint="Fetch it again, or repair it, for instance with `qpdf FILE NEW`."
    )


def extras_of_page(page: "pypdfium2.PdfPage", number: int) -> Iterator[Gap]:
    """The gaps that comments and filled fields leave on a page, which belong to no text that is printed."""
    import pypdfium2.raw as pdfium

    comments = fields = 0
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        mark = pdfium.FPDFPage_GetAnnot(page, index)
        if not mark:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            is_text = pdfium.FPDFAnnot_GetValueType(mark, b"V") == pdfium.FPDF_OBJECT_STRING
            fields += is_text and _says(mark, b"V")
        elif kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):  # a popup shows the comment of another
            comments += _says(mark, b"Contents")
        pdfium.FPDFPage_CloseAnnot(mark)
    if comments:
        yield Gap(f"page {number}", f"has comments ({comments}), which are not read")
    if fields:
        yield Gap(
            f"page {number}", f"has fields that were filled in ({fields}), which are not read; print it to a new PDF"
        )


def attached_files(document: "pypdfium2.PdfDocument") -> Iterator[Gap]:
    """The gaps that attached files leave which can hold text."""
    import pypdfium2.raw as pdfium

    for index in range(pdfium.FPDFDoc_GetAttachmentCount(document)):
        file = pdfium.FPDFDoc_GetAttachment(document, index)
        if gap := unread(_text(partial(pdfium.FPDFAttachment_GetName, file)), ""):
            yield gap


def _says(mark: object, key: bytes) -> bool:
    import pypdfium2.raw as pdfium

    return bool(_text(partial(pdfium.FPDFAnnot_GetStringValue, mark, key)).strip())


def _text(read: Callable[..., int]) -> str:
    """A text that PDFium writes into a buffer, in UTF-16 and closed by a zero."""
    import pypdfium2.raw as pdfium

    size = min(read(None, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(size)
    read(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
