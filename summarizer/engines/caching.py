"""Answers that were paid for once, kept in a folder."""

import asyncio
import hashlib
import json
import logging
import os
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from weakref import WeakValueDictionary

from pydantic import BaseModel

from ..errors import InvalidAnswer, SettingsError
from ..files import replace_file
from ..llm import LLM, Reply, Request, Usage
from .loops import PerLoop
from .parsing.answers import salvage
from .wrapping import Wrapper

_FORMAT = 1
_log = logging.getLogger(__name__)


class Cached(Wrapper):
    """Answers from a folder what was answered before; asks, and keeps, the rest.

    One JSON file for each answer, `<2 digits of its key>/<key>.json`, put in place in one step: several
    processes may share the folder, and a kill leaves no half entry that counts. The key is
    everything that shapes the answer: model, endpoint and parameters, prompt, messages, schema.
    An entry that cannot be read is asked for again and overwritten. Errors are never kept.
    """

    def __init__(self, inner: LLM, folder: str | os.PathLike[str]) -> None:
        super().__init__(inner)
        self.folder = Path(folder)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # entries quote the documents
        except OSError as error:
            raise SettingsError(
                f"the cache folder {self.folder} cannot be made: {error.strerror}", hint="name another folder"
            ) from error
        self._busy: PerLoop[WeakValueDictionary[str, asyncio.Lock]] = PerLoop(WeakValueDictionary)

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`; a hit counts as such and as no request, no token and no cost."""
        key = self._key(request)
        entry = self.folder / key[:2] / f"{key}.json"
        # Of requests that are the same, the first one pays and the others find its answer.
        async with self._busy.get().setdefault(key, asyncio.Lock()):
            if (kept := _load(entry, request.schema)) is not None:
                return kept
            reply = await self.inner.complete(request)
            self._keep(entry, reply, request)
            return reply

    def _key(self, request: Request) -> str:
        parts = [
            _FORMAT,
            self.name,
            request.system,
            request.user,
            _schema_text(request.schema),
            request.prompt,
            request.objections is not None,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _keep(self, entry: Path, reply: Reply, request: Request) -> None:
        content = {
            "format": _FORMAT,
            "llm": self.name,
            "prompt": request.prompt,
            "schema": request.schema.__name__,
            "model": reply.model,
            "usage": asdict(reply.usage),
            "raw": reply.raw,
        }
        try:
            entry.parent.mkdir(mode=0o700, exist_ok=True)
            replace_file(entry, json.dumps(content).encode(), mode=0o600)
        except OSError as error:
            # The answer is at hand and paid for: a full disk must not cost it.
            _log.warning("an answer could not be kept in %s: %s", self.folder, error.strerror)


def _load(entry: Path, schema: type[BaseModel]) -> Reply | None:
    """The reply that an entry holds; None where there is none, or none that can be read."""
    try:
        content = json.loads(entry.read_bytes())
        raw, model = content["raw"], content["model"]
        answer, faults, *_ = salvage(raw, schema)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, InvalidAnswer) as error:
        _log.warning("the cache entry %s cannot be read (%s) and is made anew", entry.name, type(error).__name__)
        return None
    return Reply(answer=answer, raw=raw, model=model, usage=Usage(cache_hits=1), faults=faults)


@lru_cache(maxsize=64)
def _schema_text(schema: type[BaseModel]) -> str:
    return json.dumps(schema.model_json_schema(), sort_keys=True)
