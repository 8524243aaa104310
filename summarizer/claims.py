"""A finished brief read as what it claims, so that it can be checked again by whoever received it."""

import json
from typing import Any

from .schemas import CheckedBrief, Evidenced, When

_BOOKKEEPING = set(CheckedBrief.model_fields)
_JUDGED = set(Evidenced.model_fields) - {"evidence"}


def as_draft(text: str | bytes) -> str:
    """The JSON text of a draft as it is; that of a brief without all that code had filled in. Errors: `UnicodeDecodeError`."""
    if isinstance(text, bytes):
        text = text.decode(json.detect_encoding(text))  # UTF-8, or UTF-16 as some shells write it
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return text  # whoever reads it as a draft says what is wrong
    if not (isinstance(data, dict) and str(data.get("format", "")).startswith("brief/")):
        return text
    return json.dumps({name: _claimed(value, name) for name, value in data.items() if name not in _BOOKKEEPING})


def _claimed(value: Any, name: str = "") -> Any:
    if isinstance(value, list):
        return [_claimed(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    if "words" in value and set(value) <= set(When.model_fields):
        return value["words"]
    if name == "evidence":
        return {"line": value.get("line"), "quote": value.get("quote")}
    checked = value | (value.get("original") or {})  # a translation is no claim about the source's words
    return {name: _claimed(one, name) for name, one in checked.items() if name not in _JUDGED}
