"""Web pages: the article, the whole of it, and nothing of what is around it."""

import datetime
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer.documents import Document
from summarizer.errors import DocumentError
from summarizer.loading import load

pytest.importorskip("lxml")

FILES = Path(__file__).parent.parent.parent / "files" / "web"
PROSE = (
    "<p>The Minister received the Governor on Tuesday, and they spoke for an hour about fishing.</p>"
    "<p>They agreed to set up a joint office for the safety of ferries by the end of the year.</p>"
)
TEXT = (
    "The Minister received the Governor on Tuesday, and they spoke for an hour about fishing.\n\n"
    "They agreed to set up a joint office for the safety of ferries by the end of the year."
)


def page(body: str, head: str = "", language: str = "en") -> Document:
    html = f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return load(html.encode(), name="page.html")


def text(body: str) -> str:
    return page(body).text


@pytest.mark.parametrize("name", ["press.html", "press.mhtml"])
def test_a_press_page_saved_by_a_browser_is_its_article(name: str) -> None:
    document = load(FILES / name)
    assert document.text.split("\n\n") == [
        "Press release",
        "# Minister Borg meets the Governor of Sarra",
        "Published on 4 June 2025 · Reading time 2 min",
        "The two spoke for an hour about fishing.",
        "A second meeting is planned for the autumn.",
        "The Minister and the Governor on the old quay.",
        "SLIEMA, 3 June 2025 – The Minister for Coastal Affairs, Anna Borg, received the Governor of Sarra, Tarek Mansur, on"
        " Tuesday.[1] They agreed to set up a joint office for ferry safety by the end of the year, and discussed a fee of"
        " 12 % on landings over 40 m³.",
        "> “We will send our first proposal in July,” the Governor said.",
        "## Taking part",
        "- Anna Borg, Minister for Coastal Affairs\n- Tarek Mansur\n- Marta Cini",
        "## Next steps",
        "| Step | Who | By when |\n| Draft statute of the joint office | Marta Cini | 15 July 2025 |\n"
        "| List of harbours | Governor’s office | 31 July 2025 |",
        "No treaty was signed.",
        "1 The visit had been put off twice.",
    ]
    assert document.title == "Minister Borg meets the Governor of Sarra"
    assert (document.date, document.date_basis) == (datetime.date(2025, 6, 4), "the time element of the page")


def test_minutes_that_are_published_as_a_page_are_whole() -> None:
    document = load(FILES / "minutes.html")
    assert document.kind == "minutes"
    assert (document.date, document.date_basis) == (datetime.date(2025, 6, 5), "05 June 2025")
    assert document.title == "– DRAFT – Harbour Lights Working Group"
    assert "Present: Anna_Borg, Pawlu, TarekM\n\nRegrets: Marta\n\nChair: Anna" in document.text
    assert "Anna: The green lamps are too weak.\n… who can test them?" in document.text
    assert "Pawlu: We have 400 left:\n\n- lamps\n  - 200 for bulbs\n  - 50 for glass\n- paint" in document.text
    assert "## Summary of action items\n\n1. Tarek to test the green lamps" in document.text
    assert "Previous meeting" not in document.text
    spoken = {segment.speaker for segment in document.segments if segment.speaker}
    assert {"Anna", "Tarek"} <= spoken


def test_a_page_in_arabic_keeps_its_words_and_loses_the_further_reading() -> None:
    document = load(FILES / "arabic.html")
    assert document.title == "الوزيرة تستقبل محافظ السرّة"
    assert document.language == "ar"
    assert document.date == datetime.date(2025, 6, 4)
    assert document.text.endswith("واتفق الجانبان على إنشاء مكتب مشترك قبل نهاية العام.")


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "utf-8"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    said = "外務大臣は火曜日に知事と会談した。両者は年内に共同事務所を設けることで一致した。"
    html = f"<html><head><meta charset={encoding}><title>大臣と知事の会談</title></head><body><h1>大臣と知事の会談</h1><p>{said}</p></body>"
    assert load(html.encode(encoding), name="p.html").text == f"# 大臣と知事の会談\n\n{said}"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "no-such-code"])
