"""Timed Text (TTML, DFXP): captions in XML become turns as those of the other formats do."""

import pytest

from summarizer import DocumentError, load
from summarizer.documents import Document

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
  xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="10000000">
<tt:head><tt:metadata><ttm:title>Board call</ttm:title>
<ttm:agent type="person" xml:id="p1"><ttm:name type="full">Ana Brito</ttm:name></ttm:agent></tt:metadata></tt:head>
"""


def captions(body: str) -> Document:
    return load(f"{HEAD}<tt:body><tt:div>{body}</tt:div></tt:body></tt:tt>".replace("\n", "\r\n").encode())


def said(document: Document) -> list[tuple[str | None, float | None, str]]:
    return [(each.speaker, each.time, document.line_text(line)) for line, each in enumerate(document.segments, 1)]


def test_words_are_read_with_their_agent_and_time() -> None:
    document = captions(
        '<tt:p begin="00:00:01:05" end="00:00:03.000" ttm:agent="p1">Good <tt:span>morning</tt:span>,<tt:br/>\n'
        '  all &amp; sundry.<tt:metadata>not said</tt:metadata></tt:p><tt:p begin="35000000t" dur="1.5s">Hello.</tt:p>'
    )
    assert said(document) == [("Ana Brito", 1.2, "Good morning, all & sundry."), (None, 3.5, "Hello.")]
    assert (document.title, document.kind) == ("Board call", "transcript")


def test_labels_and_dashes_change_the_voice_as_in_other_captions() -> None:
    document = captions(
        '<tt:p begin="1s" end="2s">ANA: We mend it.</tt:p><tt:p begin="2s" end="3s">TOM: Good.</tt:p>'
        '<tt:p begin="3s" end="4s">ANA: In May.</tt:p><tt:p begin="4s" end="5s">- Fine.<tt:br/>- Thanks.</tt:p>'
    )
    assert [(who, words) for who, _, words in said(document)] == [
        ("ANA", "We mend it."),
        ("TOM", "Good."),
        ("ANA", "In May."),
        (None, "Fine."),
        (None, "Thanks."),
    ]


def test_times_count_from_what_is_around_them_and_spans_can_have_their_own() -> None:
    body = '</tt:div><tt:div begin="1m"><tt:p><tt:span begin="8s">One.</tt:span> <tt:span begin="20s">Two.</tt:span></tt:p>'
    assert [time for _, time, _ in said(captions(body))] == [68.0, 80.0]
    mixed = '<tt:p><tt:span begin="8s">One.</tt:span> and <tt:span begin="20s">two.</tt:span></tt:p>'
    assert captions(mixed).text == "One. and two."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">Hello.', "no valid XML"),
        ('<tt><!DOCTYPE tt [<!ENTITY a "b">]><body><div><p>&a;</p></div></body></tt>', "entities of its own"),
        ("<tt><body><div>" + "<div>" * 5_000 + "<p>a</p>" + "</div>" * 5_000 + "</div></body></tt>", "too deep"),
        ("<tt><body/></tt>", "holds no words"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, wrong: str) -> None:
    with pytest.raises(DocumentError, match=wrong) as caught:
        load(text.encode(), name="call.ttml")
    assert caught.value.hint
