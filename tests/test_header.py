"""What a document says about itself: title and kind."""

import time

import pytest

from summarizer.loading import load

BODY = "\n\nThe minister met the delegation. They spoke of fish and of fuel for three hours."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Board, **June**\n\nAll came.", "Board, **June"),
        ("---\ntitle: \"Board\"\n---\n\nAll came.", "Board"),
        ("Readout of the call\n\nThe two met.", "Readout of the call"),
        ("# Meeting of the Mill&nbsp;Trust &amp; Sons\n\nThe two met.", "Meeting of the Mill Trust & Sons"),
        ("## 3. Fees\n\nNone.", "Fees"),
        ("9 January 2017 Minutes\n\nThe two met.", "9 January 2017 Minutes"),
        ("Pier Board Notes\n\n\n\n\nMill Hall\n\nThe two met for an hour.", "Pier Board Notes"),
        ("The two met.\n\nThey spoke.", None),
        ("## Announcements\n\n- The crane is back.\n\n## Fees\n\n- None.", None),
        ("# Meeting Link\n\nTo be told.\n\n# Fees\n\nNone.", None),
        ("# Announcements of the Port\n\nNone.", "Announcements of the Port"),
        ("Ministry of Ports\n\nPress Department\n\nREADOUT\n\nVisit of the Minister to Bergen" + BODY, "Visit of the Minister to Bergen"),
        ("PRESS RELEASE\n\nThe Minister visits the port of Bergen\n\nBERGEN, 3 June 2025 - They met.", "The Minister visits the port of Bergen"),
        ("Ministry of Ports\n\nBERGEN, 3 June 2025" + BODY, "Ministry of Ports"),
        ("Visit to the Ministry of Ports" + BODY, "Visit to the Ministry of Ports"),
        ("Anna: So.\n\nBen: Yes.\n\nAnna: No.\n\n# Later\n\nAnna: Ah.", None),
    ],
)  # fmt: skip
def test_the_title_is_the_first_heading(text: str, title: str | None) -> None:
    assert load(text.encode()).title == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two met. They spoke.", "prose"),
        ("Readout\n\nThe two met. They spoke for a long time.", "prose"),
        ("Anna: So we begin.\n\nBen: Yes, let us.\n\nAnna: Good.", "transcript"),
        ("# Minutes of the board\n\nAnna: So we begin.\n\nBen: Yes, let us.\n\nAnna: Good.", "minutes"),
        ("Present: Anna, Ben\n\nThe fee was discussed. It was approved by all of the members.", "minutes"),
        ("# Board\n\n- fee approved\n- quay closed\n- form sent", "minutes"),
    ],
)
def test_the_kind_is_told_from_the_form(text: str, kind: str) -> None:
    assert load(text.encode()).kind == kind


@pytest.mark.parametrize(
    "text",
    ["A" * 26 + "! 2023-06-01 - " + "word " * 40 + ".", "---\ntitle: " + "\t" * 1_900 + 'x"y\n---'],
    ids=["a place", "a title"],
)
def test_a_head_that_is_none_is_dismissed_at_once(text: str) -> None:
    begin = time.perf_counter()
    load((text + BODY).encode())
    assert time.perf_counter() - begin < 20


def test_a_title_in_quotation_marks_is_read_without_them() -> None:
    assert load(('---\ntitle:  "Board of the mill" \n---' + BODY).encode()).title == "Board of the mill"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "PRESS RELEASE\n\nMinister Holm meets Governor Lind in Oslo\n\nThey met and spoke of fish and of fuel for three long hours.",
            "Minister Holm meets Governor Lind in Oslo",
        ),
        ("CONFIDENTIAL\nTAGS: FISH\nSUBJECT: TALKS WITH GOVERNOR LIND\n\n1. They met.", "TALKS WITH GOVERNOR LIND"),
        ("# Draft\n\n# Harbour board\n\nThey met.", "Harbour board"),
        ("CONFIDENTIAL\n\nThey met and spoke of fish.", "CONFIDENTIAL"),
        (
            "# See https://example.org for all releases\n\n# Visit of Governor Lind\n\nThey met.",
            "Visit of Governor Lind",
        ),
    ],
)
def test_a_marking_is_a_title_only_where_nothing_better_stands(head: str, title: str) -> None:
    assert load(head.encode(), name="notes.txt").title == title
