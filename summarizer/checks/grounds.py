"""The words that a claim may rest on: what it quotes, the lines around, and the whole document."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..documents import Document
from ..ladder.readings import Reading, read
from ..schemas import Evidence, Strength
from ..words.scripts import folded, run_together, running
from ..words.short_names import nicknames
from ..words.stems import carries_meaning, stem, stems_of
from ..words.struck import standing
from .full_names import full_names, namesakes_in
from .lead_ins import lead_in
from .short_labels import whole_labels
from .vocabulary import Vocabulary, acronyms

_DISCUSSION = re.compile(
    r"\W*(?:\d+[.)]? )?(?:discussions?|discussed|items discussed|discussion (?:items|topics|points))\W*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_NEAR = 3  # lines before and after a quote in which what it refers to may stand
_BLOCK = 20  # lines of its own block, before and after it, in which it may stand


class Line(NamedTuple):
    """A line that a claim quotes from."""

    number: int
    text: str
    """With the words of the line that leads in, where it is an item of a list."""
    span: tuple[int, int]
    """The quoted part of `text`."""
    speaker: str | None
    """Who says it, or writes it in a mail of theirs."""
    label: str | None
    """The speaker as the source names them, with the organization where it does."""

    @property
    def quoted(self) -> str:
        """The quoted words of this line."""
        return self.text[self.span[0] : self.span[1]]


class Borne(NamedTuple):
    """What quoted lines bear for a claim, and the line that does; none where nothing does."""

    reading: Reading
    line: Line | None


class Index:
    """What the checks ask of a document, looked up once for all its claims."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.language
        self.spellings = frozenset(_WORD.findall(document.text))
        self._headings = [number for number, one in enumerate(document.segments, 1) if one.kind == "heading"]
        self._stems_at: dict[int, frozenset[str]] = {}
        self._lead_ins: dict[int, str] = {}
        self.bearers: dict[str, frozenset[str]] = {}
        """Who bears an office, as far as it was asked."""

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in lower case and without accents."""
        return frozenset(map(folded, self.spellings))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words, for looking up the names of countries and of their people."""
        return Vocabulary(self.words)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Those of all names that the text writes out."""
        return acronyms(self.document.text)

    @cached_property
    def nicknames(self) -> dict[str, str]:
        """What people are called, each with the full name beside which the text gives it."""
        return dict(nicknames(self.document.text))

    @cached_property
    def namesakes(self) -> dict[str, tuple[str, ...]]:
        """The full names of those who share a surname, by surname."""
        return namesakes_in(self.document.text)

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the full names, as far as none is written without a capital."""
        words = frozenset(word for name in full_names(self.document.text) for word in name.split())
        return frozenset(word for word in words if word.lower() not in self.spellings)

    @cached_property
    def together(self) -> str:
        """The text without space, for names in a script that sets none between words."""
        return run_together(self.document.text)

    @cached_property
    def is_latin(self) -> bool:
        """Whether the text is written in Latin letters for the most part."""
        letters = "".join(self.words)
        return 2 * sum("a" <= one <= "z" for one in letters) >= len(letters)

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.document.text.lower()

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all content words."""
        return frozenset(stem(one) for one in self.spellings if carries_meaning(one))

    @cached_property
    def running(self) -> str:
        """The whole text as words with one space between them, for looking up names of several words."""
        return f" {running(self.document.text)} "

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks in the document."""
        return tuple({one.speaker: None for one in self.document.segments if one.speaker is not None})

    @cached_property
    def _whole_labels(self) -> dict[str, str]:
        return whole_labels(self._labels, self.document.text)

    def voice_at(self, line: int) -> str | None:
        """Whose words a line holds, by the fullest label that the record has for them."""
        voice = self.document.segment(line).voice
        return self._whole_labels.get(voice, voice) if voice is not None else None

    @cached_property
    def voices(self) -> tuple[str, ...]:
        """Everybody whose words the document gives, also in writing, by the fullest labels."""
        return tuple({self._whole_labels.get(label, label): None for label in self._labels})

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return tuple({one.voice: None for one in self.document.segments if one.voice is not None})

    def lead_in(self, line: int) -> str:
        """What leads in to a line that is an item of a list, with a space behind; empty for any other line."""
        if (stem := self._lead_ins.get(line)) is None:
            words = lead_in(self.document, line)
            stem = self._lead_ins[line] = f"{words} " if words else ""
        return stem

    def stands(self, line: int) -> str:
        """A line with spaces for the words of it that are struck through."""
        segment = self.document.segment(line)
        return self.lead_in(line) + self._standing[segment.start : segment.end]

    @cached_property
    def _standing(self) -> str:
        return standing(self.document.text)

    def stems_at(self, line: int) -> frozenset[str]:
        """The stems of a line, and of its speaker's name."""
        if (stems := self._stems_at.get(line)) is None:
            stems = stems_of(self.document.line_text(line)) | stems_of(self.voice_at(line) or "")
            self._stems_at[line] = stems
        return stems

    def heading(self, line: int) -> str:
        """The text of the nearest heading above a line; empty where there is none."""
        before = bisect_left(self._headings, line)
        return self.document.line_text(self._headings[before - 1]) if before else ""

    def block(self, line: int) -> Iterator[int]:
        """The lines of the turn, paragraph or list item that a line belongs to, those far from it left out."""
        segments, block = self.document.segments, self.document.segment(line).block
        first = last = line
        while line - first < _BLOCK and first > 1 and segments[first - 2].block == block:
            first -= 1
        while last - line < _BLOCK and last < len(segments) and segments[last].block == block:
            last += 1
        yield from range(first, last + 1)


