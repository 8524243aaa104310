"""Requests for a provider's batch API: written down at first, and answered by a job later."""

import json
import zlib
from typing import Any

from ...engines.accounts import Call
from ...engines.failures import failure
from ...engines.providers import Endpoint
from ...errors import ProviderError, ProviderFault, SummarizerError
from ...llm import usage_of_requests
from .ledger import Ledger

_PUT_DOWN = """
INSERT INTO requests (key, document, body) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET body = excluded.body WHERE tag IS NULL AND body = x''
"""


class Postponing:
    """Writes down in the ledger what is to be asked, in place of sending it."""

    def __init__(self, ledger: Ledger, endpoint: Endpoint) -> None:
        self._ledger = ledger
        self._endpoint = endpoint

    async def put_down(self, call: Call, document: str) -> None:
        """Write the request down, for the next job. Errors: what the provider answered, where it was asked already."""
        faults = "SELECT fault, refused FROM requests WHERE key = ? AND fault IS NOT NULL"
        for fault, refused in self._ledger.read(faults, call.key):
            raise self._fault(*json.loads(fault), refused=refused)
        row = (call.key, document, zlib.compress(call.content))
        await self._ledger.write(lambda base: base.execute(_PUT_DOWN, row))

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
