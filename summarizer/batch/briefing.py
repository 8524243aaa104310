"""How the briefs of a batch are made: the same for each document of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from ..bookkeeping import schema_sha256, versions
from ..engines.loops import breathe
from ..llm import LLM
from ..pipeline import Checking, briefed, engine_of, loaded
from ..prompts import load_prompt
from ..schemas import Brief, draft_schema
from .entry import Entry

B = TypeVar("B", bound=BaseModel, default=Brief)


@dataclass(frozen=True)
class Briefing(Generic[B]):
    """What `summarize` is told besides the document and the model."""

    schema: type[B] = Brief  # type: ignore[assignment]
    prompt: str | Path | None = None
    recheck: bool = False
    language: str | None = None

    def settings(self, model: str) -> dict[str, Any]:
        """All that shapes the briefs, for the ledger. Errors: `PromptError`, `SchemaError`."""
        shown: dict[str, Any] = {
            "model": model,
            "schema": f"{self.schema.__name__}@{schema_sha256(draft_schema(self.schema))[:16]}",
            "summarizer": versions()["summarizer"],
        }
        if model != "rules":
            prompt = load_prompt(self.prompt)
            shown |= {"prompt": f"{prompt.name}@{prompt.sha256}", "recheck": self.recheck, "language": self.language}
        return shown

    def with_model(self, llm: LLM | None, checking: Checking | None = None) -> Callable[[Entry], Awaitable[B]]:
        """The work of a `Runner`, in this process but for the checks, if `checking` does them elsewhere.

        Errors: `SettingsError`, `PromptError`.
        """
        engine = engine_of(llm, self.schema, self.prompt, self.recheck or self.language is not None)

        async def work(entry: Entry) -> B:
            await breathe()
            document = entry.load() if entry.is_small else await asyncio.to_thread(entry.load)
            return await briefed(
                loaded(document, None, self.schema),
                engine,
                self.schema,
                recheck=self.recheck,
                language=self.language,
                checking=checking,
            )

        return work
