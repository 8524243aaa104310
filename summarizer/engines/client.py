"""The one module that calls openai: a request at its turn, and what came back, named where it is a failure.

The library is imported when a model is first asked.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..errors import Postponed, RateLimited
from ..llm import Meter, Usage, metered, metering
from .accounts import Call
from .completions import usage_of
from .failures import failure, not_an_answer, too_large, too_late, unreachable
from .loops import PerLoop
from .pace.pacing import Pacing, Turn
from .providers import AZURE, Endpoint

if TYPE_CHECKING:
    from httpx2 import Response
    from openai import AsyncOpenAI
    from openai.types import CompletionUsage
    from openai.types.chat import ChatCompletion

_CONNECT = 10.0  # seconds; a server that is there accepts at once, however long its answer takes


class Wire:
    """Sends requests to one endpoint, each when the pacing gives it a turn. A failure becomes a `ProviderError`, and is
    reported to the pacing. One client for each event loop, closed with it or by `aclose`."""

    def __init__(self, endpoint: Endpoint, pacing: Callable[[], Pacing]) -> None:
        """pacing: makes, for each event loop, what gives the turns."""
        self.endpoint = endpoint
        self._pacings = PerLoop(pacing)
        self._clients = PerLoop(self._lease)

    async def send(self, call: Call, sent: asyncio.Event) -> tuple["ChatCompletion", str]:
        """The completion, and its JSON as it came. sent: set when its turn has come. Errors: `ProviderError`; `Postponed`
        where the run stops before anything was asked for the document."""
        client = await anext(self._clients.get())
        meter, task = metering.get() or Meter(), asyncio.current_task()
        if meter.asks_nothing:
            raise Postponed("the run stopped before the document had its turn")
        assert task is not None, "a coroutine is run by a task"
        meter.waiting.add(task)
        try:
            async with self._pacings.get().turn(call.tokens) as turn:
                meter.waiting.discard(task)
                sent.set()
                return await self._sent(call, client, turn)
        except asyncio.CancelledError:
            if task in meter.waiting and meter.leaving:
                task.uncancel()
                raise Postponed("the run stopped before the document had its turn") from None
            raise
        finally:
            meter.waiting.discard(task)

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        if (lease := self._clients.pop()) is not None:
            await lease.aclose()

    async def _lease(self) -> AsyncGenerator["AsyncOpenAI", None]:
        # A generator, because an event loop that ends closes the generators still open on it.
        client = new_client(self.endpoint)
        try:
            while True:
                yield client
        finally:
            await client.close()

    async def _sent(self, call: Call, client: "AsyncOpenAI", turn: Turn) -> tuple["ChatCompletion", str]:
        from httpx2 import Response

        endpoint = self.endpoint
        metered(Usage(requests=1))
        # `create` would walk through the whole body, and build the answer by its declared types: half of its time.
        with naming_faults(endpoint, call, turn):
            async with asyncio.timeout(endpoint.options.timeout):  # that of the client is for each part of an answer
                response = await client.post(_path(endpoint), content=call.content, cast_to=Response)
            completion = _completion(_fields(response, endpoint))
        told = usage_of(completion, endpoint).prompt_tokens
        turn.heard(response.headers, told + (endpoint.options.max_output_tokens or 0) if told else None)
        return completion, response.text


@contextmanager
def naming_faults(endpoint: Endpoint, call: Call | None = None, turn: Turn | None = None) -> Iterator[None]:
    """Turn the exceptions of openai, and of a connection that is read as a stream, into a `ProviderError`, and report them
    to the turn.

    call: what was sent, which no message may quote.
    """
    import httpx2
    import openai

    from .bounded import LARGEST, TooLarge

    try:
        yield
    except (openai.APITimeoutError, TimeoutError) as error:
        _overloaded(turn)
        raise too_late(endpoint) from error
    except openai.APIConnectionError as error:
        if isinstance(error.__cause__, TooLarge):
            raise too_large(endpoint, LARGEST) from error
        _overloaded(turn)
        raise unreachable(error, endpoint) from error
    except openai.APIStatusError as error:
        headers, status = error.response.headers, error.status_code
        found = failure(status, error.body, headers, endpoint=endpoint, call=call)
        if isinstance(found, RateLimited):
            if turn is not None:
                turn.refused(headers, error.message)
        elif status >= 500:
            _overloaded(turn)
        raise found from error
    except openai.APIError as error:
        raise not_an_answer(endpoint, "broken JSON") from error
    except httpx2.HTTPError as error:  # which openai lets through once a stream has begun
        raise unreachable(error, endpoint) from error


def _fields(response: "Response", endpoint: Endpoint) -> dict[str, Any]:
    """The JSON object in an answer. Errors: `ProviderFault`."""
    if "json" not in response.headers.get("content-type", ""):
        raise not_an_answer(endpoint, "a web page or other text")
    if not response.content.strip():
        raise not_an_answer(endpoint, "nothing")
    try:
        fields = json.loads(response.text)
    except (ValueError, RecursionError) as error:  # also of a number, or a nesting, that no reader takes
        raise not_an_answer(endpoint, "broken JSON") from error
    if not isinstance(fields, dict):
        raise not_an_answer(endpoint, "a web page or other text")
    return fields


def _overloaded(turn: Turn | None) -> None:
    if turn is not None:
        turn.failed()


def completion_of(answer: str) -> "ChatCompletion":
    """The completion that came as JSON."""
    return _completion(json.loads(answer))


def _completion(fields: dict[str, Any]) -> "ChatCompletion":
    from openai.types.chat import ChatCompletion
    from pydantic import ValidationError

    try:
        return ChatCompletion.model_validate(fields)
    except ValidationError:  # of a server that departs from the form; this takes whatever comes, in many times as long
        return ChatCompletion.construct(**fields)


def nothing_used() -> "CompletionUsage":
    """A usage of zero, in place of one that was counted: without any, instructor looks each time for other libraries."""
    from openai.types import CompletionUsage

    return CompletionUsage(prompt_tokens=0, completion_tokens=0, total_tokens=0)


def load_library() -> None:
    """Import openai."""
    import openai.types.chat  # noqa: F401


def _path(endpoint: Endpoint) -> str:
    is_dated = endpoint.provider is AZURE and endpoint.options.api_version
    return f"/deployments/{endpoint.model}/chat/completions" if is_dated else "/chat/completions"


def new_client(endpoint: Endpoint) -> "AsyncOpenAI":
    """A client that repeats nothing on its own, and reads no answer without end."""
    from openai import DEFAULT_CONNECTION_LIMITS, AsyncAzureOpenAI, AsyncOpenAI, Timeout

    from .bounded import BoundedClient

    url, key, options = endpoint.base_url, endpoint.api_key, endpoint.options
    timeout = Timeout(options.timeout, connect=min(_CONNECT, options.timeout))
    common: dict[str, Any] = {"api_key": key, "timeout": timeout, "max_retries": 0}
    common["http_client"] = BoundedClient(limits=DEFAULT_CONNECTION_LIMITS, timeout=timeout, follow_redirects=True)
    if endpoint.provider is AZURE and options.api_version:
        return AsyncAzureOpenAI(azure_endpoint=url, api_version=options.api_version, **common)
    if endpoint.provider is AZURE and "/openai/" not in url:
        url = f"{url}/openai/v1"
    return AsyncOpenAI(base_url=url, **common)
