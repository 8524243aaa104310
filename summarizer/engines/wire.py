"""The JSON schema of an answer as it travels with a request."""

import re
from typing import Any

from pydantic import BaseModel

# What OpenAI's enforced schemas may not contain; a schema with any of it is sent as advice.
_NOT_ENFORCED = {"oneOf", "allOf", "not", "if", "prefixItems", "patternProperties", "dependentRequired"}
_NOT_A_NAME = re.compile(r"[^a-zA-Z0-9_-]")


def wire_name(schema: type[BaseModel]) -> str:
    """A name that providers accept, also for a generic class such as `Board[Item]`."""
    return _NOT_A_NAME.sub("_", schema.__name__)[:64]


def wire_schema(schema: type[BaseModel], *, strict: bool) -> tuple[dict[str, Any], bool]:
    """The JSON schema to send, and whether it is in the form that can be enforced.

    That form, wanted with `strict`, requires every field and has no defaults and no unknown fields: what
    is optional in the class is nullable or an empty list there.
    """
    plain = schema.model_json_schema() | {"title": wire_name(schema)}
    if strict and "properties" in plain:
        try:
            return _enforced(plain, plain.get("$defs", {})), True
        except _NotEnforceable:
            pass
    return plain, False


class _NotEnforceable(Exception):
    pass


def _enforced(part: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """One schema, and all within it, in the enforced form."""
    if part.keys() & _NOT_ENFORCED:
        raise _NotEnforceable
    if "$ref" in part and len(part) > 1:  # a reference may have no neighbours, so what it names is put in its place
        named = definitions[part["$ref"].removeprefix("#/$defs/")]
        part = named | {key: value for key, value in part.items() if key != "$ref"}
    made = {key: value for key, value in part.items() if key != "default"}
    for key in ("properties", "$defs"):
        if key in part:
            made[key] = {name: _enforced(inner, definitions) for name, inner in part[key].items()}
    if isinstance(part.get("items"), dict):
        made["items"] = _enforced(part["items"], definitions)
    if "anyOf" in part:
        made["anyOf"] = [_enforced(branch, definitions) for branch in part["anyOf"]]
    if part.get("type") == "object":
        if part.get("additionalProperties", False) is not False:
            raise _NotEnforceable  # a mapping with keys of its own
        made["additionalProperties"] = False
        made["required"] = list(part.get("properties", {}))
    return made
