"""Who acts, where somebody speaks for a party: "I" is the one who speaks, "we" the party."""

import pytest
from making import document, item

from summarizer.items import Item
from summarizer.schemas import DraftCommitment, Strength
from summarizer.support import check

HEARING = document(
    "Hearing of the Transport Committee, with Ada Brandt of the Ferry Authority.",
    ("CHAIR", "Will you let us have the survey, and the annex?"),
    ("Ms BRANDT", "I can send the committee the survey by Friday."),
    ("CHAIR", "And the annex?"),
    ("Ms BRANDT", "No. That's not ours to give, Chair, and I won't be sending it, in confidence or otherwise."),
    ("Ms BRANDT", "We'll repair the north pier."),
    ("Ms BRANDT", "I undertake that the pier will be lit."),
    ("Ms BRANDT", "I will see to it that the Ferry Authority pays the divers."),
    ("Ms BRANDT", "I'll ask the harbour master to move the buoys."),
    ("Ms BRANDT", "He told me that I will answer for the delay."),
)


def checked(
    action: str, *quotes: str, by: str = "Ferry Authority", said_by: str | None = "Ada Brandt", **values
) -> Item:
    claim = DraftCommitment(**({"action": action, "by": by, "said_by": said_by, "strength": Strength.INTENDS} | values))
    made = item("commitments", claim, HEARING, *quotes)
    check([made], HEARING)
    return made


@pytest.mark.parametrize(
    ("action", "quotes", "strength"),
    [
        ("send the committee the survey", ["I can send the committee the survey by Friday"], Strength.INTENDS),
        (
            "sending the annex, in confidence or otherwise",
            [
                "I won't be sending it, in confidence or otherwise",
                "And the annex?",
                "I can send the committee the survey",
            ],
            Strength.DENIED,
        ),
    ],
)
def test_who_says_that_they_will_is_who_acts(action: str, quotes: list[str], strength: Strength) -> None:
    made = checked(action, *quotes, strength=strength)
    assert made.refused is None
    assert (made.values["by"], made.values["said_by"]) == ("Ada Brandt", None)
    assert [(one.field, one.before) for one in made.changes] == [("by", "Ferry Authority"), ("said_by", "Ada Brandt")]
    assert made.support is not None
    assert made.support.checks["actor"] == "agrees"


@pytest.mark.parametrize(
    ("action", "quote"),
    [
        ("repair the north pier", "We'll repair the north pier"),
        ("light the pier", "I undertake that the pier will be lit"),
        ("pay the divers", "I will see to it that the Ferry Authority pays the divers"),
        ("move the buoys", "I'll ask the harbour master to move the buoys"),
        ("answer for the delay", "He told me that I will answer for the delay"),
    ],
)
def test_a_party_of_which_the_words_may_tell_stays(action: str, quote: str) -> None:
    made = checked(action, quote)
    assert (made.values["by"], made.values["said_by"]) == ("Ferry Authority", "Ada Brandt")


def test_nobody_is_put_in_who_is_not_said_to_speak() -> None:
    for said_by in (None, "the Chair"):
        made = checked("send the committee the survey", "I can send the committee the survey", said_by=said_by)
        assert made.values["by"] == "Ferry Authority"
