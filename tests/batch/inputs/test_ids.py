"""Ids: every file system takes them, and none takes two for one."""

import json
import unicodedata
from pathlib import Path

import pytest
from batching import answer, batch, briefs, text, within
from faulty_server import Server

from summarizer.batch.accounts.ledger import Ledger
from summarizer.batch.inputs.entry import Entry
from summarizer.batch.inputs.ids import is_named, safe


@pytest.mark.parametrize(
    "name",
    [
        "a/b",
        "../../x",
        "..",
        ".hidden",
        "a:b",
        "a\0b",
        "x" * 500,
        "会議" * 100,
        "\ud83d",
        "  a ",
        "a\nb",
        "*",
        "é" * 119,
    ],
)
def test_an_unsafe_name_becomes_one_that_a_file_system_takes_and_stays_apart_from_others(tmp_path: Path, name: str):
    made = safe(name)
    assert made != name
    assert "/" not in made
    assert not made.startswith(".")
    (tmp_path / f"{made}-1000.brief.json").write_text("x")
    assert safe(name) == made
    assert safe(name + "?") != made


@pytest.mark.parametrize("name", ["a", "Board 5.3.2024", "Sitzung-März+1", "会議", "x@y"])
def test_a_plain_name_stays_as_it_is(name: str):
    assert safe(name) == name


@pytest.mark.parametrize(
    ("first", "second"), [("mill", "Mill"), ("m\u00fchle", "MU\u0308HLE"), ("mu\u0308hle", "m\u00fchle")]
)
def test_ids_that_some_file_systems_hold_for_one_are_told_apart(
    tmp_path: Path, server: Server, first: str, second: str
):
    server.answer = answer
    listed = tmp_path / "list.jsonl"
    listed.write_text(
        "".join(json.dumps({"id": own, "text": text(at)}) + "\n" for at, own in enumerate([first, second]))
    )
    for _ in range(2):
        assert batch(listed, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url).exit_code == 0
        names = {unicodedata.normalize("NFC", own.casefold()) for own in briefs(tmp_path / "out")}
        assert len(names) == 2


def test_each_of_many_documents_that_want_one_id_gets_the_next_number(tmp_path: Path):
    async def work(ledger: Ledger) -> list[str]:
        wanted = ["a", "A", "a-3", "a", "a-2", "a"]
        records = [await ledger.enter(Entry(own, f"{number}"), number) for number, own in enumerate(wanted)]
        return [record.id for record in records if record]

    assert within(tmp_path, work) == ["a", "A~2", "a-3", "a~3", "a-2", "a~4"]


@pytest.mark.parametrize("names", [["x/a", "y/a", "z/a-2"], ["z/a-2", "x/a", "y/a"], ["x/a", "z/a-2", "y/a"]])
def test_who_comes_second_takes_no_name_that_another_document_has_of_its_own(
    tmp_path: Path, server: Server, names: list[str]
):
    server.answer = answer
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.txt").write_text(text(number))
    inputs = [tmp_path / f"{name}.txt" for name in names]
    assert batch(*inputs, "-o", tmp_path / "out", "--model", "m", "--base-url", server.url).exit_code == 0
    made = {own: brief["commitments"][0]["action"] for own, brief in briefs(tmp_path / "out").items()}
    assert set(made) == {"a", "a~2", "a-2"}
    assert made["a-2"] == f"repair sluice {names.index('z/a-2')}"
    assert made["a"] == f"repair sluice {names.index('x/a')}"


@pytest.mark.parametrize("name", ["a~2", "~", "a~"])
def test_no_name_of_a_document_looks_like_one_with_a_number_behind_it(name: str):
    assert "~" not in safe(name)
    assert is_named("2024/a~2", "a")
    assert not is_named("a-2", "a")
    assert not is_named("ab", "a")
