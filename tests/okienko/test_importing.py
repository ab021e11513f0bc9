"""Reading an export: whatever the file, no row is lost and none shifts another."""

import stat
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okienko.importing.command import Wanted, open_table
from okienko.importing.encodings import detect
from okienko.importing.mapping import Finding
from okienko.importing.rejected import RejectedRows, beside
from okienko.importing.splitting import Line, split
from okienko.importing.table import CsvTable, Record
from okienko.local.home import Home
from okienko.trouble import Trouble

Make = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Make:
    def write(content: bytes | str, encoding: str = "utf-8", name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        return path

    return write


def read(path: Path, **said: Any) -> list[Record]:
    return list(CsvTable(path, said.get("encoding"), said.get("delimiter")).records())


def cells(path: Path, **said: Any) -> list[list[str]]:
    return [list(record.cells.values()) for record in read(path, **said)]


PEOPLE = "ID;Imię;Nazwisko\n1;Łucja;Śmieszek-Źdźbło\n2;Zażółć;Gęślą\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2"])
def test_polish_letters_are_read_in_every_encoding_of_the_last_thirty_years(
    written: Make, encoding: str
) -> None:
    path = written(PEOPLE, encoding)

    assert detect(path).name == encoding
    assert cells(path) == [["1", "Łucja", "Śmieszek-Źdźbło"], ["2", "Zażółć", "Gęślą"]]


def test_an_encoding_that_is_said_is_believed(written: Make) -> None:
    path = written(PEOPLE, "cp852")

    assert cells(path, encoding="cp852")[0][2] == "Śmieszek-Źdźbło"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PEOPLE.encode("utf-16"), "UTF-16"),
        (b"", "empty"),
        (b"\n \n;;;\n", "empty"),
        ("a;a\n1;2\n", "more than one column called a"),
        (b"a;\x00b\n", "cannot be read"),
        (b"a\r1\r2", "cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_told_so(
    written: Make, content: bytes | str, told: str
) -> None:
    with pytest.raises(Trouble, match=told):
        read(written(content))


@pytest.mark.parametrize("encoding", ["klingon", "utf-16"])
def test_an_encoding_that_cannot_be_is_told_so(written: Make, encoding: str) -> None:
    with pytest.raises(Trouble):
        read(written(PEOPLE), encoding=encoding)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(written: Make, delimiter: str) -> None:
    path = written(PEOPLE.replace(";", delimiter))

    assert cells(path)[0] == ["1", "Łucja", "Śmieszek-Źdźbło"]


def test_quotes_protect_delimiters_line_ends_and_quotes(written: Make) -> None:
    path = written('a;b\n"x;y";"two\nlines"\n"say ""hello""";\n"";last\n')

    assert cells(path) == [["x;y", "two\nlines"], ['say "hello"', ""], ["", "last"]]


def test_a_quote_inside_a_plain_field_is_a_letter(written: Make) -> None:
    assert cells(written('a;b\nFundacja "Krok";5"\n')) == [['Fundacja "Krok"', '5"']]


def test_blank_lines_and_what_excel_leaves_behind_are_no_rows(written: Make) -> None:
    path = written("sep=;\r\n\r\na;b\r\n;;\r\n1;2;\r\n\r\n \t\r\n3;4\x1a\r\n\x1a")

    assert [list(r.cells.values()) for r in read(path) if r.fault is None] == [
        ["1", "2"],
        ["3", "4\x1a"],
    ]


def test_a_broken_line_keeps_its_text_and_shifts_no_other(written: Make) -> None:
    lines = [
        "ID;Imię;Nazwisko",
        "1;Łucja;Śmieszek",
        '2;"Zażółć;Gęślą',
        "3;Jaźń;Dobra",
        "4;za mało",
        "5;za;dużo;pól",
        '6;"po cudzysłowie"x;y',
        '7;"też otwarty;x',
        '8;"w porządku";"dwie',
        'linie"',
        "9;NUL\x00;x",
        '10;"ostatni',
    ]
    path = written("\n".join(lines), "cp1250")

    found = read(path)

    good = {record.cells["ID"]: record.line for record in found if record.fault is None}
    bad = {record.line: (record.raw, record.fault) for record in found if record.fault}
    assert good == {"1": 2, "3": 4, "8": 9}
    assert bad == {
        3: (lines[2], "a quote is opened and not closed"),
        5: (lines[4], "2 fields instead of 3"),
        6: (lines[5], "4 fields instead of 3"),
        7: (lines[6], "text follows a closing quote"),
        8: (lines[7], "a quote is opened and not closed"),
        11: ("9;NUL␀;x", "holds a NUL byte"),
        12: (lines[11], "a quote is opened and not closed"),
    }


def test_a_line_in_another_encoding_is_one_broken_line(written: Make) -> None:
    stray = "3;Ścisła;x\n".encode("cp1250")
    path = written(PEOPLE.encode() + stray + "4;Żółta;x\n".encode())

    found = read(path)

    assert [record.fault is None for record in found] == [True, True, False, True]
    assert found[2].raw == "3;Ścisła;x"
    assert found[3].cells["Imię"] == "Żółta"


