"""Requests for a provider's batch API: written down at first, and answered by a job later."""

import json
import zlib
from collections.abc import Awaitable
from typing import Any

from ..engines.accounts import Call, Kept
from ..engines.failures import failure
from ..engines.providers import Endpoint
from ..errors import Postponed, ProviderError, ProviderFault, SummarizerError
from ..llm import Usage, usage_of_requests
from .ledger import Ledger, paying


class Postponing:
    """An account that lets nothing be sent: it writes down what is to be asked."""

    def __init__(self, ledger: Ledger, endpoint: Endpoint) -> None:
        self._ledger = ledger
        self._endpoint = endpoint

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`."""
        return await self._ledger.find(call)

    async def allow(self, call: Call) -> None:
        """Write the request down. Errors: `Postponed`, or what the provider answered where it was asked already."""
        rows = self._ledger.read(
            "SELECT fault, tag IS NULL AND body = x'', refused FROM requests WHERE key = ?", call.key
        )
        if rows and rows[0][0]:
            raise self._fault(*json.loads(rows[0][0]), refused=rows[0][2])
        if rows and rows[0][1]:
            body = zlib.compress(call.content)
            await self._ledger.write(
                lambda base: base.execute("UPDATE requests SET body = ? WHERE key = ?", (body, call.key))
            )
        if not rows:
            row = (call.key, paying.get(), zlib.compress(call.content))
            await self._ledger.write(
                lambda base: base.execute("INSERT OR IGNORE INTO requests (key, document, body) VALUES (?, ?, ?)", row)
            )
        raise Postponed("the answer comes with a job of the provider")

    def _fault(self, status: int | None, body: Any, *, refused: int) -> SummarizerError:
        """Of a request that was tried as often as it is to be. status: None where it was not answered; body says why.
        refused: how often it was answered with an error before."""
        fault: SummarizerError
        if status is None:
            fault = ProviderFault(str(body), hint="--retry-failed puts it into another job")
        else:
            fault = failure(status, body, {}, endpoint=self._endpoint)
        fault.usage = usage_of_requests(refused + (status is not None))
        if isinstance(fault, ProviderError):
            fault.transient = False
        return fault

    def keep(self, call: Call, answer: str, usage: Usage) -> Awaitable[None]:
        """As `Account.keep`."""
        return self._ledger.keep(call, answer, usage)

    def release(self, call: Call) -> None:
        """As `Account.release`."""
        self._ledger.release(call)
