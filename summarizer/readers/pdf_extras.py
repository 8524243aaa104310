"""What a PDF file holds besides the print on its pages: comments, fields that were filled in, files that are attached."""

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..documents import Gap
from .letters import unread

if TYPE_CHECKING:
    import pypdfium2

_LONGEST = 20_000
"""Bytes of a text that are looked at, to see whether there are words at all."""


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
