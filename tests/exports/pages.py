"""Pages for a browser, made by hand for tests."""

import pytest

from summarizer import BriefDraft, load, to_html, verify

lxml_html = pytest.importorskip("lxml.html")

SOURCE = """# Minutes of 3 March 2025

Present: Ann Archer, Bob Boyle

Ann Archer will send the plan by 10 March 2025. Bob Boyle will pay the bill if the bank agrees.

The gate was painted green.
"""
PLAN = "Ann Archer will send the plan by 10 March 2025"


def claim(action, *quotes, **fields):
    return {"action": action, "strength": "intends", "evidence": [{"quote": quote} for quote in quotes]} | fields


def page(source=SOURCE, **lists):
    document = load(source.encode())
    brief = verify(BriefDraft(**lists), document)
    return lxml_html.document_fromstring(to_html(brief, document)), brief, document
