"""Gold as it is read: JSON lines, YAML records, and what is wrong with them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from summarizer.errors import SettingsError
from summarizer.evaluation.gold import read_gold

RECORD: dict[str, Any] = {
    "id": "set/a",
    "kind": "minutes",
    "date": "2025-05-05",
    "text": "Ana Kovac agreed to dig.",
    "licence": "CC0",
    "gold": {
        "participants": [{"name": "Ana Kovac", "aliases": ["ak"]}],
        "agenda_items": ["digging"],
        "decisions": [],
        "commitments_or_actions": [{"task": "dig", "owner": "Ana Kovac", "due": "Friday"}],
    },
    "gold_is_exhaustive": {"participants": True, "agenda_items": False},
    "gold_optional": {"agenda_items": ["welcome"]},
}


def lines(path: Path, *records: dict[str, Any]) -> Path:
    text = "\n".join(map(json.dumps, records)) + "\n\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text)
    return path


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_json_lines_with_texts_for_items_are_read(tmp_path: Path, name: str):
    (case,) = read_gold(lines(tmp_path / name, RECORD))
    assert case.id == "set/a"
    assert case.about == {"kind": "minutes", "source": "set"}
    assert case.partial == {"agenda_items"}
    assert case.gold.agenda_items
    assert case.gold.agenda_items[0].topic == "digging"
    assert case.gold.decisions == []
    assert case.gold.commitments is None
    (act,) = case.gold.commitments_or_actions or []
    assert (act.action, act.owner, act.due) == ("dig", "Ana Kovac", "Friday")
    assert [item.topic for item in case.optional.agenda_items or ()] == ["welcome"]
    assert case.lists_attendees_only
    document = case.entry.load()
    assert (document.text, str(document.date)) == ("Ana Kovac agreed to dig.", "2025-05-05")


def test_a_folder_of_json_lines_is_read_in_order(tmp_path: Path):
    lines(tmp_path / "b.jsonl", RECORD | {"id": "set/b"})
    lines(tmp_path / "a.jsonl.gz", RECORD)
    assert [case.id for case in read_gold(tmp_path)] == ["set/a", "set/b"]


def record(folder: Path, text: str = "We met.", **fields: Any) -> Path:
    (folder / "one.txt").write_text(text)
    (folder / "one.yaml").write_text(yaml.safe_dump({"id": "one", "file": "one.txt", "gold": {}} | fields))
    return folder


def test_a_yaml_record_lies_beside_its_document_whose_date_its_own_text_gives(tmp_path: Path):
    gold = {"meetings": [{"id": "m1"}], "participants": [{"name": "Ana", "presence": "attended", "meetings": ["m1"]}]}
    (case,) = read_gold(record(tmp_path, date="2025-05-05", language="en", gold=gold))
    assert case.entry.load().date is None
    assert case.about == {"language": "en"}
    assert case.gold.agenda_items is None
    assert not case.lists_attendees_only


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"gold": {"decisions": [{"txt": "x"}]}}, "gold.decisions.0.text"),
        ({"gold": {"commitments": [{"action": "x", "strength": "firm"}]}}, "gold.commitments.0.strength"),
        ({"gold": {"promises": []}}, "gold.promises"),
        ({"file": "two.txt"}, "names two.txt, which is not there"),
        ({"gold": {"decisions": [{"text": "x", "meetings": ["m9"]}]}}, "decisions 1 names the meeting m9"),
    ],
)
def test_a_fault_of_a_record_is_told_with_its_place(tmp_path: Path, fields: dict[str, Any], says: str):
    with pytest.raises(SettingsError, match=says) as caught:
        read_gold(record(tmp_path, **fields))
    assert "one.yaml" in str(caught.value)


def test_other_faults_of_gold(tmp_path: Path):
    with pytest.raises(SettingsError, match="there is no gold"):
        read_gold(tmp_path / "none")
    with pytest.raises(SettingsError, match="holds no gold"):
        read_gold(tmp_path)
    with pytest.raises(SettingsError, match=r"gold.jsonl, line 1 is no record"):
        read_gold(lines(tmp_path / "gold.jsonl", {"id": "a"}))
    with pytest.raises(SettingsError, match="set/a occurs twice"):
        read_gold(lines(tmp_path / "gold.jsonl", RECORD, RECORD))
    (tmp_path / "gold.jsonl").unlink()
    (tmp_path / "broken.yaml").write_text("a: [")
    with pytest.raises(SettingsError, match=r"broken.yaml cannot be read"):
        read_gold(tmp_path)
