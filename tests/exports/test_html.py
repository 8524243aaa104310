"""The page for a browser: every quote leads to its words, nothing of the source is markup, and nothing is loaded or run."""

import base64
import hashlib
import re
from html import unescape

import pytest

from summarizer import BriefDraft, Document, DocumentError, load, summarize, to_html, verify
from summarizer.documents import Segment

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


def words_of(root, number):
    """What the page marks as the words of a quote."""
    return "".join(each.text_content() for each in root.xpath("//mark") if str(number) in each.get("data-q").split())


def test_each_quote_leads_to_its_words_in_the_source():
    root, brief, _ = page(
        commitments=[
            claim("send the plan", PLAN),
            claim("pay the bill", "Bob Boyle will pay the bill if the bank agrees"),
        ]
    )
    links = root.xpath("//a[contains(@class, 'quote')]")
    assert len(links) == 2 == len(brief.commitments)
    for link, commitment in zip(links, brief.commitments, strict=True):
        number = link.get("data-q")
        assert link.get("href") == f"#q{number}"
        assert len(root.xpath(f"//*[@id='q{number}']")) == 1
        assert words_of(root, number) == commitment.evidence[0].quote


def test_quotes_that_overlap_keep_their_words():
    quotes = [PLAN, "send the plan by 10 March 2025", "Ann Archer will send"]
    root, brief, _ = page(commitments=[claim("send the plan", *quotes)])
    links = root.xpath("//a[contains(@class, 'quote')]")
    assert sorted(words_of(root, link.get("data-q")) for link in links) == sorted(
        one.quote for one in brief.commitments[0].evidence
    )
    assert len(links) == 3


def test_a_quote_over_several_lines_is_marked_in_each():
    quote = "by 10 March 2025. Bob Boyle will pay the bill"
    root, _, _ = page(commitments=[claim("pay the bill", quote, strength="conditional")])
    (link,) = root.xpath("//section[@class='commitments']//a[contains(@class, 'quote')]") or root.xpath("//a[@data-q]")
    marked = [each for each in root.xpath("//mark") if link.get("data-q") in each.get("data-q").split()]
    assert [each.text_content() for each in marked] == ["by 10 March 2025.", "Bob Boyle will pay the bill"]


def test_the_source_stands_whole_and_each_line_says_what_became_of_it():
    root, _, document = page(commitments=[claim("send the plan", PLAN)])
    lines = root.xpath("//p[contains(@class, 'line')]")
    shown = [line.xpath("string(.//span[contains(@class, 'words')])") for line in lines]
    assert shown == [document.line_text(number) for number in range(1, len(document.segments) + 1)]
    states = [re.search(r"\b(cited|other|unread)\b", line.get("class"))[0] for line in lines]
    assert states == ["other", "other", "cited", "other", "other"]
    (omitted,) = (line for line in lines if "omitted" in line.get("class"))
    assert "possibly left out: “will”" in omitted.text_content()
    assert root.xpath("//section[@class='possibly-left-out']//a[@href='#L4']")


def test_what_was_refused_or_corrected_is_told():
    root, _, _ = page(
        commitments=[
            claim("sell the mill", "Ann Archer will sell the mill"),
            claim("send the plan", PLAN, strength="signed"),
        ]
    )
    (refused,) = root.xpath("//section[@class='refused']")
    assert "sell the mill" in refused.text_content()
    assert "not found" in refused.text_content()
    assert "strength was signed, now intends" in root.xpath("string(//li[contains(@class, 'corrected')])")


def test_speakers_stand_where_they_begin():
    document = load(b"Ann: I will write it. By Friday.\n\nBob: Good.\n")
    root = lxml_html.document_fromstring(to_html(summarize(document), document))
    assert [each.text_content() for each in root.xpath("//b[@class='who']")] == ["Ann", "Bob"]


def test_text_of_the_source_is_shown_and_never_markup():
    hostile = "# </script><script>alert(1)</script>\n\n<img src=x onerror=alert(1)> & \"quoted\" 'words' will go. Ann agreed to {{ 7*7 }} <b>things</b>.\n"
    root, _, document = page(hostile, commitments=[claim("things", "Ann agreed to {{ 7*7 }} <b>things</b>")])
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img | //b[text()='things']")
    assert document.line_text(1) in root.text_content()
    assert "{{ 7*7 }}" in root.text_content()


def test_a_browser_runs_only_what_the_page_brings_and_loads_nothing():
    document = load(SOURCE.encode())
    written = to_html(summarize(document), document)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', written)[1])
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"""\b(?:src|style|on\w+)=|url\(|@import|https?://""", written)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', written))


def test_another_document_is_refused():
    document = load(SOURCE.encode())
    with pytest.raises(DocumentError, match="not the text that the brief was made from"):
        to_html(summarize(document), load(b"We met on Monday."))


def test_no_character_of_the_source_turns_the_order_of_letters():
    turns = [("\u202enna", "I will \u202eton\u202c pay it.\x1b[31m")]
    document = Document.from_turns(turns, name="\u202efdp.txt")
    root = lxml_html.document_fromstring(to_html(verify(BriefDraft(), document), document))
    assert "I will ton pay it.\ufffd[31m" in root.get_element_by_id("source").text_content()
    assert not re.search("[\u202a-\u202e\x1b]", root.text_content())


def test_the_writer_of_a_mail_stands_over_it_once():
    mail = b"From: Ann Archer <ann@a.example>\r\nTo: bob@a.example\r\nSubject: Plan\r\n\r\nDear Bob,\r\n\r\nI will write the plan.\r\n\r\nKind regards\r\nAnn\r\n"
    document = load(mail, name="plan.eml")
    root = lxml_html.document_fromstring(to_html(verify(BriefDraft(), document), document))
    assert [each.text_content() for each in root.xpath("//b[@class='who']")] == ["Ann Archer"]


def test_pages_of_the_source_stand_where_they_begin():
    text = "We met. We went.\nWe left.\n"
    spans, pages = [(0, 7), (8, 16), (17, 25)], [1, 1, 2]
    segments = [Segment(*span, page=number) for span, number in zip(spans, pages, strict=True)]
    document = Document(text, segments)
    root = lxml_html.document_fromstring(to_html(verify(BriefDraft(), document), document))
    begun = [(each.text_content(), each.getnext().get("id")) for each in root.xpath("//p[@class='page']")]
    assert begun == [("page 1", "L1"), ("page 2", "L3")]
