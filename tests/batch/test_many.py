"""Many documents from Python: lazily, in order or as they are done, and once."""

import asyncio
import gc
import itertools
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from batching import answer, batch, briefs, counts, number_of, text, until, write_documents
from faulty_server import Server, error
from filelock import FileLock, Timeout
from pydantic import BaseModel

import summarizer
from summarizer import Reply, SchemaError, SettingsError, Usage, load
from summarizer.batch.inputs.entry import Entry
from summarizer.batch.many import asummarize_many, summarize_many
from summarizer.errors import DocumentError, Refused, SummarizerError, Unauthorized
from summarizer.sync import run


class Model:
    """Answers nothing, after the pause or with the error that a document is given."""

    name = "canned"

    def __init__(self, **acts: Any) -> None:
        self.acts = acts
        self.begun: list[int] = []
        self.ended: list[int] = []

    async def complete(self, request: Any) -> Reply:
        number = number_of({"messages": request.user})
        self.begun.append(number)
        act = self.acts.get(f"n{number}", self.acts.get("all", 0.0))
        try:
            if isinstance(act, BaseException):
                raise act
            await asyncio.sleep(act)
        finally:
            self.ended.append(number)
        answered: BaseModel = request.schema()
        return Reply(answered, "{}", "canned-1", Usage(requests=1, cost=0.1))


def texts(numbers: Any) -> Iterator[str]:
    return (text(number) for number in numbers)


def openai(server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the model of the server."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    return "openai:gpt-9"


def test_they_are_public_and_come_with_the_package():
    assert summarizer.summarize_many is summarize_many
    assert summarizer.asummarize_many is asummarize_many


def test_outcomes_come_in_the_order_of_the_sources_or_as_they_are_done():
    slow = {"n1": 0.1, "n2": 0.0, "n3": 0.0}
    ordered = list(summarize_many(texts([1, 2, 3]), model=Model(**slow)))
    assert [outcome.id for outcome in ordered] == ["document-1", "document-2", "document-3"]
    as_done = list(summarize_many(texts([1, 2, 3]), model=Model(**slow), ordered=False))
    assert [outcome.id for outcome in as_done][-1] == "document-1"
    assert {outcome.usage.cost for outcome in as_done} == {0.1}


def test_an_error_costs_no_other_document_and_stands_in_the_place_of_a_brief():
    model = Model(n2=Refused("it will not"), n4=RuntimeError("a bug"))
    found = list(summarize_many(["", *texts([1, 2, 3, 4])], model=model))
    assert [outcome.state for outcome in found] == ["failed", "complete", "failed", "complete", "failed"]
    assert isinstance(found[2].error, Refused)
    assert all(isinstance(outcome.error, SummarizerError) for outcome in found if outcome.error)
    assert all((outcome.brief is None) == (outcome.error is not None) for outcome in found)


def test_an_endless_generator_is_read_as_far_as_is_needed_and_left_in_order():
    read = []
    model = Model(all=0.0)

    def endless() -> Iterator[str]:
        for number in itertools.count(1):
            read.append(number)
            yield text(number)

    found = summarize_many(endless(), model=model, at_once=2)
    first = list(itertools.islice(found, 3))
    found.close()
    assert [outcome.id for outcome in first] == ["document-1", "document-2", "document-3"]
    assert len(read) < 60
    assert model.begun == model.ended


def test_closing_early_ends_what_is_under_way():
    model = Model(n1=0.0, all=60.0)
    found = summarize_many(texts(itertools.count(1)), model=model, at_once=4)
    next(found)
    found.close()
    assert sorted(model.begun) == sorted(model.ended)


def test_it_works_inside_a_running_event_loop_in_both_forms():
    async def both() -> tuple[int, int]:
        one = len(list(summarize_many(texts([1, 2]), model=Model())))
        return one, len([outcome async for outcome in asummarize_many(texts([1, 2]), model=Model())])

    assert asyncio.run(both()) == (2, 2)


def test_files_documents_and_entries_bring_their_own_ids_and_dates(tmp_path: Path):
    write_documents(tmp_path, [1])
    document = load(text(2), name="board")
    entry = Entry("own", "there", text(3).replace(", 5 May 2025", "").encode(), "2024-02-01")
    one, two, three = summarize_many([tmp_path / "mill-01.txt", document, entry], model=Model())
    assert [one.id, two.id, three.id] == ["mill-01", "board", "own"]
    assert one.brief
    assert three.brief
    assert one.brief.source.name == "mill-01.txt"
    assert str(three.brief.source.date) == "2024-02-01"
    assert three.origin == "there"


def test_the_rules_make_the_briefs_where_no_model_is_named():
    (found,) = summarize_many([text(1)])
    assert found.brief
    assert found.brief.run.engine == "rules"


def test_an_open_file_that_cannot_be_read_costs_no_other_document(tmp_path: Path):
    (tmp_path / "notes.txt").write_bytes("Ann: Déjà vu.".encode("latin-1"))
    with (tmp_path / "notes.txt").open(encoding="utf-8") as stream:
        outcomes = list(summarize_many([text(1), stream, text(2)], model=Model()))
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]
    assert "notes.txt cannot be read" in str(outcomes[1].error)


