"""Answers of a model kept beside the gold, one readable file for each document, and given again without a model.

A request is known by the hash of each of its parts, so that one which differs can be told by what changed. The text of
the document is not repeated, and neither the server's address nor a key is part of a hash or of a file.
"""

import hashlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .. import errors
from ..batch.ledger import paying
from ..batch.sources import safe
from ..documents import Document
from ..engines.accounts import Call, Kept
from ..engines.providers import COMPATIBLE, PROVIDERS, Endpoint, Options
from ..errors import ProviderError, SettingsError, SummarizerError
from ..llm import Usage
from ..prompts import Prompt

_FORMAT = 1
_SCHEMA = ("response_format", "tools", "tool_choice", "functions", "function_call")
_NOWHERE = "http://recording.invalid/v1"
_KEPT_OPTIONS = ("mode", "temperature", "max_output_tokens", "context_tokens", "extra")
_JSON = "json"
_BREAKS = set("\r\x85\u2028\u2029\ufeff")
_ENDS_IN_SPACE = re.compile(r"[ \t](?:\n|\Z)")
_TOLD = {
    "schema": "the schema of the answer changed",
    "system": "the prompt's instructions changed",
    "user": "the document as the prompt shows it changed (its lines, or where it is divided into windows)",
    "parameters": "the model or its parameters changed",
    "later": "what the model is told of its first answer changed",
}

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


