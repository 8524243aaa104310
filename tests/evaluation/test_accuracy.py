"""The accuracy sheet, made again from the gold set and the recordings."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.evaluation.exchanges import read_recording
from summarizer.prompts import load_prompt, names

ROOT = Path(__file__).parent.parent.parent
RECORDED = ROOT / "cassettes" / "gold"


@pytest.fixture(scope="module")
def accuracy() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module  # where dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_the_sheet_is_what_the_recordings_give_to_the_last_digit(accuracy: ModuleType):
    assert accuracy.sheet() == (ROOT / "ACCURACY.md").read_text(encoding="utf-8")


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
