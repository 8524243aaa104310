"""A batch through a provider's batch API: all is asked in jobs, answers come within a day, at half the price.

The documents go the one path as often as it takes. An answer that is not there is put down to be asked, and its
document left; what is put down goes out in jobs, what comes is kept in the ledger, and the next pass finds it there.
So everything that a crash could lose is in the ledger or at the provider.
"""

import asyncio
import json
import time
import uuid
import zlib
from collections.abc import AsyncGenerator, Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ..engines.batches import BYTES, LINES, Batches, Gone, State
from ..engines.client import completion_of
from ..engines.completions import usage_of
from ..engines.failures import failure
from ..engines.providers import Endpoint
from ..errors import BadRequest, ProviderError, ProviderFault, SettingsError
from .accounts.budget import Budget
from .accounts.ledger import Ledger
from .inputs.entry import Entry
from .results.outcome import DocumentOutcome
from .running import Runner

_TRIES = 3  # of one request, in one job after the other; of one download
_AT_ONCE = 200  # answers that are written to the ledger
_PUT_DOWN = "FROM requests WHERE tag IS NULL AND fault IS NULL AND body != x''"
_POLL = 1.0, 60.0  # seconds between two looks at a job, at first and at the most
_PATIENCE = 3600.0  # seconds for which a provider may be down while a job is waited for


def refuse_open_jobs(ledger: Ledger) -> None:
    """For a run past the batch API: what is in a job would be asked, and paid, twice. Errors: `SettingsError`."""
    ((count,),) = ledger.read("SELECT COUNT(*) FROM requests JOIN jobs USING (tag) WHERE jobs.open")
    if count:
        raise SettingsError(
            f"{count:,} requests of {ledger.folder} are in a job of the provider",
            hint="go on with --provider-batch, which waits for them, or name another folder",
        )


class ProviderRun:
    """The passes over the documents, and the jobs between them."""

    def __init__(self, ledger: Ledger, endpoint: Endpoint, runner: Runner[Any], budget: Budget) -> None:
        """budget: to be told what the jobs brought, which comes past it."""
        self._budget = budget
        self._ledger = ledger
        self._endpoint = endpoint
        self._runner = runner
        self._waiting: str | None = None

    def waits_for(self) -> str | None:
        """What the run waits for just now, in words; None where it does not."""
        return self._waiting

    async def outcomes(self, listed: Callable[[], Iterable[Entry]]) -> AsyncGenerator[DocumentOutcome[Any], None]:
        """As `Runner.run`. listed: the documents, as often as they are asked for. What the provider refuses, be it a job
        as a whole, ends the run."""
        batches = Batches(self._endpoint)
        first = True
        try:
            while True:
                fault = await self._collected(batches)
                ledger = self._ledger
                self._budget.recount(ledger.usage(), ledger.longest_answer(), ledger.pending())
                await self._ledger.write(_unwanted)  # what this pass asks for is put down by it
                passed = self._runner.run(listed())
                try:
                    async for outcome in passed:
                        if first or not outcome.earlier:
                            yield outcome
                finally:
                    await passed.aclose()
                if fault is not None:
                    raise fault
                await self._submitted(batches)
                if self._runner.stopping or not self._ledger.read("SELECT 1 FROM jobs WHERE open LIMIT 1"):
                    return
                first = self._runner.retry_failed = False
                await self._ledger.begin_again()
        except ProviderError as error:
            self._runner.end(error)
        finally:
            await batches.aclose()

    async def _submitted(self, batches: Batches) -> None:
        """Everything that is put down and in no job yet, in jobs of the size that the provider takes."""
        while self._ledger.read(f"SELECT 1 {_PUT_DOWN} LIMIT 1"):
            tag = uuid.uuid4().hex
            path = self._ledger.folder / f".job-{tag}.jsonl"
            try:
                keys = _written(path, self._ledger.rows(f"SELECT key, body {_PUT_DOWN} LIMIT ?", LINES))
                await self._ledger.write(partial(_entered, tag=tag, keys=keys))
                await self._attached(tag, await batches.submit(path, tag))
            finally:
                path.unlink(missing_ok=True)

    async def _attached(self, tag: str, job: str) -> None:
        await self._ledger.write(lambda base: base.execute("UPDATE jobs SET id = ? WHERE tag = ?", (job, tag)))

    async def _collected(self, batches: Batches) -> ProviderError | None:
        """Waits for the jobs that are under way, whoever submitted them, and keeps what comes. Returns what speaks
        against another job: one that was cancelled, or one that failed where no other fared better."""
        fault, has_come = None, False
        for tag, job in self._ledger.read("SELECT tag, id FROM jobs WHERE open"):
            found = job or await batches.find(tag)
            if found is None:  # this process, or the one before, ended before the provider had it
                await self._ledger.write(partial(_dropped, tag=tag))
                continue
            await self._attached(tag, found)
            try:
                if (state := await self._ended(batches, found)) is None:
                    return None
                for file in state.files:
                    await self._kept(batches, file)
            except Gone:
                if not self._runner.retry_failed:  # what was paid for may be lost: who is to pay again says so
                    raise
                state = State("lost", 0, 0, ())
            await self._ledger.write(partial(_closed, tag=tag, state=state))
            has_come = has_come or bool(state.files)
            if fault is None or fault.transient:
                fault = _refused(found, state) or fault
        self._waiting = None
        return None if fault is not None and fault.transient and has_come else fault

    async def _ended(self, batches: Batches, job: str) -> State | None:
        """How it ended; None where the run is to stop before: the next one attaches it again. A provider that goes down
        meanwhile is waited for: the job may go on there."""
        pause, longest = _POLL
        heard = time.monotonic()
        while True:
            try:
                state = await batches.state(job)
            except ProviderError as error:
                silence = time.monotonic() - heard
                if not error.transient or silence > _PATIENCE:
                    raise
                self._waiting = f"job {job} of the provider, which has not answered for {silence:,.0f} s"
            else:
                if state.ended:
                    return state
                heard = time.monotonic()
                self._waiting = (
                    f"job {job} of the provider: {state.status}, {state.answered:,} of {state.total:,} answered"
                )
            end = time.monotonic() + pause
            while (left := end - time.monotonic()) > 0 and not self._runner.stopping:
                await asyncio.sleep(min(1.0, left))
            if self._runner.stopping:
                return None
            pause = min(longest, pause * 1.5)

    async def _kept(self, batches: Batches, file: str) -> None:
        """Keeps the answers in a file. A download that breaks off begins again: what it brought is kept already."""
        for left in reversed(range(_TRIES)):
            try:
                await self._downloaded(batches, file)
                return
            except ProviderError as error:
                if not error.transient or not left:
                    raise
                await asyncio.sleep(_POLL[0])

    async def _downloaded(self, batches: Batches, file: str) -> None:
        writes = []
        try:
            async for line in batches.lines(file):
                writes.append(asyncio.ensure_future(self._keep_line(line)))
                if len(writes) >= _AT_ONCE:  # in few transactions, and little memory
                    await asyncio.gather(*writes)
                    writes.clear()
        finally:  # also of a download that broke off: the bill is written next
            await asyncio.gather(*writes)

    async def _keep_line(self, line: str) -> None:
        """An answer into the ledger; what is none stays put down, or becomes the fault of its document."""
        try:
            told = json.loads(line)
            key, response = str(told["custom_id"]), told.get("response") or {}
            status = int(response.get("status_code") or 500) if response else None
            body = response.get("body") or told.get("error")
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # what it was an answer to is asked again
        rows = self._ledger.read("SELECT document, tries FROM requests WHERE key = ?", key)
        if not rows:
            return  # kept already, before a crash
        document, tries = rows[0]
        if status == 200 and isinstance(body, dict) and body.get("choices"):
            answer = json.dumps(body)
            usage = replace(usage_of(completion_of(answer), self._endpoint), requests=1)
            await self._ledger.put(key, document, answer, usage)
            return
        if status is None:
            words = body.get("message") if isinstance(body, dict) else None
            body, is_passing = f"the provider did not answer the request{f': {words}' if words else ''}", True
        else:
            fault = failure(status, body, {}, endpoint=self._endpoint)
            is_passing = isinstance(fault, ProviderError) and fault.transient
        shown = json.dumps([status, body]) if tries + 1 >= _TRIES or not is_passing else None
        values = shown, status is not None, key
        await self._ledger.write(
            lambda base: base.execute("UPDATE requests SET fault = ?, is_refused = ? WHERE key = ?", values)
        )


