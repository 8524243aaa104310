"""What is known of the context of a model by its name, from the table `contexts.toml`."""

import re
from functools import lru_cache

from ..llm import Limits
from ..words.wordlists import word_lists


def known_limits(model: str) -> Limits:
    """The limits of a model of that name, whoever serves it; those of an unknown one where the table has none."""
    name = model.lower()
    return next((limits for pattern, limits in _table() if pattern.search(name)), Limits())


@lru_cache(maxsize=1)
def _table() -> list[tuple[re.Pattern[str], Limits]]:
    return [
        # No letter or digit before it: `o1` is not the end of another name, `meta-llama/Llama-3` is `llama-3`.
        (re.compile(rf"(?<![a-z0-9])(?:{row['name']})"), Limits(context=row["context"], output=row["output"]))
        for row in word_lists(__package__, "contexts.toml")["models"]
    ]
