"""The properties of a message in Outlook's .msg format (MS-OXMSG), and of its receivers and attachments."""

import codecs
import datetime
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from olefile import OleFileIO

_UNICODE, _BYTES, _BINARY = "001F", "001E", "0102"
_PROPERTIES = "__properties_version1.0"
_ENTRY = 16
"""Bytes of a property of fixed length: its type, its number, flags, and eight bytes of value."""
_TOP, _EMBEDDED, _PART = 32, 24, 8
"""Bytes before the first of them: in a file, in a message within a message, in a receiver or an attachment."""
_EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
_CODEPAGE = 0x3FFD
_CODECS = {65001: "utf-8", 20127: "cp1252", 28591: "cp1252", 50220: "iso2022_jp", 51949: "euc_kr", 54936: "gb18030"}


class Storage:
    """One storage of a .msg file: the message, or one of its receivers, attachments or embedded messages."""

    def __init__(self, ole: "OleFileIO[str]", path: tuple[str, ...] = (), encoding: str = "cp1252") -> None:
        self.ole = ole
        self.path = path
        self._fixed = self._read_fixed()
        self.encoding = _codec(self.number(_CODEPAGE)) or encoding
        """Of the words that are not in Unicode."""

    def words(self, *tags: int) -> str:
        """The first of these properties that has words."""
        for tag in tags:
            unicode, narrow = self._stream(tag, _UNICODE), self._stream(tag, _BYTES)
            found = (
                unicode.decode("utf-16-le", "replace") if unicode else (narrow or b"").decode(self.encoding, "replace")
            )
            if found.strip("\0 \r\n\t"):
                return found.rstrip("\0")
        return ""

    def data(self, tag: int) -> bytes:
        """The bytes of a property, empty where it has none."""
        return self._stream(tag, _BINARY) or b""

    def number(self, tag: int) -> int | None:
        """A property that is a number or a truth value."""
        value = self._fixed.get(tag)
        return None if value is None else int.from_bytes(value[:4], "little")

    def time(self, tag: int) -> datetime.datetime | None:
        """A property that is a time, in UTC."""
        value = self._fixed.get(tag)
        if value is None:
            return None
        try:
            return _EPOCH + datetime.timedelta(microseconds=int.from_bytes(value, "little") // 10)
        except OverflowError:
            return None

    def parts(self, kind: str) -> Iterator["Storage"]:
        """The storages below it of one kind, `recip` or `attach`, in their order."""
        prefix = f"__{kind}_version1.0_#".lower()
        depth = len(self.path)
        entries: list[list[str]] = self.ole.listdir(streams=False, storages=True)
        below = sorted(
            entry[depth] for entry in entries if len(entry) == depth + 1 and tuple(entry[:depth]) == self.path
        )
        yield from (
            Storage(self.ole, (*self.path, name), self.encoding) for name in below if name.lower().startswith(prefix)
        )

    def embedded(self) -> "Storage | None":
        """The message that an attachment is."""
        path = (*self.path, "__substg1.0_3701000D")
        return Storage(self.ole, path, self.encoding) if self.ole.exists([*path, _PROPERTIES]) else None

    def _stream(self, tag: int, kind: str) -> bytes | None:
        path = [*self.path, f"__substg1.0_{tag:04X}{kind}"]
        if not self.ole.exists(path) or self.ole.get_type(path) != 2:
            return None
        return bytes(self.ole.openstream(path).read())

    def _read_fixed(self) -> dict[int, bytes]:
        path = [*self.path, _PROPERTIES]
        if not self.ole.exists(path):
            return {}
        data = bytes(self.ole.openstream(path).read())
        start = _TOP if not self.path else _EMBEDDED if self.path[-1].endswith("000D") else _PART
        start += (len(data) - start) % _ENTRY  # some programs write the header of a file into an embedded message
        found: dict[int, bytes] = {}
        for offset in range(start, len(data) - _ENTRY + 1, _ENTRY):
            _, tag, _, value = struct.unpack_from("<HHI8s", data, offset)
            found[tag] = value
        return found


def _codec(page: int | None) -> str | None:
    if not page:
        return None
    try:
        return codecs.lookup(_CODECS.get(page, f"cp{page}")).name
    except LookupError:
        return None


_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbol"
    rb"ArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the compression of RTF (MS-OXRTFCP) begins with."""
_WINDOW = 4_096
_HEADER = 16


def unpack_rtf(packed: bytes) -> bytes:
    """The RTF in a compressed property; as much as there is of one that is cut off, and nothing where it is no such thing."""
    if len(packed) < _HEADER:
        return b""
    _, size, kind, _ = struct.unpack_from("<II4sI", packed)
    if kind == b"MELA":
        return packed[_HEADER : _HEADER + size]
    if kind != b"LZFu":
        return b""
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b"\0"))
    write, here = len(_DICTIONARY), _HEADER
    out = bytearray()
    while here < len(packed) and len(out) < size:
        control = packed[here]
        here += 1
        for bit in range(8):
            width = 2 if control >> bit & 1 else 1
            taken = int.from_bytes(packed[here : here + width], "big")
            start, length = taken >> 4, (taken & 15) + 2
            if here + width > len(packed) or (width == 2 and start == write % _WINDOW):
                return bytes(out)
            here += width
            for step in range(length if width == 2 else 1):
                out.append(window[(start + step) % _WINDOW] if width == 2 else taken)
                window[write % _WINDOW] = out[-1]
                write += 1
    return bytes(out[:size])
