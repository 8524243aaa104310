"""One document in three formats: as .docx, .odt and .rtf it is read as the same text."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest

from summarizer import load, summarize
from summarizer.readers.office.blocks import tidy
from summarizer.readers.office.opendocument import read_odt
from summarizer.readers.office.richtext import read_rtf

FILES = Path(__file__).parent.parent.parent / "files" / "office"
NUMBERED = """\
# I. Harbour board

## I.1. Present

Mina Dahl and Jon Ruud were present.

# II. Business

## II.1. Cranes

Points carried over

4. Repair the north crane.
  a) Order the bearings.
  b) Hire a fitter.
    - 4.b.1. Ask in Ribe first.

6. Paint the shed.
  a) Choose a colour.

The colour is for the clerk.

  a) Buy brushes.

The board paused for lunch.

  b) Borrow ladders.
7. Sell the old launch.
i) Lease of berth two.
ii) Lease of berth three.
  - Rent is open.
8. Renew the insurance.
20. Any other business.
21. Next meeting.
4. A fresh list.

No number here.

## II.2. Quays

Nothing was said."""
HIDDEN = """\
**Votes of the day**

Mina Dahl voted yes.

a recount is due,

**Dates ahead**

Only partly bold

The board meets on 4 May."""
GRID = """\
Rota

| Name | Shifts |  |
| Ana Brito | Monday | north gate |
|  | Tuesday | south gate |
| Tom Okoro |  | stores |
|  |  | yard |

Nested

Left

Before

| in one | in two |
| in three | in four |

After

| Low | End |

Done."""
DRAWN = """\
# Opening of the yard

Ana Brito ✓ under a banner of cloth.

Around a box the words go on.

Inside the box.

More of the box.

# Closing of the yard

Around a shape the words go on.

Inside the shape."""
CLUB = """\
# Notes of the garden club

**Plans for spring**

- Dig the north bed before the frost is out of the ground.
- Order seeds:
  - beans
  - leeks
- Mend the gate.
4. Rosa Lind waters in May.
5. Tom Berg mows.
  a) front lawn
  b) back lawn
i) The hut is let.
ii) The hose is lent.

| Who | What |
| Rosa | Water |
| Tom | Mow |

Dues stay[1] as they are, and nobody objected.

---

[1] As voted in March."""
TYPED = """\
Harbour users' evening
3 March 2025

PRESENT
Harbour Master Beate Lindqvist, in the chair of the evening
Mr. Olaf Tveit, Second Secretary for Fisheries and Coastal Waters
Ms. Rosa Lind, clerk

Ms. Lind welcomed those present and recalled that the evening had been asked for by the owners of the small boats. She had booked the hall until nine o'clock.

Mr. Tveit set out what the ministry was planning for the outer pier. The works were to begin in autumn, and would close the eastern basin for some eight weeks.

Beate Lindqvist: where do the small boats go in the meantime?
… and who pays for the move?

Olaf Tveit: the northern basin is free until Christmas
… the ministry pays for the tow, as it did before.

Beate Lindqvist: then we can live with that.

* Works on the pier
    * The basin closes on 1 September.
    * The tow is free of charge.
* Winter lights
  1. Two lamps are out.
  2. Ms. Lind will report them."""
PASTED = """\
Notes of the reading group, sent round on 9 May 2025

We met in the small room of the library, as the large one was taken by
the choir. Seven of us came, among them two who had never been before,
and we began with the question of how the next book is to be chosen.

Jon proposed that each of us names one title, that all titles go on the
board by the door, and that the four with the most ticks are read over
the summer. Nobody was against it. Mina will put up the list on Monday.

- Jon brings the coffee next time, as the machine of the library is out
of order and will be until somebody pays for the repair.
- Mina asks the library whether the large room is free in June.

We also spoke about the hours. Some of us would rather meet at six than
at seven, but the library closes its upper floor at half past five and
wants to be asked two weeks ahead. We left it as it is."""
STRUCK = """\
# Ferry board

Ana agreed to ~~sell the old~~ paint the ~~new pier~~ boat by May.

- ~~Buy rope.~~
- Buy paint.

| Task | Who |
| ~~Order~~ | Tom |

