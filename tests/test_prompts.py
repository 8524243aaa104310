"""Prompts: files, their variables, and text that must never be read as a template."""

from pathlib import Path

import pytest

from summarizer import BriefDraft, PromptError
from summarizer.prompts import describe, load_prompt, names

VARIABLES = {"fields": "- a", "lines": "[1] Hello.", "title": None, "date": None}


def test_the_default_prompt_is_listed_and_named_in_its_own_file():
    assert "brief.v1" in names()
    assert load_prompt().name == "brief.v1"
    assert len(load_prompt().sha256) == 64


def test_source_text_that_looks_like_a_template_stays_as_it_is():
    hostile = "[1] {{ 7 * 7 }} {% for x in y %} {{ config }} {# gone #}"
    _, user = load_prompt().render(VARIABLES | {"lines": hostile})
    assert hostile in user


@pytest.mark.parametrize("changed", [{"lines": None}, {"extra": "x"}])
def test_a_missing_or_unknown_variable_is_an_error_that_names_it(changed):
    variables = {key: value for key, value in (VARIABLES | changed).items() if (key, value) != ("lines", None)}
    with pytest.raises(PromptError, match=next(iter(changed))):
        load_prompt().render(variables)


def test_a_prompt_of_ones_own_is_read_from_its_file(tmp_path):
    path = tmp_path / "own.md"
    path.write_text("---\nname: own\nexpects: [lines]\n---\n# system\nBe brief.\n\n# user\n{{ lines }}\n")
    prompt = load_prompt(path)
    assert prompt.render({"lines": "[1] Hi."}) == ("Be brief.", "[1] Hi.")
    assert load_prompt(str(path)).sha256 == prompt.sha256


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no front matter", "not a prompt file"),
        ("---\nname: x\n---\n# system\na\n# user\nb\n", "expects"),
        ("---\nname: [\n---\n# system\na\n# user\nb\n", "not a prompt file"),
    ],
)
def test_a_file_that_is_no_prompt_says_what_a_prompt_is(tmp_path, text, says):
    path = tmp_path / "bad.md"
    path.write_text(text)
    with pytest.raises(PromptError, match=says) as caught:
        load_prompt(path)
    assert "# system" in caught.value.hint


def test_an_undefined_variable_in_a_prompt_is_an_error(tmp_path):
    path = tmp_path / "undefined.md"
    path.write_text("---\nname: u\nexpects: [lines]\n---\n# system\n{{ nobody }}\n\n# user\n{{ lines }}\n")
    with pytest.raises(PromptError, match="nobody"):
        load_prompt(path).render({"lines": "x"})


def test_a_prompt_cannot_reach_out_of_its_sandbox(tmp_path):
    path = tmp_path / "evil.md"
    path.write_text(
        "---\nname: e\nexpects: [lines]\n---\n# system\n{{ ''.__class__.__mro__ }}\n\n# user\n{{ lines }}\n"
    )
    with pytest.raises(PromptError):
        load_prompt(path).render({"lines": "x"})


def test_an_unknown_name_or_path_is_an_error_that_lists_what_there_is(tmp_path):
    with pytest.raises(PromptError) as caught:
        load_prompt("brief.v99")
    assert "brief.v1" in caught.value.hint
    with pytest.raises(PromptError, match=r"none\.md"):
        load_prompt(Path(tmp_path / "none.md"))


def test_the_fields_are_described_with_their_words_and_forms():
    fields = describe(BriefDraft)
    assert "- `commitments` (list of objects)" in fields
    assert "  - `said_by` (text or null): Who says so" in fields
    assert "    - `text` (text): The decision" in fields
    assert "conditional, denied" in fields
    assert "`basis`" not in fields
