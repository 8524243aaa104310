"""The page for a browser: every quote leads to its words, nothing of the source is markup, and nothing is loaded or run."""

import base64
import hashlib
import re
from html import unescape

import pytest
from pages import PLAN, SOURCE, claim, lxml_html, page
from pydantic import Field

from summarizer import Brief, DocumentError, Evidenced, load, summarize, to_html, verify


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


def back(root, line):
    """The text of the link from a line of the source to the brief, and what it leads to."""
    links = root.xpath(f"//p[@id='L{line}']/a[@class='back']")
    return [(each.text_content(), root.get_element_by_id(each.get("href")[1:])) for each in links]


def test_a_line_leads_back_to_the_entries_that_rest_on_it():
    root, _, _ = page(
        commitments=[claim("send the plan", PLAN), claim("have the plan by 10 March 2025", "the plan by 10 March 2025")]
    )
    ((told, entry),) = back(root, 3)
    assert told == "2 entries"
    assert entry.xpath("string(.//strong)") == "send the plan"
    assert not back(root, 5)


def test_words_that_only_a_refused_claim_quotes_are_not_shown_as_cited():
    root, brief, _ = page(commitments=[claim("send the plan to Rome", PLAN, to="the mayor of Rome")])
    assert [one.kind for one in brief.rejected] == ["commitments"]
    assert [each.get("class") for each in root.xpath("//mark")] == ["vain"]
    ((told, entry),) = back(root, 3)
    assert told == "refused"
    assert entry.getparent().getparent().get("class") == "refused"


def test_the_head_leads_to_the_sections_that_there_are():
    root, _, _ = page(commitments=[claim("send the plan", PLAN)])
    facts = root.xpath("//header//a")
    led = {each.text_content(): root.get_element_by_id(each.get("href")[1:]) for each in facts}
    assert led["1 commitment"].xpath("string(h2)") == "Commitments"
    assert led["no follow-ups"].xpath("string(h2)") == "Follow-ups"
    assert "0 refused" not in led


def test_a_list_of_a_schema_of_ones_own_does_not_take_the_name_of_a_part_of_the_page():
    class Told(Evidenced):
        text: str

    class Own(Brief):
        line: list[Told] = Field(default_factory=list)

    document = load(SOURCE.encode())
    brief = verify({"line": [{"text": "send the plan", "evidence": [{"quote": PLAN}]}]}, document, schema=Own)
    root = lxml_html.document_fromstring(to_html(brief, document))
    names = root.xpath("//@id")
    assert len(names) == len(set(names))
    assert {each[0] for each in names if each not in ("brief", "source")} <= set("Leqs")
    (link,) = root.xpath("//header//a[.='1 line']")
    assert root.get_element_by_id(link.get("href")[1:]).xpath("string(h2)") == "Line"


def test_words_of_another_language_are_told_from_those_of_the_page():
    text = "# Protokoll vom 3. März 2025\n\nFrau Weber schickt den Plan bis Freitag an alle Mitglieder des Vereins.\n\nDer Vorstand hat die Sitzung danach geschlossen.\n"
    quote = "Frau Weber schickt den Plan bis Freitag an alle Mitglieder des Vereins"
    root, _, document = page(text, commitments=[claim("den Plan schicken", quote)])
    assert document.language == "de"
    assert root.get_element_by_id("source").get("lang") == "de"
    assert quote in root.xpath("string(//section[@id='brief']//span[@lang='de'])")
    assert root.xpath("//div[@class='bar']/@lang") == ["en"]


def test_the_parts_of_the_page_can_be_reached_without_a_mouse():
    root, _, _ = page("# Minutes\n\nAnn Archer will send the plan.\n")
    regions = [(each.tag, each.get("aria-label"), each.get("tabindex")) for each in root.xpath("//main/*")]
    assert regions == [("section", "Brief", "0"), ("section", "Source", "0")]
    assert [each.text_content() for each in root.xpath("//*[@role='heading']")] == ["Minutes"]
    assert set(root.xpath("//a[@class='number']/@tabindex")) == {"-1"}


def contrast(one, other):
    """Of two colours, as WCAG 2 computes it."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_stands_out_from_its_ground_in_light_and_dark():
    document = load(SOURCE.encode())
    style = re.search(r"<style>(.*?)</style>", to_html(summarize(document), document), re.DOTALL)[1]
    schemes = [dict(re.findall(r"--(\w+): (#\w+)", each)) for each in re.findall(r":root \{(.*?)\}", style, re.DOTALL)]
    assert len(schemes) == 2
    for colours in schemes:
        for ground in ("page", "side"):
            for text in ("text", "quiet", "link", "good", "warn", "bad", "note"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for ground in ("cited", "on"):
            assert contrast(colours["text"], colours[ground]) >= 4.5, ground
        for text in ("quiet", "warn", "bad", "note"):  # of a line that the address names
            assert contrast(colours[text], colours["cited"]) >= 4.5, text
