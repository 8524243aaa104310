"""Gets the answer to a request from the account, or else from the server, and then has the account keep it first."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import SummarizerError
from ..llm import Usage
from .accounts import Account, Call, answers_had
from .client import Wire, completion_of
from .completions import is_paid, usage_of
from .hedging import Hedged

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion


@dataclass(frozen=True)
class Answered:
    """An answer of the server, which may be empty."""

    completion: "ChatCompletion"
    own: bool | None = None
    """None where it is new; else as `Kept.own`."""
    sent: Usage = field(default_factory=lambda: Usage(requests=1))
    """The requests that were made for it, now or then."""
    again: bool = False
    """Whether an earlier attempt at the request had it, and counted it."""


class Sending:
    """Sends what the account does not hold, and has it keep each answer before anything else is done with it."""

    def __init__(self, wire: Wire, account: Account | None = None) -> None:
        self._wire = wire
        self._account = account

    async def answer(self, call: Call) -> Answered:
        """Errors: `SummarizerError`; its `usage` counts the request, where one was made."""
        if (had := _had(call)) is not None:
            return Answered(completion_of(had), again=True)
        if self._account is None:
            return await self._sent(call)
        if (kept := await self._account.find(call)) is not None:
            _have(call, kept.answer)
            return Answered(completion_of(kept.answer), kept.own, kept.sent)
        await self._account.allow(call)
        try:
            return await self._sent(call)
        finally:
            self._account.release(call)

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        await self._wire.aclose()

    async def _sent(self, call: Call) -> Answered:
        endpoint = self._wire.endpoint
        hedged = Hedged(self._wire, call)
        try:
            completion, text = await hedged.answer()
            if is_paid(completion, endpoint, call):  # what is not is to be asked again
                _have(call, text)
                if self._account is not None:
                    await _to_its_end(self._account.keep(call, text, usage_of(completion, endpoint)))
        except SummarizerError as error:
            error.usage = hedged.usage
            raise
        return Answered(completion, sent=hedged.usage)


def _had(call: Call) -> str | None:
    return (answers_had.get() or {}).get(call.key)


def _have(call: Call, answer: str) -> None:
    if (answers := answers_had.get()) is not None:
        answers[call.key] = answer


async def _to_its_end(keeping: Awaitable[None]) -> None:
    """What is paid for is kept and counted, also where who asked for it gives up meanwhile."""
    task = asyncio.ensure_future(keeping)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise
