"""The form of a recording: requests by the hashes of their parts, answers as a reader sees them, a YAML file for each document."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..errors import SettingsError
from ..files import from_yaml, replace_file

_FORMAT = 1
_SCHEMA = ("response_format", "tools", "tool_choice", "functions", "function_call")
_JSON = "json"
_SAID = "said"
_BREAKS = set("\r\x85\u2028\u2029\ufeff")
_LONG = 200  # characters of what is worth a reference
_SHORT = 12  # characters of what may stand in a list on one line
_ENDS_IN_SPACE = re.compile(r"[ \t](?:\n|\Z)")

Parts = dict[str, str]
"""The sha256 of each part of a request: system, user, schema, parameters, and what follows in a re-ask."""


@dataclass
class Recording:
    """What a model answered about one document."""

    document: str
    source_sha256: str
    prompt: dict[str, str]
    model: dict[str, str | None]
    endpoint: dict[str, Any]
    exchanges: list[dict[str, Any]] = field(default_factory=list)

    def find(self, parts: Parts) -> dict[str, Any] | None:
        """The exchange of that request."""
        return next((one for one in self.exchanges if one["request"] == parts), None)

    def put(self, parts: Parts, **became: Any) -> None:
        """What became of a request, in the place of what became of it before."""
        made = {"request": parts} | became
        if (before := self.find(parts)) is not None:
            self.exchanges[self.exchanges.index(before)] = made
        else:
            self.exchanges.append(made)


def parts_of(body: Mapping[str, Any]) -> Parts:
    """The parts of a request by their hashes. An answer in it that is JSON counts by what it says."""
    messages = list(body.get("messages", ()))
    system = [message for message in messages[:1] if message.get("role") == "system"]
    user, later = messages[len(system) : len(system) + 1], messages[len(system) + 1 :]
    rest = {key: value for key, value in body.items() if key not in (*_SCHEMA, "messages")}
    parts = {
        "system": _hash(system),
        "user": _hash(user),
        "schema": _hash({key: body[key] for key in _SCHEMA if key in body}),
        "parameters": _hash(rest),
    }
    return parts | ({"later": _hash(_settled(later))} if later else {})


def _hash(part: Any) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()


def _settled(part: Any) -> Any:
    """With every text that is JSON replaced by what it says: its spaces are not kept."""
    if isinstance(part, list):
        return [_settled(each) for each in part]
    if isinstance(part, dict):
        return {key: _settled(value) for key, value in part.items() if value is not None}
    return _loaded(part) if isinstance(part, str) else part


def _loaded(text: str) -> Any:
    """A text as JSON, where it is an object or a list that comes back as it is; else the text."""
    try:
        found = json.loads(text, object_pairs_hook=_once)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, dict | list) else text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key that is given twice")
    return dict(pairs)


def opened(completion: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a completion, its JSON as a structure."""
    choice = completion["choices"][0]
    message = {key: value for key, value in choice["message"].items() if value}
    message["content"] = _parted(choice["message"].get("content"))
    for call in message.get("tool_calls", ()):
        call["function"]["arguments"] = _parted(call["function"]["arguments"])
    return {
        "model": completion.get("model"),
        "finish_reason": choice.get("finish_reason"),
        "usage": {key: value for key, value in (completion.get("usage") or {}).items() if value is not None},
        "message": message,
    }


def _parted(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    found = _loaded(text)
    return text.encode("utf-8", "replace").decode() if found is text else {_JSON: found}


def closed(answer: dict[str, Any]) -> dict[str, Any]:
    """The completion again from what `opened` kept of it."""
    message = json.loads(json.dumps(answer["message"]))
    message["content"] = _written(message.get("content"))
    for call in message.get("tool_calls", ()):
        call["function"]["arguments"] = _written(call["function"]["arguments"])
    choice = {"index": 0, "finish_reason": answer["finish_reason"], "message": message}
    head = {"id": "recorded", "object": "chat.completion", "created": 0, "model": answer["model"]}
    return head | {"choices": [choice], "usage": answer["usage"] or None}


def _written(content: Any) -> Any:
    return json.dumps(content[_JSON], ensure_ascii=False) if isinstance(content, dict) else content


def read_recording(path: Path) -> Recording | None:
    """The recording in a file; None where there is no file. Errors: `SettingsError`."""
    try:
        found = from_yaml(path.read_text(encoding="utf-8"))
        if found.pop("recording") != _FORMAT:
            raise ValueError
        found.pop(_SAID, None)
        return Recording(**found)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, yaml.YAMLError) as error:
        raise SettingsError(
            f"{path} is no recording that can be read", hint="remove it, and record it again"
        ) from error


def write_recording(path: Path, recording: Recording) -> None:
    """Write a recording in one step: whoever kills the run finds the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = asdict(recording)
    exchanges = fields.pop("exchanges")
    text = yaml.dump(
        _repeated_once({"recording": _FORMAT} | fields | {_SAID: _said(exchanges), "exchanges": exchanges}, {}),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=1000,
    )
    replace_file(path, text.encode())


def _said(exchanges: list[dict[str, Any]]) -> list[Any]:
    """The answers that are JSON, which come first: an exchange refers to its own, where it would stand deep inside."""
    contents = [one["answer"]["message"]["content"] for one in exchanges if "answer" in one]
    return [found[_JSON] for found in contents if isinstance(found, dict) and _is_long(found[_JSON])]


class _Dumper(yaml.SafeDumper):
    """Long texts as literal blocks, a quote and its line on one line; by reference only what an answer repeats."""

    def ignore_aliases(self, data: Any) -> bool:
        return not _is_long(data)


def _is_long(data: Any) -> bool:
    return isinstance(data, dict) and len(str(data)) > _LONG


def _repeated_once(part: Any, seen: dict[str, Any]) -> Any:
    """The same, with one object for equal ones: an answer that was asked for again repeats most of the first."""
    if isinstance(part, list):
        return [_repeated_once(one, seen) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _repeated_once(one, seen) for key, one in part.items()}
    return seen.setdefault(json.dumps(made), made)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # A literal block cannot hold a line that ends in a space, and only quotes keep what Unicode takes for line breaks.
    style = '"' if _BREAKS & set(text) else "|" if "\n" in text and not _ENDS_IN_SPACE.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: yaml.SafeDumper, mapping: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=mapping.keys() == {"line", "quote"})


def _sequence(dumper: yaml.SafeDumper, sequence: list[Any]) -> yaml.Node:
    is_short = all(isinstance(one, str) and len(one) <= _SHORT for one in sequence)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", sequence, flow_style=is_short)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _sequence)
