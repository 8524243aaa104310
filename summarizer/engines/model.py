"""The model engine: a window into a prompt, the prompt to an LLM, its answer as a draft."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from pydantic import BaseModel

from ..documents import Document
from ..drafting import Answer
from ..errors import PromptError
from ..grounding import objections
from ..llm import LLM, Limits, Request
from ..prompts import RECHECK, Prompt, describe, load_prompt
from ..windows import Window, excerpt, portions, render, split
from ..words.tokens import estimate
from .room import learn, learnt_ratio, room


@dataclass(frozen=True)
class ModelEngine:
    """Drafts with a language model, a prompt and the schema that its answers must fit."""

    llm: LLM
    prompt: Prompt
    schema: type[BaseModel]
    """The schema of the draft, not of the brief."""
    name: str = "model"

    def __post_init__(self) -> None:
        if "lines" not in self.prompt.expects:
            raise PromptError(
                f"{self.prompt.file} does not expect `lines`, so that a model would see nothing of a document",
                hint="a prompt of briefs may expect fields, lines, title and date",
            )

    def windows(self, document: Document) -> list[Window]:
        """The document in windows that fit the model's context beside the prompt and the answer."""
        return split(document, self._room(self.prompt, document))

    def portions(self, document: Document, lines: Sequence[int]) -> list[list[int]]:
        """Single lines in portions that fit likewise."""
        return portions(document, lines, self._room(load_prompt(RECHECK), document))

    async def draft(self, document: Document, window: Window) -> Answer:
        """One request, with one more where the answer breaks the schema or quotes what is not there."""
        return await self._ask(self.prompt, document, render(document, window), may_be_empty=False)

    async def reconsider(self, document: Document, lines: Sequence[int]) -> Answer:
        """As `draft`, of single lines that a brief may have left out."""
        return await self._ask(load_prompt(RECHECK), document, excerpt(document, lines))

    async def _ask(self, prompt: Prompt, document: Document, lines: str, *, may_be_empty: bool = True) -> Answer:
        system, user = self._messages(prompt, document, lines)
        tokens = self._size(system, user)
        reply = await self.llm.complete(
            Request(
                system=system,
                user=user,
                schema=self.schema,
                prompt=f"{prompt.name}@{prompt.sha256}",
                tokens=tokens,
                objections=partial(objections, document=document, may_be_empty=may_be_empty),
            )
        )
        learn(self.llm.name, tokens, reply.usage)
        return Answer(reply.answer, reply.usage, reply.model, reply.faults)

    def prompt_tokens(self, document: Document, window: Window) -> float:
        """Of the question about this window, as far as is known before it is asked."""
        return self._size(*self._messages(self.prompt, document, render(document, window))) * self._ratio

    def _messages(self, prompt: Prompt, document: Document, lines: str) -> tuple[str, str]:
        return prompt.render(
            {"fields": describe(self.schema), "lines": lines, "title": _shown(document.title), "date": document.date}
        )

    def _room(self, prompt: Prompt, document: Document) -> int:
        """Tokens of a window, settled before the first request of a document: no answer changes them."""
        without_lines = self._size(*self._messages(prompt, document, ""))
        return room(self._limits, without_lines, self._ratio)

    def _size(self, system: str, user: str) -> float:
        schema = _schema_tokens(self.schema) if self._limits.reads_schema else 0
        return estimate(system) + estimate(user) + schema

    @property
    def _ratio(self) -> float:
        return self._limits.ratio or learnt_ratio(self.llm.name)

    @property
    def _limits(self) -> Limits:
        return getattr(self.llm, "limits", Limits())


@lru_cache(maxsize=64)
def _schema_tokens(schema: type[BaseModel]) -> float:
    return estimate(json.dumps(schema.model_json_schema()))


def _shown(title: str | None) -> str | None:
    """The title for the prompt, on one line: it stands outside the record."""
    return None if title is None else " ".join(title.split())[:200]
