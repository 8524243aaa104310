"""PDF files: the text that is printed on their pages.

pypdfium2 reads them (BSD and Apache licences).
"""

import threading
from typing import TYPE_CHECKING

from ..documents import Gap
from ..errors import DocumentError
from .extras import needed
from .flowing import flow
from .pdf_extras import attached_files, extras_of_page
from .printed import Sheet, read_sheet
from .reading import Written
from .running import without_running

if TYPE_CHECKING:
    import pypdfium2

_MOST_PAGES = 10_000
_ONE_AT_A_TIME = threading.Lock()
"""PDFium keeps state of its own for the whole process, and no two threads may be in it."""


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
        f"{name} is a damaged PDF file.",
        hint="Fetch it again, or mend it, for instance with `qpdf FILE NEW`.",
    )
