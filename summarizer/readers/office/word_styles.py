"""What the styles and lists of a Word file say of a paragraph: its level as a heading, its number, whether it is hidden.

OpenDocument texts have their numbers from here as well.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .packages import attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
"""Word keeps this name of the style in every language; only what it shows is translated."""
_OFF = frozenset({"0", "false", "off", "none"})
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 20
"""Styles based on each other, at the most; more are a circle."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LARGEST = 5_000
"""Beyond it a number is shown in digits, whatever its form."""


def number_of(text: str | None) -> int | None:
    """A whole number as the format writes it."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else None


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._styles = {attribute(each, "styleId"): each for each in (root if root is not None else ())}
        self._default = next(
            (
                id
                for id, each in self._styles.items()
                if attribute(each, "type") == "paragraph" and attribute(each, "default") == "1"
            ),
            None,
        )

    def names(self, style: str | None) -> Iterator[str]:
        """The names of a style and of those it is based on, in lower case."""
        for each in self._chain(style or self._default):
            yield (attribute(child(each, "name"), "val") or "").lower()

    def level(self, properties: "etree._Element | None", style: str | None) -> int:
        """Of a heading, from 1; 0 of a paragraph that is none."""
        for name in self.names(style):
            if found := _HEADING.fullmatch(name):
                return int(found[1])
            if name == "title":
                return 1
        outline = self.find(properties, style, "outlineLvl")
        level = number_of(attribute(outline, "val"))
        return level + 1 if level is not None and 0 <= level < 9 else 0

    def find(self, properties: "etree._Element | None", style: str | None, name: str) -> "etree._Element | None":
        """A property of a paragraph, its own or that of its style."""
        found = child(properties, name)
        chain = () if found is not None else self._chain(style or self._default)
        return next((each for style in chain if (each := child(style, "pPr", name)) is not None), found)

    def is_on(self, properties: "etree._Element | None", styles: tuple[str | None, ...], name: str) -> bool:
        """Whether a run has a switch such as `b` or `vanish`, of its own or by one of these styles."""
        own = child(properties, name)
        if own is not None:
            return attribute(own, "val") not in _OFF
        for style in styles:
            for each in self._chain(style):
                switch = child(each, "rPr", name)
                if switch is not None:
                    return attribute(switch, "val") not in _OFF
        return False

    def _chain(self, style: str | None) -> Iterator["etree._Element"]:
        for _ in range(_DEEPEST):
            element = self._styles.get(style) if style else None
            if element is None:
                return
            yield element
            style = attribute(child(element, "basedOn"), "val")


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: "etree._Element | None") -> None:
        self._abstract: dict[str | None, etree._Element] = {}
        self._lists: dict[str | None, etree._Element] = {}
        for each in root if root is not None else ():
            if local(each) == "abstractNum":
                self._abstract[attribute(each, "abstractNumId")] = each
            elif local(each) == "num":
                self._lists[attribute(each, "numId")] = each
        self._counts: dict[str | None, dict[int, int]] = {}
        self._begun: set[tuple[str | None, int]] = set()

    def label(self, number: str | None, level: int) -> str:
        """The bullet or number of the next item of a list; empty where the list is not known or shows none."""
        own = self._lists.get(number)
        if own is None:
            return ""
        shared = attribute(child(own, "abstractNumId"), "val")
        levels = self._levels(own, shared)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(shared, {})
        override = self._override(own, level)
        if override is not None and (number, level) not in self._begun:
            counts[level] = override - 1
        self._begun.add((number, level))
        counts[level] = counts.get(level, _start(levels[level]) - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._shown(levels, level, counts)

    def _levels(self, own: "etree._Element", shared: str | None) -> "dict[int, etree._Element]":
        found: dict[int, etree._Element] = {}
        abstract = self._abstract.get(shared)
        overrides = [each for each in own if local(each) == "lvlOverride"]
        for parent in (*([abstract] if abstract is not None else []), *overrides):
            for each in parent:
                if local(each) == "lvl":
                    found[number_of(attribute(each, "ilvl")) or 0] = each
        return found

    def _override(self, own: "etree._Element", level: int) -> int | None:
        for each in own:
            if local(each) == "lvlOverride" and number_of(attribute(each, "ilvl")) == level:
                return number_of(attribute(child(each, "startOverride"), "val"))
        return None

    def _shown(self, levels: "dict[int, etree._Element]", level: int, counts: dict[int, int]) -> str:
        form = attribute(child(levels[level], "numFmt"), "val") or "decimal"
        if form == "bullet":
            return "-"
        if form == "none":
            return ""

        def count(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            here = levels.get(at, levels[level])
            return numeral(counts.get(at, _start(here)), attribute(child(here, "numFmt"), "val") or "decimal")

        return _PLACE.sub(count, attribute(child(levels[level], "lvlText"), "val") or "")


def _start(level: "etree._Element") -> int:
    found = number_of(attribute(child(level, "start"), "val"))
    return 1 if found is None else found


def numeral(number: int, form: str) -> str:
    """form: `decimal`, `lowerLetter`, `upperLetter`, `lowerRoman` or `upperRoman`, or OpenDocument's `a`, `A`, `i`, `I`."""
    form = _FORMS.get(form, form)
    if form == "decimalZero":
        return f"{number:02}"
    if 0 < number < _LARGEST and form.endswith(("Letter", "Roman")):
        shown = _letters(number) if form.endswith("Letter") else _roman(number)
        return shown.upper() if form.startswith("upper") else shown
    return str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb, as Word counts on."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        shown += sign * times
    return shown
