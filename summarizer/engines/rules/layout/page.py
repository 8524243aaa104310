"""A document as the rules read it: its physical rows and its sentences, and quotes from both."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from ....documents import Document, Segment
from ....readers.text.lines import lines_of
from ....readers.text.speaker_names import FIELDS, form_fields
from ....schemas import Quote
from ....words.struck import STRIKE, standing
from ..words import words
from .records import record_titles
from .rows import Row, with_numbered_headings
from .small_letters import raised

# The marks at the start of a row: Markdown headings, quotes, bullets, numbers, check boxes, table bars, bold.
MARKS = re.compile(
    r"[ \t]*(?P<quote>>[ \t]*)?"
    r"(?:(?P<hashes>\#{1,6})[ \t]+|(?P<bullet>[-*+•●◦▪–][ \t]+)|(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2})*|\#)[.)][ \t]+|\d{1,4}/\d{2,4}[.:)]?[ \t]+(?=[A-Z])|\d{1,2}\.(?=[A-Z][a-z])|\d{1,2}[a-z][.)][ \t]+(?=[A-Z])|\d{1,2}(?:\.\d(?!\d))+[ \t]+(?=[A-Z])|[A-Z](?:\.\d{1,2}|\d{1,2}\.\d)(?:\.?\d{1,2})*[.:)]?[ \t]+(?=[A-Z])|\d{1,4}[ \t]+(?=[A-Z]{3}[A-Z ,&'’/()-]+\s*\Z)|(?i:(?:agenda )?(?:item|point|top)[ \t]+\d{1,2}[ \t]*[.:)–—-]|agenda item[ \t]+\d{1,2})[ \t]+(?=[A-Z])))?"
    r"(?:(?:→|⇒|➔|➜|=>|->)[ \t]+)?(?P<box>\[[ xX✓✔]\][ \t]*)?(?P<bar>\|[ \t]*)?(?:\*\*|__)?[ \t]*"
)
TURN = re.compile(r"(?:\[[\w:]{2,10}\]\s*)?(?P<name>[^\W\d_][^:\[\]|<>/\n]{1,40}):\s+\S")
PROPER = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][\w'’-]+")
TO_READER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules|above|text|record)\b"
    r"|^(?:you are (?:now )?(?:the |an? )|(?:new|your) (?:task|instructions?|role)\b|(?:system|assistant|user)\s*:)"
    r"|^(?:</?\w+>\s*)?(?:system|assistant)\s*:"
    r"|^(?:please )?(?:reply|respond|answer|output|return|write|print|repeat|say)\b[^.!?]{0,60}\b(?:only|brief|summary|json|word|exactly|following)\b",
    re.IGNORECASE,
)
"""A sentence that is meant for whoever summarises the document."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
FEWEST_TURNS = 6
SPOKEN_SHARE = 0.2
"""Share of rows that must be turns of people who speak more than once."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " ")
LIST_LABEL = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\s+)?(?:(?:after|following|on) [\w ]{3,60}, )?(?:it was |(?:the )?(?:board|council|committee|meeting) )?(?:unanimously )?"
    r"(?:resolved|agreed|decided)(?: unanimously)?(?:,? (?:that|to))?(?: \([^()]{2,60}\))?(?::|\s*[–—-](?=\Z))",
    re.IGNORECASE,
)
"""A row over decisions of the subject at hand, which is no heading by itself: "RESOLVED:"."""
TYPED = re.compile(r"\s+\((?:[^\s(),]{1,30}, \d\d:\d\d(?::\d\d)?|\d\d:\d\d:\d\d)\)\.?\s*\Z")
TRAILING = " \t\r*_|"
RULE = re.compile(r"([=~^-])\1{2,}")
"""A line that only parts or underlines."""
NUMBER_BEFORE = re.compile(r"\A(?:\(?\d{1,2}(?:\.\d{1,2})*[ \t]?[.):]?[ \t]+|\d{1,2}\.(?=[A-Z][a-z]))")
BARE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]")
"""A line with nothing but the number of the item on the next one."""
_LINE_END = re.compile(r"\n(?:[ \t]*>)*")
"""With the marks of quotation before the words that go on in a mail."""
_FEWEST_BARS = 2
"""From which on a line is a row of a table."""
LONGEST_QUOTE = 300
"""Characters; a longer row is quoted in part."""
_BOLD_LABEL = re.compile(
    r"(?m)^(?P<label>[ \t>]*(?:[-*+•][ \t]+|\d{1,2}[.)][ \t]+)?(?P<mark>\*\*|__)[^*_\n]{2,60}?)(?P<end>:(?P=mark)|(?P=mark):)(?=[ \t]+\S)"
)
_PICTURE = re.compile(
    r"(?m)^(?P<hashes>\#{1,6}[ \t]+)(?P<picture>[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+)(?=[ \t]+\w)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment of running text, `document.text[start:end]` with spaces for the line ends within it."""

    text: str
    start: int
    line: int
    block: int
    speaker: str | None


