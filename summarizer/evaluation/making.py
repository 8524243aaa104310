"""The briefs that are evaluated: made now, by a model or by the built-in rules, given again from a recording, or read."""

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..batch.inputs.entry import Entry
from ..batch.inputs.ids import safe
from ..batch.results.outcome import DocumentOutcome
from ..batch.results.progress import Progress
from ..batch.running import Runner
from ..batch.workers.attempt import Finished, Work, finished
from ..batch.workers.briefing import Briefing, Setup
from ..batch.workers.processes import Processes
from ..documents import Document
from ..engines.choice import engine_of
from ..engines.connect import Options, connect_to, endpoint_of
from ..engines.pace.pacing import Pacer
from ..engines.providers import Endpoint
from ..engines.room import ASSUMED
from ..engines.wrapping import Wrapper
from ..errors import DocumentError, SettingsError, SummarizerError
from ..llm import LLM, Reply, Request
from ..pipeline import briefed, loaded
from ..prompts import brief_prompt
from ..schemas import Brief
from .gold import Case
from .recordings import Recordings, recorded_endpoint

_MANY = 40  # documents, for which further processes are worth their start


@dataclass(frozen=True)
class Made:
    """What became of a document: its brief or the error in its place, and the text that both rest on."""

    case: Case
    brief: Brief | None
    text: str
    fault: SummarizerError | None = None


@dataclass(frozen=True)
class Asking:
    """How a model is asked for the briefs. Without model and folder to replay, the built-in rules make them."""

    model: str | None = None
    base_url: str | None = None
    options: Options = field(default_factory=Options)
    prompt: str | None = None
    recheck: bool = False
    record: Path | None = None
    replay: Path | None = None
    at_once: int = 8


async def make(cases: Sequence[Case], asking: Asking) -> list[Made]:
    """The briefs of the cases, in their order, several at once. A document that fails costs no other.

    Errors: `SettingsError`, `PromptError`, and what every document would meet.
    """
    texts: dict[str, str] = {}
    work, close = _by_rules(len(cases), texts) if _endpoint(asking) is None else _by_model(asking, texts)
    runner: Runner[Brief] = Runner(work, at_once=asking.at_once)
    try:
        outcomes = await _shown(runner.run([case.entry for case in cases], ordered=True), len(cases))
    finally:
        close()
    if runner.stopped_by is not None:
        raise runner.stopped_by
    return [
        Made(case, outcome.brief, texts.get(case.id, ""), outcome.error)
        for case, outcome in zip(cases, outcomes, strict=True)
    ]


def read_briefs(cases: Sequence[Case], folder: Path) -> list[Made]:
    """The briefs of a folder, `ID.brief.json` each, as `summarizer batch` writes them.

    Errors: `SettingsError` for one that cannot be read or was made from another text.
    """
    if not folder.is_dir():
        raise SettingsError(f"there is no folder {folder}", hint="name the folder that `summarizer batch` wrote")
    made = [_read(case, folder) for case in cases]
    if not any(one.brief for one in made):
        raise SettingsError(f"{folder} holds no brief of these documents", hint="a brief is ID.brief.json there")
    return made


def _read(case: Case, folder: Path) -> Made:
    document = case.entry.load()
    names = (f"{case.id}.brief.json", f"{safe(case.id)}.brief.json")
    path = next((path for name in names if (path := folder / name).is_file()), None)
    if path is None:
        return Made(case, None, document.text, DocumentError("there is no brief of it"))
    try:
        brief = Brief.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise SettingsError(f"{path} is no brief that can be read: {error}", hint="make it again") from error
    if brief.source.sha256 != document.sha256:
        raise SettingsError(
            f"{path} was made from another text than the gold of {case.id}", hint="make it again from that document"
        )
    return Made(case, brief, document.text)


def _by_rules(documents: int, texts: dict[str, str]) -> tuple[Work[Brief], Callable[[], None]]:
    cores = os.cpu_count() or 1
    pool = Processes(Setup(Briefing()), cores) if documents > _MANY and cores > 1 else None
    here = Briefing().work(None)

    async def work(entry: Entry) -> Finished[Brief]:
        document = loaded(entry.load(), None, Brief)
        texts[entry.id] = document.text
        return await (pool or here)(replace(entry, source=document))

    return work, pool.close if pool else lambda: None


def _by_model(asking: Asking, texts: dict[str, str]) -> tuple[Work[Brief], Callable[[], None]]:
    endpoint = _endpoint(asking)
    assert endpoint is not None
    prompt = brief_prompt(asking.prompt)
    folder = asking.replay or asking.record
    account = Recordings(folder, prompt, None if asking.replay else endpoint) if folder else None
    llm = Settled(connect_to(endpoint, pacing=lambda: Pacer(asking.at_once), account=account))
    engine = engine_of(llm, Brief, asking.prompt, asking.recheck)

    async def work(entry: Entry) -> Finished[Brief]:
        document: Document = loaded(entry.load(), None, Brief)
        texts[entry.id] = document.text
        if account is not None:
            account.begin(entry.id, document)
        brief = await briefed(document, engine, Brief, recheck=asking.recheck)
        if account is not None:
            account.end(entry.id)
        return finished(brief, document)

    return work, lambda: None


def _endpoint(asking: Asking) -> Endpoint | None:
    if asking.replay is not None:
        return recorded_endpoint(asking.replay)
    if asking.model is None:
        return None
    return endpoint_of(asking.model, base_url=asking.base_url, options=asking.options)


class Settled(Wrapper):
    """A model whose windows hang on its limits alone, so that each run asks the same of it."""

    def __init__(self, inner: LLM) -> None:
        super().__init__(inner)
        self.limits = replace(self.limits, ratio=ASSUMED)

    async def complete(self, request: Request) -> Reply:
        """As `LLM.complete`."""
        return await self.inner.complete(request)


async def _shown(outcomes: AsyncIterator[DocumentOutcome[Brief]], total: int) -> list[DocumentOutcome[Brief]]:
    progress: Any = Progress(total, lambda: None) if total > 1 else nullcontext()
    found = []
    with progress as shown:
        async for outcome in outcomes:
            if shown is not None:
                shown.add(outcome)
            found.append(outcome)
    return found