The board ~~met~~
~~and sat~~ rose."""
TEXTS = {
    "numbered": NUMBERED,
    "hidden": HIDDEN,
    "grid": GRID,
    "drawn": DRAWN,
    "club": CLUB,
    "typed": TYPED,
    "pasted": PASTED,
    "struck": STRUCK,
}


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_document_is_the_same_text_in_every_format(name: str, suffix: str) -> None:
    document = load(FILES / f"{name}{suffix}")
    assert document.text == TEXTS[name]
    assert not document.gaps


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf"])
def test_those_present_and_the_speakers_of_a_text_that_was_typed_are_found(suffix: str) -> None:
    document, plain = load(FILES / f"typed{suffix}"), load(TYPED)
    assert [each.speaker for each in document.segments] == [each.speaker for each in plain.segments]
    assert {"Beate Lindqvist", "Olaf Tveit"} <= {each.speaker for each in document.segments}
    people, expected = (
        [(one.name, one.presence) for one in summarize(each).participants] for each in (document, plain)
    )
    assert people == expected
    assert sum(presence == "attended" for _, presence in people) >= 3


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf"])
def test_pictures_that_fill_a_page_are_told_by_the_size_they_are_shown_in(suffix: str) -> None:
    assert [gap.reason for gap in load(FILES / f"scan{suffix}").gaps] == [
        "holds pictures that fill a page (2), and hardly any text"
    ]


def test_a_hidden_section_paragraph_or_field_is_not_read() -> None:
    assert load(FILES / "unshown.odt").text == "The quay stays open.\n\nShips pay twice."


@pytest.mark.parametrize("name", ["minutes", "numbered", "club"])
def test_how_the_xml_is_laid_out_is_not_read(name: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(FILES / f"{name}.odt") as package, zipfile.ZipFile(data, "w") as other:
        for part in package.namelist():
            text = package.read(part)
            if part == "content.xml":
                text = re.sub(rb">[^<]+<", lambda words: words[0].replace(b" ", b"\n\t  "), text)
                assert text.count(b"\n\t  ") > 20
            other.writestr(part, text)
    assert read_odt(data.getvalue(), "a.odt") == read_odt((FILES / f"{name}.odt").read_bytes(), "a.odt")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{\fonttbl{\f1\fcharset2 Wingdings;}}Ana {\f1 \'fc} Tom {\f1 \u-3845\'fb}\par", "Ana ✓ Tom ✗"),
        (r"{\fonttbl{\f1\fcharset2 Wingdings;}}{\listtext\f1 n\tab}one\par{\listtext o\tab}two\par", "- one\n- two"),
        (r"\pard\li720\fi-360 \bullet\tab one\par\pard Q.\tab Who?\par", "- one\n\nQ.\tWho?"),
        (r"\pard\li900\fi-900 10.30\tab Opening\par\pard 2.\tab two\par", "10.30\tOpening\n\n2.\ttwo"),
        (
            r"\trowd\clmgf\cellx900\clmrg\cellx1800\cellx2700\pard\intbl A\cell\cell B\cell\row"
            r"\trowd\cellx900\cellx1800\cellx2700\pard\intbl C\cell D\cell E\cell\row\pard",
            "| A |  | B |\n| C | D | E |",
        ),
        (
            r"\trowd\cellx900\cellx1800\pard\intbl A\cell B\cell\row\trowd\trleft900\cellx1830\intbl C\cell\row\pard",
            "| A | B |\n|  | C |",
        ),
        (r"\trowd\cellx900\cellx1800\pard\intbl A\cell B\cell\row after\par", "| A | B |\n\nafter"),
        (r"\pard\intbl\itap99999 A\nestcell B\nestcell\nestrow\pard C\par", "C\n\n| A | B |"),
        (r"A{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv drawn}}{\sp{\sn x}{\sv y}}}{\shprslt z}} b\par", "A b\n\ndrawn"),
        (r"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}}}}A\par", "A"),
        (r"{\field{\*\fldinst TOC}{\fldrslt A 1\par}}{\field{\*\fldinst PAGE}{\fldrslt 7}}\par", "7"),
    ],
)
def test_the_layout_of_rich_text_is_read(body: str, text: str) -> None:
    assert read_rtf(f"{{\\rtf1\\ansi {body}}}".encode("latin-1"), "a.rtf").text == text


def test_a_row_of_spaces_without_end_costs_no_time() -> None:
    begun = time.process_time()
    assert tidy(f"one{' ' * 60_000}two\t{' ' * 60_000}three") == "one two\tthree"
    assert time.process_time() - begun < 1
