"""Names that the quoted words mean without holding them: by an office, by a pronoun, by the text around a topic."""

import pytest
from checks.telling import WHOLE, told
from making import checked, document

from summarizer.schemas import DraftCommitment, Strength, Verdict

WHO = (
    "The meeting was opened by Harbour Minister Leif Aune and Commissioner Rita Sorel.",
    "Ambassador Nils Grett and Deputy Mayor Ada Lunde took notes.",
)
FISH = document(
    *WHO,
    "The Commissioner assured the Harbour Minister that Norland would send two boats by May.",
    "Ms Lunde asked for a date.",
    "She stressed that Norland would not pay for the fuel.",
)


def sent(line: int, action: str, *, strength: Strength, **parties: str) -> tuple[Verdict, object]:
    claim = DraftCommitment(action=action, by="Norland", strength=strength, **parties)
    made = checked("commitments", claim, FISH, FISH.line_text(line))
    assert made.refused is None
    assert made.support is not None
    return made.support.verdict, made.values["said_by"]


def test_an_office_stands_for_the_one_who_holds_it() -> None:
    assert told("Leif Aune asked for two boats.", "The Harbour Minister asked for two boats.", *WHO, quotes=1) == WHOLE
    assert told("Nils Grett asked for two boats.", "The Harbour Minister asked for two boats.", *WHO, quotes=1) != WHOLE
    lines = "The President asked for guns.", "The talks with President Orban and his staff went on."
    assert told("Guns were asked for by President Orban.", *lines, quotes=1) == WHOLE
    assert told("Guns were asked for by President Orban.", *lines, "President Holm left.", quotes=1) != WHOLE


def test_a_pronoun_that_opens_the_quote_may_mean_who_acts_before() -> None:
    strength = Strength.DENIED
    assert sent(5, "pay for the fuel", strength=strength, said_by="Ada Lunde") == (Verdict.SUPPORTED, "Ada Lunde")
    assert sent(5, "pay for the fuel", strength=strength, said_by="Nils Grett")[0] is Verdict.PARTLY


def test_who_gives_their_word_that_another_acts_only_says_so() -> None:
    parties = {"to": "Leif Aune", "said_by": "Rita Sorel"}
    assert sent(3, "send two boats by May", strength=Strength.UNDERTOOK, **parties)[0] is Verdict.SUPPORTED
    claim = DraftCommitment(action="send two boats by May", by="Rita Sorel", strength=Strength.UNDERTOOK)
    support = checked("commitments", claim, FISH, FISH.line_text(3)).support
    assert support is not None
    assert support.explanation == 'The words speak of "Norland".'


@pytest.mark.parametrize(("topic", "whole"), [("Fuel for Norland", True), ("Fuel for Sudland", False)])
def test_a_topic_may_name_what_stands_around_the_quote(topic: str, whole: bool) -> None:
    lines = "The fuel is paid for by the harbour.", "Norland asked who pays."
    assert (told("The harbour pays for the fuel.", *lines, topic=topic, quotes=1) == WHOLE) == whole