def test_valid_utf_8_goes_before_what_the_page_declares(declared: str) -> None:
    html = f"<html><head><meta charset={declared}></head><body><p>Réunion à Genève – café</p></body></html>"
    assert load(html.encode(), name="p.html").text == "Réunion à Genève – café"


def test_latin_1_is_read_as_windows_does() -> None:
    html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><p>It’s “on” – à Genève</p></html>'
    assert load(html.encode("cp1252"), name="p.html").text == "It’s “on” – à Genève"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    assert load("<html><body><p>Déjà vu</p></body></html>".encode(encoding), name="p").text == "Déjà vu"


def test_a_stray_byte_does_not_spoil_a_page() -> None:
    html = "<html><head><meta charset=utf-8></head><body><p>" + "한국어 회의록입니다. " * 200 + "</p></body></html>"
    data = html.encode() + b"<p>\xff</p>"
    assert load(data, name="p.html").text.startswith("한국어 회의록입니다.")


@pytest.mark.parametrize("body", ['<div id="root">Loading…</div><script src="a.js"></script>', "", "<p> &nbsp; </p>"])
def test_a_page_without_an_article_says_so(body: str) -> None:
    with pytest.raises(DocumentError, match="holds no article") as caught:
        page(body)
    assert "browser" in caught.value.hint
    with pytest.raises(DocumentError, match="holds no article"):
        load(FILES / "shell.html")


def test_what_a_browser_does_not_show_stays_out() -> None:
    body = (
        "<script>var a = 'secret one';</script><style>p::before{content:'secret two'}</style><template><p>secret three</p></template>"
        "<noscript>secret four</noscript><p hidden>secret five</p><p style='DISPLAY : none'>secret six</p><!-- secret seven -->"
        "<span class='visually-hidden'>secret eight</span><dialog><p>secret nine</p></dialog><textarea>secret ten</textarea>"
        f"<svg><text>secret eleven</text></svg>{PROSE}<p>Seen<span aria-hidden='true'>secret twelve</span>.</p>"
    )
    assert text(body) == f"{TEXT}\n\nSeen."


def test_a_hidden_part_that_a_click_opens_is_read() -> None:
    assert "opened" in text(f"{PROSE}<details><summary>More</summary><p>opened</p></details>")
    assert "found" in text(f"{PROSE}<p hidden='until-found'>found</p>")


def test_lists_keep_their_levels_and_numbers() -> None:
    body = "<ul><li>one<ul><li>two<p>more of two</p></li></ul></li><li><p>three</p></li></ul><ol start=4><li>four<li value=7>seven</ol>"
    assert text(body) == "- one\n  - two\n    more of two\n- three\n4. four\n7. seven"


def test_google_docs_puts_the_level_of_a_list_into_its_class() -> None:
    body = (
        '<p class="c3 title"><span class="c0">Weekly call</span></p>'
        '<ul class="c1 lst-kix_ab12cd-0 start"><li class="c2"><span>Budget</span></li></ul>'
        '<ul class="c1 lst-kix_ab12cd-1 start"><li class="c2"><span>Anna to send it</span></li></ul>'
        '<ul class="c1 lst-kix_ab12cd-0"><li class="c2"><span>Lamps</span></li></ul>'
    )
    assert text(body) == "# Weekly call\n\n- Budget\n  - Anna to send it\n- Lamps"


def test_a_list_of_terms_is_speakers_and_their_words() -> None:
    body = "<dl><dt>Anna</dt><dd>We agree.</dd><dt>Pawlu:</dt><dd><p>Not yet.</p><p>Later.</p></dd></dl>"
    assert text(body) == "Anna: We agree.\n\nPawlu: Not yet.\n\nLater."


