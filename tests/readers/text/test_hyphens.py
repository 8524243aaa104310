"""Lines that a page broke, with the words that it divided, are put back together."""

import pytest

from summarizer import load

PAGE = """\
Minutes of the har-
bour board

Present: Anna Borg, Ben
Cole

The board dis-
cussed the well-
known pump and agreed to
post\u00ac
pone it. The well-known
pump is old.
2. Budget
- Dan Ek will chase the per-
  mit
"""


def test_divided_words_are_whole_and_paragraphs_on_a_line() -> None:
    assert load(PAGE.encode()).text == (
        "Minutes of the harbour board\n\nPresent: Anna Borg, Ben Cole\n\n"
        "The board discussed the well-known pump and agreed to postpone it. The well-known pump is old.\n2. Budget\n"
        "- Dan Ek will chase the permit\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "We met in the long-\nterm store of the\nmill and sailed on.\n",
        "Ask Ms Roy-\nLind about it,\nand the Schleswig-\nHolstein team,\nand the Aix-\nMarseille team.\n",
        "- one -\nand more\n- two -\nand more\n- three -\nand more\n",
    ],
)
def test_a_text_that_divides_hardly_a_word_stays_as_it_is(text: str) -> None:
    assert load(text.encode()).text == text
