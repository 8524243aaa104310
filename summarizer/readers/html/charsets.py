"""The encoding of web pages and mails, as browsers read it: the declared one counts only where the bytes bear it out."""

import codecs
import re

from ...decoding import decode
from ...errors import DocumentError

_PEEK = 8_192
"""Bytes from the top in which a page declares its encoding."""
_DECLARED = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
"""What is meant where an older and smaller encoding is named; keys as `codecs` spells them."""
_FEW = 1_000
"""One byte in so many may be wrong, and the rest is still read."""


def decode_page(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of a page or of a part of a mail.

    In this order: its byte order mark, UTF-8 where it holds more than ASCII and is valid, the encoding that is
    declared (`declared`, else in the page itself), and what the bytes look like. Raises DocumentError where none fits.
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = _encoding(declared) or _encoding(_in_page(data))
    if marked or encoding is None or (not data.isascii() and _is_utf8(data)):
        return decode(data, name)
    try:
        return data.decode(encoding)
    except ValueError:
        pass
    try:
        return decode(data, name)
    except DocumentError:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") * _FEW > len(text):
            raise
        return text


def _in_page(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_PEEK])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _encoding(label: str | None) -> str | None:
    """The codec for a label, None for one that is unknown, or that cannot be true of a page which was read so far."""
    try:
        name = codecs.lookup((label or "").strip()).name
        b"".decode(name)
    except (LookupError, ValueError):  # no encoding at all, or one that is not of text
        return None
    return None if name.startswith(("utf-16", "utf-32")) else _WIDER.get(name, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
