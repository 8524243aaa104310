"""How cassettes are written: JSON bodies as YAML, real Unicode, no headers that a test does not need.

A body that is JSON is stored as a structure, and so is an answer inside it, so that a reader sees a
prompt and its answer as they are. Answers come first, where little is indented. What occurs twice (a prompt in
a re-ask) is stored once and referred to; what many cassettes share, the schema and the instructions, lies beside them in `cassettes/shared`, named by its hash.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from summarizer.files import from_yaml

KEPT_HEADERS = {"content-type", "retry-after", "retry-after-ms"}
ANSWER = "answer as JSON"
SHARED = Path(__file__).parent.parent / "cassettes" / "shared"
_APART = "shared"
_LONG = 3000  # characters


class _Dumper(yaml.SafeDumper):
    """Long texts as literal blocks."""

    def ignore_aliases(self, data: Any) -> bool:
        # Equal parts were made one object before; short ones are clearer written out.
        return not _is_long(data) and not (isinstance(data, str) and len(data) > 400)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # A literal block cannot hold a line that ends in a space, nor control characters.
    block = "\n" in text and not any(line.endswith((" ", "\t")) for line in text.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_representer(str, _text)


def serialize(cassette: dict[str, Any]) -> str:
    """Called by vcrpy to write a cassette."""
    shared: dict[str, Any] = {}
    interactions = []
    for interaction in cassette["interactions"]:
        request, response = interaction["request"], interaction["response"]
        interactions.append(
            {
                "request": {
                    "method": request["method"],
                    "uri": request["uri"],
                    "body": _share(_put_apart(_opened(request["body"])), shared),
                },
                "response": {
                    "status": response["status"],
                    "headers": {
                        name: value for name, value in response["headers"].items() if name.lower() in KEPT_HEADERS
                    },
                    "body": _share(_opened(response["body"]["string"]), shared),
                },
            }
        )
    said = [found for one in interactions for found in _answers(one["response"]["body"])]
    return yaml.dump(
        {"version": cassette["version"], "said": said, "interactions": interactions},
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,  # small parts on one line
        width=150,
    )


def _answers(body: Any) -> Iterator[Any]:
    """The answers in a body that come first in the file, by reference: they would stand deep inside."""
    for choice in body.get("choices", ()) if isinstance(body, dict) else ():
        content = choice["message"].get("content")
        if isinstance(content, dict) and _is_long(content[ANSWER]):
            yield content[ANSWER]


def _is_long(part: Any) -> bool:
    return isinstance(part, dict | list) and len(str(part)) > 400


def deserialize(text: str) -> dict[str, Any]:
    """Called by vcrpy to read one."""
    cassette: dict[str, Any] = from_yaml(text)
    cassette.pop("said", None)
    for interaction in cassette["interactions"]:
        request, response = interaction["request"], interaction["response"]
        request["body"] = _closed(_brought_back(request["body"]))
        request["headers"] = {}
        response["body"] = {"string": _closed(response["body"])}
    return cassette


def _put_apart(body: Any) -> Any:
    """A request with the name of a file for its instructions and for its schema."""
    if not isinstance(body, dict):
        return body
    put = dict(body)
    for name in ("response_format", "tools"):
        if name in put:
            put[name] = _filed(put[name])
    put["messages"] = [
        message | {"content": _filed(message["content"])} if message.get("role") == "system" else message
        for message in body.get("messages", [])
    ]
    return put


def _filed(part: Any) -> Any:
    text = part if isinstance(part, str) else json.dumps(part, indent=1, ensure_ascii=False)
    if len(text) < _LONG:
        return part
    path = SHARED / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}{'.md' if isinstance(part, str) else '.json'}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return {_APART: path.name}


def _brought_back(part: Any) -> Any:
    if isinstance(part, list):
        return [_brought_back(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == {_APART}:
        path = SHARED / part[_APART]
        text = path.read_bytes().decode()
        return text if path.suffix == ".md" else json.loads(text)
    return {key: _brought_back(value) for key, value in part.items()}


def _opened(body: Any) -> Any:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        opened = json.loads(text)
    except (TypeError, ValueError):
        return text
    for choice in opened.get("choices", ()) if isinstance(opened, dict) else ():
        message = choice.get("message") or {}
        try:
            message["content"] = {ANSWER: json.loads(message["content"])}
        except (KeyError, TypeError, ValueError):
            continue  # broken JSON stays as it was sent
    return opened


def _closed(body: Any) -> Any:
    if not isinstance(body, dict | list):
        return body
    body = json.loads(json.dumps(body))  # what YAML shares must not be shared any more
    for choice in body.get("choices", ()) if isinstance(body, dict) else ():
        content = (choice.get("message") or {}).get("content")
        if isinstance(content, dict):
            choice["message"]["content"] = json.dumps(content[ANSWER], ensure_ascii=False)
    return json.dumps(body, ensure_ascii=False)


def _share(part: Any, shared: dict[str, Any]) -> Any:
    """The same object for equal parts, so that YAML writes the second as a reference."""
    if isinstance(part, dict):
        part = {key: _share(value, shared) for key, value in part.items()}
    elif isinstance(part, list):
        part = [_share(value, shared) for value in part]
    elif not isinstance(part, str):
        return part
    return shared.setdefault(json.dumps(part, sort_keys=True), part)
