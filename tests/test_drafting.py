"""Drafting: windows side by side, halved where an answer does not fit, and a failure that costs only itself."""

import asyncio
import random

import pytest

from summarizer import AnswerCutOff, BriefDraft, Document, Refused, Reply, Turn, Unauthorized, Usage
from summarizer.drafting import Answer, draft, reconsider
from summarizer.errors import BudgetSpent, Postponed
from summarizer.windows import Window

DOCUMENT = Document.from_turns([Turn("Ann", f"Line {number} {'is long ' * 150}.") for number in range(1, 9)])


class Engine:
    """Drafts what `errors` does not forbid, and remembers the windows in the order of asking."""

    name = "test"

    def __init__(self, fails):
        self.fails = fails
        self.asked = []

    async def draft(self, document, window):
        self.asked.append(window)
        await asyncio.sleep(0.001 * (9 - window.first))  # the last comes back first
        error = self.fails(window)
        if error is not None:
            error.usage = Usage(requests=1, completion_tokens=5)
            raise error
        topic = {"topic": str(window), "outcome": "discussed"}
        return Answer(BriefDraft(agenda_items=[topic]), Usage(requests=1, prompt_tokens=10), "m")


def run(fails, *windows):
    engine = Engine(fails)
    return engine, asyncio.run(draft(engine, DOCUMENT, [Window(*window) for window in windows]))


def test_drafts_come_in_the_order_of_the_document_whatever_the_order_of_arrival():
    _, drafted = run(lambda window: None, (1, 2), (3, 5), (6, 8))
    assert [one.agenda_items[0].topic for one in drafted.drafts] == [str(Window(*w)) for w in [(1, 2), (3, 5), (6, 8)]]
    assert drafted.usage == Usage(requests=3, prompt_tokens=30)
    assert drafted.model == "m"


def test_an_answer_that_is_cut_off_halves_its_window_and_counts_what_it_cost():
    engine, drafted = run(lambda w: AnswerCutOff("too long") if w.last - w.first > 1 else None, (1, 4))
    assert engine.asked == [Window(1, 4), Window(1, 2), Window(3, 4)]
    assert len(drafted.drafts) == 2
    assert drafted.usage.requests == 3
    assert drafted.usage.completion_tokens == 5
    assert drafted.unread == []


def shuffled(seed, fails=lambda window: None):
    """What comes of eight windows whose answers arrive in the order of that seed, and what they were."""
    chance, arrived = random.Random(seed), []

    class Shuffled(Engine):
        async def draft(self, document, window):
            await asyncio.sleep(chance.random() / 50)
            arrived.append(window)
            return await super().draft(document, window)

    engine = Shuffled(fails)
    return asyncio.run(draft(engine, DOCUMENT, [Window(line, line + 1) for line in (1, 3, 5, 7)])), arrived


def test_the_result_is_the_same_in_whatever_order_answers_failures_and_halves_arrive():
    def fails(window):
        return AnswerCutOff("too long") if window.first <= 4 <= window.last else None

    drafted, arrived = zip(*(shuffled(seed, fails) for seed in range(4)), strict=True)
    assert len(set(map(tuple, arrived))) > 1, "the order of arrival is not shuffled"
    assert all(one == drafted[0] for one in drafted)
    assert [one.agenda_items[0].topic for one in drafted[0].drafts] == [
        str(Window(*window)) for window in [(1, 2), (3, 3), (5, 6), (7, 8)]
    ]
    assert drafted[0].unread == [((4, 4), "too long")]


def test_a_single_line_that_cannot_be_read_is_unread_with_its_reason():
    _, drafted = run(lambda w: AnswerCutOff("too long") if w.first <= 3 <= w.last else None, (1, 4))
    assert drafted.unread == [((3, 3), "too long")]
    assert len(drafted.drafts) == 2


