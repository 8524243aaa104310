"""Prose, Markdown, minutes and speaker-labelled text: the file's own text, cut into segments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...dating.forms import find_absolute
from ...documents import Segment, SegmentKind
from ...words.sentences import LONGEST, sentence_spans
from .headings import find_headings
from .labelled import find_labels
from .labels import Label
from .lines import CONTINUATION, FIELD, Line, Wrapping, lines_of
from .tables import spoken_rows

_IN_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ll|ve|d)|(?i:me|my|you|your|ich|mir|mich|je|moi|yo|io))\b|\b(?i:j['’])(?=\w)"
)
"""Words of somebody who speaks; minutes say "we" too."""
_FEWEST_VOICES, _FEWEST_TURNS = 2, 4
_ASIDE = re.compile(r"[*_]{0,2}[\[(*][^\[\]()]*[\])*]\.?[*_]{0,2}")
"""`[Laughter.]`, `(The meeting was suspended.)`: a paragraph that nobody speaks."""
_OF_THE_TOOL = re.compile(
    r"[^\n]{1,60}\s(?:started|stopped) (?:the )?(?:transcription|recording)\.?|Transcribed by https?://\S+"
    r"|Meeting ended after [\d:]+[^\n]{0,10}|This editable transcript was computer generated[^\n]*"
)
"""What Teams, Otter and Meet write between and below the turns, and nobody says."""
_LONGEST_DAY = 40  # characters of a line that is a date and nothing else, which nobody speaks
_QUOTE_MARKS = re.compile(r"(?:\s*>)+\s*")


def read_text(text: str, language: str | None = None) -> list[Segment]:
    """The segments of a text whose line breaks are all `\\n`, in order; empty where it holds no words."""
    lines = lines_of(text)
    labels = find_labels(text, lines)
    # What is quoted has no labels: there, `>>` is the mark of another voice.
    lines = [replace(line, quoted=False) if n in labels and line.quoted else line for n, line in enumerate(lines)]
    wrapping = Wrapping(text, lines, labels)
    lines = find_headings(text, lines, labels, wrapping)
    return _Reader(text, lines, labels, wrapping, language).segments()


class _Reader:
    """Walks over the lines once, with the turn and the block in force."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        labels: Mapping[int, Label],
        wrapping: Wrapping,
        language: str | None,
    ) -> None:
        self.text = text
        self.lines = lines
        self.labels = labels
        self.language = language
        self.wrapping = wrapping
        self.rows = spoken_rows(text, lines)
        self.flows = self._turns_flow()
        self.turn: Label | None = None
        self.depth = -1
        """Indent of the entry of a list that the turn begins in; -1 where it begins in none."""
        self.time: float | None = None
        """Of a time on a line of its own, for the turn below it."""
        self.block = -1
        self.found: list[Segment] = []

    def segments(self) -> list[Segment]:
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            last = number
            if line.mark == "rule":
                self.turn = None
            elif number in self.rows:
                self._add_row(number)
            elif line.mark in ("heading", "row"):
                self.turn = None
                self.block += 1
                spans = [(line.start, line.end)]
                self._add(spans, "heading" if line.mark == "heading" else "bullet", None)
            elif line.mark != "blank":
                last = self._paragraph_end(number)
                self._add_paragraph(number, last)
            number = last + 1
        return self.found

    def _add_row(self, number: int) -> None:
        """The turn in a row of a table of turns; the names of its columns are no words of the document's."""
        self.turn = None
        if turn := self.rows[number]:
            label, end = turn
            self.block += 1
            self._add([*self._sentences(label.body, end)], "sentence", label)

    def _paragraph_end(self, first: int) -> int:
        """The last line of the paragraph, list item or turn that begins on line `first`."""
        last = first
        while last + 1 < len(self.lines):
            line = self.lines[last + 1]
            if line.mark != "text" or last + 1 in self.labels or line.quoted != self.lines[first].quoted:
                break
            last += 1
        return last

    def _add_paragraph(self, first: int, last: int) -> None:
        label = self.labels.get(first)
        if label is not None and label.speaker is None and label.body >= self.lines[last].end:
            self.time = label.time
            return
        goes_on = label is None and self._goes_on(first)
        if label is not None:
            self.turn = label
            self.depth = self.lines[first].indent if self.lines[first].mark == "bullet" else -1
        elif not goes_on:
            self.turn = None
        if not goes_on:
            self.block += 1
        aside = label is None and self._is_aside(first, last)
        turn = None if aside else self.turn
        start = label.body if label is not None else self.lines[first].start
        spans = [span for part in self._parts(first, last, start) for span in self._sentences(*part)]
        bullet = self.lines[first].mark == "bullet" and turn is None
        self._add(spans, "bullet" if bullet else "sentence", turn)

    def _goes_on(self, number: int) -> bool:
        """Whether an unlabelled paragraph still belongs to the turn before it."""
        turn, line, above = self.turn, self.lines[number], self.lines[number - 1]
        if turn is None or line.quoted:
            return False
        if line.mark == "bullet" and line.indent <= self.depth:
            return False  # the next entry of a list within which somebody spoke
        if turn.on_own_line or above.mark != "blank":
            return True
        return self.flows and line.mark == "text" and not FIELD.match(self.text, line.start, line.end)

    def _may_be_spoken(self, line: Line) -> bool:
        aside = _ASIDE.fullmatch(self.text, line.start, line.end)
        return not (line.quoted or aside or FIELD.match(self.text, line.start, line.end))

    def _turns_flow(self) -> bool:
        """Whether turns fill the text, so that a paragraph without a label continues the one before it."""
        starts = [
            number
            for number, line in enumerate(self.lines)
            if number in self.labels
            or (line.mark == "text" and self.lines[number - 1].mark == "blank" and self._may_be_spoken(line))
        ]
        if any(line.mark == "text" and CONTINUATION.match(self.text, line.start) for line in self.lines):
            return False
        return 3 * len(self.labels) > 2 * len(starts) or self._talks(starts)

    def _talks(self, starts: Sequence[int]) -> bool:
        """Whether most paragraphs without a label are somebody's own words, as in a hearing where turns are long."""
        if len({label.speaker for label in self.labels.values() if label.speaker}) < _FEWEST_VOICES:
            return False
        first = min(self.labels)
        plain = [number for number in starts if number > first and number not in self.labels]
        own = [n for n in plain if _IN_PERSON.search(self.text, self.lines[n].start, self.lines[n].end)]
        return len(self.labels) >= _FEWEST_TURNS and 3 * len(own) >= 2 * len(plain)

    def _is_aside(self, first: int, last: int) -> bool:
        start, end = self.lines[first].start, self.lines[last].end
        if any(pattern.fullmatch(self.text, start, end) for pattern in (_ASIDE, _OF_THE_TOOL)):
            return True
        dates = find_absolute(self.text[start:end]) if end - start <= _LONGEST_DAY else []
        return any((one.start, one.end) == (0, end - start) for one in dates)

    def _parts(self, first: int, last: int, start: int) -> Iterator[tuple[int, int]]:
        """The stretches of a paragraph that no sentence crosses: lines that the margin alone divides are one."""
        for number in range(first, last + 1):
            line = self.lines[number]
            if number > first and not self.wrapping.joins(number - 1):
                yield start, self.lines[number - 1].end
                mark = CONTINUATION.match(self.text, line.start)
                start = mark.end() if mark else line.start
        yield start, self.lines[last].end

    def _sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for first, last in sentence_spans(self.text, start, end, self.language):
            marks = _QUOTE_MARKS.match(self.text, first, last) if first > start else None
            begin = marks.end() if marks else first
            if begin < last:
                yield begin, last

    def _add(self, spans: list[tuple[int, int]], kind: SegmentKind, turn: Label | None) -> None:
        speaker, time = (turn.speaker, turn.time) if turn is not None else (None, None)
        organization = turn.organization if turn is not None else None
        if turn is not None and time is None:
            time = self.time
        for start, end in spans:
            parts = sentence_spans(self.text, start, end) if end - start > LONGEST else [(start, end)]
            for first, last in parts:
                self.found.append(Segment(first, last, kind, speaker, time, self.block, None, organization))
                kind = "sentence" if kind == "bullet" else kind
