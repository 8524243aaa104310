"""Headings that no markup shows: titles, capitals, numbered and lettered lines on their own."""

import pytest

from summarizer.loading import load


def kinds(text: str) -> list[tuple[str, str]]:
    document = load(text.encode())
    return [(segment.kind, document.line_text(line)) for line, segment in enumerate(document.segments, 1)]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Readout of the Call With Malta\n\nThe two met. They spoke.\n", "Readout of the Call With Malta"),
        ("Memorandum of Conversation\nBonn, May 4, 1961.\n\nThe two met.\n", "Memorandum of Conversation"),
        ("The two met.\n\nSUBJECT\nLoans\n\nThey spoke of loans.\n", "SUBJECT"),
        ("The two met.\n\nAttendees:\n\n- Anna\n- Ben\n", "Attendees:"),
        ("They met.\n\n3. Budget\n\nThe budget was approved.\n\n4. Quays\n\nNothing was said.\n", "3. Budget"),
        ("They met.\n\nOpening remarks\n\nThe chair spoke of the long winter.\n", "Opening remarks"),
        ("They met.\n\nFees\n\nThe board spoke of the fees, and\nof what they bring.\n", "Fees"),
        ("They met.\n\nTransport\n\n6. The two sides spoke of air links.\n", "Transport"),
        (
            "They met.\n\nB. Ordinance 2025-14, Parking Meters on Canal Street and Ferry Road\n\nIt was read to them a second time by the clerk, and nobody spoke to it.\n",
            "B. Ordinance 2025-14, Parking Meters on Canal Street and Ferry Road",
        ),
        ("Title\n=====\n\nThe two met.\n", "Title"),
        ("### 2. Fees ###\n\nNone.\n", "2. Fees"),
    ],
)
def test_what_stands_like_a_heading_is_one(text: str, heading: str) -> None:
    assert ("heading", heading) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The two met on Monday.\n\nThey spoke.\n",
        "Hello there\n",
        "3 June 2024\n\nThe two met.\n",
        "They met.\n\nBonn, 3-5 June 2024\n\nThe two spoke of the fees in Bonn.\n",
        "Guests:\n\nChair: Anna\n\nThey met.\n",
        "1. Buy ink\n\n2. Buy paper\n\n3. Buy pens\n",
        "THE TWO MET.\n\nTHEY SPOKE OF WAR AND PEACE\n\nTHEN THEY LEFT.\n",
    ],
)
def test_what_only_is_short_is_no_heading(text: str) -> None:
    assert "heading" not in [kind for kind, _ in kinds(text)]
