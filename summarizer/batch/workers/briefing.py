"""How the briefs of a batch are made: the same for each document of it, in whichever process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from ...bookkeeping import schema_sha256, versions
from ...drafting import Engine
from ...engines.choice import engine_of, refuse_misshapen
from ...engines.loops import breathe
from ...engines.providers import Endpoint
from ...llm import LLM
from ...prompts import brief_prompt
from ...schemas import Brief, draft_schema
from ..inputs.entry import Entry
from ..results.output import Output
from .attempt import Finished, Work, finished

B = TypeVar("B", bound=BaseModel, default=Brief)


@dataclass(frozen=True)
class Briefing(Generic[B]):
    """What `summarize` is told besides the document and the model. Errors: `SchemaError`."""

    schema: type[B] = Brief  # type: ignore[assignment]
    prompt: str | Path | None = None
    recheck: bool = False
    language: str | None = None

    def __post_init__(self) -> None:
        refuse_misshapen(self.schema)

    def settings(self, model: str) -> dict[str, Any]:
        """All that shapes the briefs, for the ledger. Errors: `PromptError`, `SchemaError`."""
        shown: dict[str, Any] = {
            "model": model,
            "schema": f"{self.schema.__name__}@{schema_sha256(draft_schema(self.schema))[:16]}",
            "summarizer": versions()["summarizer"],
        }
        if model != "rules":
            prompt = brief_prompt(self.prompt)
            shown |= {"prompt": f"{prompt.name}@{prompt.sha256}", "recheck": self.recheck, "language": self.language}
        return shown

    def engine(self, llm: LLM | None) -> Engine:
        """What drafts. llm: None for the built-in rules. Errors: `SettingsError`, `PromptError`."""
        return engine_of(llm, self.schema, self.prompt, self.recheck or self.language is not None)

    def work(self, llm: LLM | None, output: Output | None = None) -> Work[B]:
        """The work of a `Runner`, in this process. output: in whose forms a brief is wanted. Errors: as `engine`."""
        from ...pipeline import briefed, loaded  # which a process that lets others make the briefs does not need

        engine = self.engine(llm)

        async def work(entry: Entry) -> Finished[B]:
            await breathe()
            document = loaded(await entry.read(), None, self.schema)
            brief = await briefed(document, engine, self.schema, recheck=self.recheck, language=self.language)
            await breathe()
            return finished(brief, document, output)

        return work


@dataclass(frozen=True)
class Setup:
    """What a process has to know to make briefs for a batch."""

    briefing: Briefing[Any]
    endpoint: Endpoint | None = None
    """None: the built-in rules."""
    output: Output | None = None
    """For None the briefs themselves are given back."""
    deadline: float | None = None
    """Seconds for one document."""
