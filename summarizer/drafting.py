"""Let an engine draft every window of a document; one that fails costs only itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import BaseModel

from .documents import Document
from .errors import AnswerCutOff, ContextTooLong, ModelError, ProviderError, SummarizerError
from .llm import Fault, Usage
from .windows import Window


@dataclass(frozen=True)
class Answer:
    """What an engine makes of one window."""

    draft: BaseModel
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    faults: tuple[Fault, ...] = ()


class Engine(Protocol):
    """What turns a window into a draft."""

    @property
    def name(self) -> str:
        """`rules` or `model`, for the reader of the brief."""
        ...

    @property
    def window(self) -> int:
        """The most characters of source that it takes at once."""
        ...

    async def draft(self, document: Document, window: Window) -> Answer:
        """Claims about these lines. Errors: `ProviderError`, `ModelError`."""
        ...


@dataclass
class Drafted:
    """The drafts of a document in its own order, what could not be read, and what all of it cost."""

    drafts: list[BaseModel] = field(default_factory=list)
    unread: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    """Runs of lines that no draft covers, each with the reason."""
    faults: list[Fault] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    model: str | None = None

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(
            self.drafts + other.drafts,
            self.unread + other.unread,
            self.faults + other.faults,
            self.usage + other.usage,
            self.model or other.model,
        )


async def draft(engine: Engine, document: Document, windows: Sequence[Window]) -> Drafted:
    """Draft all windows concurrently. Raises the first error only where not one window could be read."""
    failures: list[SummarizerError] = []
    parts = await asyncio.gather(*(_draft(engine, document, window, failures) for window in windows))
    drafted = sum(parts, Drafted())
    if failures and not drafted.drafts:
        failures[0].usage = drafted.usage  # of all windows, since all were paid for
        raise failures[0]
    return drafted


async def _draft(engine: Engine, document: Document, window: Window, failures: list[SummarizerError]) -> Drafted:
    try:
        answer = await engine.draft(document, window)
    except (ModelError, ProviderError) as error:
        spent = Drafted(usage=error.usage if isinstance(error.usage, Usage) else Usage())
        halves = window.halves() if isinstance(error, AnswerCutOff | ContextTooLong) else None
        if halves is None:
            failures.append(error)
            return spent + Drafted(unread=[((window.first, window.last), str(error))])
        parts = await asyncio.gather(*(_draft(engine, document, half, failures) for half in halves))
        return sum(parts, spent)
    return Drafted([answer.draft], faults=list(answer.faults), usage=answer.usage, model=answer.model)
