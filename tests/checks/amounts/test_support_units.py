"""What a number is counted in, and which week, month or year is meant."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftFollowUp, RejectionReason, Strength, Verdict

PORT = document(
    "Malta will deliver the survey within two weeks.",
    "Malta will dredge 12 kilometres of the channel by the end of the year.",
    "Malta will store 30 million cubic metres of water, 40 acres of reed and 9 barrels of oil.",
    "Malta will hold a two-day fair next month and a two-week fair later.",
    "Malta will invest at least 250 million euros in the autumn.",
)


def promised(action: str, line: int) -> Item:
    claim = DraftCommitment(action=action, by="Malta", strength=Strength.INTENDS)
    return checked("commitments", claim, PORT, PORT.line_text(line))


@pytest.mark.parametrize(
    ("action", "line", "reason"),
    [
        ("deliver the survey within two months", 1, 'The quoted words say "two weeks", not "two months".'),
        ("deliver the survey within 2 days", 1, 'The quoted words say "two weeks", not "2 days".'),
        ("dredge 12 miles of the channel", 2, 'The quoted words say "12 kilometres", not "12 miles".'),
        (
            "dredge 12 km of the channel by the end of next year",
            2,
            'The quoted words say "end of the year", not "next year".',
        ),
        ("store 40 hectares of reed", 3, 'The quoted words say "40 acres", not "40 hectares".'),
        (
            "invest at least 250 million euros in the spring",
            5,
            'The quoted words say "autumn", not "spring".',
        ),
        ("hold a fair last month", 4, 'The quoted words say "next month", not "last month".'),
    ],
)
def test_another_unit_or_another_year_is_contradicted(action: str, line: int, reason: str) -> None:
    made = promised(action, line)
    assert made.refused is RejectionReason.CONTRADICTED
    assert made.explanation == reason


@pytest.mark.parametrize(
    ("action", "line"),
    [
        ("deliver the survey in a fortnight", 1),
        ("deliver the survey within 2 weeks", 1),
        ("dredge 12 km of the channel by the end of this year", 2),
        ("store 30 million cubic meters of water and 9 barrels of oil", 3),
        ("invest no less than 250 million euros", 5),
        ("invest at least EUR 250m", 5),
        ("hold a fair for two days in the coming month and one for two weeks", 4),
    ],
)
def test_the_same_amount_in_other_words_stands(action: str, line: int) -> None:
    made = promised(action, line)
    assert made.refused is None
    assert made.values["action"] == action
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


def test_a_due_date_in_another_year_goes() -> None:
    claim = DraftFollowUp(action="dredge the channel", owner="Malta", due="end of next year", strength=Strength.INTENDS)
    made = checked("follow_ups", claim, PORT, PORT.line_text(2))
    assert made.values["due"] is None


@pytest.mark.parametrize("action", ["-%", "%", "pay -% of it", "- €"])
def test_a_sign_without_a_number_measures_nothing(action: str) -> None:
    line = "The council agreed to pay -% of it, or 5 %."
    made = checked("commitments", DraftCommitment(action=action, strength=Strength.AGREED), document(line), line)
    assert made.support is not None
