"""A batch on the machines of a Ray cluster: Ray Data hands the documents to actors, and starts anew what dies.

    numbers of documents -> Briefer, Briefer, ... -> outcomes        a pipeline of Ray Data
                                   |
                                 Desk                                one actor, on the machine with the output folder

The desk has what there must be one of: the inputs, the pace, the budget, the ledger, the folder. A briefer works on
many documents at once; if it dies, Ray starts it again and gives it its documents again, and it finds in the ledger
whatever answers had come. The API key is passed in calls only, to the desk and from there to the briefers: it is in
no constructor, so not in what Ray stores, nor in a runtime environment, nor in the plan that Ray Data logs.
"""

import asyncio
import logging
import math
import os
import pickle
import threading
import uuid
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...engines.accounts import Call, Kept
from ...engines.connect import connect_to
from ...engines.wrapping import Wrapper
from ...errors import SettingsError, SummarizerError
from ...extras import how_to_install
from ...llm import LLM, Reply, Request, Usage
from ..accounts.ledger import paying
from ..inputs.sources import count
from ..job import Job, Run, settings_of
from ..results.outcome import DocumentOutcome
from ..workers.attempt import Finished, Work, briefed
from ..workers.briefing import Setup
from .desk import Desk, Slim, Taken
from .leases import Borrowed

try:
    import ray
    import ray.data
    from ray.exceptions import RayError, RayTaskError
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy
except ImportError as error:
    raise SettingsError("--on ray needs Ray, which is not installed", hint=how_to_install("ray")) from error

_WINDOW = 16  # documents of one task that an actor works on at once: Ray Data's own figure
_BLOCK = 32  # documents of one task, at the most
_CALLS = 10_000  # at once, that the desk answers
_CHATTY = (
    "ray.data._internal.progress",  # that there is no progress bar
    "ray.data._internal.execution.streaming_executor",  # that it begins, and ends
    "ray._private.authentication.authentication_token_setup",  # that the local cluster has a token
)
_STORE = 200_000_000  # bytes of a local object store: numbers and outcomes pass through it, no texts


class Briefer:
    """What Ray Data runs in each actor, on the actor's event loop."""

    def __init__(self, desk: Any) -> None:
        self._desk = desk
        self._worker = uuid.uuid4().hex
        self._begun: asyncio.Task[tuple[Work[Any], float | None]] | None = None
        self._stopped = False

    async def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """From the number of a document to its outcome."""
        outcome = None if self._stopped else await self._settled(int(row["item"]))
        return {"outcome": pickle.dumps(outcome)}

    async def _settled(self, position: int) -> DocumentOutcome[Any] | None:
        """None where it is left for another run."""
        if self._begun is None:
            self._begun = asyncio.ensure_future(self._begin())
        work, deadline = await asyncio.shield(self._begun)
        found = await _answer(self._desk.take.remote(position))
        if isinstance(found, Taken):
            paying.set(found.document)
            made: Finished[Any] | SummarizerError
            try:
                made = replace(await briefed(work, found.entry, deadline), brief=None)
            except SummarizerError as error:
                made = error
            found = await _answer(self._desk.give.remote(position, made))
        if found == "stopped":
            self._stopped = True
            return None
        return found  # type: ignore[no-any-return]

    async def _begin(self) -> tuple[Work[Any], float | None]:
        desk, worker = self._desk, self._worker
        place = ray.get_runtime_context().get_actor_id()
        setup: Setup = await _answer(desk.hello.remote(place, worker))
        if setup.endpoint is None:
            return setup.briefing.work(None, setup.output), setup.deadline
        pacing = Borrowed(
            lambda wanted, news: _answer(desk.tell.remote(worker, wanted, news)),
            lambda: _answer(desk.grants.remote(worker)),
        )
        llm = connect_to(setup.endpoint, pacing=lambda: pacing, account=_FarAccount(desk, worker))
        return setup.briefing.work(_Punctual(llm), setup.output), setup.deadline


class _Punctual(Wrapper):
    """A model that is asked on an event loop of its own, in a thread: what verification does on the other one must not
    make a request miss its moment."""

    def __init__(self, inner: LLM) -> None:
        super().__init__(inner)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="requests", daemon=True).start()

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self.inner.complete(request), self._loop))


class _FarAccount:
    """The account at the desk. What is found there, or else allowed, takes one call."""

    def __init__(self, desk: Any, worker: str) -> None:
        self._desk = desk
        self._worker = worker
        self._kept: set[str] = set()

    async def find(self, call: Call) -> Kept | None:
        """As `Account.find`; where nothing is found, it is allowed as well."""
        kept: Kept | None = await _answer(self._desk.find.remote(self._worker, _slim(call), paying.get()))
        return kept

    async def allow(self, call: Call) -> None:
        """As `Account.allow`: done with `find`."""

    async def keep(self, call: Call, answer: str, usage: Usage) -> None:
        """As `Account.keep`."""
        await _answer(self._desk.keep.remote(self._worker, _slim(call), paying.get(), answer, usage))
        self._kept.add(call.key)

    def release(self, call: Call) -> None:
        """As `Account.release`."""
        if call.key in self._kept:
            self._kept.discard(call.key)
        else:
            self._desk.release.remote(self._worker, _slim(call))


