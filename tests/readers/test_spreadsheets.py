"""Transcripts as comma-separated values: who said what, when, however the columns are called."""

import pytest

from summarizer import DocumentError, load
from summarizer.documents import Document


def said(document: Document) -> list[tuple[str | None, float | None, str]]:
    return [(each.speaker, each.time, document.line_text(line)) for line, each in enumerate(document.segments, 1)]


TWO = [("Ana Brito", 0.0, "Good morning, all."), ("Tom Okoro", 2.5, "Hello there.")]


@pytest.mark.parametrize(
    "table",
    [
        'start,end,speaker,text\n0.0,2.5,Ana Brito,"Good morning, all."\n2.5,4.0,Tom Okoro,Hello there.\n',
        "start,end,speaker,text\r\n0.0,2.5,Ana Brito,Good morning, all.\r\n2.5,4.0,Tom Okoro,Hello there.\r\n",
        "\ufeffsep=;\nStart Time;End Time;Speaker Name;Transcript\n"
        "0:00:00;0:00:02;Ana Brito;Good morning, all.\n0:00:02.5;0:00:04;Tom Okoro;Hello there.\n",
        "Speaker\tStart (ms)\tText\nAna Brito\t0\tGood morning, all.\nTom Okoro\t2500\tHello there.\n",
        'id,start,end,text\n1,0,2,"Ana Brito: Good morning, all."\n2,2.5,3,Tom Okoro: Hello there.\n',
    ],
)
def test_a_row_is_what_one_speaker_says(table: str) -> None:
    document = load(table.encode("utf-8"))
    assert document.kind == "transcript"
    assert said(document) == TWO


def test_times_with_the_picture_within_the_second_are_read() -> None:
    table = (
        "Speaker Name,Start Time,End Time,Text\nAna,00:00:01:12,00:00:02:00,Hello.\nTom,01:00:03:00,01:00:04:00,Hi.\n"
    )
    assert said(load(table)) == [("Ana", 1.0, "Hello."), ("Tom", 3603.0, "Hi.")]


def test_a_cell_of_several_lines_is_one_turn() -> None:
    assert said(load('speaker,text\nAna,"First. ""Quoted"".\n\nSecond."\nTom,Yes.\n')) == [
        ("Ana", None, "First."),
        ("Ana", None, '"Quoted".'),
        ("Ana", None, "Second."),
        ("Tom", None, "Yes."),
    ]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ('start,end,speaker,text\n0,2,Ana,Hello.\n2,3,Ana,"Good\n4,6,Tom,Fine.\n', "line 3: "),
        ("start,end,text,speaker\n0,2,Good, all,Ana\n", "line 2 has 5 cells under 4 columns"),
        ("start,speaker,text\n0,Ana,Good\nmorning.\n", "line 3 has 1 cells under 3 columns"),
        ("start,end,speaker,text\n", "holds no words"),
    ],
)
def test_a_broken_or_empty_table_is_told_and_where(table: str, wrong: str) -> None:
    with pytest.raises(DocumentError, match=wrong) as caught:
        load(table.encode(), name="talk.csv")
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "action,owner,due\nmend the roof,Ana,May\n",
        "Speaker, text and time\n\nThe chair opened the meeting.\n",
        'speaker,text\nAna,"opened it\n',
        "name,text\na.txt,We met.\n",
    ],
)
def test_other_tables_and_broken_text_of_no_such_name_stay_as_they_are(text: str) -> None:
    assert load(text).text == text


@pytest.mark.parametrize(
    "head", ["Zeit;Sprecher;Text", "Heure;Intervenant;Texte", "Ora;Oratore;Testo", "Hora;Orador;Texto"]
)
def test_columns_may_be_named_in_other_languages(head: str) -> None:
    document = load(f"{head}\n00:00:05;Ana;Abc.\n00:01:05;Tom;Def.\n")
    assert [(each.speaker, each.time) for each in document.segments] == [("Ana", 5.0), ("Tom", 65.0)]
