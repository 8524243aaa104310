"""Rich text (.rtf): what is printed of it, without headers and footers, comments and what was struck out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import DocumentError
from .blocks import Content, Flow, Paragraph, Table
from .reading import Written
from .rtf_tokens import Token, tokens_of

_UNREAD = frozenset(
    """
    fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator
    annotation atnid atnauthor atntime atndate atnref atnparent fldinst sp sn sv nonshppict objdata tc xe bkmkstart
    bkmkend filetbl pgptbl mmathPr
    """.split()
)
_READ = frozenset("footnote shpinst shppict listtext pntext fldrslt".split())
"""Destinations that are marked as not to be read by programs which do not know them, and are read."""
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "enspace": " ", "emspace": " ", "qmspace": " ",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_LONGEST_STYLE = 60
_DEEPEST = 1_000


def read_rtf(data: bytes, name: str) -> Written:
    """The text of a rich text file: insertions are read, deletions and hidden text are not. Raises DocumentError."""
    if not data.startswith(b"{\\rtf"):
        raise DocumentError(f"{name} is no rich text file.", hint="Check that it is the right file.")
    reader = _Rich(name)
    for token in tokens_of(data):
        reader.take(token)
    return reader.flow_written()


@dataclass(frozen=True)
class _State:
    """What holds for a group, and ends with it."""

    unread: bool = False
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    skips: int = 1
    """Characters behind `\\u` that stand for it in old programs."""
    encoding: str = ""
    place: str = "body"
    """`label` in a list mark, `fonts`, `styles`, `title`, or the body."""


class _Rich:
    """Takes one token after the other; the words of the paragraph at hand gather in `words`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.flow = Flow()
        self.content = self.flow.content
        self.state = _State()
        self.stack: list[tuple[_State, Callable[[], None] | None]] = []
        self.words: list[str] = []
        self.label: list[str] = []
        self.bytes = bytearray()
        self.bold: list[bool] = []
        self.level = self.depth = 0
        self.in_table = False
        self.cells: list[Content] = []
        self.cell: Content = []
        self.begins = self.starred = False
        self.to_skip = 0
        self.high = 0
        """The first half of a character of two, where one is open."""
        self.encoding = "cp1252"
        self.fonts: dict[int, str] = {}
        self.font = self.style = 0
        self.styles: dict[int, int] = {}
        """Levels of the styles that are headings."""
        self.gathered: list[str] = []

    def take(self, token: Token) -> None:
        if token.kind == "byte":
            if self.to_skip:
                self.to_skip -= 1
            else:
                self.bytes.append(int(token.text, 16))
            return
        self._flush()
        if token.kind == "open":
            if len(self.stack) > _DEEPEST:
                raise DocumentError(f"{self.name} is damaged: its groups nest too deep.", hint="Save it again.")
            self.stack.append((self.state, None))
            self.begins, self.starred, self.to_skip = True, False, 0
            return
        if token.kind == "close":
            if self.stack:
                self.state, end = self.stack.pop()
                if end is not None:
                    end()
            self.begins = False
            self.to_skip = 0
            return
        if token.kind == "sign" and token.text == "*":
            self.starred = True
            return
        if token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "sign" and token.text in "\r\n":
            self._end_paragraph()
        elif token.kind == "sign":
            self._say({"~": " ", "_": "-"}.get(token.text, "" if token.text in "-:|" else token.text))
        else:
            skipped, self.to_skip = token.text[self.to_skip :], max(self.to_skip - len(token.text), 0)
            self._say(skipped)
        self.begins = self.starred = False

    def flow_written(self) -> Written:
        """The whole, once all tokens are taken."""
        self._flush()
        self._end_paragraph()
        self._end_row()
        return self.flow.written()

    # Words

    def _word(self, word: str, number: int | None) -> None:
        state = self.state
        if self.begins and (word in _UNREAD or (self.starred and word not in _READ)):
            place = {"fonttbl": "fonts", "stylesheet": "styles"}.get(word, state.place)
            self.state = replace(state, unread=True, place=place)
        elif word == "title" and state.unread:
            self.state = replace(state, place="title")
            self._at_end(self._take_title)
        elif word in ("listtext", "pntext"):
            self.state = replace(state, place="label")
        elif word == "footnote" and not state.unread:
            self._note()
        elif word == "u" and number is not None:
            self._say(self._letter(number % 65536))
            self.to_skip = state.skips
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif state.unread and word in ("par", "sect", "page", "cell", "row"):
            return
        elif state.place == "label" and word in ("pard", "intbl", "ilvl", "s", "outlinelevel"):
            return  # the paragraph is not the mark's
        elif word in ("par", "sect", "page"):
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._end_cell()
        elif word in ("row", "nestrow"):
            self._end_row()
        else:
            self._format(word, number)

    def _letter(self, code: int) -> str:
        """The character; half of a pair waits for the other half."""
        high, self.high = self.high, 0
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"
        return chr(code)

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        if word == "ansicpg" and number:
            self.encoding = _known(f"cp{number}") or self.encoding
        elif word == "fcharset" and self.state.place == "fonts":
            self.fonts[self.font] = _CHARSETS.get(number or 0, "")
        elif word == "f" and number is not None:
            self.font = number
            self.state = replace(self.state, encoding=self.fonts.get(number, ""))
        elif word == "uc" and number is not None:
            self.state = replace(self.state, skips=max(number, 0))
        elif word == "s" and number is not None:
            self.style = number
            if self.state.place == "styles":
                self._at_end(self._take_style)
            else:
                self.level = self.styles.get(number, 0)
        elif word == "outlinelevel" and number is not None and self.state.place != "styles":
            self.level = number + 1 if number < 9 else 0
        elif word == "pard":
            self.level, self.depth, self.in_table = 0, 0, False
        elif word == "intbl":
            self.in_table = True
        elif word == "ilvl":
            self.depth = number or 0
        elif word == "v":
            self.state = replace(self.state, hidden=on)
        elif word == "deleted":
            self.state = replace(self.state, deleted=on)
        elif word == "b":
            self.state = replace(self.state, bold=on)
        elif word == "plain":
            self.state = replace(self.state, hidden=False, deleted=False, bold=False)
        elif word == "picwgoal" and self.state.unread:
            self.flow.add_picture((number or 0) * 25.4 / 1440, (number or 0) * 25.4 / 1440)

    def _say(self, words: str) -> None:
        state = self.state
        if state.place in ("styles", "title"):
            self.gathered.append(words)
        elif state.unread or state.hidden or state.deleted:
            return
        elif state.place == "label":
            self.label.append(words)
        else:
            self.words.append(words)
            if words.strip():
                self.bold.append(state.bold)

    def _flush(self) -> None:
        """Decode the bytes at hand, all at once: two may be one letter."""
        if self.bytes:
            text = bytes(self.bytes).decode(_known(self.state.encoding) or self.encoding, "replace")
            self.bytes.clear()
            self._say(text)

    def _at_end(self, action: Callable[[], None]) -> None:
        if self.stack:
            self.gathered = []
            self.stack[-1] = (self.stack[-1][0], action)

    def _take_style(self) -> None:
        name = "".join(self.gathered)[-_LONGEST_STYLE:].strip(" ;").casefold()
        kind, _, level = name.rpartition(" ")
        if kind.endswith(("heading", "überschrift", "titre", "titolo", "título")) and level.isdigit():
            self.styles[self.style] = int(level)
        elif name == "title":
            self.styles[self.style] = 1

    def _take_title(self) -> None:
        self.flow.title = "".join(self.gathered)

    # Paragraphs, notes and tables

    def _end_paragraph(self) -> None:
        words, label = "".join(self.words), "".join(self.label).strip()
        bold = bool(self.bold) and all(self.bold)
        if label and not any(map(str.isalnum, label)):
            label = "-"
        paragraph = Paragraph(words, self.level, label, self.depth if label else 0, bold)
        self.words, self.label, self.bold = [], [], []
        if self.in_table:
            self.cell.append(paragraph)
        else:
            self.content.append(paragraph)

    def _end_cell(self) -> None:
        self.in_table = True
        self._end_paragraph()
        self.cells.append(self.cell)
        self.cell = []

    def _end_row(self) -> None:
        if not self.cells:
            return
        last = self.content[-1] if self.content else None
        if not isinstance(last, Table):
            last = Table()
            self.content.append(last)
        last.rows.append(self.cells)
        self.cells = []

    def _note(self) -> None:
        if not self.stack:
            return
        self._say(self.flow.mark_of_note())
        note: Content = []
        self.flow.notes.append(note)
        outer = (self.content, self.words, self.label, self.bold, self.in_table, self.cell, self.level, self.depth)
        self.content, self.words, self.label, self.bold, self.in_table, self.cell = note, [], [], [], False, []

        def end() -> None:
            self._end_paragraph()
            (
                self.content, self.words, self.label, self.bold, self.in_table, self.cell, self.level, self.depth,
            ) = outer  # fmt: skip

        self.stack[-1] = (self.stack[-1][0], end)


def _known(encoding: str) -> str:
    """The encoding, if there is one of that name."""
    try:
        return encoding if encoding and b"a".decode(encoding) else ""
    except (LookupError, UnicodeDecodeError):
        return ""
