"""When a document is from: what its head, its notes and its name say, and what they do not say."""

import pytest

from summarizer.loading import load

BODY = "\n\nThe minister met the delegation. They spoke of fish and of fuel for three hours."


def date_of(text: str, name: str = "notes.txt") -> tuple[str, str] | None:
    document = load(text.encode(), name=name)
    return None if document.date is None else (document.date.isoformat(), str(document.date_basis))


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        (" date 2023-06-01 VALLETTA (MALTA) (NEWS/AB) – A mission met.", "2023-06-01", "date 2023-06-01"),
        ("Date: 1 June 2023", "2023-06-01", "Date: 1 June 2023"),
        ("# Protokoll\nEs versammelten sich heute, am 1. Juni 2023 um 17:30 Uhr in den Räumen der Mühle am Kai zwölf Personen zur außerordentlichen Versammlung des Vereins.",
         "2023-06-01", "1. Juni 2023"),
        ("## Date: June 1st, 2023", "2023-06-01", "Date: June 1st, 2023"),
        ("**Date:** 2023-06-01", "2023-06-01", "Date: 2023-06-01"),
        ("### Meeting Date/Time: Thursday June 1, 2023 at 14:00 GMT", "2023-06-01", "Date/Time: Thursday June 1, 2023"),
        ("Data: 1 giugno 2023", "2023-06-01", "Data: 1 giugno 2023"),
        ("---\ntitle: Board\ndate: 2023-06-01\n---", "2023-06-01", "date: 2023-06-01"),
        ("# Board meeting 2023-06-01", "2023-06-01", "2023-06-01"),
        ("Bonn, June 1, 2023, 9:35 a.m.", "2023-06-01", "June 1, 2023"),
        ("Board meeting\nThursday, June 1 2023 (9:00-9:30am PT)", "2023-06-01", "Thursday, June 1 2023"),
        ("Valletta, 1 June 2023. A mission met Libyan officials and left in the evening of the same day.", "2023-06-01", "1 June 2023"),
        ("Statement by the Ministry of Mines of Malta, 1 June 2023", "2023-06-01", "1 June 2023"),
        ("Visit of the Secretary-General to Malta, 1-2 June 2023", "2023-06-02", "1-2 June 2023"),
        ("Visit to Malta, June 1-2, 2023", "2023-06-02", "June 1-2, 2023"),
        ("# Notes of the team, Thursday 01/06/23", "2023-06-01", "01/06/23"),
        ("# Notes of the team, Thursday 06/01/23", "2023-06-01", "06/01/23"),
        ("VALLETTA, June 1, 2023 - A mission met Libyan officials and left.", "2023-06-01", "June 1, 2023"),
        ("Minutes of the meeting held in Mdina on 1 June 2023 at the town hall, with much of the board there and the clerk.",
         "2023-06-01", "1 June 2023"),
        ("Minutes\nheld at the registered office and by video link on Thursday 1 June 2023 at 09.30",
         "2023-06-01", "Thursday 1 June 2023"),
        ("# Minutes of the mill\n\n## Date 6/21/23", "2023-06-21", "Date 6/21/23"),
        ("# Minutes of the mill\n\n## Date: 6-21-23", "2023-06-21", "Date: 6-21-23"),
        ("# Mill meetings 2023, public notes, June 1\n\nHeld by telephone, 1st June 2022", "2023-06-01", "2023, public notes, June 1"),
        ("# 2023 mill meeting in Mdina, notes, 1 June", "2023-06-01", "2023 mill meeting in Mdina, notes, 1 June"),
        ("VERBALE\n\nL'anno 2023, il giorno 1 del mese di giugno, alle ore 18.15, presso la sala, si è riunita l'assemblea dei soci.",
         "2023-06-01", "L'anno 2023, il giorno 1 del mese di giugno"),
        ("Procès-verbal\n\nL'an 2023, le 1er juin, le conseil s'est réuni sous la présidence de Mme Brac, maire de la commune.",
         "2023-06-01", "L'an 2023, le 1er juin"),
        ("ACTA\n\nEn el salón de plenos, siendo las diecinueve horas y cinco minutos del jueves 1 de junio de 2023, se reúnen en primera convocatoria los señores.",
         "2023-06-01", "jueves 1 de junio de 2023"),
        ("San Leandro, 1 de junio de 2023.- El ministro se reunió con su homólogo y ambos hablaron de los puertos.",
         "2023-06-01", "1 de junio de 2023"),
        ("Protokoll\n\nProtokoll der ordentlichen Sitzung vom 1. Juni 2023 im Bootshaus am See, bei der sieben Mitglieder des Vorstands und zwei Gäste da waren.",
         "2023-06-01", "1. Juni 2023"),
        ("Minuti tal-Laqgħa Nru 14 li saret nhar il-Ħamis, 1 ta' Ġunju 2023, fis-6.30 p.m., fl-uffiċċju amministrattiv tal-Kunsill, quddiem il-pubbliku kollu.",
         "2023-06-01", "1 ta' Ġunju 2023"),
        ("LUXEMBOURG, le 1er juin 2023 – Le ministre a reçu son homologue et ils ont parlé de la pêche.", "2023-06-01", "1er juin 2023"),
        ("VALLETTA, it-1 ta' Ġunju 2023 – Il-Ministru iltaqa' mal-koperattiva u tkellmu fuq is-sajd.", "2023-06-01", "1 ta' Ġunju 2023"),
        ("مرسى الدير، 1 يونيو 2023 – استقبل الوزير نظيره صباح اليوم في مقر الوزارة وبحثا ملف الصيد والوقود.", "2023-06-01", "1 يونيو 2023"),
        ("محضر الاجتماع\n\nعُقد الاجتماع في تمام الساعة العاشرة من صباح يوم الخميس الموافق 1/6/2023 في قاعة الاجتماعات بالمكتبة المركزية برئاسة السيدة سعاد.",
         "2023-06-01", "1/6/2023"),
    ],
)  # fmt: skip
def test_a_date_in_the_head_is_the_documents(head: str, day: str, basis: str) -> None:
    assert date_of(head + BODY) == (day, basis)


