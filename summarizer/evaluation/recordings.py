"""Answers of a model kept beside the gold, one readable file for each document, and given again without a model.

A request is known by the hash of each of its parts, so that one which differs can be told by what changed. The text of
the document is not repeated, and neither the server's address nor a key is part of a hash or of a file.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import errors
from ..batch.accounts.ledger import paying
from ..batch.inputs.ids import safe
from ..documents import Document
from ..engines.accounts import Call, Kept
from ..engines.providers import COMPATIBLE, PROVIDERS, Endpoint, Options
from ..errors import ProviderError, SettingsError, SummarizerError
from ..llm import Usage
from ..prompts import Prompt
from .exchanges import Parts, Recording, closed, opened, parts_of, read_recording, write_recording

_NOWHERE = "http://recording.invalid/v1"
_KEPT_OPTIONS = ("mode", "temperature", "max_output_tokens", "context_tokens", "extra")
_TOLD = {
    "schema": "the schema of the answer changed",
    "system": "the prompt's instructions changed",
    "user": "the document as the prompt shows it changed (its lines, or where it is divided into windows)",
    "parameters": "the model or its parameters changed",
    "later": "what the model is told of its first answer changed",
}


class Recordings:
    """The account of an evaluation (`engines.accounts.Account`): a folder of recordings.

    In a replay nothing is asked: what is not recorded is an error that says which part of the request changed.
    """

    def __init__(self, folder: Path, prompt: Prompt, endpoint: Endpoint | None) -> None:
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
        before = read_recording(self._path(own))
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
            write_recording(self._path(own), now)

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; an answer counts as paid for, so that a replay costs what the recording did."""
        own, parts = paying.get(), parts_of(call.body)
        found = self._open[own].find(parts)
        if found is None or "answer" not in found:
            return None
        self._used[own].append(parts)
        return Kept(json.dumps(closed(found["answer"]), ensure_ascii=False), own=True)

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
        shown = opened(json.loads(answer))
        self._open[own].model["served"] = shown["model"]
        self._put(own, parts, answer=shown)

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
        write_recording(self._path(own), self._open[own])

    def _path(self, own: str) -> Path:
        return self.folder.joinpath(*map(safe, own.split("/"))).with_name(f"{safe(own.rpartition('/')[2])}.yaml")

    def _unknown(self, own: str, parts: Parts) -> SummarizerError:
        """The error that says how a request differs from the recording: in prompt or document, else from the most similar one."""
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


def shaping(endpoint: Endpoint) -> dict[str, Any]:
    """The settings of an endpoint that shape its requests, so that a replay makes the same ones."""
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
    found = read_recording(path) if path else None
    if found is None:
        raise SettingsError(f"{folder} holds no recording", hint=_again(folder))
    provider = PROVIDERS.get(found.endpoint["provider"], COMPATIBLE)
    options = Options(attempts=1, **{key: value for key, value in found.endpoint.items() if key != "provider"})
    return Endpoint(provider, str(found.model["asked"]), _NOWHERE, "none", options)


def _again(folder: Path) -> str:
    return f"record it again: summarizer eval GOLD --model NAME --base-url URL --record {folder}"


def _named(prompt: Mapping[str, str]) -> str:
    return f"{prompt['name']}@{prompt['sha256'][:8]}"
