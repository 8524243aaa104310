"""Word lists and tables that a person can read and extend: YAML and TOML files beside the modules that go by them."""

import tomllib
from importlib.resources import files
from typing import Any

from .files import from_yaml


def word_lists(package: str | None, *path: str) -> dict[str, Any]:
    """The lists of one file, by kind. To be cached by the caller."""
    assert package is not None, "word lists belong to a package"
    text = files(package).joinpath(*path).read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(text) if path[-1].endswith(".toml") else from_yaml(text)
    return lists
