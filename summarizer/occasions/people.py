"""In which of several meetings the words of a document place a person."""

import re
from collections.abc import Sequence
from itertools import islice

from ..documents import Document
from .course import Course
from .cues import MEETS

_INSIDE_TITLES = frozenset(("of", "for", "the", "and"))
LONGEST_TITLE = 120
"""Characters before a name in which its title is looked for."""
FIRST_USES = 12
_LISTS = re.compile(
    r"\**(?:present|attendees|attendance|in attendance|attended by|attending|participants|those present|apologies|regrets|absent)\b[^:]{0,40}:",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\s*(?:$|[,(;:–—]|-\s)")
"""What follows a name that stands alone in a list."""
_SPOKEN_OF = re.compile(
    r"\b(?:to (?:discuss|review|follow|prepare|hear)|following|after|about|regarding|concerning|that|which|on behalf of|ahead of)\b"
)
"""In the line that opens a report: after these words a person is spoken of rather than there."""
_PRONOUN = re.compile(r"\b(?:he|she)\s+(?:(?:then|also|later|next|first)\s+)*(?=" + MEETS.pattern + ")", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b[Tt]he (?P<office>(?:[A-ZÀ-Þ][\w'’-]*\s+){1,5})(?=(?:then|also|later|next)?\s*" + MEETS.pattern + ")"
)
_LEAD = re.compile(
    r"(?!(?:With|In|At|On|To|From|For|By|As|During|After|Before|Following|Unlike|Like|Besides|Alongside)\b)"
    r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:(?:of|for|the|and|bin|al|de|la|van|von)\s+)*[A-ZÀ-Þ][\w'’.-]*){0,11}"
)
"""The capitalised words with which a sentence starts, but for those that only lead to its subject."""
_NOT_THERE = re.compile(r"\s+(?:had|will|would|is to|was to)\b")


class Attendances:
    """Who takes part in which meeting, by the lines that open the reports, by lists, and by who speaks in them."""

    def __init__(self, document: Document, course: Course, names: Sequence[str]) -> None:
        self._document = document
        self._course = course
        self._names = [name for name in dict.fromkeys(names) if name.strip()]
        lasts = [name.split()[-1] for name in self._names]
        self._short = {
            name: name if lasts.count(last) > 1 else last for name, last in zip(self._names, lasts, strict=True)
        }
        self._found: dict[str, set[str]] = {name: set() for name in self._names}
        self._titled: dict[str, set[str]] = {}
        self._read_openings()
        self._read_lines()

    def of(self, name: str) -> set[str]:
        """Ids of the meetings in which the text shows the person."""
        return self._found.get(name, set())

    def _read_openings(self) -> None:
        subject: str | None = None  # of the report before: whom "she" and "the Minister" may stand for
        for one in self._course.occasions:
            carried: str | None = None
            for line in sorted(set(one.lines)):
                if self._course.at(line).ids == (one.id,):
                    carried = self._read_opening(one.id, self._document.line_text(line), subject) or carried
            subject = carried

    def _read_opening(self, meeting: str, text: str, subject: str | None) -> str | None:
        """Take in those whom a line shows as meeting each other; the one who is its subject, if there is one."""
        verb = MEETS.search(text)
        spoken_of = _SPOKEN_OF.search(text, verb.end() if verb else 0)
        end = spoken_of.start() if spoken_of else len(text)
        there = [name for name in self._names if self._stands(name, text, end)]
        first = [name for name in there if verb and self._stands(name, text, verb.start())]
        carried = None if first else self._carried(text, subject)
        for name in [*there, *([carried] if carried else [])]:
            self._found[name].add(meeting)
        return carried or (first[0] if len(first) == 1 else None)

    def _carried(self, text: str, subject: str | None) -> str | None:
        """Whom a line opens a report with without the name: "she met ...", "the Envoy met ..."."""
        office = _OFFICE.search(text)
        if office:
            words = set(office["office"].split())
            bearers = [name for name in self._names if words <= self._titles(name)]
            if subject in bearers:
                return subject
            return bearers[0] if len(bearers) == 1 else None
        return subject if _PRONOUN.search(text) else None

    def _titles(self, name: str) -> set[str]:
        """Capitalised words that stand before the name where it is first used: its office, and its first names."""
        if name not in self._titled:
            words: set[str] = set()
            uses = re.finditer(rf"\b{re.escape(self._short[name])}\b", self._document.text)
            for use in islice(uses, FIRST_USES):
                for word in reversed(self._document.text[max(0, use.start() - LONGEST_TITLE) : use.start()].split()):
                    if not word[0].isupper() and word not in _INSIDE_TITLES:
                        break
                    words.add(word)
            self._titled[name] = words
        return self._titled[name]

    def _read_lines(self) -> None:
        for line, segment in enumerate(self._document.segments, 1):
            stretch = self._course.at(line)
            if len(stretch.ids) != 1:
                continue
            text = self._document.line_text(line)
            listed = _LISTS.match(text) is not None
            for name in self._names:
                if self._short[name] in text and (
                    (listed and self._stands(name, text, len(text)))
                    or (segment.kind == "bullet" and text.startswith(name) and _ENTRY.match(text, len(name)))
                    or self._leads(name, text)
                ):
                    self._found[name].add(stretch.ids[0])

    def _leads(self, name: str, text: str) -> bool:
        """Whether the person is the subject with which a sentence starts, and does something there."""
        lead = _LEAD.match(text)
        if lead is None:
            return False
        named = re.compile(rf"\b{re.escape(self._short[name])}\b(?!['’,])").search(text, 0, lead.end())
        return named is not None and not _NOT_THERE.match(text, named.end())

    def _stands(self, name: str, text: str, end: int) -> bool:
        short = self._short[name]
        return short in text and re.compile(rf"\b{re.escape(short)}\b(?!['’]s)").search(text, 0, end) is not None
