"""A provider's batch API: requests in a file, answers within a day, at half the price.

OpenAI's, and what is compatible with it. `openai` is imported when it is first used.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..errors import BadRequest, ModelNotFound, ProviderError, SettingsError
from .client import naming_faults, new_client
from .failures import not_an_answer
from .providers import AZURE, OPENAI, Endpoint

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types import Batch, FileObject

LINES = 50_000
"""Requests of one job, at the most."""
BYTES = 190_000_000
"""Bytes of a job's file, at the most; OpenAI takes 200 MB."""

_WINDOW: Literal["24h"] = "24h"
_RETRIES = 6
_TAG = "summarizer"
_SHOWN = 300  # characters of a provider's own words


@dataclass(frozen=True)
class State:
    """The state of a job."""

    status: str
    """`validating`, `in_progress`, `finalizing`, `cancelling`, or how it ended: `completed`, `expired`, `cancelled`,
    `failed`."""
    total: int
    answered: int
    files: tuple[str, ...]
    """Ids of the result files: one of answers and one of errors, as far as they exist."""
    reason: str = ""
    """Why the job failed, where it did."""

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in ("completed", "expired", "cancelled", "failed")


class Gone(BadRequest):
    """A job, or a file of one, that the provider does not have: it was deleted, or belongs to another account."""


class Batches:
    """The jobs of one endpoint, within one event loop. All its errors are `ProviderError`."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Errors: `SettingsError` for a provider that has none."""
        if endpoint.provider not in (OPENAI, AZURE) and endpoint.provider.name:
            raise SettingsError(
                f"{endpoint.provider.name} has no batch API that is known here", hint="leave --provider-batch out"
            )
        self.endpoint = endpoint
        self._client: AsyncOpenAI = new_client(endpoint).with_options(max_retries=_RETRIES)

    async def submit(self, file: Path, tag: str) -> str:
        """Start a job with the requests of a file; returns its id. tag: by which `find` finds it again."""
        with self._naming(), file.open("rb") as content:  # read as it is sent: it may have 200 MB
            uploaded = _id_of(await self._client.files.create(file=content, purpose="batch"))
        for attempt in range(_RETRIES):
            try:
                return await self._made(uploaded, tag)
            except ProviderError as error:
                if not error.transient or attempt == _RETRIES - 1:
                    raise
                await asyncio.sleep(2**attempt if error.retry_after is None else error.retry_after)
            if (made := await self.find(tag)) is not None:  # though nothing came back: a second one would cost as much
                return made
        raise AssertionError("the attempts end with a job or an error")

    async def _made(self, file: str, tag: str) -> str:
        with self._naming():
            made = await self._client.with_options(max_retries=0).batches.create(
                input_file_id=file,
                endpoint="/v1/chat/completions",
                completion_window=_WINDOW,
                metadata={_TAG: tag},
            )
            return _id_of(made)

    async def find(self, tag: str) -> str | None:
        """The id of the job that was submitted under that tag, if it was."""
        with self._naming():
            async for job in self._client.batches.list(limit=100):
                if (job.metadata or {}).get(_TAG) == tag:
                    return job.id
        return None

    async def state(self, job: str) -> State:
        """The state of a job now. Errors: `Gone`."""
        with self._naming(f"job {job}"):
            found = await self._client.batches.retrieve(job)
            _id_of(found)
            counts = found.request_counts
            files = tuple(file for file in (found.output_file_id, found.error_file_id) if file)
            told = (counts.total, counts.completed) if counts else (0, 0)
            return State(found.status, *told, files, _why(found))

    async def lines(self, file: str) -> AsyncIterator[str]:
        """The lines of a result file, one by one as they are downloaded. Errors: `Gone`."""
        from .bounded import lines

        with self._naming(f"file {file}"):
            async with self._client.files.with_streaming_response.content(file) as response:
                async for line in lines(response.iter_bytes()):
                    if line.strip():
                        yield line

    @contextmanager
    def _naming(self, what: str | None = None) -> Iterator[None]:
        """As `naming_faults`, also of answers in another form than a batch API's. what: is asked for, so that a status
        of 404 is of that and not of the address."""
        try:
            with naming_faults(self.endpoint):
                yield
        except (AttributeError, TypeError) as error:  # openai takes any JSON, or a page, for what it asked for
            fault = not_an_answer(self.endpoint, "what no batch API answers")
            fault.transient = False  # it would answer the same again
            raise fault from error
        except (BadRequest, ModelNotFound) as error:
            if what is None or getattr(error.__cause__, "status_code", None) != 404:
                raise
            raise Gone(
                f"{self.endpoint.host} has no {what}",
                hint="use the key of the account that asked; --retry-failed asks again for what is lost, and pays again",
            ) from error

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()


def _id_of(made: "FileObject | Batch") -> str:
    """Errors: `TypeError` where it has none, so that it is no file or job."""
    if not isinstance(getattr(made, "id", None), str):
        raise TypeError("no id")
    return made.id


def _why(job: "Batch") -> str:
    """Why a job failed, in its own words."""
    found = getattr(job.errors, "data", None) or []
    return "; ".join(error.message for error in found[:3] if error.message)[:_SHOWN]
