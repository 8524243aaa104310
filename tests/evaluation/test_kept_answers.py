"""Answers of a model kept in a folder, and given again without the model."""

import asyncio
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from faulty_server import Server, completion, error
from hypothesis import given, settings, strategies

from summarizer.engines.connect import Options
from summarizer.errors import SettingsError
from summarizer.evaluation.exchanges import _Dumper, closed, opened, parts_of
from summarizer.evaluation.gold import read_gold
from summarizer.evaluation.making import Asking, Made, make
from summarizer.prompts import DEFAULT, load_prompt

TEXTS = {
    "mill": "Board of the mill, 5 May 2025\n\nBob Boyle agreed to repair sluice 3 by 30 June 2025.\n",
    "kiln": "Board of the kiln, 6 May 2025\n\nAnn Archer promised to publish the plan.\n",
}
QUOTES = {"mill": "Bob Boyle agreed to repair sluice 3", "kiln": "Ann Archer promised to publish the plan"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for own, text in TEXTS.items():
        (folder / f"{own}.txt").write_text(text)
        (folder / f"{own}.yaml").write_text(yaml.safe_dump({"id": own, "file": f"{own}.txt", "gold": {}}))
    return folder


def answered(asked: dict[str, Any], quote: str | None = None) -> dict[str, Any]:
    own = "mill" if "sluice" in json.dumps(asked["messages"]) else "kiln"
    item = {"action": QUOTES[own], "strength": "agreed", "evidence": [{"line": 2, "quote": quote or QUOTES[own]}]}
    return completion(json.dumps({"commitments": [item]}, indent=1), usage=(3000, 200))


def run(gold: Path, **asking: Any) -> list[Made]:
    return asyncio.run(make(read_gold(gold), Asking(**asking)))


def record(gold: Path, server: Server, folder: Path, **more: Any) -> list[Made]:
    return run(gold, model="m", base_url=server.url, record=folder, **more)


def shown(made: list[Made]) -> list[Any]:
    """All of the briefs but for the time that they took."""
    found = []
    for one in made:
        assert one.brief is not None
        content = one.brief.model_dump(mode="json")
        del content["run"]["seconds"]
        found.append(content)
    return found


def test_a_replay_needs_no_model_and_gives_the_same_briefs(gold: Path, server: Server, tmp_path: Path):
    server.answer = answered
    made = record(gold, server, tmp_path / "kept")
    assert [one.case.id for one in made] == ["kiln", "mill"]
    asked = server.count
    assert asked == 2
    assert shown(run(gold, replay=tmp_path / "kept")) == shown(made)
    assert server.count == asked


def test_a_second_recording_asks_nothing_that_is_recorded(gold: Path, server: Server, tmp_path: Path):
    server.answer = answered
    made = record(gold, server, tmp_path / "kept")
    files = {path: path.read_bytes() for path in (tmp_path / "kept").iterdir()}
    assert shown(record(gold, server, tmp_path / "kept")) == shown(made)
    assert server.count == 2
    (tmp_path / "kept" / "mill.yaml").unlink()
    record(gold, server, tmp_path / "kept")
    assert server.count == 3
    assert {path: path.read_bytes() for path in (tmp_path / "kept").iterdir()} == files


def test_a_long_document_is_divided_alike_whatever_was_learnt_of_the_model(gold: Path, server: Server, tmp_path: Path):
    said = "\n\n".join(
        f"The water stood high at pier {number} all winter, and it froze there." for number in range(300)
    )
    (gold / "mill.txt").write_text(f"{TEXTS['mill']}\n{said}\n")
    server.answer = lambda asked: completion("{}", usage=(9000, 10))
    small = Options(context_tokens=9_000)
    made = record(gold, server, tmp_path / "kept", options=small)
    asked = server.count
    assert asked > 3
    assert shown(record(gold, server, tmp_path / "kept", options=small)) == shown(made)
    assert shown(run(gold, replay=tmp_path / "kept")) == shown(made)
    assert server.count == asked


def test_a_reask_is_recorded_and_replayed(gold: Path, server: Server, tmp_path: Path):
    def invents_first(asked: dict[str, Any]) -> dict[str, Any]:
        return answered(asked, "He signed a treaty of peace" if len(asked["messages"]) == 2 else None)

    server.answer = invents_first
    made = record(gold, server, tmp_path / "kept")
    assert server.count == 4
    assert shown(run(gold, replay=tmp_path / "kept")) == shown(made)
    assert [one.brief.run.reasks for one in made if one.brief] == [1, 1]


def test_a_recording_is_readable_and_names_neither_server_nor_key_nor_text(
    gold: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SUMMARIZER_API_KEY", "sk-secret-secret")
    server.answer = answered
    record(gold, server, tmp_path / "kept", options=Options(temperature=0.5))
    text = (tmp_path / "kept" / "mill.yaml").read_text()
    assert "127.0.0.1" not in text
    assert "secret" not in text
    assert "Board of the mill" not in text
    found = yaml.safe_load(text)
    assert found["document"] == "mill"
    assert found["prompt"]["name"] == DEFAULT
    assert found["model"] == {"asked": "m", "served": "served-model"}
    assert found["endpoint"]["temperature"] == 0.5
    (exchange,) = found["exchanges"]
    assert set(exchange["request"]) == {"system", "user", "schema", "parameters"}
    answer = exchange["answer"]
    assert answer["usage"] == {"prompt_tokens": 3000, "completion_tokens": 200, "total_tokens": 3200}
    assert answer["message"]["content"]["json"]["commitments"][0]["action"] == QUOTES["mill"]


def another_prompt(folder: Path) -> Path:
    path = folder / "mine.md"
    own = load_prompt()
    front = f"---\nname: mine.v1\ndescription: x\nexpects: {sorted(own.expects)}\n---\n"
    path.write_text(f"{front}# system\n{own.system}\n# user\n{own.user}\n")
    return path


def change(**parts: Any) -> Callable[[Path, Path], None]:
    """Changes the head of a recording, or one hash of its request."""

    def changed(_: Path, kept: Path) -> None:
        found = yaml.safe_load((kept / "mill.yaml").read_text())
        found["exchanges"][0]["request"] |= parts
        (kept / "mill.yaml").write_text(yaml.safe_dump(found))

    return changed


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda gold, kept: (gold / "mill.txt").write_text(TEXTS["mill"] + "\nMore.\n"), "the document changed"),
        (lambda gold, kept: (kept / "mill.yaml").unlink(), "there is no recording of mill"),
        (change(schema="x", system="y"), "the schema of the answer changed"),
        (change(parameters="x"), "the model or its parameters changed"),
        (change(system="x"), "instructions changed"),
        (change(user="x"), "as the prompt shows it changed"),
    ],
)
def test_a_request_that_differs_is_an_error_that_says_which_part(
    gold: Path, server: Server, tmp_path: Path, spoil: Callable[[Path, Path], None], says: str
):
    server.answer = answered
    record(gold, server, tmp_path / "kept")
    spoil(gold, tmp_path / "kept")
    with pytest.raises(SettingsError, match=says) as caught:
        run(gold, replay=tmp_path / "kept")
    assert "mill" in str(caught.value)
    assert "--record" in caught.value.hint


