"""The project's own promises: what README shows runs, and what is public is stated once. Runs in a checkout only."""

import hashlib
import inspect
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import summarizer
from summarizer.cli import command_line
from summarizer.engines.providers import MODES, PROVIDERS
from summarizer.exports.forms import FORMS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
_FENCED = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
BLOCKS = _FENCED.findall(README)
DOCS = [block for path in sorted((ROOT / "docs").glob("*.md")) for block in _FENCED.findall(path.read_text())]
SECRET = re.compile(r"(?i)\b(sk-[a-z0-9_-]{8,}|bearer [a-z0-9._-]{8,}|authorization\b|api[-_ ]?key: )")


def test_the_public_interface_is_stated_once_and_true():
    assert len(set(summarizer.__all__)) == len(summarizer.__all__)
    for name in summarizer.__all__:
        public = getattr(summarizer, name)
        if inspect.isclass(public) or inspect.isfunction(public):
            assert public.__doc__, f"{name} has no docstring"


def test_the_readme_is_short():
    assert README.count("\n") < 150


@pytest.mark.parametrize("code", [code for kind, code in BLOCKS + DOCS if kind == "python"])
def test_each_python_example_of_the_readme_and_the_docs_runs(code, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


_LINES = [line for kind, code in BLOCKS + DOCS if kind == "sh" for line in code.splitlines()]
SHELL = list(dict.fromkeys(line for line in _LINES if line.startswith("summarizer ")))


def run(line: str) -> Result:
    """A command of the documentation, in this process: one of its own takes a second to begin."""
    return CliRunner().invoke(command_line, shlex.split(line)[1:], prog_name="summarizer")


@pytest.mark.parametrize("line", [line for line in SHELL if "--model" not in line])
def test_each_command_of_the_readme_runs(line, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    ended = run(re.sub(r"(?<= )(brief\.json|brief\.html|briefs|result\.json)\b", rf"{tmp_path}/\1", line))
    assert ended.exit_code == 0, ended.output


@pytest.mark.parametrize("line", [line for line in SHELL if "--model" in line])
def test_each_model_command_of_the_readme_parses(line):
    wrong = "--date 'no date'" if " brief " in line else "--concurrency 'no number'"
    ended = run(f"{line} {wrong}")
    assert "no such option" not in ended.output.lower()
    assert ended.exit_code == 2


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_every_provider_is_told_wherever_models_are_named(provider):
    for told in (
        README,
        summarizer.connect.__doc__,
        run("summarizer brief --help").output,
        run("summarizer brief x --model y").output,
    ):
        assert f"{provider.name}:" in told
    assert not provider.needs_key or provider.key_variable in README


@pytest.mark.parametrize(
    ("command", "option", "values"), [("brief", "mode", MODES), ("batch", "form", FORMS), ("brief", "form", FORMS)]
)
def test_options_take_the_values_that_there_are(command, option, values):
    """They are written out in the command line, which imports nothing of what it may run."""
    (taken,) = (one.type.choices for one in command_line.commands[command].params if one.name == option)
    assert sorted(taken) == sorted(values)


@pytest.mark.parametrize(
    ("command", "page"), [("brief", "brief"), ("verify", "brief"), ("batch", "batch"), ("eval", "evaluation")]
)
def test_every_option_of_a_command_is_in_its_documentation(command, page):
    documented = (ROOT / "docs" / f"{page}.md").read_text()
    for parameter in command_line.commands[command].params:
        if parameter.param_type_name == "option":
            assert f"`{parameter.opts[0]}" in documented, parameter.opts[0]


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_every_link_of_the_readme_and_the_docs_leads_to_a_file(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_the_brief_in_the_readme_is_what_is_printed():
    shown = [code.strip() for kind, code in BLOCKS if kind == "markdown"]
    printed = subprocess.run(
        [sys.executable, "-m", "summarizer", "brief", "examples/readout.txt"], cwd=ROOT, capture_output=True, text=True
    ).stdout
    assert shown
    for part in shown:
        assert part in printed


@pytest.mark.parametrize("example", ["readout.txt", "minutes.md", "standup.txt"])
def test_the_brief_beside_each_example_is_what_is_printed(example, monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = run(f"summarizer brief examples/{example}").stdout
    assert (ROOT / "examples" / f"{Path(example).stem}.brief.md").read_text() == printed


def test_no_cassette_holds_a_secret_or_is_too_large():
    cassettes = list((ROOT / "cassettes").rglob("*.yaml"))
    assert len(cassettes) >= 10
    for cassette in cassettes:
        # The largest hold a document of 25,000 characters in parts, or the whole answer about it given twice.
        assert cassette.stat().st_size <= 50 * 1024, cassette
        assert not SECRET.search(cassette.read_text()), cassette


def test_what_cassettes_share_is_named_by_its_hash_and_used():
    used = " ".join(path.read_text() for path in (ROOT / "cassettes").rglob("*.yaml"))
    shared = list((ROOT / "cassettes" / "shared").iterdir())
    assert shared
    for path in shared:
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:16] == path.stem
        assert path.name in used
        assert not SECRET.search(path.read_text())


def test_an_import_of_the_package_is_light():
    code = "import sys, summarizer; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"openai", "instructor", "jinja2", "aiohttp", "httpx2", "numpy"} & set(loaded)
