"""What only carries a talk on, and what is left to be done when it is over."""

import pytest

from summarizer.words.proceedings import is_of_the_talk


@pytest.mark.parametrize(
    "act",
    [
        "share my screen",
        "just show you the next slide",
        "post the link in the chat",
        "take questions at the end",
        "make one more point",
        "give you a quick overview of the locks",
        "ask Claire to give you an example",
        "move straight into questions",
        "get to you right after this",
        "do a quick rebuttal",
        "start with the locks",
        "write it down",
        "write it on the board",
        "add it to the board",
        "come back to it in a minute",
        "stop here",
    ],
)
def test_what_carries_the_talk_on(act: str) -> None:
    assert is_of_the_talk(act)


@pytest.mark.parametrize(
    "act",
    [
        "start the works in May",
        "send the comments to the mill",
        "write to the board",
        "send the presentation round",
        "ask the mill to pay for the pump",
        "take a look at the contract and report on it",
        "open the north lock on Monday",
        "answer the letter",
        "move the boats to the north pier",
        "send the slides to the mill",
        "get to the mill by noon",
        "let the mill know the price",
        "close the account",
    ],
)
def test_what_is_left_to_be_done(act: str) -> None:
    assert not is_of_the_talk(act)
