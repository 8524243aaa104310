"""Let an engine draft every window of a document; one that fails costs only itself."""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pydantic import BaseModel

from .documents import Document
from .errors import AnswerCutOff, ContextTooLong, ModelError, ProviderError, SummarizerError
from .llm import Fault, Usage
from .windows import CHARACTERS, Window, length

_SMALLEST = 1_000
"""Characters of a window that is not halved again: what does not fit then is the prompt, not the source."""


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


class Reconsidering(Protocol):
    """An engine that can be asked about single lines again."""

    async def reconsider(self, document: Document, lines: Sequence[int]) -> Answer:
        """Claims that these lines bear. Errors: `ProviderError`, `ModelError`."""
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
    rechecked: int = 0
    """Lines that were asked about a second time."""
    recheck_failed: str | None = None

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(
            self.drafts + other.drafts,
            self.unread + other.unread,
            self.faults + other.faults,
            self.usage + other.usage,
            self.model or other.model,
            self.rechecked + other.rechecked,
            self.recheck_failed or other.recheck_failed,
        )


async def draft(engine: Engine, document: Document, windows: Sequence[Window]) -> Drafted:
    """Draft all windows concurrently. Raises the first error only where not one window could be read."""
    failures: list[SummarizerError] = []
    parts = await _together(_draft(engine, document, window, failures) for window in windows)
    drafted = sum(parts, Drafted())
    if failures and not drafted.drafts:
        failures[0].usage = drafted.usage  # of all windows, since all were paid for
        raise failures[0]
    return drafted


async def _draft(engine: Engine, document: Document, window: Window, failures: list[SummarizerError]) -> Drafted:
    try:
        answer = await engine.draft(document, window)
    except (ModelError, ProviderError) as error:
        spent = Drafted(usage=_spent(error))
        too_large = isinstance(error, AnswerCutOff | ContextTooLong) and length(document, window) > _SMALLEST
        halves = window.halves() if too_large else None
        if halves is None:
            failures.append(error)
            return spent + Drafted(unread=[((window.first, window.last), str(error))])
        parts = await _together(_draft(engine, document, half, failures) for half in halves)
        return sum(parts, spent)
    return Drafted([answer.draft], faults=list(answer.faults), usage=answer.usage, model=answer.model)


async def reconsider(engine: Reconsidering, document: Document, lines: Sequence[int]) -> Drafted:
    """Ask about these lines once more. A failure costs nothing that is already drafted, and is told."""
    parts = await _together(_reconsider(engine, document, some) for some in _portions(document, lines))
    return sum(parts, Drafted())


async def _reconsider(engine: Reconsidering, document: Document, lines: Sequence[int]) -> Drafted:
    try:
        answer = await engine.reconsider(document, lines)
    except (ModelError, ProviderError) as error:
        return Drafted(usage=_spent(error), recheck_failed=str(error))
    return Drafted([answer.draft], [], list(answer.faults), answer.usage, answer.model, rechecked=len(lines))


def _portions(document: Document, lines: Sequence[int]) -> list[list[int]]:
    """The lines in portions that fit a request together with their neighbours."""
    portions: list[list[int]] = []
    size = CHARACTERS
    for line in lines:
        shown = length(document, Window(max(1, line - 1), min(len(document.segments), line + 1)))
        if size + shown > CHARACTERS:
            portions.append([])
            size = 0
        portions[-1].append(line)
        size += shown
    return portions


async def _together(coroutines: Iterable[Coroutine[Any, Any, Drafted]]) -> list[Drafted]:
    """All results in order. An error that nobody foresaw stops the others too: they would go on costing."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise


def _spent(error: SummarizerError) -> Usage:
    return error.usage if isinstance(error.usage, Usage) else Usage()
