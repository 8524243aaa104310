"""What a body awards, grants or sets, which is a decision without a word for deciding."""

import pytest
from making import checked, document

from summarizer.items import Item
from summarizer.schemas import DraftDecision, RejectionReason, Verdict


def decided(text: str, line: str) -> Item:
    source = document(line)
    return checked("decisions", DraftDecision(text=text), source, line)


@pytest.mark.parametrize(
    "line",
    [
        "The contract was awarded to Hask Ltd at £41,000.",
        "Council awarded the contract to Dray Ltd.",
        "The licence was granted for one year.",
        "A sum of £3,000 was allocated to the playground.",
        "The fee was set at £20.",
        "The committee set the fee at £20.",
        "The rate was fixed at 3 per cent.",
        "A working group was set up.",
        "Council co-opted Mr Vane to fill the vacancy.",
        "The board waived the fee for 2025.",
        "The board selected Hask Ltd as auditor.",
        "Ms Roe was confirmed as treasurer.",
        "Council gave the Clerk authority to spend up to £500.",
        "The panel upheld the appeal and quashed the fine.",
        "The appeal was dismissed.",
        "The amendment passed by 5 votes to 2.",
        "The Chair declared the motion to sell the hut carried.",
    ],
)
def test_what_a_body_awards_grants_or_sets_is_decided(line: str) -> None:
    made = decided(line.rstrip("."), line)
    assert made.refused is None
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "line",
    [
        "The contract awarded to Hask in March was discussed.",
        "The fee set at £20 was discussed.",
        "The fee had been set at £20.",
        "No licence was granted.",
        "The club hopes to be awarded a grant.",
        "The panel may waive the fee.",
        "Members asked that the fee be waived.",
        "The grants for the hall were reviewed.",
    ],
)
def test_what_is_only_told_asked_or_hoped_of_an_award_is_not_decided(line: str) -> None:
    assert decided(line.rstrip("."), line).refused is RejectionReason.TOO_WEAK
