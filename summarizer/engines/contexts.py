"""What is known of the context of a model by its name, from the table `contexts.toml`."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from ..llm import Limits


def known_limits(model: str) -> Limits:
    """The limits of a model of that name, whoever serves it; those of an unknown one where the table has none."""
    name = model.lower()
    return next((limits for pattern, limits in _table() if pattern.search(name)), Limits())


@lru_cache(maxsize=1)
def _table() -> list[tuple[re.Pattern[str], Limits]]:
    assert __package__ is not None, "the table lies in a package"
    content = tomllib.loads(files(__package__).joinpath("contexts.toml").read_text(encoding="utf-8"))
    return [
        # No letter or digit before it: `o1` is not the end of another name, `meta-llama/Llama-3` is `llama-3`.
        (re.compile(rf"(?<![a-z0-9])(?:{row['name']})"), Limits(context=row["context"], output=row["output"]))
        for row in content["models"]
    ]
