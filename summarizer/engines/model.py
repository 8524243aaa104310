"""The model engine: a window into a prompt, the prompt to an LLM, its answer as a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from ..documents import Document
from ..drafting import Answer
from ..grounding import objections
from ..llm import LLM, Request
from ..prompts import RECHECK, Prompt, describe, load_prompt
from ..windows import CHARACTERS, Window, excerpt, render


@dataclass(frozen=True)
class ModelEngine:
    """Drafts with a language model, a prompt and the schema that its answers must fit."""

    llm: LLM
    prompt: Prompt
    schema: type[BaseModel]
    """Of the draft, not of the brief."""
    window: int = CHARACTERS
    name: str = "model"

    async def draft(self, document: Document, window: Window) -> Answer:
        """One request, with one more where the answer breaks the schema or quotes what is not there."""
        return await self._ask(self.prompt, document, render(document, window))

    async def reconsider(self, document: Document, lines: Sequence[int]) -> Answer:
        """As `draft`, of single lines that a brief may have left out."""
        return await self._ask(load_prompt(RECHECK), document, excerpt(document, lines))

    async def _ask(self, prompt: Prompt, document: Document, lines: str) -> Answer:
        system, user = prompt.render(
            {"fields": describe(self.schema), "lines": lines, "title": _shown(document.title), "date": document.date}
        )
        reply = await self.llm.complete(
            Request(
                system=system,
                user=user,
                schema=self.schema,
                prompt=f"{prompt.name}@{prompt.sha256}",
                objections=partial(objections, document=document),
            )
        )
        return Answer(reply.answer, reply.usage, reply.model, reply.faults)


def _shown(title: str | None) -> str | None:
    """The title for the prompt: it stands outside the record, so it must not be able to open or close one."""
    return None if title is None else " ".join(title.replace("<", " ").replace(">", " ").split())[:200]