class Page:
    """Rows and sentences of a document, with the quotes that point into it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = raised(_without_inner_marks(standing(document.text))).translate(_SPACES)
        """What is struck through is blank in it: nothing may be taken from it. Names in small letters have capitals, and
        spaces of any width are plain ones."""
        self._starts = [segment.start for segment in document.segments]

    def line_at(self, offset: int) -> int:
        """Number of the segment at an offset, or of the nearest one before it; 1 at the least."""
        return max(1, bisect_right(self._starts, offset))

    def quote(self, start: int, end: int) -> Quote:
        """A quote of exactly these characters, without white space or struck words around them."""
        while start < end < len(self.text) and self.text[end].isalnum() and self.text[end - 1].isalnum():
            end -= 1  # never within a word
        words = self.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        line = self.line_at(start)
        # A label or a mark before the first word belongs to the segment that it introduces.
        if line < len(self._starts) and self.document.segment(line).end <= start and self._starts[line] < end:
            line += 1
        return Quote(line=line, quote=self.document.text[start:end])

    def quote_row(self, row: Row, around: tuple[int, int] | None = None) -> Quote:
        """The row whole, or where it is long only the part `around` (offsets into the text)."""
        if row.end - row.start <= LONGEST_QUOTE or around is None:
            return self.quote(row.start, min(row.end, row.start + LONGEST_QUOTE))
        return self.quote(*around)

    @cached_property
    def rows(self) -> list[Row]:
        """All physical lines that hold anything."""
        headings = {s.start for s in self.document.segments if s.kind == "heading"}
        found: list[Row] = []
        offset, gap, number = 0, True, False
        lines = self.text.splitlines(keepends=True)
        for line, below in zip_longest(lines, lines[1:], fillvalue=""):
            if not line.strip():
                gap = True
            elif BARE_NUMBER.fullmatch(line.strip()) and below.lstrip()[:1].isupper():
                number = True  # of the item on the row below
            elif RULE.fullmatch(line.strip()):
                gap = not (
                    found and found[-1].heading
                )  # a line under a heading, or one that parts what it stands between
            else:
                row = self._row(line, offset, gap, headings)
                row, number = replace(row, numbered=True) if number else row, False
                if row.text or STRIKE not in self.document.text[offset : offset + len(line)]:
                    found.append(row)
                gap = False
            offset += len(line)
        return with_numbered_headings(found)

    def _row(self, line: str, offset: int, gap: bool, headings: set[int]) -> Row:
        marks = MARKS.match(line)
        assert marks is not None  # every part of the pattern is optional
        body = line[marks.end() :].rstrip()
        text = body.rstrip(TRAILING) or body
        start = offset + marks.end()
        level = len(marks["hashes"] or "")
        is_plain = not level and not marks["bullet"] and LIST_LABEL.fullmatch(text) is None
        if is_plain and any(at in headings for at in (start, offset + marks.start("number"))):
            level = 3
        box = marks["box"]
        return Row(
            text=text,
            start=start,
            end=start + len(text),
            indent=len(line) - len(line.lstrip(" \t")),
            heading=level,
            bullet=bool(marks["bullet"]),
            numbered=bool(marks["number"]),
            table=bool(marks["bar"]) or line.count("|") >= _FEWEST_BARS,
            ticked=None if box is None else box[1] != " ",
            gap=gap,
        )

    @cached_property
    def labelled(self) -> dict[str, list[Row]]:
        """Rows that begin like a turn of speech, "Ann Lee: ...", by the words before the colon."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            label = None if row.heading else TURN.match(row.text)
            if label:
                found.setdefault(label["name"].strip(), []).append(row)
        fields: frozenset[str] = frozenset()
        if sum(len(rows) > 1 and name.casefold() in FIELDS for name, rows in found.items()) > 1:
            fields = form_fields(self.text, lines_of(self.text))
        return {name: rows for name, rows in found.items() if name.casefold() not in fields}

    @cached_property
    def spoken(self) -> bool:
        """Whether it is for the most part speech: what is said in it is no report, and binds nobody by itself."""
        if self.document.kind == "transcript":
            return True
        recurring = {name: rows for name, rows in self.labelled.items() if len(rows) > 1}
        turns = sum(len(rows) for name, rows in recurring.items() if name.casefold() not in FIELDS)
        return turns >= FEWEST_TURNS and turns >= len(self.rows) * SPOKEN_SHARE

    @cached_property
    def records(self) -> list[Row]:
        """The titles of several records in one file; of one record, none."""
        return [] if self.spoken else record_titles(self.rows)

    def record_at(self, offset: int) -> int:
        """The number of the record that a place is in, from 0."""
        return sum(row.start <= offset for row in self.records[1:])

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words that stand with a capital inside a sentence, without accents and in small letters."""
        return frozenset(word for found in set(PROPER.findall(self.text)) for word in name_words(found))

    def is_frame(self, line: int) -> bool:
        """Whether a line is of the header of a mail, or the heading over it: no words of its writer, nor of a meeting."""
        message = self.document.segment(line).message
        return message is not None and message.frame

    def is_stamped(self, row: Row) -> bool:
        """Whether a row begins with what only labels its words, as the day and hour do in the export of a chat."""
        line = self.line_at(row.start)
        if row.start < self.document.segment(line).end and self._starts[line - 1] <= row.start:
            return False
        return any(row.start < start < row.end for start in self._starts[line - 1 : line + 1])

    def addresses_reader(self, offset: int) -> bool:
        """Whether a place is in a paragraph that tells its reader what to answer; nobody at the meeting says it."""
        return self.document.segment(self.line_at(offset)).block in self._addressed

    @cached_property
    def _addressed(self) -> frozenset[int]:
        return frozenset(s.block for s in self.everything if TO_READER.search(s.text))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Segments that are running text, headings and bullets left out."""
        return [s for s in self.everything if self.document.segment(s.line).kind == "sentence"]

    @cached_property
    def running(self) -> list[Sentence]:
        """Sentences and bullets: all that may hold a statement."""
        return [s for s in self.everything if self.document.segment(s.line).kind != "heading"]

    @cached_property
    def everything(self) -> list[Sentence]:
        """All segments, headings too, but for those that are struck through; of a row of a table each cell."""
        return [
            Sentence(_LINE_END.sub(_spaces, self.text[start:end]), start, line, segment.block, self._speaker(segment))
            for line, segment in enumerate(self.document.segments, 1)
            for start, end in self._cells(segment)
            if self.text[start:end].strip()
        ]

    def _speaker(self, segment: Segment) -> str | None:
        """Nobody behind "Q:" and "A:" in minutes, which tell what was asked and answered."""
        return segment.speaker if self.spoken or (segment.speaker or "").lower() not in words().no_speakers else None

    def _cells(self, segment: Segment) -> list[tuple[int, int]]:
        """The cells of a row of a table, else the whole."""
        text = self.text[segment.start : segment.end]
        barred = "|" in text and self.text[self.text.rfind("\n", 0, segment.start) + 1 : segment.start].strip() == "|"
        if segment.speaker or (not barred and text.count("|") < _FEWEST_BARS):
            return [(segment.start, segment.end)]
        return [
            (segment.start + found.start(), segment.start + found.end())
            for found in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", text)
        ]


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def name_words(name: str) -> list[str]:
    """Words of a name without accents, case and marks."""
    return WORD.findall(without_accents(name).lower().replace("’", "'"))


def without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def without_typist(text: str) -> str:
    """An entry of the minutes that a robot makes of a chat without who typed it and when, "Freeze  (ann, 14:01:20)", or of notes
    that were made from a recording without where they are from: "It was moved (00:07:45)"."""
    return TYPED.sub("", text)


def without_number(text: str) -> str:
    """A heading or topic without its running number."""
    return NUMBER_BEFORE.sub("", text)


def _without_inner_marks(text: str) -> str:
    """A text with spaces for bold that ends behind a label, and pictures before a heading. Offsets into it stay the same."""
    plain = _BOLD_LABEL.sub(lambda found: f"{found['label']}:  ", text)
    return _PICTURE.sub(lambda found: found["hashes"] + " " * len(found["picture"]), plain)