def _written(path: Path, rows: Iterable[Any]) -> list[str]:
    """The file of a job, as large as it may be; returns the keys of the requests in it."""
    keys: list[str] = []
    size = 0
    with path.open("wb") as file:
        for key, body in rows:
            request = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions"}
            line = json.dumps(request | {"body": json.loads(zlib.decompress(body))}).encode() + b"\n"
            size += len(line)
            if size > BYTES and keys:
                break
            file.write(line)
            keys.append(key)
    return keys


def _entered(base: Any, tag: str, keys: list[str]) -> None:
    base.execute("INSERT INTO jobs (tag) VALUES (?)", (tag,))
    base.executemany("UPDATE requests SET tag = ? WHERE key = ?", [(tag, key) for key in keys])


def _unwanted(base: Any) -> None:
    """What is in no job goes into one only if it is asked for once more: its document may be another by now, or left out."""
    base.execute("UPDATE requests SET body = x'' WHERE tag IS NULL AND fault IS NULL")


def _dropped(base: Any, tag: str) -> None:
    base.execute("DELETE FROM jobs WHERE tag = ?", (tag,))
    base.execute("UPDATE requests SET tag = NULL WHERE tag = ?", (tag,))


def _closed(base: Any, tag: str, state: State) -> None:
    """What of a job was not answered is put down again, so many times; where it failed or was cancelled, as if it had
    not been in a job."""
    base.execute("UPDATE jobs SET open = 0 WHERE tag = ?", (tag,))
    tried = int(state.status not in ("failed", "cancelled"))
    shown = json.dumps([None, f"{_TRIES} jobs left the request unanswered; the last one ended as {state.status}"])
    base.execute(
        "UPDATE requests SET fault = ? WHERE tag = ? AND tries + ? >= ? AND fault IS NULL", (shown, tag, tried, _TRIES)
    )
    base.execute(
        "UPDATE requests SET tag = NULL, tries = tries + ?, refused = refused + is_refused, is_refused = 0"
        " WHERE tag = ? AND fault IS NULL",
        (tried, tag),
    )


def _refused(job: str, state: State) -> ProviderError | None:
    """The fault of a job that failed as a whole, which may pass, or was cancelled, which is somebody's will."""
    if state.status == "failed":
        return ProviderFault(
            f"the provider refused job {job}{f': {state.reason}' if state.reason else ''}",
            hint="nothing in it was asked or paid: mend what it names, then run again (where it is too much at once, with"
            " fewer documents)",
        )
    if state.status == "cancelled":
        return BadRequest(
            f"job {job} of the provider was cancelled, with {state.answered:,} of {state.total:,} answered",
            hint="run again, and what it left goes into another job",
        )
    return None
