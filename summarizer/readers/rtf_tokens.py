"""The tokens of a rich text file: control words, the bytes of text in other alphabets, and plain text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)


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
