"""The model engine: windows that fit, halved where they do not, and the same brief in whatever order answers come."""

import asyncio
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from summarizer import AnswerCutOff, BriefDraft, ContextTooLong, Document, PromptError, asummarize
from summarizer.drafting import draft
from summarizer.engines import room
from summarizer.engines.model import ModelEngine
from summarizer.llm import Limits, Reply, Request, Usage
from summarizer.prompts import load_prompt
from summarizer.windows import MOST, size
from summarizer.words.tokens import estimate

NAMES = ("Ann Corrigan", "Bob Adeyemi", "Cleo Raman")
THINGS = "tender survey permit invoice contract estimate drawing ledger".split()


@pytest.fixture(autouse=True)
def _nothing_learnt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(room, "_told", {})
    return None


def talk(turns: int) -> Document:
    """Every second turn takes something on."""
    said = (
        f"I will send the {THINGS[number % 8]} of pier {number} to the harbour office."
        if number % 2
        else f"The water stood high at pier {number} all winter, and it froze there twice."
        for number in range(turns)
    )
    return Document.from_turns((NAMES[number % 3], words) for number, words in enumerate(said))


def test_a_prompt_that_shows_nothing_of_the_document_is_refused():
    blind = replace(load_prompt("brief.v5"), expects=frozenset({"fields"}))
    with pytest.raises(PromptError, match="does not expect `lines`"):
        ModelEngine(Model(), blind, BriefDraft)


class Model:
    """Reports the promises of its window. It refuses what `refuses` names, and may be slow or count as it likes."""

    name = "model"

    def __init__(
        self,
        limits: Limits | None = None,
        refuses: Callable[[str], Exception | None] = lambda lines: None,
        seed: int | None = None,
        tokens: float = 1.0,
    ) -> None:
        self.limits, self.refuses, self.tokens = limits or Limits(), refuses, tokens
        self.chance = None if seed is None else random.Random(seed)
        self.asked: list[str] = []
        self.answered: list[str] = []

    async def complete(self, request: Request) -> Reply:
        lines = request.user.partition("<record>\n")[2].partition("\n</record>")[0]
        self.asked.append(lines)
        if self.chance:
            await asyncio.sleep(self.chance.random() / 50)
        self.answered.append(lines)
        if error := self.refuses(lines):
            raise error
        found = re.findall(r"^\[(\d+)\] (?:[^:\n]*: )?(I will (send .*)\.)$", lines, re.MULTILINE)
        claims = [
            {"action": action, "strength": "intends", "evidence": [{"line": int(line), "quote": quote}]}
            for line, quote, action in found
        ]
        used = Usage(requests=1, prompt_tokens=int(self.tokens * (estimate(request.system) + estimate(request.user))))
        return Reply(BriefDraft(commitments=claims), "{}", "served", used)


def engine(llm: object) -> ModelEngine:
    return ModelEngine(llm, load_prompt(), BriefDraft)  # type: ignore[arg-type]


def numbers(lines: str) -> list[int]:
    return [int(number) for number in re.findall(r"^\[(\d+)\] ", lines, re.MULTILINE)]


def test_a_document_is_one_window_where_it_fits():
    assert len(engine(Model()).windows(talk(100))) == 1


def test_windows_leave_room_for_the_prompt_the_fields_and_an_answer():
    document = talk(600)
    prompt = sum(map(estimate, load_prompt().render({"fields": "", "lines": "", "title": None, "date": None})))
    windows = engine(Model(Limits(context=12_000, reads_schema=False))).windows(document)
    with_schema = engine(Model(Limits(context=12_000))).windows(document)
    assert 1 < len(windows) < len(with_schema)
    for window in windows:
        assert prompt + 2 * size(document, window) < 12_000 / 1.25


def test_a_model_that_says_nothing_of_its_limits_gets_windows_of_the_usual_size():
    class Bare:
        name = "bare"

    document = talk(1_200)
    sizes = [size(document, window) for window in engine(Bare()).windows(document)]
    assert len(sizes) > 1
    assert MOST / 2 < max(sizes) <= MOST


def test_what_a_model_counts_shapes_the_windows_of_the_next_document_and_not_of_this_one():
    document = talk(400)
    model = Model(Limits(context=12_000, reads_schema=False), tokens=1.9)
    first = engine(model).windows(document)
    asyncio.run(draft(engine(model), document, first))
    assert [numbers(lines) for lines in model.asked] == [list(range(one.first, one.last + 1)) for one in first]
    assert len(engine(model).windows(document)) > len(first)


def test_windows_do_not_hang_on_what_was_learnt_where_the_ratio_is_settled():
    document = talk(400)
    model = Model(Limits(context=12_000, reads_schema=False, ratio=1.25), tokens=1.9)
    first = engine(model).windows(document)
    asyncio.run(draft(engine(model), document, first))
    assert engine(model).windows(document) == first


def test_in_a_large_context_a_document_is_split_alike_whatever_was_learnt():
    document = talk(1_200)
    model = Model(Limits(context=200_000, output=64_000, reads_schema=False), tokens=1.9)
    first = engine(model).windows(document)
    asyncio.run(draft(engine(model), document, first))
    assert room.learnt_ratio("model") == 2.0
    assert engine(model).windows(document) == first


def test_a_window_too_long_for_the_server_is_halved_until_it_fits_and_nothing_is_lost():
    model = Model(refuses=lambda lines: ContextTooLong("too long") if estimate(lines) > 900 else None)
    document = talk(200)
    brief = asyncio.run(asummarize(document, model=model))
    read = [number for lines in model.asked if estimate(lines) <= 900 for number in numbers(lines)]
    assert sorted(read) == list(range(1, len(document.segments) + 1))
    assert brief.status == "complete"
    assert len(brief.commitments) == 100


def test_what_cannot_be_read_is_unread_with_its_reason_and_the_brief_is_incomplete():
    document = Document.from_turns([*((NAMES[0], "I will send the ledger of pier 1."), (NAMES[1], "x" * 1_990))] * 3)
    model = Model(refuses=lambda lines: AnswerCutOff("the answer is cut off") if "xxx" in lines else None)
    brief = asyncio.run(asummarize(document, model=model))
    assert brief.status == "incomplete"
    assert brief.coverage.unread == [(2, 2), (4, 4), (6, 6)]
    assert brief.coverage.unread_reasons == ["the answer is cut off"]
    assert brief.commitments


def test_the_brief_is_the_same_in_whatever_order_the_answers_arrive():
    document = talk(300)
    orders, briefs = set(), set()
    for seed in range(4):
        model = Model(
            Limits(context=9_000),
            refuses=lambda lines: AnswerCutOff("cut off") if "pier 100 " in lines and estimate(lines) > 400 else None,
            seed=seed,
        )
        room._told.clear()
        brief = asyncio.run(asummarize(document, model=model))
        brief.run.seconds = 0.0
        orders.add(json.dumps(model.answered))
        briefs.add(brief.model_dump_json())
    assert len(orders) > 1, "the order of arrival is not shuffled"
    assert len(briefs) == 1
