"""From the bytes of a file to its text, or a clear word on why not."""

import codecs
import re

from .errors import DocumentError
from .words.languages import detect_language

_PICTURE = "a picture", "Run text recognition over it first."
_RECORDING = "a recording", "Transcribe it first, for instance to WebVTT."
_PACKED = "an archive", "Unpack it first, and name a file in it."
_FORMATS = (
    (b"\x1f\x8b", 0, "a gzip file", "Unpack it first, for instance with `gunzip FILE`."),
    (b"\x89PNG", 0, *_PICTURE),
    (b"\xff\xd8\xff", 0, *_PICTURE),
    (b"II*\0", 0, *_PICTURE),
    (b"MM\0*", 0, *_PICTURE),
    (b"\x1aE\xdf\xa3", 0, *_RECORDING),
    (b"7z\xbc\xaf\x27\x1c", 0, *_PACKED),
    (b"\xfd7zXZ", 0, *_PACKED),
)
_LETTERED = (
    (b"GIF8", 0, *_PICTURE),
    (b"WEBP", 8, *_PICTURE),
    *((b"ftyp" + brand, 4, *_PICTURE) for brand in (b"heic", b"heix", b"mif1", b"avif")),
    (b"ID3", 0, *_RECORDING),
    (b"OggS", 0, *_RECORDING),
    (b"RIFF", 0, *_RECORDING),
    (b"ftyp", 4, *_RECORDING),
    (b"Rar!", 0, *_PACKED),
    (b"PK\x05\x06", 0, *_PACKED),
)
"""Marks, and where they stand, that are letters too, so that a text may begin with them."""
_LETTERED_HEAD = 64
"""Bytes from the top, among which each of these formats has a NUL byte."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("en fr it es de pt nl sv da no fi is ca gl eu ga gd cy sq".split()) | {None}
_UNWESTERN = re.compile(
    r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŸ‘’‚“”„«»‹›–—…•·€£§°©®™¡¿ºª½¼¾×²³´\u00a0\u00ad]|[À-ÖØ-öø-ÿŒœŸ]{3}|(?<=[a-zA-Z])[‚„]"
)
"""What does not occur in text of those languages: other signs, three accented letters in a row, an opening quotation mark inside a word."""
_SHIFTED = re.compile(rb"\x1b\$[@B]|\x1b\(J")
"""How ISO-2022-JP, the encoding of Japanese mails in seven bits, changes from ASCII to another set of letters."""
_AS_UTF8 = "Save it as UTF-8 (`iconv -f ENCODING -t UTF-8 FILE`), or pass its text instead of the file."


def decode(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 by its byte order mark, or an older encoding that leaves no doubt.

    Raises DocumentError for bytes that are no text, and where the encoding is uncertain.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    for mark, at, what, hint in (*_FORMATS, *_LETTERED) if b"\0" in data[:_LETTERED_HEAD] else _FORMATS:
        if data.startswith(mark, at):
            raise DocumentError(f"{name} is {what}; this format is not read.", hint=hint)
    if b"\0" in data:
        raise DocumentError(
            f"{name} is a binary file: it holds NUL bytes, the first at offset {data.index(0)}.",
            hint="Save it as plain text. If it is text in UTF-16, save it with a byte order mark, or as UTF-8.",
        )
    if _SHIFTED.search(data) and data.isascii():
        return _strictly(data, "iso2022_jp_ext", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{name} is marked as {encoding.upper()} but is not valid {encoding.upper()}"
            f" at byte {error.start}: {error.reason}.",
            hint=_AS_UTF8,
        ) from error


def _guess(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """Windows-1252 where the text then reads as a Western language, else another script that statistics are sure of.

    The many encodings of other Latin alphabets differ in a few letters only: no statistics tell them apart.
    """
    western = _as_western(data)
    if western is not None:
        return western
    import charset_normalizer

    found = list(charset_normalizer.from_bytes(data))
    best = [
        each for each in found if each.percent_chaos < 1 and each.percent_coherence > found[0].percent_coherence - 2
    ]
    texts = {str(each): each.encoding for each in best}
    if len(texts) == 1 and not _is_latin(next(iter(texts))):
        return next(iter(texts))
    likely = ", ".join(texts.values()) or "none that fits"
    raise DocumentError(
        f"{name} is not valid UTF-8 (byte {error.start}: {error.reason}), and its encoding is uncertain: {likely}.",
        hint=_AS_UTF8,
    ) from error


def _as_western(data: bytes) -> str | None:
    """The text in Windows-1252, by far the usual one, if letters and language bear it out.

    Statistics alone take the apostrophe of Windows for a letter of Latin-2.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _UNWESTERN.search(text):
        return None
    return text if detect_language(text) in _WESTERN else None


def _is_latin(text: str) -> bool:
    letters = [c for c in text[:5_000] if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) > len(letters)
