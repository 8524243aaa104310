"""Words that the source strikes through, from the text to the brief."""

import time

import pytest

from summarizer import summarize, verify
from summarizer.schemas import (
    BriefDraft,
    DraftAgendaItem,
    DraftCommitment,
    DraftParticipant,
    Outcome,
    Quote,
    RejectionReason,
    Strength,
    Verdict,
)
from summarizer.words.struck import standing

MINUTES = """\
# Minutes of the rowing club, 3 March 2025

Present: Anna Berg, ~~Carl Dorn~~, Ben Adu

## Boat house

- ~~ACTION: Anna Berg to order the tiles by 4 April 2025.~~
- ACTION: Ben Adu to send ~~the draft by Friday~~ the minutes by 9 May 2025.
- ~~Anna Berg will pay the invoice. Ben Adu agreed to sign the lease.~~ It was resolved to close the hall.
- ~~RESOLVED: to sell the old boat.~~
"""


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("We ~~sell~~ keep it.", ["~~sell~~"]),
        ("~~One. Two.\nThree~~ ~~four~~", ["~~One. Two.\nThree~~", "~~four~~"]),
        ("about ~~ 5 ~~ or ~~6", []),
        ("~~one\n\ntwo~~", []),
        ("~~~\ncode\n~~~", []),
        ("a ~~b~c~~ d", ["~~b~c~~"]),
    ],
)
def test_what_stands_between_the_marks_is_struck_as_markdown_reads_them(text: str, struck: list[str]) -> None:
    left = text
    for words in struck:
        left = left.replace(words, "".join(letter if letter.isspace() else " " for letter in words))
    assert standing(text) == left


def test_marks_without_end_cost_no_time() -> None:
    started = time.perf_counter()
    for text in ("~~a ~" * 100_000, "~~" + "a " * 200_000):
        assert standing(text) == text
    assert time.perf_counter() - started < 2


def test_the_rules_take_nothing_from_struck_words() -> None:
    brief = summarize(MINUTES)
    assert [one.name for one in brief.participants] == ["Anna Berg", "Ben Adu"]
    assert [(one.action, one.owner) for one in brief.follow_ups] == [("send the minutes by 9 May 2025", "Ben Adu")]
    assert not brief.commitments
    assert [one.text for item in brief.agenda_items for one in item.decisions] == ["It was resolved to close the hall"]
    assert not brief.coverage.possible_omissions


def _claim(action: str, line: int, quote: str, strength: Strength = Strength.UNDERTOOK) -> DraftCommitment:
    return DraftCommitment(action=action, strength=strength, evidence=[Quote(line=line, quote=quote)])


def test_a_claim_that_rests_on_struck_words_is_refused_and_told_why() -> None:
    draft = BriefDraft(
        commitments=[
            _claim("order the tiles by 4 April 2025", 4, "Anna Berg to order the tiles by 4 April 2025"),
            _claim("send the draft", 5, "Ben Adu to send ~~the draft by Friday~~ the minutes"),
            _claim("sign the lease", 7, "Ben Adu agreed to sign the lease", Strength.AGREED),
        ],
        participants=[
            DraftParticipant(name="Carl Dorn", presence="attended", evidence=[Quote(line=2, quote="Carl Dorn")])
        ],
    )
    brief = verify(draft, MINUTES)
    assert not brief.commitments
    assert not brief.participants
    assert {one.reason for one in brief.rejected} == {RejectionReason.UNSUPPORTED}
    assert len([one for one in brief.rejected if "strikes through" in one.explanation]) == 4


def test_of_a_line_that_is_struck_in_part_the_rest_still_bears() -> None:
    claim = _claim("send the minutes", 5, "Ben Adu to send ~~the draft by Friday~~ the minutes by 9 May 2025")
    claim.by, claim.due = "Ben Adu", "by Friday"
    (kept,) = verify(BriefDraft(commitments=[claim]), MINUTES).commitments
    assert kept.by == "Ben Adu"
    assert kept.due is None
    assert "strikes through" in kept.changes[0].reason


def test_that_a_thing_was_dropped_may_be_told() -> None:
    topic = DraftAgendaItem(
        topic="Sale of the old boat",
        outcome=Outcome.DISCUSSED,
        evidence=[Quote(line=8, quote="RESOLVED: to sell the old boat")],
    )
    denied = _claim("not sell the old boat", 8, "to sell the old boat", Strength.DENIED)
    brief = verify(BriefDraft(agenda_items=[topic], commitments=[denied]), MINUTES)
    (kept,) = brief.agenda_items
    assert kept.support is not None
    assert kept.support.verdict is Verdict.PARTLY
    assert not any("strikes through" in one.explanation for one in brief.rejected)
