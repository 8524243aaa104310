"""Parts of an answer that say what the schema asks for in another form, put into its form with no word changed.

Models that no grammar holds write `"presence": "Attended"`, `"owner": ["Ann"]`, `"evidence": "the words"` or
`"agendaItems"`. Nothing is guessed from what the words mean, but for a choice in a word that anybody takes for it
(`"present"` for `attended`), which a table holds.
"""

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from ...words.wordlists import word_lists
from .objects import squashed

_STAYS = object()


def mend(problem: Any, holder: Any, key: int | str, schema: type[BaseModel]) -> bool:
    """Put `holder[key]` into the form that an error of pydantic asks for. False where it cannot be."""
    kind = problem["type"]
    value, made = holder[key], _STAYS
    if kind == "extra_forbidden":
        name = _names(schema).get(squashed(str(key)))
        if name is None or name in holder:
            return False
        del holder[key]
        key, made = name, value
    elif kind == "list_type":
        made = _listed(value)
    elif kind == "string_type":
        made = _as_text(value)
    elif kind in ("enum", "literal_error"):
        made = _choice(value, re.findall("'([^']*)'", problem["ctx"]["expected"]))
    if made is not _STAYS:
        holder[key] = made
    return made is not _STAYS


def _listed(value: Any) -> Any:
    """A list of the one thing that stands in its place, or the list that a text holds."""
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        try:
            value = json.loads(value, strict=False)
        except (ValueError, RecursionError):
            return _STAYS
    if isinstance(value, dict | str):
        return [value] if value else []
    return value if isinstance(value, list) else _STAYS


def _as_text(value: Any) -> Any:
    """The texts of a list as one, the only text in an object, a number as it is written, and null for false."""
    if isinstance(value, int | float):
        return _STAYS if value is True else None if value is False else str(value)
    if not isinstance(value, list | dict):
        return _STAYS
    parts = [part for part in (value if isinstance(value, list) else value.values()) if part not in (None, "")]
    is_told = all(isinstance(part, str) for part in parts) and (isinstance(value, list) or len(parts) < 2)
    return (", ".join(parts) or None) if is_told else _STAYS


def _choice(value: Any, offered: Sequence[str]) -> Any:
    """The one choice of those offered that a value is another spelling of, or another word for."""
    told = squashed(str(value[0] if isinstance(value, list) and len(value) == 1 else value))
    for meant in ({told}, _choices().get(told, set())):
        found = [one for one in offered if squashed(one) in meant]
        if len(found) == 1:
            return found[0]
    return _STAYS


@cache
def _choices() -> dict[str, set[str]]:
    """The choices that a word is used for, by the word; all squashed."""
    choices: dict[str, set[str]] = {}
    for choice, words in word_lists(__package__, "choices.yaml").items():
        for word in words:
            choices.setdefault(squashed(word), set()).add(squashed(choice))
    return choices


@lru_cache(maxsize=64)
def _names(schema: type[BaseModel]) -> dict[str, str]:
    """The names of all fields in a schema, by what they are squashed to."""
    whole = schema.model_json_schema()
    parts = [whole, *whole.get("$defs", {}).values()]
    return {squashed(name): name for part in parts for name in part.get("properties", {})}
