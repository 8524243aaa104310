"""The letters of rich text, which come as bytes in the alphabet of a font, or as codes of which two may be one letter."""

from .blocks import DRAWN
from .rtf_words import SYMBOL, encoding_of, known


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
        self._fonts[self._font] = encoding_of(charset)

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
