"""Files of word processors: .docx, .odt and .rtf, written by LibreOffice and pandoc."""

import io
import random
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer import DocumentError, load, summarize
from summarizer.documents import Gap
from summarizer.readers.office import packages
from summarizer.readers.office.opendocument import read_odt
from summarizer.readers.office.richtext import read_rtf
from summarizer.readers.office.word import read_docx

FILES = Path(__file__).parent.parent.parent / "files" / "office"
READERS = {".docx": read_docx, ".odt": read_odt, ".rtf": read_rtf}
MINUTES = """\
# Minutes of the ferry board

4 June 2025, Town Hall

## Attendance

| Name | Role | Present |
| Ana Brito | Chair | yes |
| Tom Okoro | Treasurer | no |

## Timetable

The board discussed the winter timetable. It agreed to run the last boat at 21:30 from 1 October.

- The morning boat stays as it is.
- The school boat leaves ten minutes earlier.
1. Ana Brito will write to the school.
2. Tom Okoro will ask the union by 20 June 2025.

The fare stays at 2,40 euros."""


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.odt", "minutes.rtf", "pandoc.docx"])
def test_headings_lists_and_tables_are_read_as_one_would_type_them(name: str) -> None:
    text = load(FILES / name).text.replace("\n# Minutes of the ferry board\n", "")  # pandoc prints the title as well
    assert text.removeprefix("# Minutes of the ferry board\n\n") == MINUTES.removeprefix(
        "# Minutes of the ferry board\n\n"
    )


@pytest.mark.parametrize("name", ["changes.docx", "changes.odt", "changes.rtf"])
def test_what_was_struck_out_is_not_read_and_what_was_inserted_is(name: str) -> None:
    text = load(FILES / name).text
    assert "paint the new pier before the summer.[1] Nobody objected." in text
    assert "old pier" not in text
    assert text.endswith("[1] The colour is blue.")


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.odt", "minutes.rtf"])
def test_the_brief_of_a_file_is_that_of_its_text(name: str) -> None:
    brief, plain = summarize(FILES / name), summarize(MINUTES)
    assert [one.action for one in brief.follow_ups] == [one.action for one in plain.follow_ups]
    assert [one.action for one in brief.commitments] == [one.action for one in plain.commitments]
    assert [one.name for one in brief.participants] == [one.name for one in plain.participants]
    assert brief.source.date == plain.source.date
    assert all(evidence.paragraph for item in brief.agenda_items for evidence in item.evidence)


@pytest.mark.parametrize("file", sorted(FILES.glob("*.*t*")), ids=lambda file: file.name)
def test_a_damaged_file_is_read_or_refused(file: Path) -> None:
    chance, whole = random.Random(5), file.read_bytes()
    for _ in range(40):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.4 else whole)
        for _ in range(min(len(data), 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(DocumentError):
            assert isinstance(READERS[file.suffix](bytes(data), file.name).text, str)


def packed(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return data.getvalue()


def test_an_encrypted_text_is_told() -> None:
    manifest = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(DocumentError, match="encrypted") as caught:
        load(packed(mimetype="application/vnd.oasis.opendocument.text", **{"META-INF__manifest_xml": manifest}))
    assert "password" in caught.value.hint


def test_a_file_that_unpacks_to_more_than_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST", 10_000)
    with pytest.raises(DocumentError, match="unpacks to more than"):
        load(packed(word__document_xml=f"<w>{' ' * 1_000_000}</w>"))


@pytest.mark.parametrize(
    "data",
    [packed(word__document_xml="<w/>"), packed(mimetype="application/vnd.oasis.opendocument.text"), b"{\\rtf1 }"],
)
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        load(data)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\ansicpg1252 Caf\'e9 \u8364? 5\par", "Café € 5"),
        (r"{\fonttbl{\f1\fcharset204 Arial;}}\f1 \'cf\'f0\'e8\'e2\'e5\'f2\par", "Привет"),
        (r"{\v hidden}seen{\deleted struck}\par", "seen"),
        (r"{\strike sold}{\striked1 \strike0 lent} {\strike gone\strike0  kept}\par", "~~soldlent gone~~ kept"),
        (r"{\header running}Body{\*\unknown x}\par", "Body"),
        (r"\u-10179?\u-8694? {\annotation a\par b}c\par", "😊 c"),
        (r"\trowd\intbl A\cell{\listtext\pard\plain 1.\tab}B\cell\row\pard", "| A | 1. B |"),
        (r"one\line two\~three\_four\par", "one\ntwo three-four"),
        (r"a{\*\bkmkstart b}c\bin3 {{{d\par", "acd"),
    ],
)
def test_the_signs_of_rich_text_are_read(body: str, text: str) -> None:
    assert read_rtf(f"{{\\rtf1\\ansi {body}}}".encode("latin-1"), "a.rtf").text == text


def test_a_small_file_cannot_grow_without_bound() -> None:
    cell = "hi"
    for _ in range(6):
        cell = f'<t:table><t:table-row t:number-rows-repeated="60"><t:table-cell t:number-columns-repeated="60">{cell}</t:table-cell></t:table-row></t:table>'
    cell = cell.replace("hi", "<x:p>hello</x:p>")
    body = f'<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:text>{cell}</o:text></o:body></o:d>'
    text = load(packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=body)).text
    assert text.count("hello") == 1