class Recordings:
    """The account of an evaluation (`engines.accounts.Account`): a folder of recordings.

    In a replay nothing is asked: what is not recorded is an error that says which part of the request changed.
    """

    def __init__(self, folder: Path, prompt: Prompt, endpoint: Endpoint | None = None) -> None:
        """endpoint: that the answers come from; None for a replay."""
        self.folder = folder
        self.prompt = {"name": prompt.name, "sha256": prompt.sha256}
        self._endpoint = endpoint
        self._open: dict[str, Recording] = {}
        self._before: dict[str, Recording | None] = {}
        self._used: dict[str, list[Parts]] = {}
        if endpoint is None and not folder.is_dir():
            raise SettingsError(f"there is no folder {folder}", hint="name the folder that --record wrote")

    def begin(self, own: str, document: Document) -> None:
        """Before anything is asked about a document. Errors: `SettingsError`."""
        before = _read(self._path(own))
        if self._endpoint is None and before is None:
            raise SettingsError(f"there is no recording of {own} in {self.folder}", hint=_again(self.folder))
        self._before[own] = before
        self._used[own] = []
        if self._endpoint is None:
            assert before is not None
            now = Recording(own, document.sha256, self.prompt, before.model, before.endpoint, before.exchanges)
        else:
            model = {"asked": self._endpoint.model, "served": before.model["served"] if before else None}
            kept = before.exchanges if before else []
            now = Recording(own, document.sha256, self.prompt, model, shaping(self._endpoint), list(kept))
        self._open[own] = now

    def end(self, own: str) -> None:
        """After all was asked: what was recorded of other requests, of an earlier prompt perhaps, is let go."""
        if self._endpoint is None:
            return
        now = self._open[own]
        now.exchanges = [one for one in now.exchanges if one["request"] in self._used[own]]
        if now != self._before[own] and now.exchanges:
            _write(self._path(own), now)

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; an answer counts as paid for, so that a replay costs what the recording did."""
        own, parts = paying.get(), parts_of(call.body)
        found = self._open[own].find(parts)
        if found is None or "answer" not in found:
            return None
        self._used[own].append(parts)
        return Kept(json.dumps(_closed(found["answer"]), ensure_ascii=False), own=True)

    async def allow(self, call: Call) -> None:
        """As `Account.allow`: a request that failed for good fails again, and a replay asks nothing."""
        own, parts = paying.get(), parts_of(call.body)
        found = self._open[own].find(parts)
        if found is not None and "failure" in found:
            kind: type[ProviderError] = getattr(errors, found["failure"])
            if self._endpoint is None or not kind.transient:
                self._used[own].append(parts)
                raise kind(f"the recording of {own} holds a failure, {kind.__name__}, in place of an answer")
        if self._endpoint is None:
            raise self._unknown(own, parts)

    async def keep(self, call: Call, answer: str, usage: Usage) -> None:
        """As `Account.keep`."""
        own, parts = paying.get(), parts_of(call.body)
        opened = _opened(json.loads(answer))
        self._open[own].model["served"] = opened["model"]
        self._put(own, parts, answer=opened)

    def release(self, call: Call) -> None:
        """As `Account.release`: where nothing was kept, the failure that is under way is what became of the request."""
        own, parts = paying.get(), parts_of(call.body)
        fault = sys.exception()
        if fault is None and parts not in self._used[own]:
            fault = errors.ProviderFault("an answer without choices")
        if isinstance(fault, ProviderError):
            self._put(own, parts, failure=type(fault).__name__)

    def _put(self, own: str, parts: Parts, **became: Any) -> None:
        self._used[own].append(parts)
        self._open[own].put(parts, **became)
        _write(self._path(own), self._open[own])

    def _path(self, own: str) -> Path:
        return self.folder.joinpath(*map(safe, own.split("/"))).with_name(f"{safe(own.rpartition('/')[2])}.yaml")

    def _unknown(self, own: str, parts: Parts) -> SummarizerError:
        """What differs from what was recorded: as the heads say, else from the request that it is most like."""
        now, before = self._open[own], self._before[own]
        assert before is not None
        told = []
        if before.prompt != now.prompt:
            told.append(f"the prompt changed ({_named(before.prompt)} was recorded, {_named(now.prompt)} is asked)")
        if before.source_sha256 != now.source_sha256:
            told.append("the document changed")
        if not told and now.exchanges:
            near = max(
                now.exchanges, key=lambda one: sum(one["request"].get(name) == value for name, value in parts.items())
            )
            changed = [name for name in _TOLD if near["request"].get(name) != parts.get(name)]
            told += [_TOLD[name] for name in changed if not (name == "system" and "schema" in changed)]
        reason = "; ".join(told) or "nothing was recorded of it"
        return SettingsError(f"{own} is not in the recording as it is asked now: {reason}", hint=_again(self.folder))


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


def shaping(endpoint: Endpoint) -> dict[str, Any]:
    """What of an endpoint shapes its requests, to make the same ones without it."""
    options = {name: value for name in _KEPT_OPTIONS if (value := getattr(endpoint.options, name))}
    if endpoint.options.temperature is not None:
        options["temperature"] = endpoint.options.temperature
    return {"provider": endpoint.provider.name} | {
        key: dict(value) if key == "extra" else value for key, value in options.items()
    }


def recorded_endpoint(folder: Path) -> Endpoint:
    """Where the requests of a replay would go: nowhere, but made as they were for the recording.

    Errors: `SettingsError`.
    """
    path = next(iter(sorted(folder.rglob("*.yaml"))), None)
    found = _read(path) if path else None
    if found is None:
        raise SettingsError(f"{folder} holds no recording", hint=_again(folder))
    provider = PROVIDERS.get(found.endpoint["provider"], COMPATIBLE)
    options = Options(attempts=1, **{key: value for key, value in found.endpoint.items() if key != "provider"})
    return Endpoint(provider, str(found.model["asked"]), _NOWHERE, "none", options)


def _again(folder: Path) -> str:
    return f"record it again: summarizer eval GOLD --model NAME --base-url URL --record {folder}"


def _named(prompt: Mapping[str, str]) -> str:
    return f"{prompt['name']}@{prompt['sha256'][:8]}"


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


def _opened(completion: dict[str, Any]) -> dict[str, Any]:
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


def _closed(answer: dict[str, Any]) -> dict[str, Any]:
    """The completion again."""
    message = json.loads(json.dumps(answer["message"]))
    message["content"] = _written(message.get("content"))
    for call in message.get("tool_calls", ()):
        call["function"]["arguments"] = _written(call["function"]["arguments"])
    choice = {"index": 0, "finish_reason": answer["finish_reason"], "message": message}
    head = {"id": "recorded", "object": "chat.completion", "created": 0, "model": answer["model"]}
    return head | {"choices": [choice], "usage": answer["usage"] or None}


def _written(content: Any) -> Any:
    return json.dumps(content[_JSON], ensure_ascii=False) if isinstance(content, dict) else content


def _read(path: Path) -> Recording | None:
    """The recording in a file; None where there is no file. Errors: `SettingsError`."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if found.pop("recording") != _FORMAT:
            raise ValueError
        return Recording(**found)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, yaml.YAMLError) as error:
        raise SettingsError(
            f"{path} is no recording that can be read", hint="remove it, and record it again"
        ) from error


def _write(path: Path, recording: Recording) -> None:
    """In one step: whoever kills the run finds the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(
        {"recording": _FORMAT} | asdict(recording), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=150
    )
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as part:
        part.write(text)
    os.replace(part.name, path)


class _Dumper(yaml.SafeDumper):
    """Long texts as literal blocks, and nothing by reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # A literal block cannot hold a line that ends in a space, and only quotes keep what Unicode takes for line breaks.
    style = '"' if _BREAKS & set(text) else "|" if "\n" in text and not _ENDS_IN_SPACE.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
