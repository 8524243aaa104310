"""What the styles and lists of an OpenDocument text say of its words: whether they show, are bold, or stand under a number."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .packages import attribute, child, local
from .word_styles import number_of, numeral

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading ([1-9])")
_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
_PLACE = re.compile(r"%(\d{1,2})%")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_OUTLINE = "Outline"
"""The list style of the headings' numbers, which is not named where it is used."""
_DEEPEST = 20
"""Styles based on each other, at the most; more are a circle."""


class Styles:
    """The styles of paragraphs and of words, each with what it inherits."""

    def __init__(self, *groups: "etree._Element | None") -> None:
        """groups: elements that hold styles; a later one goes before an earlier one."""
        self._styles = {
            (attribute(each, "family"), attribute(each, "name")): each
            for group in groups
            for each in (group if group is not None else ())
            if local(each) == "style"
        }
        self._properties: dict[tuple[str, str | None, str], str | None] = {}

    def level(self, paragraph: str | None) -> int:
        """Of a heading that is marked by its style only, from 1; 0 of a paragraph that is none."""
        for style in self._chain("paragraph", paragraph):
            name = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), attribute(style, "name") or "").lower()
            if found := _HEADING.fullmatch(name):
                return int(found[1])
            if name == "title":
                return 1
            if (level := number_of(attribute(style, "default-outline-level"))) is not None:
                return max(level, 0)
        return 0

    def is_bold(self, paragraph: str | None, spans: "list[str | None]") -> bool:
        """spans: the styles of the words within their paragraph, the innermost last."""
        return self._found(paragraph, spans, "font-weight") in _BOLD

    def is_hidden(self, paragraph: str | None, spans: "list[str | None]") -> bool:
        """Whether words neither show nor are printed; spans as in `is_bold`."""
        return self._found(paragraph, spans, "display") == "none"

    def is_struck(self, paragraph: str | None, spans: "list[str | None]") -> bool:
        """Whether a line goes through words; spans as in `is_bold`."""
        return self._found(paragraph, spans, "text-line-through-style") not in (None, "none")

    def _found(self, paragraph: str | None, spans: "list[str | None]", name: str) -> str | None:
        for span in reversed(spans):
            if (value := self._property("text", span, name)) is not None:
                return value
        return self._property("paragraph", paragraph, name)

    def _property(self, family: str, style: str | None, name: str) -> str | None:
        key = (family, style, name)
        if key not in self._properties:
            values = (attribute(child(each, "text-properties"), name) for each in self._chain(family, style))
            self._properties[key] = next((value for value in values if value is not None), None)
        return self._properties[key]

    def _chain(self, family: str, style: str | None) -> Iterator["etree._Element"]:
        for _ in range(_DEEPEST):
            element = self._styles.get((family, style))
            if element is None:
                return
            yield element
            style = attribute(element, "parent-style-name")


Counts = dict[int, int]
"""The number that each level of a list has come to, levels from 0."""


class Numbering:
    """The styles of the lists, and how far each list has counted."""

    def __init__(self, *groups: "etree._Element | None") -> None:
        """groups: as of `Styles`."""
        self._levels: dict[str | None, dict[int, etree._Element]] = {}
        self._lists: dict[str, Counts] = {}
        self._last: tuple[str | None, Counts] = (None, {})
        """The style and the counts of the list that came last."""
        self._headings: Counts = {}
        for group in groups:
            for style in group if group is not None else ():
                if local(style) in ("list-style", "outline-style"):
                    levels = {(number_of(attribute(each, "level")) or 1) - 1: each for each in style}
                    self._levels[_OUTLINE if local(style) == "outline-style" else attribute(style, "name")] = levels

    def counts(self, element: "etree._Element", style: str | None) -> Counts:
        """How far a list that is in no other has counted before its first item."""
        counts: Counts = {}
        if continued := attribute(element, "continue-list"):
            counts = self._lists.get(continued, counts)
        elif style == _OUTLINE:
            counts = self._headings
        elif attribute(element, "continue-numbering") == "true" and style == self._last[0]:
            counts = self._last[1]
        if own := attribute(element, "id"):
            self._lists[own] = counts
        self._last = (style, counts)
        return counts

    def label(self, counts: Counts, style: str | None, depth: int, item: "etree._Element") -> str:
        """The bullet or number of the next item of a list; a bullet too where the list is of no known style."""
        levels = self._levels.get(attribute(item, "style-override") or style, {})
        level = levels.get(depth)
        given = number_of(attribute(item, "start-value"))
        counts[depth] = counts.get(depth, _start(level) - 1) + 1 if given is None else given
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        for above in range(depth):  # an item without one above it stands under the first of them
            counts.setdefault(above, _start(levels.get(above)))
        if level is None or attribute(level, "num-format") is None:
            return "-"
        return _shown(levels, depth, counts)

    def heading(self, level: int, heading: "etree._Element") -> str:
        """The number of the next heading, for one that stands in no list; mostly there is none."""
        numbered = attribute(self._levels.get(_OUTLINE, {}).get(level - 1), "num-format")
        if not numbered or attribute(heading, "is-list-header") == "true":
            return ""
        return self.label(self._headings, _OUTLINE, level - 1, heading)


def _shown(levels: "dict[int, etree._Element]", depth: int, counts: Counts) -> str:
    def count(at: int) -> str:
        form = attribute(levels.get(at), "num-format")
        return numeral(counts.get(at, 1), form) if form else ""

    own = levels[depth]
    if not attribute(own, "num-format"):
        return ""
    if pattern := attribute(own, "num-list-format"):
        return _PLACE.sub(lambda place: count(int(place[1]) - 1), pattern)
    most = number_of(attribute(own, "display-levels")) or 1
    numbers = filter(None, map(count, range(max(depth + 1 - most, 0), depth + 1)))
    return (attribute(own, "num-prefix") or "") + ".".join(numbers) + (attribute(own, "num-suffix") or "")


def _start(level: "etree._Element | None") -> int:
    found = number_of(attribute(level, "start-value"))
    return 1 if found is None else found
