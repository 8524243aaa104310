"""Small words inside names, wherever names are read."""

import pytest

from summarizer import Presence, load, summarize
from summarizer.checks.short_labels import whole_labels
from summarizer.words.closed_classes import PRONOUNS, words_of


def test_the_words_of_a_kind_are_in_lower_case() -> None:
    assert words_of(PRONOUNS) == {"i", "you", "he", "she", "it", "we", "they"}


@pytest.mark.parametrize("name", ["Rosa dos Anjos", "Rosa di Anno", "Rosa Abel"])
def test_a_label_of_initials_stands_for_a_name_with_small_words(name: str) -> None:
    assert whole_labels(["RA"], f"RA  {name}, treasurer\n\nRA: I will ring the bank.") == {"RA": f"RA ({name})"}


@pytest.mark.parametrize("surname", ["dos Anjos", "di Anno", "della Riva", "Abel"])
def test_the_surname_before_a_comma_may_begin_with_a_small_word(surname: str) -> None:
    text = f"{surname}, Rosa: Good morning.\n\nLind, Per: The crane is mended.\n\n{surname}, Rosa: Good.\n\nLind, Per: It lifts again.\n"
    names = {person.name for person in summarize(load(text)).participants if person.presence is Presence.ATTENDED}
    assert names == {f"Rosa {surname}", "Per Lind"}
