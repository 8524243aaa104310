"""Which format a file is in, told from its content, and the reader for it."""

import codecs
import io
import re
import zipfile
from collections.abc import Callable
from importlib import import_module

from ..decoding import decode
from ..documents import canonical
from ..errors import DocumentError
from .office.packages import UNPACKING
from .reading import Spoken, Written
from .spreadsheets import in_bars, rows_of
from .text.hyphens import put_together
from .transcripts.subtitles import is_subtitles, notes_of, read_subtitles, title_of
from .transcripts.timed_lines import is_timed_lines, read_timed_lines
from .transcripts.timed_text import is_timed_text, read_timed_text

_PEEK = 4_096
"""Bytes from the top that tell the formats which are text themselves."""
_PDF_REACH = 1_024
"""Bytes from the top in which a PDF file must begin; some programs put a few of their own before it."""
_PDF, _PDF_WITHIN = re.compile(rb"\s*%PDF-"), re.compile(rb"[\r\n]%PDF-\d")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_WEB_PAGE = re.compile(
    rb"(?:<\?xml[^>]*+>\s*+)?+(?:<!--.{0,2000}?-->\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title)[\s>]",
    re.I | re.S,
)
_MAIL_FIELD = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|x-[\w-]+|dkim-signature):",
    re.IGNORECASE,
)
_FIELD_OR_FOLD = re.compile(rb"[!-9;-~]+:|[ \t]+\S")
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location:|from:\s*<saved by )", re.IGNORECASE | re.MULTILINE)
"""In the header of the single file in which a browser saves a page with its pictures."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_JSON = re.compile(rb"\{\s*+[\"}]|\[\s*+[\[{\"\]]")

_READERS = {
    "docx": "office.word.read_docx",
    "odt": "office.opendocument.read_odt",
    "rtf": "office.richtext.read_rtf",
    "pdf": "pdf.document.read_pdf",
    "html": "web.page.read_html",
    "mhtml": "web.page.read_mhtml",
    "eml": "mail.message.read_eml",
    "msg": "mail.outlook.read_msg",
}
"""Module and function, imported when a file of the format is met; each takes the bytes and the document's name."""


def read(content: bytes | str, name: str) -> Written | Spoken:
    """The text or the turns of a file, whatever its format. Raises DocumentError, which says what is wrong.

    content: of a file, or text that a caller holds, which may be in one of the formats that are text.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    value = _json(data, name)
    if value is not None:
        from .transcripts.recordings import read_json

        return read_json(value, name)
    form = format_of(data, name)
    if form in _READERS:
        return _reader(form)(data, name)
    text = canonical(content if isinstance(content, str) else decode(content, name))
    if is_subtitles(text):
        turns, marks = read_subtitles(text)
        return Spoken(turns, marks, title_of(text), notes_of(text))
    if is_timed_lines(text):
        return Spoken(*read_timed_lines(text))
    if is_timed_text(text):
        return Spoken(*read_timed_text(text, name))
    if (rows := rows_of(text, name)) is not None:
        from .transcripts.recordings import read_json

        return read_json(rows, name) if any(map(any, map(dict.values, rows))) else Spoken(())
    if (table := in_bars(text, name)) is not None:
        return Written(table)
    from .mail.message import read_pasted

    return read_pasted(text, name) or Written(put_together(text))


def format_of(data: bytes, name: str) -> str:
    """`docx`, `odt`, `rtf`, `pdf`, `html`, `mhtml`, `eml`, `msg` or `text`.

    Raises DocumentError for a file of Office that holds no text of the kind that is read.
    """
    if _PDF.match(data[:_PDF_REACH]) or (_PDF_WITHIN.search(data[:_PDF_REACH]) and b" obj" in data):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    head = _head(data)
    if _is_web_page(head, name):
        return "html"
    if _is_mail(head) and not data.startswith(_UTF_16):
        return "mhtml" if _SAVED_PAGE.search(head) else "eml"
    return "text"


def _reader(form: str) -> Callable[[bytes, str], Written | Spoken]:
    module, function = _READERS[form].rsplit(".", 1)
    reader: Callable[[bytes, str], Written | Spoken] = getattr(import_module(f".{module}", __package__), function)
    return reader


def _packed(data: bytes, name: str) -> str:
    """The format of a ZIP file, as Word, LibreOffice and Excel write them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            kind = package.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else ""
    except UNPACKING as error:
        raise DocumentError(
            f"{name} is a damaged ZIP file, as Word and LibreOffice write them: {error}.",
            hint="Open it in the program it comes from, and save it again.",
        ) from error
    if "word/document.xml" in names or any(each.startswith("word/document") for each in names):
        return "docx"
    if kind.startswith(_OPEN_DOCUMENT):
        return "odt"
    tables = "xl/workbook.xml" in names or "spreadsheet" in kind
    slides = "ppt/presentation.xml" in names or "presentation" in kind
    what = "a workbook" if tables else "a set of slides" if slides else "a ZIP file that holds no document"
    raise DocumentError(
        f"{name} is {what}; this format is not read.", hint="Save what is wanted of it as a document, PDF or text."
    )


def _compound(data: bytes, name: str) -> str:
    """The format of an OLE compound file: old Office files, Outlook's messages, and encrypted new Office files."""
    if "__substg1.0_".encode("utf-16-le") in data:
        return "msg"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError(
            f"{name} is encrypted with a password.", hint="Open it, take the password off, and save it again."
        )
    raise DocumentError(
        f"{name} is an old Microsoft Office file; this format is not read.",
        hint="Save it as .docx, for instance with `soffice --headless --convert-to docx FILE`.",
    )


def _head(data: bytes) -> bytes:
    """The top of a file in UTF-8, in whichever UTF it is."""
    head = data[:_PEEK]
    if data.startswith(_UTF_16):
        head = head.decode("utf-16", "ignore").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8).lstrip()


def _is_web_page(head: bytes, name: str) -> bool:
    """By how it begins; a part of a page by its name."""
    return bool(_WEB_PAGE.match(head)) or (head.startswith(b"<") and name.lower().endswith((".html", ".htm", ".xhtml")))


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with the header of a mail: nothing but fields, and a sender and a subject or date among them."""
    fields: set[bytes] = set()
    for line in head.splitlines()[:200]:
        if not line.strip():
            break
        if line.startswith(b"From ") and not fields:
            continue  # the line that begins a message in a mailbox
        if not _FIELD_OR_FOLD.match(line):
            return False
        if found := _MAIL_FIELD.match(line):
            fields.add(found[0].lower())
    proof = {b"message-id:", b"mime-version:", b"received:", b"return-path:", b"delivered-to:", b"content-type:"}
    return b"from:" in fields and bool(fields & {b"subject:", b"date:"}) and bool(fields & proof)


def _json(data: bytes, name: str) -> object:
    """The value of a JSON file that may be a transcript, an object or a list; None for any other file.

    Raises DocumentError for a file that is JSON by its name, and breaks off or is broken.
    """
    if not _JSON.match(_head(data)):
        return None
    from .transcripts.recordings import parsed

    try:
        try:
            return parsed(_in_utf8(data, name) if data.startswith(_UTF_16) else data)
        except UnicodeDecodeError:
            return parsed(_in_utf8(data, name))
    except ValueError as error:
        if name.lower().endswith(_JSON_NAMES):
            raise DocumentError(
                f"{name} is no valid JSON: {error}.", hint="It may have been cut off: export or fetch it again."
            ) from error
        return None


def _in_utf8(data: bytes, name: str) -> bytes:
    return decode(data, name).encode("utf-8")