def test_a_table_of_data_is_rows_and_a_table_of_layout_is_not() -> None:
    data = (
        "<table><tr><th>Who<th>Role<tr><td rowspan=2>Anna<br>Pawlu<td><ul><li>chair<li>scribe</ul><tr><td>guest</table>"
    )
    assert text(data) == "| Who | Role |\n| Anna; Pawlu | chair; scribe |\n|  | guest |"
    barred = "<table><tr><th>Task<th>Who<tr><td>Book room A|12<td>Ann</table>"
    assert "| Book room A¦12 | Ann |" in text(barred), "a bar in a cell parts none"
    assert text(f"<table><tr><td><h2>Left</h2></td><td>{PROSE}</td></tr></table>") == f"## Left\n\n{TEXT}"


def test_line_breaks_stay_and_two_of_them_part_paragraphs() -> None:
    assert text("<p>Anna: yes<br>Pawlu: no<br><br>They\n left.</p>") == "Anna: yes\nPawlu: no\n\nThey left."


def test_preformatted_text_keeps_its_lines() -> None:
    assert text("<pre>\nAnna: yes\n  and no\n</pre>") == "Anna: yes\n  and no"


def test_entities_spaces_and_invisible_characters() -> None:
    assert text("<p>A&nbsp;&amp;&#8239;B co&shy;op&#8203;erate &eacute;&#x201C;q&#x201D;</p>") == "A & B cooperate é“q”"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("agreed<sup>2</sup> it", "agreed[2] it"),
        ('agreed<sup><a href="#n">[b]</a></sup>', "agreed[b]"),
        ("40 km<sup>2</sup>", "40 km²"),
        ("10<sup>6</sup>", "10⁶"),
        ("the 1<sup>st</sup> of CO<sub>2</sub>", "the 1st of CO2"),
    ],
)
def test_raised_marks_are_no_part_of_the_word_before_them(body: str, words: str) -> None:
    assert text(f"<p>{body}</p>") == words


def test_a_bold_line_stands_out_and_bold_words_do_not() -> None:
    assert text("<p><b>Agenda</b></p><p>One <b>two</b> three.</p>") == "**Agenda**\n\nOne two three."


def test_struck_words_are_marked_and_words_are_never_joined_or_split() -> None:
    assert text(
        "<p>We <del>agree</del> dif<b>fer</b>.</p><div>One</div><div>Two<span style='display:block'>Three</span></div>"
    ) == ("We ~~agree~~ differ.\n\nOne\n\nTwo\n\nThree")


def test_what_a_style_or_an_element_around_paragraphs_strikes_is_marked_piece_by_piece() -> None:
    body = (
        '<p>Sell <s>the</s><span style="color:red; text-decoration-line: line-through"> old <b>boat</b></span> now.</p>'
    )
    assert text(f"{body}<del><p>One.</p><p>Two.</p></del><p><s> </s>Three.</p>") == (
        "Sell ~~the old boat~~ now.\n\n~~One.~~\n\n~~Two.~~\n\nThree."
    )


def test_linked_participants_stay_and_linked_news_go() -> None:
    people = (
        '<h2>Participants</h2><ul><li><a href="/p/1">Anna Borg</a></li><li><a href="/p/2">Tarek Mansur</a></li></ul>'
    )
    news = '<div class="x9"><div>Read more</div><ul><li><a href="/n/1">Harbour dues to fall next spring</a></li></ul></div>'
    assert text(f"<h1>Meeting in Sliema</h1>{PROSE}{people}{news}") == (
        f"# Meeting in Sliema\n\n{TEXT}\n\n## Participants\n\n- Anna Borg\n- Tarek Mansur"
    )


def test_a_heading_about_news_with_words_below_it_stays() -> None:
    body = f"<h1>Club meeting</h1>{PROSE}<h2>Newsletter</h2><p>Anna will write it until Friday, and Pawlu will print it.</p>"
    assert "## Newsletter\n\nAnna will write it" in text(body)
    sections = f'<h1>Club</h1>{PROSE}<section id="newsletter"><h2>Newsletter</h2><p>Anna writes it.</p></section>'
    assert "## Newsletter\n\nAnna writes it." in text(sections)