def test_a_generator_that_breaks_raises_its_own_error():
    def broken() -> Iterator[str]:
        yield text(1)
        raise LookupError("the source broke")

    with pytest.raises(LookupError, match="the source broke"):
        list(summarize_many(broken(), model=Model()))


@pytest.mark.parametrize("at_once", [0, -1, "3", None])
def test_nothing_at_once_is_refused(at_once: Any):
    with pytest.raises(SettingsError, match=f"{at_once!r} documents"):
        list(summarize_many(texts([1]), model=Model(), at_once=at_once))


@pytest.mark.parametrize("folder", [5, ""])
def test_what_is_no_folder_is_refused(folder: Any):
    with pytest.raises(SettingsError, match=f"the folder is {folder!r}"):
        list(summarize_many(texts([1]), folder=folder))


def test_what_all_documents_would_meet_is_raised_after_what_was_under_way(
    server: Server, monkeypatch: pytest.MonkeyPatch
):
    server.answer = lambda asked: error(401, "no") if number_of(asked) > 2 else answer(asked)
    found = summarize_many(texts(range(1, 50)), model=openai(server, monkeypatch), at_once=1)
    assert [next(found).id, next(found).id] == ["document-1", "document-2"]
    with pytest.raises(Unauthorized):
        next(found)
    assert server.count == 3


def test_with_a_folder_what_is_done_is_not_done_again(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch):
    server.answer = answer
    model, folder = openai(server, monkeypatch), tmp_path / "out"
    docs = sorted(write_documents(tmp_path / "docs", [1, 2, 3]).iterdir())
    first = list(itertools.islice(summarize_many(docs, model=model, folder=folder, at_once=1), 2))
    assert [outcome.earlier for outcome in first] == [False, False]
    found = list(summarize_many(docs, model=model, folder=folder))
    assert [outcome.earlier for outcome in found] == [True, True, False]
    assert found[0].brief is None
    assert found[0].state == "complete"
    assert found[0].usage == first[0].usage
    assert set(briefs(folder)) == {"mill-01", "mill-02", "mill-03"}
    assert sorted(map(number_of, server.asked)) == [1, 2, 3]
    with pytest.raises(SettingsError, match="other settings"):
        list(summarize_many(docs, model="openai:gpt-8", folder=folder))


