"""`summarizer eval`: how it is told, and what it says."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from faulty_server import Server, completion

from summarizer.cli import command_line

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, ["eval", *map(str, arguments)], prog_name="summarizer")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    act = {"action": "repair sluice 3", "by": "Bob Boyle", "strength": "agreed", "quote": "agreed to repair sluice 3"}
    lists = {"participants": [], "decisions": [], "commitments": [act], "follow_ups": []}
    (folder / "mill.txt").write_text("Board of the mill, 5 May 2025\n\nBob Boyle agreed to repair sluice 3.\n")
    (folder / "mill.yaml").write_text(
        yaml.safe_dump({"id": "mill", "file": "mill.txt", "kind": "minutes", "gold": lists})
    )
    return folder


def answer(_: dict[str, Any]) -> dict[str, Any]:
    evidence = [{"line": 2, "quote": "Bob Boyle agreed to repair sluice 3"}]
    act = {"action": "repair sluice 3", "by": "Bob Boyle", "strength": "agreed", "evidence": evidence}
    person = {"name": "Bob Boyle", "presence": "attended", "evidence": evidence}
    return completion(json.dumps({"commitments": [act], "participants": [person]}), usage=(3000, 200))


def test_the_help_tells_every_option():
    result = run("--help")
    assert result.exit_code == 0
    for option in (parameter for parameter in command_line.commands["eval"].params if parameter.name != "gold"):
        assert option.opts[-1] in result.output or option.opts[0] in result.output
        assert option.help  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "say where the briefs come from"),
        (["--engine", "rules", "--replay", "x"], "both say where the briefs come from"),
        (["--engine", "rules", "--record", "x"], "--record does not go with --engine"),
        (["--briefs", "x", "--prompt", "brief.v1"], "--prompt does not go with --briefs"),
        (["--replay", "nothing"], "holds no recording"),
        (["--briefs", "nothing"], "there is no folder nothing"),
        (["--engine", "rules", "--by", "colour"], "to group by"),
        (["--engine", "rules", "--judgements", "nothing.yaml"], "holds no judgements"),
        (["--engine", "rules", "--compare", "nothing.json"], "is no result of"),
        (["--model", "m", "--base-url", "http://127.0.0.1:1/v1", "--record", "/dev/null/x"], "cannot be made"),
        (["--engine", "rules", "--json", "/nothing/a.json"], "no folder that can be written to"),
        (["--engine", "rules", "--unjudged", "/nothing/a.yaml"], "no folder that can be written to"),
    ],
)
def test_wrong_usage_ends_with_code_2_and_says_what_is_wrong(gold: Path, arguments: list[str], says: str):
    result = run(gold, *arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_a_way_to_group_that_no_document_has_is_told_before_anything_is_asked(gold: Path, server: Server):
    server.answer = answer
    result = run(gold, "--model", "m", "--base-url", server.url, "--by", "colour")
    assert (result.exit_code, server.count) == (2, 0)


def test_a_reader_who_has_seen_enough_of_the_tables_costs_no_file(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def closed(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("summarizer.evaluation.report.show", closed)
    written = [tmp_path / "a.json", tmp_path / "a.yaml"]
    assert run(gold, "--engine", "rules", "--json", written[0], "--unjudged", written[1]).exit_code == 1
    assert all(path.exists() for path in written)


def test_the_rules_are_measured_on_the_examples_and_errors_are_shown_with_their_passages():
    result = run(EXAMPLES, "--engine", "rules", "--errors", "5", "--by", "kind")
    assert result.exit_code == 0, result.output
    assert "3 documents, 0 without a brief (rules)" in result.output
    assert "participants" in result.output
    assert "F1 by kind" in result.output
    assert "outcome: discussed, in the gold deferred" in result.output
    assert "more; --json lists all" in result.output


def test_a_model_is_recorded_and_replayed_with_the_same_figures_to_the_last_digit(
    gold: Path, server: Server, tmp_path: Path
):
    server.answer = answer
    kept = tmp_path / "kept"
    first = run(gold, "--model", "m", "--base-url", server.url, "--record", kept, "--json", tmp_path / "a.json")
    assert first.exit_code == 0, first.output
    second = run(gold, "--replay", kept, "--json", tmp_path / "b.json")
    assert second.exit_code == 0, second.output
    assert first.output == second.output
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert server.count == 1
    found = json.loads((tmp_path / "a.json").read_text())["measures"]
    assert found["commitments.strict.f1"]["value"] == 1.0
    assert found["requests_per_document"]["value"] == 1.0
    assert found["prompt_tokens_per_document"]["value"] == 3000.0
    assert found["tokens_per_1000_characters"]["value"] == pytest.approx(3200 * 1000 / 68, rel=0.1)


def test_items_are_judged_by_a_reader(gold: Path, server: Server, tmp_path: Path):
    server.answer = answer
    kept, wanted = tmp_path / "kept", tmp_path / "wanted.yaml"
    result = run(gold, "--model", "m", "--base-url", server.url, "--record", kept, "--unjudged", wanted)
    assert "1 items to judge" in result.output
    (item,) = yaml.safe_load(wanted.read_text())
    assert (item["id"], item["list"], item["item"], item["borne"]) == ("mill", "participants", "Bob Boyle", None)
    assert item["quotes"] == ["Bob Boyle agreed to repair sluice 3"]
    wanted.write_text(yaml.safe_dump([item | {"borne": False, "why": "he sent a letter"}]))
    run(gold, "--replay", kept, "--judgements", wanted, "--json", tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_text())["measures"]
    assert found["items.unsupported"]["value"] == 0.5
    assert found["items.unjudged"]["value"] == 0.0
    wanted.write_text(yaml.safe_dump([item | {"borne": False}, item | {"borne": True}]))
    result = run(gold, "--replay", kept, "--judgements", wanted)
    assert result.exit_code == 2
    assert "says two things of 'Bob Boyle' of mill" in result.output


def test_briefs_of_a_batch_are_measured_and_one_that_is_missing_is_told(gold: Path, tmp_path: Path):
    made = tmp_path / "made"
    command = ["batch", str(gold / "mill.txt"), "-o", str(made)]
    assert CliRunner().invoke(command_line, command).exit_code == 0
    result = run(gold, "--briefs", made, "--json", tmp_path / "a.json")
    assert result.exit_code == 0, result.output
    by_rules = run(gold, "--engine", "rules", "--json", tmp_path / "b.json")
    assert by_rules.output == result.output
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    (gold / "kiln.txt").write_text("We met.\n")
    (gold / "kiln.yaml").write_text(yaml.safe_dump({"id": "kiln", "file": "kiln.txt", "gold": {"decisions": []}}))
    result = run(gold, "--briefs", made)
    assert result.exit_code == 1
    assert "kiln: there is no brief of it" in result.output
    (gold / "mill.txt").write_text("Board of the mill.\n")
    result = run(gold, "--briefs", made)
    assert result.exit_code == 2
    assert "was made from another text" in result.output


def test_a_comparison_shows_what_changed(gold: Path, server: Server, tmp_path: Path):
    server.answer = answer
    run(gold, "--model", "m", "--base-url", server.url, "--json", tmp_path / "model.json")
    result = run(gold, "--engine", "rules", "--compare", tmp_path / "model.json", "--errors", "3")
    assert result.exit_code == 0, result.output
    assert "better" in result.output
    assert "not in the gold: Bob Boyle" in result.output or "no figure differs" in result.output


def test_what_is_missing_is_told_with_the_command_that_installs_it(gold: Path):
    code = (
        "import sys; sys.modules['scipy'] = None\n"
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'scipy' else find(name, *more)\n"
        f"sys.argv = ['summarizer', 'eval', {str(gold)!r}, '--engine', 'rules']\n"
        "from summarizer.cli import main; main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode == 2
    assert "an evaluation needs scipy" in ended.stderr
    assert "pip install 'numpy" in ended.stderr
