"""Many documents from Python: `summarize_many` and `asummarize_many`."""

import os
from collections.abc import AsyncGenerator, Generator, Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel
from typing_extensions import TypeVar

from ..documents import Document
from ..engines.choice import refuse_no_model
from ..engines.connect import connect_paced, endpoint_of
from ..errors import SettingsError
from ..llm import LLM
from ..loading import Source
from ..schemas import Brief
from ..sync import iterated
from ..words.languages import language_code
from .accounts.account import BatchAccount
from .accounts.ledger import Ledger
from .inputs.entry import Entry
from .inputs.sources import entry_of
from .provider import refuse_open_jobs
from .results.outcome import DocumentOutcome
from .results.output import BriefFiles
from .running import Runner
from .workers.briefing import Briefing

B = TypeVar("B", bound=BaseModel, default=Brief)


async def asummarize_many(
    sources: Iterable[Source | Entry],
    *,
    model: str | LLM | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
    recheck: bool = False,
    language: str | None = None,
    folder: str | os.PathLike[str] | None = None,
    retry_failed: bool = False,
    at_once: int = 16,
    ordered: bool = True,
) -> AsyncGenerator[DocumentOutcome[B], None]:
    """The outcomes of many documents, each with a brief or an error. One that fails does not stop the others.

    sources: as for `summarize`; an `Entry` gives an id and a date too. They are read in another thread, up to 16 ahead,
        so a generator may wait, or never end. It must not use what belongs to one thread, such as an SQLite cursor.
    model, schema, prompt, recheck, language: as for `summarize`. With a model given by name, the folder also keeps its
        answers.
    folder: for the briefs, `ID.brief.json`, and a ledger. A document that is done there is not made again; its outcome
        has no brief. retry_failed: try again what failed there, for whatever reason.
    at_once: documents under way at the same time.
    ordered: yield in the order of the sources; otherwise each outcome as soon as it is done.

    If you leave the loop early, close the generator (`contextlib.aclosing`): until then the folder stays locked.

    Errors: `SettingsError`, `PromptError`, `SchemaError`, `OutputError`. An error that every document would meet, such as
    an invalid key, is raised after the outcomes of the documents that were under way.
    """
    if isinstance(sources, str | bytes | os.PathLike | Document | Entry) or hasattr(sources, "read"):
        raise SettingsError("the sources are one document", hint="put it into a list, or use summarize")
    if not isinstance(sources, Iterable) or isinstance(sources, Mapping):  # of which the keys would be taken
        raise SettingsError(
            f"a {type(sources).__name__} is no list of sources",
            hint="pass a list or a generator, of `Entry` where ids are known; collect what an asynchronous one gives before",
        )
    if not isinstance(folder, str | os.PathLike | None) or folder == "":
        raise SettingsError(f"the folder is {folder!r}", hint="name a folder")
    if model is not None:
        refuse_no_model(model)
    language = None if language is None else language_code(language)
    briefing = Briefing(schema=schema, prompt=prompt, recheck=recheck, language=language)
    ledger = None
    if folder is not None:
        name = endpoint_of(model).name if isinstance(model, str) else model.name if model else "rules"
        ledger = Ledger(Path(folder), briefing.settings(name))
    try:
        if ledger is not None:
            refuse_open_jobs(ledger)
        account = BatchAccount(ledger) if ledger is not None else None
        llm = connect_paced(endpoint_of(model), at_once, account) if isinstance(model, str) else model
        output = BriefFiles(ledger.folder) if ledger else None
        runner = Runner(
            briefing.work(llm, output), at_once=at_once, ledger=ledger, output=output, retry_failed=retry_failed
        )
        entries = (entry_of(source, number) for number, source in enumerate(sources, 1))
        outcomes = runner.run(entries, ordered=ordered)
        try:
            async for outcome in outcomes:
                yield outcome
        finally:
            await outcomes.aclose()
        if runner.stopped_by is not None:
            raise runner.stopped_by
    finally:
        if ledger is not None:
            ledger.close()


def summarize_many(
    sources: Iterable[Source | Entry],
    *,
    model: str | LLM | None = None,
    schema: type[B] = Brief,  # type: ignore[assignment]
    prompt: str | Path | None = None,
    recheck: bool = False,
    language: str | None = None,
    folder: str | os.PathLike[str] | None = None,
    retry_failed: bool = False,
    at_once: int = 16,
    ordered: bool = True,
) -> Generator[DocumentOutcome[B], None, None]:
    """`asummarize_many` for code that is not asynchronous; works inside a running event loop as well."""
    return iterated(
        asummarize_many(
            sources,
            model=model,
            schema=schema,
            prompt=prompt,
            recheck=recheck,
            language=language,
            folder=folder,
            retry_failed=retry_failed,
            at_once=at_once,
            ordered=ordered,
        )
    )
