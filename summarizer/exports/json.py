"""A brief as JSON: the items first, the bookkeeping after them."""

import json

from ..schemas import CheckedBrief

_LAST = ("coverage", "rejected", "merges", "source", "run")


def to_json(brief: CheckedBrief) -> str:
    """The brief as indented JSON, in real Unicode; `type(brief).model_validate_json` reads it back without loss."""
    fields = brief.model_dump(mode="json", exclude={"merges"} if brief.merges is None else None)
    ordered = {name: value for name, value in fields.items() if name not in _LAST}
    ordered |= {name: fields[name] for name in _LAST if name in fields}
    return json.dumps(ordered, indent=2, ensure_ascii=False) + "\n"
