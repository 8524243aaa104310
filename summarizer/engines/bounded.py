"""Answers no longer than answers are: a server that sends without end fills no memory.

`httpx2` takes long to import, so this is imported when a model is first asked.
"""

import os
import ssl
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Any

import httpx2
from typing_extensions import override

LARGEST = 16_000_000
"""Bytes of an answer, unpacked. The longest that a model gives today, 128,000 tokens, have half a million, and six times
as many where each character is escaped."""


class TooLarge(httpx2.RequestError):
    """The answer has more than `LARGEST` bytes."""


class BoundedClient(httpx2.AsyncClient):
    """A client that breaks off what is too long. What is asked for as a stream is left to its reader, but for errors."""

    def __init__(self, **settings: Any) -> None:
        """settings: as `AsyncClient` takes them, but for the certificates that it trusts."""
        super().__init__(verify=_trusted(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")), **settings)

    @override
    async def send(self, request: httpx2.Request, *, stream: bool = False, **more: Any) -> httpx2.Response:
        """As `AsyncClient.send`. Errors: `TooLarge`."""
        response = await super().send(request, stream=True, **more)
        return response if stream and response.is_success else await _read(response)


@lru_cache(maxsize=4)
def _trusted(*_: str | None) -> ssl.SSLContext:
    """The certificates of the system, or of what these variables name. To read them takes longer than all else that a client
    needs, and each event loop has a client of its own."""
    return httpx2.create_ssl_context()


async def _read(response: httpx2.Response) -> httpx2.Response:
    """The response with its content read."""
    content = bytearray()
    try:
        async for part in response.aiter_bytes():
            content += part
            if len(content) > LARGEST:
                raise TooLarge(f"more than {LARGEST} bytes", request=response.request)
    finally:
        await response.aclose()
    response.headers.pop("content-encoding", None)  # it is unpacked
    return httpx2.Response(
        response.status_code,
        headers=response.headers,
        content=bytes(content),
        request=response.request,
        extensions=response.extensions,
        history=response.history,
    )


async def lines(parts: AsyncIterator[bytes]) -> AsyncIterator[str]:
    """The lines of a file that is read in parts, parted at line feeds only: JSON may hold all other characters that part
    lines. Of one that is longer than `LARGEST` comes the beginning."""
    line = bytearray()
    async for part in parts:
        *ended, rest = part.split(b"\n")
        for end in ended:
            yield (line + end[: LARGEST - len(line)]).decode(errors="replace")
            line.clear()
        line += rest[: LARGEST - len(line)]
    yield line.decode(errors="replace")
