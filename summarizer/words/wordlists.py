"""Word lists and tables that a person can read and extend: YAML and TOML files beside the modules that go by them.

And one that several stages share: verbs that say the opposite of each other."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from ..files import from_yaml


def word_lists(package: str | None, *path: str) -> dict[str, Any]:
    """The lists of one file, by kind. To be cached by the caller."""
    assert package is not None, "word lists belong to a package"
    text = files(package).joinpath(*path).read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(text) if path[-1].endswith(".toml") else from_yaml(text)
    return lists


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