@pytest.mark.parametrize(
    "head",
    [
        "VALLETTA, June 1 - A mission met Libyan officials and left.",
        "The memorandum that was signed on 1 June 2020 is valid for three years, said the minister to the press.",
        "Next meeting: 1 June 2023",
        "Next meeting: 1-2 June 2023",
        "Release 3.11.24",
        "Notes of the team, 01/06/23",  # of plain English, which may mean June or January
        "Notes of the team, 23-06-21",  # the year may stand first
        "Plans of the mill for 2024 and what it had promised for 1 June",
        "The minutes of the 142nd meeting, held on 1 June 2023, were approved and signed.",
        "Le procès-verbal de la séance du 1er juin 2023 est approuvé à l'unanimité des membres qui sont présents ce soir.",
        "The quay was held until 1 June 2023 by the harbour company, said the minister, and then by nobody.",
        "Due date: 1 June 2023",
        "Agenda\n\n- Report of 1 June 2023",
        "Anna: the date is 1 June 2023\n\nBen: yes\n\nAnna: so",
    ],
)
def test_a_date_about_something_else_is_none(head: str) -> None:
    assert date_of(head + BODY) is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-06-01-board.md", "2023-06-01"),
        ("board_20230601.txt", "2023-06-01"),
        ("board 2023_06_01.txt", "2023-06-01"),
        ("board-1-june-2023.txt", "2023-06-01"),
    ],
)
def test_the_name_of_the_file_may_say_the_date(name: str, day: str) -> None:
    assert date_of(BODY, name) == (day, f"file name {name}")


@pytest.mark.parametrize("name", ["order-20239901.txt", "call-12345678901.txt", "notes.txt"])
def test_other_numbers_in_a_name_are_no_date(name: str) -> None:
    assert date_of(BODY, name) is None


def test_the_head_is_asked_before_the_name() -> None:
    assert date_of("Date: 2023-06-01" + BODY, "2024-01-01.txt") == ("2023-06-01", "Date: 2023-06-01")


def test_the_notes_over_subtitles_may_say_the_date() -> None:
    words = "00:01.000 --> 00:04.000\n<v Anna>Good morning.\n"
    notes = "WEBVTT\n\nNOTE Harbour Radio, broadcast 1 June 2023\n\n"
    assert date_of(notes + words, "talk.vtt") == ("2023-06-01", "1 June 2023")
    rights = "WEBVTT\n\nNOTE Copyright 2019-01-01 Tool GmbH\n\n"
    assert date_of(rights + words, "talk.vtt") is None
    later = "WEBVTT\n\n" + words + "\nNOTE cut on 1 June 2023\n"
    assert date_of(later, "talk.vtt") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tasks.csv", "Task,Due\nRing the bank,2025-06-03\nPrint the flyers,12 June 2025\n"),
        ("document", "Task;Owner;Due\nRing the bank;Ann;2025-06-03\nPrint the flyers;Ben;2025-06-12\n"),
        ("document", "Task\tDue\nRing the bank\t2025-06-03\n"),
        ("list.md", "# Actions\n\n| Task | Owner | Due |\n|---|---|---|\n| Ring the bank | Ann | 3 June 2025 |\n"),
    ],
)
def test_a_day_in_a_row_of_a_table_is_that_of_its_row(name: str, text: str) -> None:
    assert load(text, name=name).date is None


def test_a_table_may_say_when_the_document_is_from() -> None:
    assert str(load("# Board\n\n| Date | 3 June 2025 |\n|---|---|\n| Place | Hall |\n").date) == "2025-06-03"
    assert str(load("Task;Due\nRing;2025-06-03\nPrint;2025-06-04\n", name="tasks-2025-05-06.csv").date) == "2025-05-06"
    assert str(load("Port board, Oslo, 3 May 2024\nPresent, Ann, Ben\n\nThe board met.\n").date) == "2024-05-03"


def test_two_lines_with_as_many_commas_are_no_table() -> None:
    text = "Weir planning, recording of Thursday 10 April 2025, big room\nTyped by hand, not corrected, no names\n"
    assert str(load(text).date) == "2025-04-10"
