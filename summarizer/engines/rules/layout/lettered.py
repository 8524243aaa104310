"""Heads of items that letters or Roman numbers count: "A. Roads – open again", "II. Reports" over "a) Fees: they rise"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..naming.shapes import is_name
from .headings import GROUPING, is_boilerplate
from .page import Page
from .rows import ROMANS, Row
from .run_in import BARE_HEAD, NUMBERED_HEAD, Head, heads_part

MARK = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<upper>[A-Z])|(?P<lower>[a-z]))[.)][ \t]+(?=[^\W_])")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEWEST = 2
SHARE = 0.5
"""Of the items of one kind, those that must have a head."""


@dataclass(frozen=True)
class _Item:
    row: Row
    kind: str
    number: int
    """Counted from 0."""
    at: int
    """Offset in the row at which its words begin."""


def lettered_heads(page: Page, people: frozenset[str]) -> list[Head]:
    """Heads of the outermost kind of items; where one of them only groups others, "II. Old business", those below it.

    people: words of known names.
    """
    items = _counted(list(_marked(page)))
    if not items:
        return []
    outer = items[0].kind
    below = next((item.kind for item in items if item.kind != outer), None)
    kept: list[_Item] = []
    inside = None
    for item in items:
        if item.kind == outer:
            head = _head(item, people)
            inside = None if head is None or not _groups(head.words) else head.words
            kept.append(item)
        elif inside is not None and item.kind == below:
            kept.append(item)
    heads = [head for item in kept if (head := _head(item, people)) is not None and not _groups(head.words)]
    headed = sum(_head(item, people) is not None for item in kept)
    return heads if len(heads) >= FEWEST and headed >= SHARE * len(kept) else []


def _marked(page: Page) -> Iterator[_Item]:
    for row in page.rows[1:]:
        mark = None if row.listed or page.addresses_reader(row.start) else MARK.match(row.text)
        if mark is None:
            continue
        if mark["roman"] and mark["roman"] in ROMANS:
            yield _Item(row, "roman", ROMANS.index(mark["roman"]), mark.end())
        letter = mark["upper"] or mark["lower"] or (mark["roman"] if len(mark["roman"] or "") == 1 else "")
        if letter:
            yield _Item(row, "lower" if mark["lower"] else "upper", LETTERS.index(letter.lower()), mark.end())


def _counted(items: list[_Item]) -> list[_Item]:
    """Those that follow each other from the first on; "V. Holm" among names follows nothing."""
    kept: set[int] = set()
    for kind in ("roman", "upper", "lower"):
        last: _Item | None = None
        for item in (one for one in items if one.kind == kind):
            if item.number == 0:
                last = item
                kept |= {id(item)} if kind == "lower" else set()  # a lone "a)" under its heading
            elif last is not None and item.number == last.number + 1:
                kept |= {id(last), id(item)}
                last = item
    return [item for item in items if id(item) in kept]


def _head(item: _Item, people: frozenset[str]) -> Head | None:
    text = item.row.text[item.at :]
    match = NUMBERED_HEAD.match(text)
    words = match["head"].strip(" *_") if match else text if BARE_HEAD.fullmatch(text) else None
    if words is None or not heads_part(words, people) or (is_name(words, spaced=True) and not match):
        return None
    return Head(words, item.row, match["by"] if match else None)


def _groups(words: str) -> bool:
    return is_boilerplate(words) or GROUPING.fullmatch(words) is not None