def test_a_line_without_an_end_does_not_fill_the_memory(written: Make) -> None:
    path = written(b"a;b\n" + b"x" * 3_000_000 + b"\n1;2\n")

    found = read(path)

    assert [(record.line, record.fault) for record in found] == [
        (2, "longer than a mebibyte"),
        (3, None),
    ]
    assert len(found[0].raw) == 1000


_ODD = st.text(alphabet=st.sampled_from('a1;"\n\r\t ,\x00ąŻ'), max_size=200)


@given(_ODD)
def test_every_line_of_any_text_is_in_exactly_one_row(text: str) -> None:
    lines = [Line(number, part, number) for number, part in enumerate(text.split("\n"), 1)]

    pieces = list(split(lines, ";", 3))

    covered = [
        number
        for piece in pieces
        for number in range(piece.number, piece.number + piece.text.count("\n") + 1)
    ]
    blank = [line.number for line in lines if not line.text.strip("; \t\x1a")]
    assert len(covered) == len(set(covered))
    assert set(covered) | set(blank) == {line.number for line in lines}
    assert all((piece.fields is None) != (piece.fault is None) for piece in pieces)
    assert all(piece.fields is None or len(piece.fields) == 3 for piece in pieces)


@given(st.binary(max_size=300))
def test_no_file_whatsoever_crashes_the_reader(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(b"a;b\n" + content)
        found = read(path)

    assert [record.line for record in found] == sorted({record.line for record in found})
    assert all(set(record.cells) == {"a", "b"} for record in found if record.fault is None)


_FIELD = st.text(alphabet=st.sampled_from('ab;"\n ąŻ+='), min_size=1, max_size=20)


@given(st.lists(st.tuples(_FIELD, _FIELD), min_size=1, max_size=8))
def test_a_row_set_aside_is_read_again_as_it_was(rows: list[tuple[str, str]]) -> None:
    named = [dict(zip(("first", "second"), row, strict=True)) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        kept = RejectedRows(Path(folder) / "r.csv", ["first", "second"], ";")
        for number, row in enumerate(named, 2):
            kept.add(Record(number, row, number), [Finding("first", "is wrong")])
        kept.close()
        again = read(kept.path)

    assert [record.cells for record in again] == named


def test_a_broken_line_set_aside_stays_broken_until_its_columns_are_filled(
    written: Make, tmp_path: Path
) -> None:
    broken = read(written('a;b\n1;"x\n'))[0]
    kept = RejectedRows(tmp_path / "r.csv", ["a", "b"], ";")
    kept.add(broken, [Finding("", broken.fault or "")])
    kept.close()

    [again] = read(kept.path)
    mended = written(kept.path.read_text(encoding="utf-8-sig").replace("\n;;2;", "\n1;x;2;"))

    assert (again.raw, again.fault) == (
        '1;"x',
        "still broken: fill in the columns from okienko_raw",
    )
    assert cells(mended) == [["1", "x"]]


def test_only_its_owner_reads_the_rejected_rows_and_no_file_is_written_over(
    tmp_path: Path,
) -> None:
    path = beside(tmp_path / "export.csv")
    kept = RejectedRows(path, ["a"], ";")
    kept.add(Record(2, {"a": "x"}, 2), [])
    kept.close()

    assert path.name == "export.rejected.csv"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert beside(tmp_path / "export.csv").name == "export.rejected-2.csv"
    assert beside(path).name == "export.rejected-2.csv"
    with pytest.raises(Trouble, match="is there already"):
        RejectedRows(path, ["a"], ";").add(Record(2, {"a": "x"}, 2), [])


def workbook(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def wanted(file: Path, **said: Any) -> Wanted:
    return Wanted(file, None, Home.at(file.parent / "home"), **said)


def test_a_workbook_is_read_as_what_its_cells_mean(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "export.xlsx",
        (
            "Osoby",
            [
                [None, None, None],
                ["ID", "PESEL", "Data ur."],
                [1, 2070803628, datetime(2002, 7, 8)],  # noqa: DTZ001 a workbook knows no zone
                [2.0, "02070803628", date(2002, 7, 8)],
                [None, None, None],
                [3, None, "08.07.2002"],
                [4, "x", "y", "beyond"],
            ],
        ),
        ("Słownik", [["x"]]),
    )

    table = open_table(wanted(path))
    found = list(table.records())

    assert [list(record.cells.values()) for record in found[:3]] == [
        ["1", "2070803628", "2002-07-08"],
        ["2", "02070803628", "2002-07-08"],
        ["3", "", "08.07.2002"],
    ]
    assert (found[3].line, found[3].fault) == (7, "1 cells beyond the last column")
    assert found[0].line == 3
    assert any("Słownik" in note for note in table.notes)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 and nothing more", "XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
    ],
)
def test_a_workbook_that_is_none_is_told_so(written: Make, content: bytes, told: str) -> None:
    with pytest.raises(Trouble, match=told):
        open_table(wanted(written(content, name="export.xlsx")))


def test_a_sheet_is_named_or_the_first_one_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", ("A", [["a"], ["1"]]), ("B", [["b"], ["2"]]), ("C", []))

    assert [r.cells for r in open_table(wanted(path, sheet="B")).records()] == [{"b": "2"}]
    for sheet in ("C", "D"):
        with pytest.raises(Trouble):
            open_table(wanted(path, sheet=sheet))
