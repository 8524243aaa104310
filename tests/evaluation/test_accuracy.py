"""The accuracy sheet, what of it is in use made again from the gold set and the recordings; `.ci/run` makes the rest too."""

import asyncio
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.evaluation.exchanges import read_recording
from summarizer.evaluation.gold import read_gold
from summarizer.prompts import DEFAULT, load_prompt, names

ROOT = Path(__file__).parent.parent.parent
RECORDED = ROOT / "cassettes" / "gold"


@pytest.fixture(scope="module")
def accuracy() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield importlib.import_module("accuracy")


@pytest.mark.longest
def test_the_sheet_has_what_the_rules_and_the_prompt_in_use_give_to_the_last_digit(accuracy: ModuleType):
    lines = (ROOT / "ACCURACY.md").read_text(encoding="utf-8").splitlines()
    top = next(number for number, line in enumerate(lines) if line.startswith("| | built-in rules |"))
    head, _, *rows = ([cell.strip() for cell in line.split("|")] for line in lines[top : top + 2 + len(accuracy.ROWS)])
    cases = read_gold(accuracy.GOLD)
    for run in (accuracy.by_rules(cases), accuracy.replayed(DEFAULT, cases)):
        assert [row[head.index(run.name)] for row in rows] == accuracy.column(run), run.name


def test_of_every_claim_that_a_second_reading_is_measured_on_there_is_a_recorded_answer(accuracy: ModuleType):
    """For the shortest document; where the checks show a claim in another way than before, it is to be asked again."""
    paraphrases = importlib.import_module("paraphrases")
    name = min(paraphrases.names(), key=lambda one: (paraphrases.CLAIMS / f"{one}.txt").stat().st_size)
    answers = paraphrases.Answers(paraphrases.recorded(name))
    judged = asyncio.run(paraphrases.judge(name, answers))
    assert answers.unknown == 0
    assert not any(one.outcome == "stands" and not one.is_doubted for one in judged if not one.row["borne"])


def test_a_prompt_of_briefs_is_that_of_its_recordings_to_the_byte():
    """Who changes a prompt gives it a new version, and records that."""
    briefs = [name for name in names() if name.startswith("brief.")]
    assert sorted(folder.name for folder in RECORDED.iterdir()) == briefs
    for name in briefs:
        paths = sorted((RECORDED / name).glob("*.yaml"))
        assert len(paths) == len(list((ROOT / "tests" / "gold").glob("*.yaml")))
        for path in paths:
            recording = read_recording(path)
            assert recording is not None
            assert recording.prompt == {"name": name, "sha256": load_prompt(name).sha256}, path