def test_another_prompt_is_named_in_a_replay_and_asked_anew_in_a_recording(gold: Path, server: Server, tmp_path: Path):
    server.answer = answered
    record(gold, server, tmp_path / "kept")
    prompt = str(another_prompt(tmp_path))
    shutil.copytree(tmp_path / "kept", tmp_path / "before")
    record(gold, server, tmp_path / "kept", prompt=prompt)
    asked_anew = server.count
    assert asked_anew == 2  # its words are the same, so nothing is asked
    with pytest.raises(SettingsError, match="holds no recording"):
        run(gold, replay=tmp_path / "nothing" / "kept")
    text = Path(prompt).read_text().replace("# system\n", "# system\nTake great care.\n")
    Path(prompt).write_text(text)
    with pytest.raises(SettingsError, match=rf"the prompt changed \({DEFAULT}@.* was recorded, mine.v1@"):
        run(gold, replay=tmp_path / "before", prompt=prompt)
    record(gold, server, tmp_path / "kept", prompt=prompt)
    assert server.count == 4
    assert len(yaml.safe_load((tmp_path / "kept" / "mill.yaml").read_text())["exchanges"]) == 1


def test_a_failure_for_good_is_replayed_and_a_passing_one_is_asked_again(gold: Path, server: Server, tmp_path: Path):
    refused = error(400, "This model's maximum context length is 10 tokens", None, code="context_length_exceeded")
    server.answer = lambda asked: refused if "sluice" in json.dumps(asked["messages"]) else answered(asked)
    kiln, mill = record(gold, server, tmp_path / "kept")
    assert kiln.brief is not None
    assert mill.brief is None
    asked = server.count
    again = run(gold, replay=tmp_path / "kept")
    assert again[1].brief is None
    assert "ContextTooLong" in str(again[1].fault)
    record(gold, server, tmp_path / "kept")
    assert server.count == asked
    (tmp_path / "kept" / "mill.yaml").unlink()
    server.answer = lambda asked: error(503, "busy") if "sluice" in json.dumps(asked["messages"]) else answered(asked)
    once = Options(attempts=1)
    assert record(gold, server, tmp_path / "kept", options=once)[1].brief is None
    assert run(gold, replay=tmp_path / "kept")[1].brief is None
    server.answer = answered
    assert record(gold, server, tmp_path / "kept", options=once)[1].brief is not None
    assert run(gold, replay=tmp_path / "kept")[1].brief is not None


def test_a_file_that_is_no_recording_is_told(gold: Path, tmp_path: Path):
    (tmp_path / "kept").mkdir()
    with pytest.raises(SettingsError, match="holds no recording"):
        run(gold, replay=tmp_path / "kept")
    (tmp_path / "kept" / "mill.yaml").write_text("- a list")
    with pytest.raises(SettingsError, match=r"mill.yaml is no recording"):
        run(gold, replay=tmp_path / "kept")


def test_the_hash_of_a_reask_goes_by_what_the_answer_said_and_not_by_its_spaces():
    def body(answer: str) -> dict[str, Any]:
        said = [("system", "s"), ("user", "u"), ("assistant", answer), ("user", "again")]
        return {"model": "m", "messages": [{"role": role, "content": text} for role, text in said]}

    assert parts_of(body('{"a": [1]}')) == parts_of(body('{"a":\n[1]}'))
    assert parts_of(body('{"a": [1]}')) != parts_of(body('{"a": [2]}'))
    assert parts_of(body('{"a": 1, "a": 1}')) != parts_of(body('{"a": 1}'))  # as it stands, where a key is twice


JSON = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.text(max_size=12),
    lambda inner: (
        strategies.lists(inner, max_size=3) | strategies.dictionaries(strategies.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(content=JSON.map(json.dumps) | strategies.text(max_size=40))
def test_any_answer_comes_back_from_the_file_as_it_was(content: str):
    kept = opened(completion(content))
    text = yaml.dump({"answer": kept}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=150)
    back = closed(yaml.safe_load(text)["answer"])["choices"][0]["message"]["content"]
    assert (back or "") == content.encode("utf-8", "replace").decode() or json.loads(back) == json.loads(content)
