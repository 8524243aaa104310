"""Word lists that a person can read and extend: YAML files beside the modules that go by them."""

from importlib.resources import files
from typing import Any


def word_lists(package: str | None, *path: str) -> dict[str, Any]:
    """The lists of one file, by kind. To be cached by the caller; yaml is only imported when one is read."""
    import yaml

    assert package is not None, "word lists belong to a package"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there
    lists: dict[str, Any] = yaml.load(files(package).joinpath(*path).read_text(encoding="utf-8"), Loader=loader)
    return lists
