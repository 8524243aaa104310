"""Headings that no markup of Markdown shows: titles, capitals, bold or numbered lines on their own."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from ...dating.forms import find_absolute
from .lines import FIELD, SECTION, Line, Wrapping

_BOLD = re.compile(r"(?:\*\*|__)[^*_\n]{1,100}(?:\*\*|__):?")
_INTRODUCES = re.compile(r"[^\W\d_][^.!?:]{1,50}:")
_DAYS = re.compile(r"\d{1,2}\s?[-–]\s?(?=\d{1,2}\b)")
"""Before the last of several days: "3-5 June 2025"."""
_LETTERED = re.compile(r"[A-Z][.)] (?=[A-Z])")
_SENTENCE_END = ".!?;,…。！？؟।"
_LONGEST_TITLE = 200
_LONGEST = 80
_SHARE_OF_CAPITALS = 0.9


def find_headings(text: str, lines: Sequence[Line], labelled: Container[int], wrapping: Wrapping) -> list[Line]:
    """The same lines, those marked as headings that stand like one."""
    return list(_Headings(text, lines, labelled, wrapping).marked())


class _Headings:
    def __init__(self, text: str, lines: Sequence[Line], labelled: Container[int], wrapping: Wrapping) -> None:
        self.text = text
        self.wrapping = wrapping
        self.lines = lines
        self.labelled = labelled
        self.first = next((n for n, line in enumerate(lines) if line.mark not in ("blank", "rule")), -1)
        self.marked_up = any(line.mark == "heading" for line in lines)
        self.spoken = any(n in labelled for n in range(len(lines)))

    @cached_property
    def shouted(self) -> bool:
        """Whether most letters are capitals."""
        head = self.text[:20_000]
        return sum(map(str.isupper, head)) > sum(map(str.islower, head))

    def marked(self) -> Iterator[Line]:
        for number, line in enumerate(self.lines):
            free = not (line.literal or line.quoted or number in self.labelled)
            if free and line.mark == "text" and self._stands_like_one(number, line):
                yield replace(line, mark="heading")
            elif free and line.mark == "bullet" and self._is_numbered_title(number, line):
                yield replace(line, mark="heading", start=line.start - len(self._before(line).lstrip()))
            else:
                yield line

    def _stands_like_one(self, number: int, line: Line) -> bool:
        words = self.text[line.start : line.end]
        if self._mark(number - 1) in ("text", "bullet", "row"):
            # `Attendees` may stand right below the title of the whole.
            return (
                number - 1 == self.first
                and bool(SECTION.fullmatch(words))
                and self._stands_like_one(self.first, self.lines[self.first])
            )
        single = self._mark(number + 1) != "text"
        if number == self.first and len(words) <= _LONGEST_TITLE and (single or not self.wrapping.joins(number)):
            return self._is_title(words)
        if len(words) > _LONGEST:
            return False
        if self._is_underlined(number) or (single and _BOLD.fullmatch(words)):
            return True
        if _INTRODUCES.fullmatch(words) and len(words.split()) <= 6:
            return self._is_introduced(number)
        if words[-1] in _SENTENCE_END:
            return False
        if not self.shouted and _is_in_capitals(words):
            return True
        return single and self._is_isolated_title(number, words)

    def _is_title(self, words: str) -> bool:
        """Of a first line: something follows it, and it is neither a sentence nor a field nor just a date."""
        below = any(line.mark not in ("blank", "rule") for line in self.lines[self.first + 1 :])
        if words[-1] in _SENTENCE_END + ":" or FIELD.match(words) or not below:
            return False
        dated = find_absolute(words)
        bare = words if not dated else words[: dated[0].start] + words[dated[-1].end :]
        return sum(c.isalpha() for c in bare) > 4 or (not dated and any(c.isalpha() for c in bare))

    def _is_introduced(self, number: int) -> bool:
        """Whether a list follows, or text right below; an empty field of a form is no heading."""
        following = self._next(number)
        if following is None or number + 1 in self.labelled:
            return False
        right_below = self._mark(number + 1) == "text" and not FIELD.match(self.text, following.start, following.end)
        return following.mark in ("bullet", "row") or right_below

    def _is_isolated_title(self, number: int, words: str) -> bool:
        """In a text without other headings: a few words, or an item by its letter, between blank lines, and prose below."""
        if self.marked_up or self.spoken or self._mark(number + 1) != "blank" or not words[0].isupper():
            return False
        below = self._paragraph_below(number)
        prose = below[-1:] in tuple(_SENTENCE_END) and len(below) > len(words)
        short = len(words) <= 60 and len(words.split()) <= 8 and ":" not in words and not _is_dated(words)
        return prose and (short or _LETTERED.match(words) is not None)

    def _is_numbered_title(self, number: int, line: Line) -> bool:
        """`3. Budget` between blank lines with text below it, not with the next item of a list."""
        following = self._next(number)
        alone = self._mark(number - 1) == "blank" and self._mark(number + 1) == "blank"
        words = self.text[line.start : line.end]
        if self.marked_up or not alone or following is None or following.mark != "text" or len(words) > _LONGEST:
            return False
        return (
            self._before(line).strip()[:1].isdigit() and words[-1] not in _SENTENCE_END + ":" and "[" not in words[:1]
        )

    def _is_underlined(self, number: int) -> bool:
        """Markdown's other heading: a line of `===` or `---` right under it."""
        if self._mark(number + 1) != "rule":
            return False
        start = self.lines[number + 1].start
        end = self.text.find("\n", start)
        rule = self.text[start : end if end >= 0 else len(self.text)].strip()
        return len(rule) > 2 and set(rule) in ({"="}, {"-"})

    def _before(self, line: Line) -> str:
        return self.text[self.text.rfind("\n", 0, line.start) + 1 : line.start]

    def _mark(self, number: int) -> str:
        return self.lines[number].mark if 0 <= number < len(self.lines) else "blank"

    def _paragraph_below(self, number: int) -> str:
        """The lines of text up to the next blank one; a number may stand before them, as in a communiqué."""
        following = self._next(number)
        if following is None or not (following.mark == "text" or self._before(following).strip()[:1].isdigit()):
            return ""
        end = self.text.find("\n\n", following.start)
        return self.text[following.start : end if end >= 0 else len(self.text)].rstrip()

    def _next(self, number: int) -> Line | None:
        """The next line that says anything, if one of the three below is one."""
        below = self.lines[number + 1 : number + 4]
        return next((line for line in below if line.mark not in ("blank", "rule")), None)


def _is_in_capitals(words: str) -> bool:
    """But for the end of a word or two: "5  TREE PRESERVATION ORDER No. 3", "REPORT OF CLLR McKAY"."""
    capitals, small = sum(map(str.isupper, words)), sum(map(str.islower, words))
    named = all(word.isupper() or word[0].isupper() for word in words.split() if any(map(str.isalpha, word)))
    return capitals + small > 3 and capitals >= _SHARE_OF_CAPITALS * (capitals + small) and named


def _is_dated(words: str) -> bool:
    return bool(find_absolute(_DAYS.sub("", words)))
