"""A finished brief read as what it claims, so that it can be checked again by whoever received it."""

import json
from typing import Any

from pydantic import ValidationError

from .documents import Document
from .schemas import CheckedBrief, Coverage, Evidenced, LineRange, Source, When

_BOOKKEEPING = set(CheckedBrief.model_fields)
_JUDGED = set(Evidenced.model_fields) - {"evidence"}


def as_draft(text: str | bytes) -> str:
    """The JSON text of a draft as it is; that of a brief without all that code had filled in. Errors: `UnicodeDecodeError`."""
    text = _decoded(text)
    brief = _brief(text)
    if brief is None:
        return text  # whoever reads it as a draft says what is wrong
    return json.dumps({name: _claimed(value, name) for name, value in brief.items() if name not in _BOOKKEEPING})


def unread_in(text: str | bytes, document: Document) -> list[tuple[LineRange, str]]:
    """The lines that nobody had read when a brief of this very text was made, with the reasons: no check makes up for
    that. Empty for a draft. Errors: `UnicodeDecodeError`."""
    brief = _brief(_decoded(text)) or {}
    try:
        source, coverage = Source.model_validate(brief.get("source")), Coverage.model_validate(brief.get("coverage"))
    except ValidationError:
        return []
    if source.sha256 != document.sha256:
        return []
    last = len(document.segments)
    runs = [(max(begin, 1), min(end, last)) for begin, end in coverage.unread]
    reasons = coverage.unread_reasons or ["it was not read when the brief was made"]
    return [(run, reason) for run in runs for reason in reasons]


def _decoded(text: str | bytes) -> str:
    # UTF-8, or UTF-16 as some shells write it
    return text.decode(json.detect_encoding(text)) if isinstance(text, bytes) else text


def _brief(text: str) -> dict[str, Any] | None:
    """The fields of a brief; None for what is none."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and str(data.get("format", "")).startswith("brief/") else None


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