def test_many_are_read_again_and_translated_as_one_is(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch):
    def answered(asked: dict[str, Any]) -> Any:
        is_second = "<claims>" in asked["messages"][-1]["content"]
        return '{"doubts": [{"number": 1, "why": "Only to look at it."}]}' if is_second else answer(asked)

    server.answer = answered
    model, docs, folder = openai(server, monkeypatch), write_documents(tmp_path / "docs", [1, 2]), tmp_path / "out"
    sources = sorted(docs.iterdir())
    found = list(summarize_many(sources, model=model, recheck=True, language="German", folder=folder))
    assert [each.brief.commitments[0].support.doubt for each in found if each.brief] == ["Only to look at it."] * 2
    assert {each.brief.run.language for each in found if each.brief} == {"de"}
    assert batch(docs, "-o", folder, "--model", model, "--recheck", "--language", "de").exit_code == 0
    with pytest.raises(SettingsError, match="neither recheck nor translate"):
        list(summarize_many(sources, recheck=True))


def test_the_command_goes_on_where_python_stopped(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch):
    server.answer = answer
    model, folder = openai(server, monkeypatch), tmp_path / "out"
    docs = write_documents(tmp_path / "docs", [1, 2])
    list(summarize_many([docs / "mill-01.txt"], model=model, folder=folder))
    assert batch(docs, "-o", folder, "--model", model).exit_code == 0
    assert counts(folder) == (2, 0, 0, 0)
    assert sorted(map(number_of, server.asked)) == [1, 2]


def test_what_is_in_a_job_of_the_provider_is_not_asked_past_it(tmp_path: Path):
    assert [each.state for each in summarize_many(texts([1]), model=Model(), folder=tmp_path)] == ["complete"]
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as base, base:
        base.execute("INSERT INTO jobs (tag) VALUES ('t')")
        base.execute("INSERT INTO requests (key, document, body, tag) VALUES ('k', 'document-2', x'', 't')")
    for _ in range(2):  # the folder is let go
        with pytest.raises(SettingsError, match="in a job of the provider"):
            list(summarize_many(texts([1, 2]), model=Model(), folder=tmp_path))


def test_a_folder_is_let_go_when_the_iteration_ends_early(tmp_path: Path):
    docs = sorted(write_documents(tmp_path / "docs", [1, 2]).iterdir())
    for has_brief in (True, False):  # the second run could not have the folder if the first still had it
        found = summarize_many(docs, model=Model(), folder=tmp_path / "out")
        first = next(found)
        found.close()
        assert (first.id, first.earlier, first.brief is not None) == ("mill-01", not has_brief, has_brief)


def test_a_folder_is_let_go_where_the_garbage_collector_takes_the_iteration_in_the_thread_of_the_loop(tmp_path: Path):
    def left_in_a_cycle() -> None:
        outcomes = summarize_many([text(1).encode(), text(2).encode()], folder=tmp_path)
        next(outcomes)
        cycle: list[Any] = [outcomes]
        cycle.append(cycle)

    async def collected() -> None:
        gc.collect()

    def is_free() -> bool:
        lock = FileLock(tmp_path / "ledger.lock")
        with suppress(Timeout), lock.acquire(timeout=0):
            return True
        return False

    gc.disable()
    try:
        left_in_a_cycle()
        run(collected())
    finally:
        gc.enable()
    until(is_free)


def test_a_failure_of_an_earlier_run_comes_with_the_class_that_it_had(tmp_path: Path):
    for _ in range(2):
        (found,) = summarize_many([b""], model=Model(), folder=tmp_path / "out")
        assert type(found.error) is DocumentError
        assert str(found.error) == "document-1 is empty."
    assert found.earlier


@pytest.mark.parametrize("source", [text(1), text(1).encode(), Path("minutes.txt"), load(text(1))])
def test_one_document_in_place_of_a_list_is_refused_and_not_taken_letter_by_letter(source: Any):
    model = Model()
    with pytest.raises(SettingsError, match="one document"):
        list(summarize_many(source, model=model))
    assert not model.begun


