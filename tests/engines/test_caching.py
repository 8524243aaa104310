import asyncio
import json
import multiprocessing
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from summarizer.engines.caching import Cached
from summarizer.engines.parsing.answers import salvage
from summarizer.errors import RateLimited, SettingsError, SummarizerError
from summarizer.llm import Reply, Request, Usage


class Board(BaseModel):
    model_config = ConfigDict(extra="forbid")

    items: list[int] = Field(default_factory=list)


class OtherBoard(BaseModel):
    items: list[int] = Field(default_factory=list, description="Other words for the model.")


ASKED = Request(system="s", user="u", schema=Board, prompt="brief.v1@abc")


class Counted:
    """An `LLM` that answers always the same."""

    def __init__(self, raw: str = '{"items": [1, 2]}', name: str = "model") -> None:
        self.raw, self.name = raw, name
        self.calls = 0
        self.error: SummarizerError | None = None

    async def complete(self, request: Request) -> Reply:
        self.calls += 1
        await asyncio.sleep(0.001)
        if self.error:
            raise self.error
        answer, faults, *_ = salvage(self.raw, request.schema)
        return Reply(answer, self.raw, "served", Usage(requests=2, reasks=1, prompt_tokens=9, cost=0.5), faults)


def ask(llm: Any, request: Request = ASKED) -> Reply:
    return asyncio.run(llm.complete(request))


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_second_time_costs_nothing(tmp_path: Path):
    llm = Counted()
    first, second = ask(Cached(llm, tmp_path)), ask(Cached(llm, tmp_path))
    assert first.usage == Usage(requests=2, reasks=1, prompt_tokens=9, cost=0.5)
    assert second.usage == Usage(cache_hits=1)
    assert (second.answer, second.raw, second.model) == (first.answer, first.raw, first.model)
    assert type(second.answer) is Board
    assert llm.calls == 1


def test_what_was_set_aside_is_set_aside_again(tmp_path: Path):
    llm = Counted('{"items": [1, "x"], "mood": 1}')
    first, second = ask(Cached(llm, tmp_path)), ask(Cached(llm, tmp_path))
    assert second.answer == Board(items=[1])
    assert second.faults == first.faults
    assert len(second.faults) == 2


@pytest.mark.parametrize(
    "change",
    [{"system": "t"}, {"user": "v"}, {"schema": OtherBoard}, {"prompt": "brief.v2@abc"}, {"objections": lambda _: []}],
    ids=lambda change: next(iter(change)),
)
def test_all_that_shapes_the_answer_is_in_the_key(tmp_path: Path, change: Any):
    llm = Counted()
    cached = Cached(llm, tmp_path)
    ask(cached)
    ask(cached, replace(ASKED, **change))
    assert llm.calls == 2


def test_another_model_or_other_parameters_are_another_key(tmp_path: Path):
    ask(Cached(Counted(name="a temperature=0"), tmp_path))
    other = Counted(name="a temperature=1")
    ask(Cached(other, tmp_path))
    assert other.calls == 1


def test_fields_do_not_run_into_one_another(tmp_path: Path):
    llm = Counted()
    cached = Cached(llm, tmp_path)
    ask(cached, replace(ASKED, system="ab", user="c"))
    ask(cached, replace(ASKED, system="a", user="bc"))
    assert llm.calls == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"raw": "{',
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"raw": 5, "model": "m"}',
        b'{"raw": "{}"}',
        b'{"raw": "no", "model": "m"}',
    ],
)
def test_an_entry_that_cannot_be_read_is_made_anew(tmp_path: Path, content: bytes):
    llm = Counted()
    ask(Cached(llm, tmp_path))
    (entry,) = entries(tmp_path)
    entry.write_bytes(content)
    assert ask(Cached(llm, tmp_path)).usage.requests == 2
    assert ask(Cached(llm, tmp_path)).usage.cache_hits == 1
    assert llm.calls == 2


def test_a_failure_is_never_kept(tmp_path: Path):
    llm = Counted()
    llm.error = RateLimited("slow down")
    with pytest.raises(RateLimited):
        ask(Cached(llm, tmp_path))
    assert entries(tmp_path) == []
    llm.error = None
    assert ask(Cached(llm, tmp_path)).usage.cache_hits == 0


def test_of_equal_requests_at_once_one_is_made(tmp_path: Path):
    llm = Counted()
    cached = Cached(llm, tmp_path)

    async def at_once() -> list[Reply]:
        return await asyncio.gather(*(cached.complete(ASKED) for _ in range(10)))

    usages = [reply.usage for reply in asyncio.run(at_once())]
    assert llm.calls == 1
    assert sum(usage.cache_hits for usage in usages) == 9
    assert sum(usage.requests for usage in usages) == 2


def test_an_entry_says_what_it_is_and_is_for_its_owner(tmp_path: Path):
    ask(Cached(Counted(), tmp_path / "new" / "cache"))
    (entry,) = entries(tmp_path)
    content = json.loads(entry.read_text())
    assert (content["llm"], content["prompt"], content["schema"]) == ("model", "brief.v1@abc", "Board")
    assert content["usage"]["prompt_tokens"] == 9
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


def test_a_full_disk_costs_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch):
    def full(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert ask(Cached(Counted(), tmp_path)).answer == Board(items=[1, 2])
    assert "No space left" in caplog.text


def test_a_folder_that_cannot_be_made_is_told_at_once(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsError, match=r"cache folder .* cannot be made"):
        Cached(Counted(), tmp_path / "file" / "cache")


def _fill(folder: str) -> int:
    cached = Cached(Counted(), folder)
    return sum(ask(cached, replace(ASKED, user=str(number))).usage.cache_hits for number in range(20))


def test_several_processes_share_a_folder(tmp_path: Path):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_fill, [str(tmp_path)] * 2)
    assert len(entries(tmp_path)) == 20
    assert _fill(str(tmp_path)) == 20