def _slim(call: Call) -> Slim:
    return Slim(call.address, b"", call.tokens, call.price, call.key)


async def _answer(reference: Any) -> Any:
    """What a call gives. Errors: those of the desk as it raised them, and Ray's own."""
    try:
        return await reference
    except RayTaskError as error:
        raise error.cause from None


@contextmanager
def running_on_ray(job: Job) -> Iterator[Run]:
    """As `here.running`, on the cluster at `job.address` or one on this machine. Errors: `SettingsError`."""
    total = count(job.inputs, without=job.folder)
    assert total is not None, "standard input cannot be read twice"
    settings = settings_of(job)
    endpoint = None if job.model is None else job.endpoint
    with _connected(job.address):
        here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
        desk = (
            ray.remote(Desk)
            .options(
                name=f"summarizer-desk-{uuid.uuid4().hex}", num_cpus=0, max_concurrency=_CALLS, scheduling_strategy=here
            )
            .remote()
        )
        try:
            _got(desk.open.remote(_absolute(job), endpoint, settings, os.getcwd()))
            yield Run(
                documents=total,
                begin=_nothing,
                waits_for=lambda: _got(desk.waits_for.remote()),
                outcomes=lambda: _outcomes(job, desk, total),
                stop=lambda: desk.stop.remote(),
                end=lambda seconds: _got(desk.end.remote(seconds, total)),
            )
        finally:
            with suppress(RayError):
                ray.get(desk.close.remote(), timeout=60)
            ray.kill(desk)


async def _nothing() -> None:
    """The workers begin when they get documents."""


@contextmanager
def _connected(address: str | None) -> Iterator[None]:
    if ray.is_initialized():
        yield
        return
    if address is not None and address.startswith("ray://"):
        raise SettingsError(
            f"{address} is for programs outside of the cluster, and the output folder has to be on a machine of it",
            hint="run the command on one of its machines (`ray job submit` does), with --address auto",
        )
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.WARNING}
    if address is None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is reported to anybody unasked
        quiet |= {"address": "local", "include_dashboard": False, "object_store_memory": _STORE}
    try:
        ray.init(**({"address": address} | quiet))
    except (ConnectionError, ValueError) as error:
        raise SettingsError(
            f"there is no Ray cluster at {address}: {error}", hint="check --address, or leave it out to run here"
        ) from error
    try:
        yield
    finally:
        ray.shutdown()


async def _outcomes(job: Job, desk: Any, total: int) -> AsyncGenerator[DocumentOutcome[Any], None]:
    """Ray Data is read in a thread of its own, which ends with the run or when nobody listens any more."""
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[bytes | BaseException | None] = asyncio.Queue()
    closed = threading.Event()

    def read() -> None:
        last: BaseException | None = None
        try:
            for row in _pipeline(job, desk, total).iter_rows():
                if closed.is_set():
                    return
                loop.call_soon_threadsafe(arrived.put_nowait, row["outcome"])
        except BaseException as error:
            last = error
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(arrived.put_nowait, last)

    threading.Thread(target=read, name="ray-data", daemon=True).start()
    try:
        while (came := await arrived.get()) is not None:
            if isinstance(came, BaseException):
                raise SummarizerError(
                    f"the run on Ray broke off: {came}", hint="the same command goes on from here"
                ) from came
            if (outcome := pickle.loads(came)) is not None:
                yield outcome
    finally:
        closed.set()


def _pipeline(job: Job, desk: Any, total: int) -> Any:
    ray.data.DataContext.get_current().enable_progress_bars = False
    workers = job.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    at_once = math.ceil(job.concurrency * 1.25 / workers) if job.model else 1  # some read while others wait
    tasks = math.ceil(at_once / _WINDOW)
    block = max(1, min(_BLOCK, math.ceil(total / (workers * tasks))))
    numbers = ray.data.from_items(list(range(1, total + 1)), override_num_blocks=max(1, math.ceil(total / block)))
    pool = ray.data.ActorPoolStrategy(
        size=workers, max_tasks_in_flight_per_actor=tasks, max_concurrent_calls_per_actor=tasks
    )
    return numbers.map(Briefer, fn_constructor_args=(desk,), compute=pool, num_cpus=1)


def _absolute(job: Job) -> Job:
    """A file with a prompt is named so that a briefer finds it where it works."""
    prompt = job.briefing.prompt
    if prompt is None or not Path(prompt).is_file():
        return job
    return replace(job, briefing=replace(job.briefing, prompt=Path(prompt).resolve()))


def _got(reference: Any) -> Any:
    try:
        return ray.get(reference)
    except RayTaskError as error:
        raise error.cause from None
