"""Verbs that say the opposite of each other, read from `antonyms.yaml`."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from .wordlists import word_lists


@cache
def _file() -> dict[str, Any]:
    return word_lists(__package__, "antonyms.yaml")


def opposite_sides(*, language: str | None = None, excluding: bool = False) -> Iterator[tuple[list[str], list[str]]]:
    """The words of two opposite sides, each pair of sides twice, either way round; in lower case, without accents.

    language: of the words; None for those of all languages. excluding: only verbs of which either excludes the
    other for one object, such as approve and reject; not such as open and close, which may follow each other.
    """
    for rows in (_file()[kind] for kind in (("excluding",) if excluding else ("excluding", "following"))):
        for row in rows.get(language, ()) if language else (row for each in rows.values() for row in each):
            one, other = (side.split() for side in row.split("|"))
            yield one, other
            yield other, one