def test_rich_text_that_breaks_off_says_so() -> None:
    whole = (FILES / "minutes.rtf").read_bytes()
    assert not load(whole).gaps
    cut = load(whole[: whole.index(b"school")])
    assert cut.gaps == [Gap("the end of the file", "is missing")]
    assert "The board discussed the winter timetable." in cut.text
    with pytest.raises(DocumentError, match="breaks off before its text"):
        load(whole[:100])


def test_controls_around_paragraphs_are_read_without_a_warning() -> None:
    body = "<sdt><sdtContent><p><r><t>We sail.</t></r></p></sdtContent></sdt><sdt><sdtContent/></sdt><sdt/>"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load(packed(word__document_xml=f"<d><body>{body}</body></d>")).text == "We sail."


def test_a_style_that_strikes_through_is_read_and_a_run_can_take_it_back() -> None:
    styles = '<s><style styleId="Gone"><rPr><strike/></rPr></style></s>'
    relations = '<r><r Type="x/officeDocument" Target="word/document.xml"/></r>'
    own = '<r><r Type="x/styles" Target="styles.xml"/></r>'
    body = '<p><pPr><pStyle val="Gone"/></pPr><r><t>We sell. </t></r><r><rPr><strike val="0"/></rPr><t>We sail.</t></r></p>'
    parts = {"word__document_xml": f"<d><body>{body}</body></d>", "word__styles_xml": styles}
    rels = {"_rels/.rels": relations, "word/_rels/document_xml.rels": own}
    assert load(packed(**parts, **rels)).text == "~~We sell.~~ We sail."


def test_words_that_a_tab_of_any_kind_parts_stay_apart() -> None:
    body = "<p><r><t>Date:</t><ptab/><t>4 June</t><tab/><t>Place</t></r></p>"
    assert load(packed(word__document_xml=f"<d><body>{body}</body></d>")).text.split() == [
        "Date:",
        "4",
        "June",
        "Place",
    ]


_ODT = "<d><body><text><p>We sail.<annotation><p>Do we?</p></annotation></p></text></body></d>"


@pytest.mark.parametrize(
    "data",
    [
        packed(word__document_xml='<d><body><p><r><t>We sail.</t></r><r><commentReference id="0"/></r></p></body></d>'),
        packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=_ODT),
        rb"{\rtf1 We sail.{\*\annotation Do we?}\par}",
    ],
    ids=["docx", "odt", "rtf"],
)
def test_comments_in_the_margin_are_not_read_and_that_is_told(data: bytes) -> None:
    document = load(data)
    assert document.text.strip() == "We sail."
    assert document.gaps == [Gap("comments in the margin (1)", "are not read")]
    assert summarize(data).status == "incomplete"


@pytest.mark.parametrize("name", ["changes.docx", "changes.odt", "changes.rtf"])
def test_a_file_without_comments_has_no_gap(name: str) -> None:
    assert not load(FILES / name).gaps
