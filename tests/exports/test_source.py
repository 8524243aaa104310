"""The source beside its brief: whole, in its order, and with what became of each line."""

import re

from pages import PLAN, claim, lxml_html, page

from summarizer import BriefDraft, Document, load, summarize, to_html, verify
from summarizer.documents import Segment


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


def test_speakers_stand_where_they_begin():
    document = load(b"Ann: I will write it. By Friday.\n\nBob: Good.\n")
    root = lxml_html.document_fromstring(to_html(summarize(document), document))
    assert [each.text_content() for each in root.xpath("//b[@class='who']")] == ["Ann", "Bob"]


def told(root):
    """Numbers of the lines that the page does not show with what no entry cites."""
    return [int(each.get("id")[1:]) for each in root.xpath("//p[contains(@class, ' told')]")]


def test_a_line_is_told_only_where_nearly_all_of_it_is_cited():
    text = "Ann will send the plan. Bob will pay the bill, and the board asked Ann to look for a new clerk.\n"
    root, _, _ = page(
        text, commitments=[claim("send the plan", "Ann will send the plan"), claim("pay", "Bob will pay the bill")]
    )
    assert told(root) == [1]


def test_a_cited_line_that_may_have_been_left_out_is_not_told():
    present = [{"name": "Ann Archer", "presence": "attended", "evidence": [{"quote": PLAN}]}]
    root, brief, _ = page(participants=present)
    assert 3 in [one.line for one in brief.coverage.possible_omissions]
    assert told(root) == []


def test_who_speaks_is_known_where_the_line_before_is_told():
    text = "Ann: I will write the plan. The gate is green. The mill is old.\n\nBob: Good.\n"
    root, _, _ = page(text, commitments=[claim("write the plan", "I will write the plan")])
    assert [(each.get("class"), each.text_content().strip()) for each in root.xpath("//p//b")] == [
        ("who", "Ann"),
        ("who still", "Ann"),
        ("who", "Bob"),
    ]


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


def test_no_character_of_the_source_turns_the_order_of_letters():
    turns = [("\u202enna", "I will \u202eton\u202c pay it.\x1b[31m")]
    document = Document.from_turns(turns, name="\u202efdp.txt")
    root = lxml_html.document_fromstring(to_html(verify(BriefDraft(), document), document))
    assert "I will ton pay it.\ufffd[31m" in root.get_element_by_id("source").text_content()
    assert not re.search("[\u202a-\u202e\x1b]", root.text_content())