def test_ids_that_a_program_gives_lead_nowhere_but_into_the_folder(tmp_path: Path):
    given = ["../../out", str(tmp_path / "other"), "", "year/5", "half \udc80", "end\0"]
    listed = [Entry(own, f"#{at}", text(at).encode()) for at, own in enumerate(given)]
    folder = tmp_path / "a" / "b" / "briefs"
    found = list(summarize_many(listed, model=Model(), folder=folder))
    assert [outcome.state for outcome in found] == ["complete"] * 6
    assert len(list(tmp_path.rglob("*.brief.json"))) == 6
    assert {str(path.relative_to(folder)) for path in tmp_path.rglob("*.brief.json")} == {
        f"{outcome.id}.brief.json" for outcome in found
    }
    assert found[3].id == "year/5"


def test_a_loop_that_is_left_open_says_nothing_at_the_end_of_the_process():
    code = "from summarizer import summarize_many\nleft = summarize_many(['Ann: I will go.'] * 9)\nnext(left)"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("folder", [None, "out"])
def test_a_schema_that_cannot_be_checked_is_refused_before_the_first_document(tmp_path: Path, folder: str | None):
    class Bare(BaseModel):
        motions: list[str]

    where = tmp_path / folder if folder else None
    for schema, words in ((Bare, "no items that derive from Evidenced"), (dict, "no class of pydantic models")):
        with pytest.raises(SchemaError, match=words):
            next(summarize_many(texts([1]), model=Model(), schema=schema, folder=where))  # type: ignore[type-var]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("how", [SystemExit("the database is gone"), KeyboardInterrupt(), asyncio.CancelledError()])
def test_a_generator_that_breaks_off_is_heard_of(how: BaseException):
    def broken() -> Iterator[str]:
        yield text(1)
        raise how

    with pytest.raises(SettingsError, match=f"broke off with {type(how).__name__}") as caught:
        list(summarize_many(broken(), model=Model()))
    assert caught.value.__cause__ is how


@pytest.mark.parametrize("sources", [None, 5, {"a": "We met."}, Entry("a", "o", "We met.")])
def test_what_is_no_list_of_sources_is_refused(sources: Any):
    with pytest.raises(SettingsError, match=r"no list of sources|one document"):
        list(summarize_many(sources, model=Model()))


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_no_model_is_refused(tmp_path: Path, folder: bool):
    with pytest.raises(SettingsError, match="is no model"):
        list(summarize_many([text(1)], model=object(), folder=tmp_path if folder else None))  # type: ignore[arg-type]


def test_a_file_of_an_entry_that_is_not_what_it_was_is_made_anew(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    server.answer = answer
    path, model = tmp_path / "a.txt", openai(server, monkeypatch)
    for number, changed in ((1, False), (1, False), (2, True)):
        path.write_text(text(number))
        (outcome,) = summarize_many([Entry("a", "o", str(path))], model=model, folder=tmp_path / "out")
        assert outcome.changed is changed
    assert server.count == 2


@pytest.mark.parametrize("source", [None, 5, {"text": "We met."}, ["We met."]])
def test_what_is_no_source_costs_only_itself(source: Any):
    outcomes = list(summarize_many([text(1), source, text(2)], model=Model()))
    assert [outcome.state for outcome in outcomes] == ["complete", "failed", "complete"]
    assert "is no source" in str(outcomes[1].error)


def test_what_failed_in_a_folder_is_tried_again_where_that_is_wanted(tmp_path: Path):
    refusing, willing = Model(n1=Refused("it will not")), Model()
    assert [one.state for one in summarize_many(texts([1, 2]), model=refusing, folder=tmp_path)] == [
        "failed",
        "complete",
    ]
    left = list(summarize_many(texts([1, 2]), model=willing, folder=tmp_path))
    assert [(one.state, one.earlier) for one in left] == [("failed", True), ("complete", True)]
    again = list(summarize_many(texts([1, 2]), model=willing, folder=tmp_path, retry_failed=True))
    assert [(one.state, one.earlier) for one in again] == [("complete", False), ("complete", True)]
    assert willing.begun == [1]
