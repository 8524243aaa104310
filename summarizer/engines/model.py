"""The model engine: a window into a prompt, the prompt to an LLM, its answer as a draft."""

from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from ..documents import Document
from ..drafting import Answer
from ..grounding import objections
from ..llm import LLM, Request
from ..prompts import Prompt, describe
from ..windows import CHARACTERS, Window, render


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
        system, user = self.prompt.render(
            {
                "fields": describe(self.schema),
                "lines": render(document, window),
                "title": document.title,
                "date": document.date,
            }
        )
        reply = await self.llm.complete(
            Request(
                system=system,
                user=user,
                schema=self.schema,
                prompt=f"{self.prompt.name}@{self.prompt.sha256}",
                objections=partial(objections, document=document),
            )
        )
        return Answer(reply.answer, reply.usage, reply.model, reply.faults)
