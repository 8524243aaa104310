"""What readers say of items that the gold does not have: whether the source bears them all the same."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ..errors import SettingsError
from ..files import from_yaml

Key = tuple[str, str, str]
"""Id of the document, list, and what the item says."""


class Judgement(BaseModel):
    """One item of a brief, as a reader judged it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    list: str
    item: str
    borne: bool | None = None
    """Whether the words of the source bear it; null: not judged."""
    why: str | None = None
    quotes: Sequence[str] = ()
    fields: Mapping[str, Any] | None = None


def read_judgements(path: Path) -> dict[Key, bool]:
    """The judgements in a file, by item. Errors: `SettingsError`, also where one item is judged in two ways."""
    try:
        found = TypeAdapter(list[Judgement]).validate_python(from_yaml(path.read_text(encoding="utf-8")) or [])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise SettingsError(
            f"{path} holds no judgements that can be read: {error}",
            hint="it is a YAML list of {id, list, item, borne, why}",
        ) from error
    told: dict[Key, bool] = {}
    for one in found:
        key = one.id, one.list, one.item
        if one.borne is not None and told.setdefault(key, one.borne) != one.borne:
            raise SettingsError(f"{path} says two things of {one.item!r} of {one.id}", hint="leave one of them")
    return told


def write_unjudged(path: Path, items: Iterable[Mapping[str, Any]]) -> int:
    """The items that need a judgement, in the form of judgements; returns how many."""
    wanted = [
        {"id": one["document"], "list": one["told_list"], "item": one["told"], "fields": one["told_fields"]}
        | {"quotes": one["evidence"], "borne": None, "why": ""}
        for one in items
        if one.get("judgement") == "unjudged"
    ]
    path.write_text(yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    return len(wanted)