NOTICES = [
    '<div class="a1"><p>We use cookies to count visitors. Do you agree?</p><button>Yes</button></div>',
    '<div id="onetrust-consent-sdk">'
    + "<p>These are necessary for the site to work and cannot be turned off.</p>" * 30
    + "<button>Save</button></div>",
    '<div class="q">' + "<p>Cookies help us. A cookie is a small file.</p>" * 40 + "<button>Save</button></div>",
    '<nav><a href="/a">Home</a> <a href="/b">News</a></nav>',
    '<div role="search"><label>Search</label><input><button>Go</button></div>',
    '<div class="z"><p>Get our monthly letter about the coast.</p><input type="email"><button>Join</button></div>',
    '<div class="social-share"><span>Share</span><a href="https://x.example">X</a></div>',
    '<div class="k"><a href="https://www.linkedin.com/shareArticle?x=1">LinkedIn</a></div>',
    '<p><a href="#top">Back to top</a></p>',
    '<div class="f"><p>The Ministry has its seat at 12 Cloud Street.</p><div>© 2025 Ministry</div></div>',
    '<div class="comments"><h3>Comments</h3><p>First! I think that the fee is too high.</p></div>',
    '<aside><h2>Latest</h2><ul><li><a href="/1">A new lighthouse keeper</a></li></ul></aside>',
]


@pytest.mark.parametrize("notice", NOTICES)
def test_what_is_around_the_article_goes(notice: str) -> None:
    assert text(f"<h1>Meeting in Sliema</h1>{PROSE}{notice}") == f"# Meeting in Sliema\n\n{TEXT}"


def test_a_class_that_only_sounds_like_a_menu_takes_no_article_away() -> None:
    body = f'<div class="has-sidebar print content"><h1>Meeting in Sliema</h1><div class="related-body">{PROSE}</div></div>'
    assert text(body) == f"# Meeting in Sliema\n\n{TEXT}"


def test_parts_of_an_article_that_stand_beside_each_other_all_stay() -> None:
    people = '<div class="p2"><h2>Present</h2><ul><li>Anna Borg, Minister for Coastal Affairs</li><li>Tarek Mansur</li></ul></div>'
    body = f'<div class="p0"><div class="p1"><h1>Meeting in Sliema</h1>{PROSE}</div>{people}</div>'
    assert "- Anna Borg, Minister for Coastal Affairs\n- Tarek Mansur" in text(body)


def test_the_name_of_the_site_is_not_the_title() -> None:
    head = "<title>Talks on ferries | Ministry for Coastal Affairs</title>"
    body = f'<h1><a href="/">Ministry for Coastal Affairs</a></h1><main><h2>Talks on ferries</h2>{PROSE}</main>'
    document = page(body, head)
    assert (document.title, document.text) == ("Talks on ferries", f"## Talks on ferries\n\n{TEXT}")


def test_a_title_that_is_only_in_the_head_comes_first() -> None:
    document = page(PROSE, '<meta property="og:title" content="Talks on ferries">')
    assert (document.title, document.text) == ("Talks on ferries", f"# Talks on ferries\n\n{TEXT}")


