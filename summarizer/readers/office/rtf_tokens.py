"""The tokens of a rich text file and what they stand for: control words, letters in the alphabet of a font, plain text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .blocks import DRAWN

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
UNREAD = frozenset(
    """
    fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator
    annotation atnid atnauthor atntime atndate atnref atnparent fldinst sp sn sv nonshppict objdata tc xe bkmkstart
    bkmkend filetbl pgptbl mmathPr shprslt nonesttables
    """.split()
)
READ = frozenset("footnote shpinst shppict shptxt listtext pntext fldrslt nesttableprops".split())
"""Destinations that are marked as not to be read by programs which do not know them, and are read."""
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "enspace": " ", "emspace": " ", "qmspace": " ",
}  # fmt: skip
BREAKS = frozenset("par sect page cell nestcell row nestrow".split())
"""Where a paragraph, a cell or a row ends."""
PARAGRAPH = frozenset("pard outlinelevel intbl itap ilvl li fi".split())
"""What describes a paragraph."""
ROW = frozenset("trowd trleft cellx".split())
PICTURE = frozenset("picwgoal pichgoal picscalex picscaley".split())
SYMBOL = "symbol"
"""The encoding, so called here, of fonts that draw signs in the place of letters."""
_CHARSETS = {
    0: "cp1252", 2: SYMBOL, 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


class Token(NamedTuple):
    """kind: `word`, `byte`, `sign`, `open`, `close` or `text`."""

    kind: str
    text: str
    number: int | None = None


def tokens_of(data: bytes) -> Iterator[Token]:
    """The tokens in order; pictures that are written as bytes are passed over."""
    text = data.decode("latin-1")
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = found.lastgroup
        if found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", found["word"], number)
        elif kind == "brace":
            yield Token("open" if found["brace"] == "{" else "close", "")
        elif kind is not None:
            yield Token(kind, found[kind])


def known(encoding: str) -> str:
    """The encoding, if there is one of that name."""
    try:
        return encoding if encoding and b"a".decode(encoding) else ""
    except (LookupError, UnicodeDecodeError):
        return ""


class Letters:
    """Knows the fonts of a file, and keeps what is half a letter until the other half comes."""

    def __init__(self) -> None:
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        """That is described, while the table of fonts is read."""
        self._bytes = bytearray()
        self._high = 0
        """The first half of a character of two, where one is open."""

    def use_code_page(self, number: int) -> None:
        """Of the words in fonts that have no alphabet of their own."""
        self._encoding = known(f"cp{number}") or self._encoding

    def use_font(self, number: int) -> str:
        """The encoding of a font, empty where it has none of its own; what `describe_font` tells next is told of it."""
        self._font = number
        return self._fonts.get(number, "")

    def describe_font(self, charset: int) -> None:
        """charset: number of its alphabet."""
        self._fonts[self._font] = _CHARSETS.get(charset, "")

    def add(self, byte: int) -> None:
        """A byte of a letter."""
        self._bytes.append(byte)

    def take(self, encoding: str) -> str:
        """The bytes at hand, decoded all at once: two may be one letter."""
        if not self._bytes:
            return ""
        whole = bytes(self._bytes)
        self._bytes.clear()
        if encoding == SYMBOL:
            return "".join(DRAWN.get(0xF000 | byte, chr(byte)) for byte in whole)
        return whole.decode(known(encoding) or self._encoding, "replace")

    def of_code(self, code: int) -> str:
        """The character; half of a pair waits for the other half."""
        high, self._high = self._high, 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
        return chr(code)
