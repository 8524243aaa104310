"""The command line: what it prints, what it writes, and how it ends."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from faulty_server import Server, completion, error

from summarizer import Brief, BriefDraft
from summarizer.cli import command_line
from summarizer.prompts import load_prompt

ROOT = Path(__file__).parent.parent
MINUTES = str(ROOT / "examples" / "minutes.md")


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(command_line, arguments, input=stdin, prog_name="summarizer")


def test_without_a_model_the_rules_make_the_brief_and_say_so_on_standard_error():
    result = run("brief", MINUTES)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Brief: ")
    assert result.stderr.count("\n") == 1
    assert "no model is configured" in result.stderr


def test_json_is_chosen_by_option_or_by_the_name_of_the_output(tmp_path):
    printed = run("brief", MINUTES, "--format", "json").stdout
    output = tmp_path / "brief.json"
    assert run("brief", MINUTES, "-o", str(output)).exit_code == 0
    one, other = Brief.model_validate_json(printed), Brief.model_validate_json(output.read_text())
    assert one.participants == other.participants
    assert list(json.loads(printed))[-4:] == ["coverage", "rejected", "source", "run"]


@pytest.mark.parametrize("command", [["brief", MINUTES], ["verify", str(ROOT / "examples" / "draft.json"), MINUTES]])
def test_a_page_for_a_browser_holds_the_brief_and_its_source(command, tmp_path):
    output = tmp_path / "brief.html"
    run(*command, "-o", str(output))
    written = output.read_text()
    assert written.startswith("<!doctype html>")
    assert "Nobody came forward." in written  # which no entry quotes
    assert run(*command, "--format", "html").stdout == written


def test_an_output_of_which_the_name_asks_for_a_form_that_there_is_not_is_refused(tmp_path):
    output = tmp_path / "brief.docx"
    result = run("brief", MINUTES, "-o", str(output))
    assert result.exit_code == 2
    assert "does not tell its format: .docx" in result.stderr
    assert not output.exists()
    assert run("brief", MINUTES, "-o", str(output), "--format", "md").exit_code == 0


def test_standard_input_is_read_for_a_dash():
    result = run(
        "brief", "-", "--date", "2025-05-06", "--format", "json", stdin="Ann: I will write to the mill.\nBob: Good.\n"
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["date"] == "2025-05-06"


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"\x00\x01\x02\x00", "text"), (b"%PDF-1.7\n", "PDF")],
)
def test_a_file_that_is_no_document_fails_with_a_sentence_and_no_traceback(tmp_path, content, says):
    path = tmp_path / "input.txt"
    path.write_bytes(content)
    result = run("brief", str(path))
    assert result.exit_code == 1
    assert says in result.stderr
    assert "input.txt" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_missing_file_a_folder_and_no_name_fail_with_a_sentence(tmp_path):
    for arguments in (["brief", "no-such-file.txt"], ["brief", str(tmp_path)], ["brief", ""]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "Traceback" not in result.stderr
        assert "summarizer: " in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["brief", MINUTES, "--format", "pdf"],
        ["brief", MINUTES, "--date", "yesterday"],
        ["brief", MINUTES, "--prompt", "brief.v1"],
        ["brief", MINUTES, "--model", "nobody:x"],
        ["brief", MINUTES, "--model", "openai:x"],
        ["prompts", "no-such-prompt"],
    ],
)
def test_wrong_usage_ends_with_code_2_and_says_what_is_wrong(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_an_output_that_cannot_be_written_or_is_the_source_is_refused_before_anything_is_done(tmp_path):
    source = tmp_path / "notes.txt"
    source.write_text("Ann: I will go.\nBob: Good.\n")
    for output in (tmp_path / "a" / "b.md", source):
        result = run("brief", str(source), "-o", str(output))
        assert result.exit_code == 2
        assert str(output.parent) in result.stderr
    assert source.read_text().startswith("Ann")


def test_an_output_may_be_a_link_or_a_pipe_and_a_file_keeps_its_rights(tmp_path):
    target, link, pipe = tmp_path / "brief.md", tmp_path / "link.md", tmp_path / "pipe"
    target.touch(0o640)
    link.symlink_to(target)
    os.mkfifo(pipe)
    assert run("brief", MINUTES, "-o", str(link)).exit_code == 0
    assert link.is_symlink()
    assert target.read_text().startswith("# ")
    assert target.stat().st_mode & 0o777 == 0o640
    with ThreadPoolExecutor() as reading:
        read = reading.submit(pipe.read_text)
        assert run("brief", MINUTES, "-o", str(pipe)).exit_code == 0
        assert read.result() == target.read_text()
    assert sorted(tmp_path.iterdir()) == [target, link, pipe]


def test_a_brief_that_cannot_be_written_is_printed(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("summarizer.files.os.replace", full)
    result = run("brief", MINUTES, "-o", str(tmp_path / "brief.md"))
    assert result.exit_code == 1
    assert result.stdout == run("brief", MINUTES).stdout
    assert (
        f"{tmp_path / 'brief.md'}: No space left on device; what was made went to standard output instead"
        in result.stderr
    )
    assert list(tmp_path.iterdir()) == []


def test_an_address_in_the_environment_alone_changes_nothing(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "http://127.0.0.1:1/v1")
    assert run("brief", MINUTES).exit_code == 0
    assert run("brief", MINUTES, "--base-url", "http://127.0.0.1:1/v1").exit_code == 2


def test_a_key_in_the_environment_alone_sends_nothing_away(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    assert json.loads(run("brief", MINUTES, "--format", "json").stdout)["run"]["engine"] == "rules"


def test_a_model_named_in_the_environment_is_used(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai:x")
    result = run("brief", MINUTES)
    assert result.exit_code == 2
    assert "OPENAI_API_KEY" in result.stderr


def test_the_rules_can_be_named_where_the_environment_names_a_model(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "openai:x")
    result = run("brief", MINUTES, "--model", "rules")
    assert result.exit_code == 0
    assert "the built-in rules make this brief" in result.stderr


def test_a_document_in_another_language_is_refused_by_the_rules(documents):
    result = run("brief", str(documents / "french.txt"))
    assert result.exit_code == 1
    assert "English" in result.stderr
    assert "--model" in result.stderr


def test_verify_prints_what_holds_and_ends_with_4_where_something_was_refused(tmp_path):
    person = {"name": "Priya Raman", "presence": "attended", "evidence": [{"quote": "Priya Raman"}]}
    invented = {
        "name": "Zoltan Nemo",
        "presence": "attended",
        "evidence": [{"quote": "Zoltan Nemo chaired the meeting"}],
    }
    draft = tmp_path / "draft.json"
    draft.write_text(BriefDraft(participants=[person]).model_dump_json())
    assert run("verify", str(draft), MINUTES).exit_code == 0
    draft.write_text(BriefDraft(participants=[person, invented]).model_dump_json())
    result = run("verify", str(draft), MINUTES)
    assert result.exit_code == 4
    assert "Priya Raman" in result.stdout
    assert "## Refused" in result.stdout


def test_verify_has_a_model_read_each_item_again_only_where_one_is_named(tmp_path, server: Server, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_MODEL", "m")
    monkeypatch.setenv("SUMMARIZER_BASE_URL", server.url)
    person = {"name": "Priya Raman", "presence": "attended", "evidence": [{"quote": "Priya Raman"}]}
    draft = tmp_path / "draft.json"
    draft.write_text(BriefDraft(participants=[person]).model_dump_json())
    assert run("verify", str(draft), MINUTES).exit_code == 0
    assert server.count == 0
    server.script('{"doubts": [{"number": 1, "why": "She is only named."}]}')
    result = run("verify", str(draft), MINUTES, "--model", "m")
    assert result.exit_code == 0, result.stderr
    assert "[partly: On a second reading: She is only named.]" in result.stdout
    kept = ["--cache", str(tmp_path / "kept")]
    asked = server.count
    again = [run("verify", str(draft), MINUTES, "--model", "m", *kept).stdout for _ in range(2)]
    assert all("She is only named." in page for page in again)
    assert server.count == asked + 1
    assert run("verify", str(draft), MINUTES, *kept).exit_code == 2
    server.script(error(401, "no such key"))
    result = run("verify", str(draft), MINUTES, "--model", "m")
    assert "the second look failed" in result.stderr
    assert "Priya Raman" in result.stdout


def test_verify_says_what_is_wrong_with_a_file_that_is_no_draft(tmp_path):
    draft = tmp_path / "draft.json"
    draft.write_text("nonsense")
    result = run("verify", str(draft), MINUTES)
    assert result.exit_code == 2
    assert "summarizer schema draft" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_verify_reads_a_draft_as_shells_and_editors_write_it(tmp_path, encoding):
    draft = tmp_path / "draft.json"
    person = {"name": "Priya Raman", "presence": "attended", "evidence": [{"quote": "Priya Raman"}]}
    draft.write_text(BriefDraft(participants=[person]).model_dump_json(), encoding=encoding)
    assert "**Priya Raman**" in run("verify", str(draft), MINUTES).stdout


@pytest.mark.parametrize(("content", "says"), [(b'{"a": "caf\xe9"}', "byte 10"), (b"[]", "it is a JSON list")])
def test_verify_says_of_a_draft_what_is_wrong_with_it_and_not_with_an_answer(tmp_path, content, says):
    draft = tmp_path / "draft.json"
    draft.write_bytes(content)
    result = run("verify", str(draft), MINUTES)
    assert result.exit_code == 2
    assert says in result.stderr
    assert "answer" not in result.stderr


@pytest.mark.parametrize("which", ["brief", "draft"])
def test_schemas_are_printed_as_json_schema(which):
    definition = json.loads(run("schema", which).stdout)
    assert definition["title"] == {"brief": "Brief", "draft": "BriefDraft"}[which]


def test_prompts_are_listed_and_printed():
    assert run("prompts").stdout.startswith("brief.v1  ")
    assert "ladder" in run("prompts", "brief.v1").stdout


def test_who_waits_for_a_server_that_fails_is_told_so_meanwhile(server: Server):
    busy = error(503, "the hall burns", {"retry-after-ms": "1"})
    server.script(busy, completion('{"participants": []}', usage=(3000, 20)))
    result = run("brief", MINUTES, "--model", "m", "--base-url", server.url)
    assert result.exit_code == 0, result.stderr
    assert re.search(r"summarizer: 127.* failed \(status 503\): the hall burns; asked again in \d s\n", result.stderr)


@pytest.mark.parametrize("answer", ["{}", '{"follow_ups": [{"action": "sell the pier", "strength": "agreed"}]}'])
def test_a_model_of_which_nothing_stands_is_told_in_a_line(server: Server, answer: str):
    server.script(*[completion(answer, usage=(3000, 20))] * 2)
    result = run("brief", MINUTES, "--model", "m", "--base-url", server.url)
    assert result.exit_code == 0
    refused = 0 if answer == "{}" else 1
    said = f"summarizer: nothing of what served-model said can be used ({refused} claims were refused)\n  use a stronger model\n"
    assert result.stderr == said


def test_a_brief_of_an_answer_that_was_cut_off_is_incomplete(server: Server, tmp_path: Path):
    source = tmp_path / "short.txt"
    source.write_text("Ann: I will send the draft budget by Friday.\nBob: I will book the hall.\n")
    item = {
        "action": "book the hall",
        "strength": "intends",
        "evidence": [{"line": 2, "quote": "I will book the hall"}],
    }
    text = json.dumps({"follow_ups": [item, item]})[:-30]
    server.script(completion(text, finish="length", usage=(3000, 20)))
    result = run("brief", str(source), "--model", "m", "--base-url", server.url, "--format", "json")
    made = Brief.model_validate_json(result.stdout)
    assert result.exit_code == 3
    assert [one.action for one in made.follow_ups] == ["book the hall"]
    assert made.coverage.unread == [(1, 2)]


def test_a_prompt_that_is_printed_is_a_prompt_file(tmp_path: Path):
    mine = tmp_path / "mine.md"
    mine.write_text(run("prompts", "brief.v5").stdout)
    assert load_prompt(mine) == load_prompt("brief.v5")
    assert run("prompts", str(mine)).stdout == mine.read_text()


def test_every_command_has_help_and_the_exit_codes_are_told():
    for name, command in command_line.commands.items():
        result = run(name, "--help")
        assert result.exit_code == 0
        assert command.help
    assert "3  incomplete" in run("--help").stdout


def test_the_help_costs_no_heavy_import():
    code = "import sys; from summarizer.cli import command_line; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"openai", "instructor", "jinja2", "tenacity", "yaml", "pydantic", "httpx2"} & set(loaded)


@pytest.mark.parametrize(
    ("arguments", "closed", "code", "says"),
    [
        (["brief", "-"], "<&-", 1, "standard input is empty"),
        (["brief", MINUTES], ">&-", 1, "standard output: it is closed"),
        (["schema"], ">&-", 1, "standard output: it is closed"),
        (["batch", MINUTES, "-o", "out"], "2>&-", 0, ""),
        (["batch", MINUTES, "-o", "out"], ">&-", 0, ""),
    ],
)
def test_a_standard_stream_that_is_closed_is_told_or_missed_by_nobody(
    tmp_path: Path, arguments: list[str], closed: str, code: int, says: str
):
    command = f"{shlex.join([sys.executable, '-m', 'summarizer', *arguments])} {closed}"
    ended = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, env=_here())
    assert ended.returncode == code
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr
    if arguments[0] == "batch":
        assert (tmp_path / "out" / f"{Path(MINUTES).stem}.brief.json").exists()


def _here() -> dict[str, str]:
    """The environment, with the package found from whichever folder."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def test_ctrl_c_ends_a_long_brief_at_once_and_says_so(tmp_path: Path):
    (tmp_path / "long.txt").write_text("".join(f"Speaker{n % 7}: I will send report {n}.\n" for n in range(100_000)))
    command = [sys.executable, "-m", "summarizer", "brief", "long.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=_here()) as process:
        assert process.stderr is not None
        assert "built-in rules" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert "interrupted" in process.stderr.read()
    assert process.returncode == 130


def test_ctrl_c_while_the_program_is_still_being_loaded_leaves_no_traceback() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from summarizer.__main__ import main; main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (130, "summarizer: interrupted\n")
