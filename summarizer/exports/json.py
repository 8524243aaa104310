"""A brief as JSON: the items first, the bookkeeping after them."""

from typing import Any

from pydantic_core import to_json as to_json_bytes

from ..schemas import CheckedBrief

_LAST = ("coverage", "rejected", "merges", "source", "run")


def to_json(brief: CheckedBrief) -> str:
    """The brief as indented JSON, in real Unicode; `type(brief).model_validate_json` reads it back without loss."""
    return to_json_bytes(in_order(brief), indent=2).decode() + "\n"


def in_order(brief: CheckedBrief) -> dict[str, Any]:
    """The fields of the brief as JSON has them, in the order in which they are written."""
    fields = brief.model_dump(mode="json", exclude={"merges"} if brief.merges is None else None)
    ordered = {name: value for name, value in fields.items() if name not in _LAST}
    return ordered | {name: fields[name] for name in _LAST if name in fields}
