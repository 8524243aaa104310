"""A round of those who met: a name by itself, and below it what each did, is going to do and is held up by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..naming.shapes import is_name
from .page import Page
from .rows import Row

_FIELD = re.compile(
    r"(?P<label>yesterday|last (?:week|sprint)|done|did|today|this (?:week|sprint)|doing|next|plans?|planned|tomorrow|blockers?|blocked(?: by| on)?|impediments?|[ytb](?=:))"
    r"[*_]{0,2}\s*[:–—-][*_]{0,2}\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AHEAD = frozenset("t,today,this week,this sprint,doing,next,plan,plans,planned,tomorrow".split(","))
_MOST_WORDS = 3  # of a name
_FEWEST = 2  # people of a round, and labels of what each says


@dataclass(frozen=True)
class Turn:
    """What one says in the round."""

    name: Row
    ahead: list[tuple[str, Row]]
    """What is going to be done, each with the label that it stands behind or below."""


def rounds(page: Page) -> list[Turn]:
    """The turns of the round, in their order; none where fewer than two people have one."""
    if page.spoken:
        return []
    rows = page.rows
    heads = [at for at in range(len(rows) - 1) if _is_head(rows[at]) and _FIELD.fullmatch(rows[at + 1].text)]
    if len(heads) < _FEWEST:
        return []
    below = range(heads[0] + 1, len(rows) - 1)  # one of them may list it all without a label
    heads += [at for at in below if rows[at].gap and rows[at + 1].bullet and _is_head(rows[at]) and at not in heads]
    heads.sort()
    ends = [*heads[1:], len(rows)]
    found = [Turn(rows[at], list(_ahead(rows[at + 1 : end]))) for at, end in zip(heads, ends, strict=True)]
    return found if len({turn.name.text.lower() for turn in found}) >= _FEWEST else []


def _is_head(row: Row) -> bool:
    name = row.text.rstrip(":")
    return len(name.split()) <= _MOST_WORDS and name[:1].isupper() and is_name(name) and not _FIELD.fullmatch(row.text)


def _ahead(rows: list[Row]) -> Iterator[tuple[str, Row]]:
    label = ""
    for row in rows:
        field = _FIELD.fullmatch(row.text)
        if row.gap and field is None and not row.listed:
            return
        if field is not None:
            label = field["label"].lower()
        elif not row.listed:
            label = ""
        if label in _AHEAD:
            start = field.start("rest") if field else 0
            yield from ((label, part) for part in _parts(row, start))


def _parts(row: Row, start: int) -> Iterator[Row]:
    """What a semicolon parts, each as a row of its own; nothing of "-" and "none"."""
    for found in re.finditer(r"[^;]+", row.text[start:]):
        words = found[0].strip(" .")
        begin = row.start + start + found.start() + found[0].index(words) if words else 0
        if len(words.split()) > 1:
            yield replace(row, text=words, start=begin, end=begin + len(words))