def test_an_old_page_without_headings_has_the_title_of_its_head() -> None:
    menu = "<tr><td colspan=2><a href=a.htm>Home</a> | <a href=b.htm>Treaties</a></td></tr>"
    body = (
        f"<table>{menu}<tr><td><font size=4><b>Talks on ferries</b></font><br>3 June 2003<p>{PROSE}</td></tr></table>"
    )
    document = page(body, "<title>Talks on ferries</title>")
    assert document.text == f"# Talks on ferries\n\n3 June 2003\n\n{TEXT}"
    assert document.date == datetime.date(2003, 6, 3)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2025-06-03T22:40:00Z">', "", "2025-06-03"),
        ('<meta name="dcterms.issued" content="3 June 2025">', "", "2025-06-03"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2025-06-03"}]}</script>', "", "2025-06-03"),
        ('<meta property="article:modified_time" content="2025-06-09">', "", None),
        ('<meta name="date" content="2025-06-03"><meta name="created" content="2024-01-01">', "", None),
        ('<script type="application/ld+json">{"datePublished": </script>', "", None),
        ("", "<p>Published: 3 June 2025</p>", "2025-06-03"),
        ("", "<p>Last updated 9 June 2025</p>", None),
        ("", "<p>Deadline: 9 June 2025</p>", None),
        ("", "<p>Wednesday, 4 June 2025</p>", "2025-06-04"),
        (
            '<meta name="pubdate" content="2025-06-03">',
            "<time datetime='2025-06-03T22:00Z'>4 June 2025</time>",
            "2025-06-04",
        ),
        ("", "<time class='published' datetime='2025-06-03'></time><time datetime='2025-07-01'></time>", "2025-06-03"),
        ("", "<time datetime='2025-06-03'></time> to <time datetime='2025-07-01'></time>", None),
        ("", "<time class='updated' datetime='2025-06-09'></time>", None),
        ("", "<p>Updated: <time datetime='2025-06-09'>9 June 2025</time></p>", None),
    ],
)
def test_the_date_is_the_day_on_which_a_page_says_it_was_published(head: str, body: str, day: str | None) -> None:
    document = page(f"<h1>Talks on ferries</h1>{body}{PROSE}", head)
    assert (document.date and document.date.isoformat()) == day
    assert (document.date_basis is None) == (day is None)


def test_a_numeric_date_is_read_in_the_order_of_the_language() -> None:
    assert page(f"<h1>Entretien</h1><p>Publié le 03/06/2025</p>{PROSE}", language="fr").date == datetime.date(
        2025, 6, 3
    )


def test_a_quotation_that_holds_the_whole_page_is_its_margin() -> None:
    assert text(f"<blockquote><h1>Meeting in Sliema</h1>{PROSE}</blockquote>") == f"# Meeting in Sliema\n\n{TEXT}"


@pytest.mark.parametrize("sign", ["&#1;", "&#x1f;", "&#65535;", "&#xd800;", "\x01", "\x0c"])
def test_characters_that_no_page_may_hold_do_no_harm(sign: str) -> None:
    assert "after" in text(f"<p>before<span hidden>x</span>{sign} after</p>")


def test_a_page_that_nests_deeper_than_the_parser_goes_is_refused() -> None:
    assert text("<div>" * 1_500 + "deep").endswith("deep")
    with pytest.raises(DocumentError, match="deep"):
        text("<div>" * 3_000 + "deep")


def test_a_part_of_a_page_is_known_by_its_name() -> None:
    assert load(b"<div><p>They met.</p></div>", name="part.html").text == "They met."
    assert load(b"<div> is a tag.\nThey met.", name="notes.txt").text == "<div> is a tag.\nThey met."


def test_a_saved_page_without_its_page_says_so() -> None:
    data = (FILES / "press.mhtml").read_bytes().replace(b"Content-Type: text/html", b"Content-Type: text/css")
    with pytest.raises(DocumentError, match="without its page"):
        load(data, name="p.mhtml")


@pytest.mark.parametrize("name", ["press.html", "press.mhtml", "minutes.html"])
def test_a_page_that_is_cut_off_or_damaged_is_read_or_refused(name: str) -> None:
    data = (FILES / name).read_bytes()
    for part in range(1, 30):
        cut = len(data) * part // 30
        for damaged in (data[:cut], data[:cut] + b"\x00\xff<" + data[cut + 3 :], data[cut:]):
            with suppress(DocumentError):
                assert load(damaged, name="p.html").segments
