"""Rich text (.rtf): what is printed of it, without headers and footers, comments and what was struck out."""

from collections.abc import Callable
from dataclasses import replace

from ...documents import Gap
from ...errors import DocumentError
from ...words.struck import strike
from ..reading import Written
from .rtf_layout import MOST_NESTED, Format, Layout, State
from .rtf_tokens import BREAKS, PARAGRAPH, PICTURE, READ, ROW, SIGNS, SYMBOL, UNREAD, Letters, Token, tokens_of

_LONGEST_STYLE = 60
_DEEPEST = 1_000
_TWIP = 25.4 / 1440
"""Millimetres in a twentieth of a point."""
_MOST_CELLS = 100
"""Of a row; Word takes 63."""


def read_rtf(data: bytes, name: str) -> Written:
    """The text of a rich text file: insertions are read, deletions and hidden text are not. Raises DocumentError.

    What is struck through is `~~so~~`.
    """
    if not data.startswith(b"{\\rtf"):
        raise DocumentError(f"{name} is no rich text file.", hint="Check that it is the right file.")
    reader = _Rich(name)
    for token in tokens_of(data):
        reader.take(token)
    return reader.written()


class _Rich:
    """Takes one token after the other, keeps what holds for each group, and lays out what is said."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.layout = Layout()
        self.state = State()
        self.stack: list[tuple[State, Callable[[], None] | None]] = []
        self.letters = Letters()
        self.begins = self.starred = False
        self.to_skip = 0
        self.style = 0
        self.styles: dict[int, int] = {}
        """Levels of the styles that are headings."""
        self.gathered: list[str] = []
        self.property = ""
        """Name of the property of a shape that is at hand."""
        self.picture: dict[str, int] = {}
        self.contents = False
        """Whether the field at hand makes a table of contents."""

    def take(self, token: Token) -> None:
        if token.kind == "byte":
            if self.to_skip:
                self.to_skip -= 1
            else:
                self.letters.add(int(token.text, 16))
            return
        self._flush()
        if token.kind == "open":
            if len(self.stack) > _DEEPEST:
                raise DocumentError(f"{self.name} is damaged: its groups nest too deep.", hint="Save it again.")
            self.stack.append((self.state, None))
            self.begins, self.starred, self.to_skip = True, False, 0
        elif token.kind == "close":
            self._close()
            self.begins, self.to_skip = False, 0
        elif token.kind == "sign" and token.text == "*":
            self.starred = True
        else:
            self._inside(token)
            self.begins = self.starred = False

    def _inside(self, token: Token) -> None:
        if token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "sign" and token.text in "\r\n":
            self._word("par", None)
        elif token.kind == "sign":
            self._say({"~": " ", "_": "-"}.get(token.text, "" if token.text in "-:|" else token.text))
        else:
            skipped, self.to_skip = token.text[self.to_skip :], max(self.to_skip - len(token.text), 0)
            self._say(skipped)

    def _close(self) -> None:
        if self.stack:
            self.state, end = self.stack.pop()
            if end is not None:
                end()

    def written(self) -> Written:
        """The whole, once all tokens are taken."""
        self._flush()
        broken = bool(self.stack)  # a file that breaks off leaves groups open
        while self.stack:
            self._close()
        if broken:
            self.layout.flow.gaps.append(Gap("the end of the file", "is missing"))
        written = self.layout.written()
        if broken and not written.text.strip():
            raise DocumentError(f"{self.name} breaks off before its text begins.", hint="Fetch it or save it again.")
        return written

    def _word(self, word: str, number: int | None) -> None:
        state = self.state
        if self.begins and (word in UNREAD or (self.starred and word not in READ)):
            self._leave(word)
        elif word == "fldrslt" and self.begins:
            self.state = replace(state, unread=state.unread or self.contents)
            self.contents = False
        elif word in ("listtext", "pntext"):
            self.state = replace(state, place="label")
        elif word == "footnote" and not state.unread and self.stack:
            self._say(self.layout.flow.mark_of_note())
            self._at_end(self.layout.begin_note())
        elif word == "shptxt" and not state.unread and self.stack:
            self._at_end(self.layout.begin_box())
        elif word == "u" and number is not None:
            self._say(self.letters.of_code(number % 65536))
            self.to_skip = state.skips
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in BREAKS:
            self._break(word)
        elif state.place == "label" and (word in PARAGRAPH or word == "s"):
            return  # the paragraph is not the mark's
        else:
            self._format(word, number)

    def _break(self, word: str) -> None:
        nesting = max(self.layout.story.format.nesting, 2) if word.startswith("nest") else 1
        if self.state.unread:
            return
        if word in ("cell", "nestcell"):
            self.layout.end_cell(nesting)
        elif word in ("row", "nestrow"):
            self.layout.end_row(nesting, self.state.edges)
        else:
            self.layout.end_paragraph()

    def _leave(self, word: str) -> None:
        """Of a group that is not read, some hold what is asked for nevertheless."""
        state = self.state
        place = {"fonttbl": "fonts", "stylesheet": "styles"}.get(word, state.place)
        if word == "pict" and (not state.unread or state.place == "value"):
            place, self.picture = "picture", {}
            self._at_end(self._take_picture)
        elif word == "fldinst" and not state.unread:
            place = "field"
            self._at_end(self._take_field)
        elif word == "annotation" and not state.unread:
            self.layout.flow.comments += 1
        elif word == "sp":
            place = "body" if state.unread else "property"
        elif word == "sn" and state.place == "property":
            place = "name"
            self._at_end(self._take_name)
        elif word == "sv" and state.place == "property":
            place = "value"
            self._at_end(self._take_value)
        self.state = replace(state, unread=True, place=place)

    def _format(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self.letters.use_code_page(number)
        elif word == "fcharset" and self.state.place == "fonts":
            self.letters.describe_font(number or 0)
        elif word == "f" and number is not None:
            self.state = replace(self.state, encoding=self.letters.use_font(number))
        elif word == "uc" and number is not None:
            self.state = replace(self.state, skips=max(number, 0))
        elif word == "s" and number is not None:
            self.style = number
            if self.state.place == "styles":
                self._at_end(self._take_style)
            else:
                self.layout.story.format.level = self.styles.get(number, 0)
        elif word in PARAGRAPH and self.state.place != "styles":
            self._paragraph(word, number or 0)
        elif word in ROW:
            self._row(word, number or 0)
        elif word in PICTURE and number is not None and self.state.place == "picture":
            self.picture[word] = number
        else:
            self._letters(word, on=number != 0)

    def _row(self, word: str, number: int) -> None:
        edges = self.state.edges
        if word == "trowd":
            self.state = replace(self.state, edges=(0,))
        elif word == "trleft":
            self.state = replace(self.state, edges=(number, *edges[1:]))
        elif len(edges) <= _MOST_CELLS:
            self.state = replace(self.state, edges=(*edges, number))

    def _letters(self, word: str, *, on: bool) -> None:
        state = self.state
        if word == "v":
            self.state = replace(state, hidden=on)
        elif word == "deleted":
            self.state = replace(state, deleted=on)
        elif word == "b":
            self.state = replace(state, bold=on)
        elif word in ("strike", "striked"):
            self.state = replace(state, struck=state.struck | {word} if on else state.struck - {word})
        elif word == "plain":
            self.state = replace(state, hidden=False, deleted=False, bold=False, struck=frozenset())

    def _paragraph(self, word: str, number: int) -> None:
        form = self.layout.story.format
        if word == "pard":
            self.layout.story.format = Format()
        elif word == "outlinelevel":
            form.level = number + 1 if number < 9 else 0
        elif word == "intbl":
            form.nesting = max(form.nesting, 1)
        elif word == "itap":
            form.nesting = min(max(number, 0), MOST_NESTED)
        elif word == "ilvl":
            form.depth = max(number, 0)
        elif word == "li":
            form.left = number
        elif word == "fi":
            form.first = number

    def _say(self, words: str) -> None:
        state = self.state
        if state.place in ("styles", "field", "name", "value"):
            self.gathered.append(words)
        elif state.unread or state.hidden or state.deleted:
            return
        elif state.place == "label":
            self.layout.say_label("•" if state.encoding == SYMBOL and words.strip() else words)
        else:
            self.layout.say(strike(words) if state.struck else words, bold=state.bold)

    def _flush(self) -> None:
        if words := self.letters.take(self.state.encoding):
            self._say(words)

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

    def _take_field(self) -> None:
        self.contents = "".join(self.gathered).split()[:1] == ["TOC"]

    def _take_name(self) -> None:
        self.property = "".join(self.gathered).strip()

    def _take_value(self) -> None:
        """The words of a shape that draws them as a picture are a property of it."""
        if self.property == "gtextUNICODE":
            end = self.layout.begin_box()
            self.layout.say("".join(self.gathered), bold=False)
            end()

    def _take_picture(self) -> None:
        width, height = (
            self.picture.get(f"pic{side}goal", 0) * self.picture.get(f"picscale{axis}", 100) / 100
            for side, axis in (("w", "x"), ("h", "y"))
        )
        self.layout.flow.add_picture(width * _TWIP, height * _TWIP)