class Grounds:
    """What one claim rests on. Altered evidence bears nothing, so it is not here."""

    def __init__(self, evidence: Sequence[Evidence], index: Index) -> None:
        self.index = index
        self.lines = [line for one in evidence if not one.altered for line in _lines(one, index)]

    @cached_property
    def merged(self) -> list[Line]:
        """The quoted lines, each once: what is quoted of it in several pieces is one."""
        found: dict[int, Line] = {}
        for line in self.lines:
            if (known := found.get(line.number)) is not None:
                line = line._replace(span=(min(known.span[0], line.span[0]), max(known.span[1], line.span[1])))
            found[line.number] = line
        return list(found.values())

    @cached_property
    def quoted(self) -> str:
        """The quoted words."""
        return "\n".join(line.quoted for line in self.lines)

    @cached_property
    def whole(self) -> str:
        """The quoted lines in full, each with its speaker."""
        return "\n".join(f"{line.label}: {line.text}" if line.label else line.text for line in self.lines)

    @cached_property
    def around(self) -> str:
        """The blocks of the quoted lines, a few lines before and after them, and the headings above."""
        document = self.index.document
        parts = [self.whole, *(self.index.heading(line.number) for line in self.lines)]
        for number in self.near:
            segment = document.segment(number)
            parts.append(
                f"{segment.label}: {document.line_text(number)}" if segment.label else document.line_text(number)
            )
        return "\n".join(parts)

    @cached_property
    def near(self) -> list[int]:
        """The numbers of these lines."""
        last = len(self.index.document.segments)
        numbers: set[int] = set()
        for line in self.lines:
            numbers.update(self.index.block(line.number))
            numbers.update(range(max(line.number - _NEAR, 1), min(line.number + _NEAR, last) + 1))
        return sorted(numbers)

    @cached_property
    def before(self) -> str:
        """The quoted lines and what stands before them, where a pronoun finds whom it means."""
        numbers = {line.number for line in self.lines}
        for line in self.lines:
            block = (number for number in self.index.block(line.number) if number < line.number)
            numbers.update((*range(max(line.number - _NEAR, 1), line.number), *block))
        segments = [(number, self.index.document.segment(number)) for number in sorted(numbers)]
        return "\n".join(
            f"{one.voice or ''} {self.index.document.line_text(number)}"
            for number, one in segments
            if one.kind != "heading"
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the quoted lines."""
        return frozenset[str]().union(*(self.index.stems_at(line.number) for line in self.lines))

    @cached_property
    def stems_near(self) -> frozenset[str]:
        """Those too of all that stands around them."""
        headings = (stems_of(self.index.heading(line.number)) for line in self.lines)
        return self.stems.union(*map(self.index.stems_at, self.near), *headings)

    @cached_property
    def headed(self) -> str:
        """The headings above the quoted lines."""
        return "\n".join(dict.fromkeys(self.index.heading(line.number) for line in self.lines))

    @cached_property
    def under_discussion(self) -> str | None:
        """The heading "Discussion" above the quoted lines, where it is the nearest."""
        return next((one for one in self.headed.split("\n") if _DISCUSSION.fullmatch(one)), None)

    @cached_property
    def listed_under(self) -> Reading:
        """What the heading above the first quoted line says of the lines below it, such as "Action items"."""
        heading = self.index.heading(self.lines[0].number) if self.lines else ""
        found = read(heading, self.index.language)
        return found if found.strength is not Strength.MENTIONED else Reading(None)  # "Notes" says nothing of them


def _lines(evidence: Evidence, index: Index) -> Iterator[Line]:
    """The lines that a quote runs over."""
    document = index.document
    for number in range(evidence.line, len(document.segments) + 1):
        segment = document.segment(number)
        if segment.start >= evidence.end:
            return
        first, last = max(evidence.start, segment.start), min(evidence.end, segment.end)
        if first < last:
            stem = index.lead_in(number)
            begin = segment.start - len(stem)
            text = stem + document.text[segment.start : segment.end]
            yield Line(number, text, (first - begin, last - begin), index.voice_at(number), segment.label)
