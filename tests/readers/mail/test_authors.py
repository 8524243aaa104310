"""Letters: who signs one writes it, and where that is not clear nobody does."""

import pytest

from summarizer import load


def voice(text: str) -> str | None:
    document = load(text.encode())
    return next(each.voice for n, each in enumerate(document.segments, 1) if document.line_text(n) == "I will pay.")


@pytest.mark.parametrize(
    ("salutation", "closing"),
    [
        ("Dear Mr Cole,", "Yours sincerely,"),
        ("Dear all", "Best regards"),
        ("Sehr geehrter Herr Cole,", "Mit freundlichen Grüßen"),
    ],
)
def test_a_letter_is_its_signers(salutation: str, closing: str) -> None:
    assert voice(f"3 June 2025\n\n{salutation}\n\nI will pay.\n\n{closing}\n\n\nAnna Borg\nClerk\n") == "Anna Borg"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Cole,\n\nI will pay.\n\nAnna Borg\n",
        "I will pay.\n\nYours sincerely,\n\nAnna Borg\n",
        "Dear Mr Cole,\n\nI will pay.\n\nYours sincerely,\n\nThe board of the crew\n",
        "Dear Mr Cole,\n\nI will pay.\n\nYours sincerely,\n\nAnna Borg\n\nDear Anna,\n\nNo.\n\nYours sincerely,\n\nBen Cole\n",
    ],
)
def test_a_text_that_nobody_signs_or_more_than_one_is_nobodys(text: str) -> None:
    assert voice(text) is None