def test_a_small_window_is_not_halved_since_it_is_the_prompt_that_does_not_fit():
    short = Document.from_turns([Turn("Ann", f"Line {number}.") for number in range(1, 9)])
    engine = Engine(lambda window: AnswerCutOff("too long"))
    with pytest.raises(AnswerCutOff):
        asyncio.run(draft(engine, short, [Window(1, 8)]))
    assert engine.asked == [Window(1, 8)]


def test_of_an_answer_that_no_smaller_window_saves_the_beginning_stands_and_its_lines_are_unread():
    def cut_off(window):
        error = AnswerCutOff("too long")
        error.read = Reply(BriefDraft(follow_ups=[{"action": "x", "strength": "intends"}]), "", "m", Usage())
        return error if window.first <= 3 <= window.last else None

    _, drafted = run(cut_off, (3, 3))
    assert [one.follow_ups[0].action for one in drafted.drafts] == ["x"]
    assert drafted.unread == [((3, 3), "too long; what it says up to there stands")]
    assert (drafted.model, drafted.usage.requests) == ("m", 1)


def test_a_refused_window_costs_no_other():
    _, drafted = run(lambda w: Refused("no") if w.first == 1 else None, (1, 4), (5, 8))
    assert drafted.unread == [((1, 4), "no")]
    assert len(drafted.drafts) == 1


def test_where_nothing_could_be_read_the_first_error_is_raised():
    with pytest.raises(Unauthorized, match="no key"):
        run(lambda w: Unauthorized("no key"), (1, 4), (5, 8))


class Second:
    """An engine for the second look, which may fail on some lines."""

    def __init__(self, error=None, at=range(1, 9)):
        self.error, self.at = error, at
        self.asked = []

    def portions(self, document, lines):
        return [list(lines)]

    async def reconsider(self, document, lines):
        self.asked.append(list(lines))
        if self.error and set(lines) & set(self.at):
            raise self.error
        return Answer(BriefDraft(), Usage(requests=1), "m")


def test_an_error_that_nobody_foresaw_stops_the_other_windows():
    class Broken(Engine):
        async def draft(self, document, window):
            if window.first == 1:
                raise RuntimeError("boom")
            await asyncio.sleep(0.05)
            return await super().draft(document, window)

    engine = Broken(lambda window: None)

    async def run_and_wait():
        with pytest.raises(RuntimeError):
            await draft(engine, DOCUMENT, [Window(1, 4), Window(5, 8)])
        await asyncio.sleep(0.1)

    asyncio.run(run_and_wait())
    assert engine.asked == []


def test_a_second_look_counts_its_lines_and_what_it_cost():
    drafted = asyncio.run(reconsider(Second(), DOCUMENT, [2, 5]))
    assert drafted.rechecked == 2
    assert drafted.usage.requests == 1


def test_a_second_look_that_fails_costs_nothing_drafted_and_is_told():
    drafted = asyncio.run(reconsider(Second(Refused("no")), DOCUMENT, [2, 5]))
    assert (drafted.drafts, drafted.rechecked, drafted.recheck_failed) == ([], 0, "no")


def test_a_second_look_whose_answer_is_cut_off_is_halved_down_to_the_line():
    engine = Second(AnswerCutOff("too long"), at=[5])
    drafted = asyncio.run(reconsider(engine, DOCUMENT, [2, 5, 7]))
    assert engine.asked == [[2, 5, 7], [2], [5, 7], [5], [7]]
    assert (drafted.rechecked, drafted.recheck_failed) == (2, "too long")


@pytest.mark.parametrize("error", [BudgetSpent("no more"), Postponed("later")])
def test_a_window_that_may_not_be_asked_about_now_stops_none_that_is_under_way(error):
    class Answering(Engine):
        answered = 0

        async def draft(self, document, window):
            answer = await super().draft(document, window)
            self.answered += 1
            return answer

    engine = Answering(lambda window: error if window.first == 8 else None)
    with pytest.raises(type(error)):
        asyncio.run(draft(engine, DOCUMENT, [Window(1, 3), Window(4, 7), Window(8, 8)]))
    assert engine.answered == 2
