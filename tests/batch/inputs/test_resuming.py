"""A row of a table that is broken costs itself: the rows behind it are read, and no sentence of it is taken for one."""

from pathlib import Path

import pytest

from summarizer.batch.inputs.sources import entries


def read(path: Path, content: str) -> tuple[list[str], list[str]]:
    """The ids of the documents, and what is said of the rows that are none."""
    path.write_text(content, newline="")
    found = list(entries([str(path)]))
    return [entry.id for entry in found if not entry.fault], [entry.fault for entry in found if entry.fault]


@pytest.mark.parametrize(
    "rows",
    [
        'a,"We met.\nb,"We left."\nc,"We ate."\nd,"We slept."\n',
        'a,"We met.\nb,We left.\nc,We ate.\nd,We slept.\n',
        'a,"We met.\nb,"We said ""no"" to it."\nc,We ate.\nd,"We\nslept."\n',
        'a,"We met.\r\nb,"We left.\r\nAll of us, at once."\r\nc,We ate.\r\nd,We slept.\r\n',
        'a,"We met.\nb,We left.\nc,We ate.\nd,We slept"\n',
    ],
)
def test_the_rows_behind_a_quotation_mark_that_is_not_closed_are_documents(tmp_path: Path, rows: str):
    found, (fault, *more) = read(tmp_path / "list.csv", f"id,text\n{rows}")
    assert found == ["b", "c", "d"]
    assert "line 2" in fault
    assert "a quotation mark that is not closed" in fault
    assert "are left out" not in fault
    assert not more


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_in_a_table_of_many_columns_a_text_may_stand_between_others(tmp_path: Path, delimiter: str):
    rows = 'id,text,date\na,"We met.,2024-01-01\nb,"We left.\nAnd so on.",2024-01-02\nc,"We ate.",2024-01-03\n'
    found, faults = read(tmp_path / "list.csv", rows.replace(",", delimiter))
    assert (found, len(faults)) == (["b", "c"], 1)


@pytest.mark.parametrize(
    "rows",
    [
        'a,"Ann: hi.\nBob: No, not me.\n\nCy: Yes.\n',
        'a,"Ann said "no", and left.\nBob: Fine, thanks.\nCy: I am, too."\n',
        'a,"Ann: hi.\nBob said "no", yes.\nCy: Fine,ok."\n',
    ],
)
def test_the_sentences_of_a_broken_row_are_no_documents_and_are_said_to_be_left_out(tmp_path: Path, rows: str):
    last = rows.rstrip("\n").count("\n") + 2
    found, (fault,) = read(tmp_path / "list.csv", f'id,text\n{rows}b,"Ann: We left.\nBob: Yes."\nc,We ate.\n')
    assert found == ["b", "c"]
    assert f"lines 2 to {last} are left out" in fault


def test_nothing_behind_the_last_row_is_left_out(tmp_path: Path):
    found, (fault,) = read(tmp_path / "list.csv", 'id,text\na,We met.\nb,"We left.\n\n\n')
    assert found == ["a"]
    assert "line 3" in fault
    assert "are left out" not in fault


@pytest.mark.parametrize("head", ["text", "path"])
def test_in_a_table_of_one_column_rows_are_told_by_their_quotation_marks(tmp_path: Path, head: str):
    found, (fault,) = read(tmp_path / "list.csv", f'{head}\n"one\ntwo\nthree\n"four"\n"five"\n')
    assert len(found) == 2
    assert "lines 2 to 4 are left out" in fault


def test_a_text_of_many_lines_is_one_document(tmp_path: Path):
    text = "We met.\nWe left, all of us.\nIt cost 1,000 euros.\nNobody, as yet, has paid.\nThat is all."
    assert read(tmp_path / "list.csv", f'id,text\na,"{text}"\nb,We ate.\n') == (["a", "b"], [])


def test_a_table_with_spaces_behind_its_commas_is_resumed_too(tmp_path: Path):
    found, faults = read(tmp_path / "list.csv", 'id, text\na,"We met.\nb, We left.\nc, We ate.\nd, We slept.\n')
    assert (found, len(faults)) == (["b", "c", "d"], 1)
