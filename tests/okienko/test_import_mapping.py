"""Mapping the columns of an export, and telling what came of it in the file's own words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okienko.importing import guessing
from okienko.importing.command import Wanted, show_mapping
from okienko.importing.mapping import Finding, known_fields, load, parse, ready_made
from okienko.importing.report import Report
from okienko.importing.rules import Rule, Unfit
from okienko.importing.table import Record
from okienko.local.home import Home
from okienko.trouble import Trouble


def rule(**said: Any) -> Callable[[str], Any]:
    made = Rule.model_validate({"column": "x"} | said)
    return lambda text: made.make({"x": text}).value


@pytest.mark.parametrize(
    ("said", "text", "value"),
    [
        ({}, "as it is", "as it is"),
        ({}, "", None),
        ({"default": "none"}, "", "none"),
        ({"case": "title"}, "ŚMIESZEK-ŹDŹBŁO", "Śmieszek-Źdźbło"),
        ({"case": "lower"}, "A@B.PL", "a@b.pl"),
        ({"word": "first"}, "Wymyślona Anna Maria", "Wymyślona"),
        ({"word": "rest"}, "Wymyślona Anna Maria", "Anna Maria"),
        ({"word": "last"}, "Anna Maria Wymyślona", "Wymyślona"),
        ({"word": "but_last"}, "Anna Maria Wymyślona", "Anna Maria"),
        ({"word": "rest"}, "Wymyślona", None),
        ({"remove": " -"}, "020708-036 28", "02070803628"),
        ({"digits": "11"}, "2070803628", "02070803628"),
        ({"digits": "11"}, "x2070", "x2070"),
        ({"date": ["%d.%m.%Y", "%d-%m-%y"]}, "8.07.2002", "2002-07-08"),
        ({"date": ["%d.%m.%Y"]}, "2002-07-08", "2002-07-08"),
        ({"codes": {"K": "female"}}, "k", "female"),
        ({"codes": {"K": "female"}, "otherwise": "keep"}, "M", "M"),
        ({"codes": {"K": "female"}, "otherwise": "drop"}, "M", None),
        ({"split": ",", "codes": {"A": "a", "B": "b"}}, "B, A,,", ["b", "a"]),
        ({"split": ",", "codes": {"A": "a"}, "otherwise": "drop"}, "X", None),
        ({"yes": ["T"], "no": ["N"]}, "t", True),
        ({"yes": ["T"], "no": ["N"]}, "N", False),
    ],
)
def test_a_cell_becomes_what_the_rule_says(said: dict[str, Any], text: str, value: Any) -> None:
    assert rule(**said)(text) == value


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"date": ["%d.%m.%Y"]}, "31.02.2002"),
        ({"codes": {"K": "female"}}, "Tajemnica"),
        ({"yes": ["T"], "no": ["N"]}, "Tajemnica"),
    ],
)
def test_a_cell_that_does_not_fit_is_told_without_being_repeated(
    said: dict[str, Any], text: str
) -> None:
    with pytest.raises(Unfit) as told:
        rule(**said)(text)

    assert text not in str(told.value)


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"S": "Wolności", "H": "1", "F": "4"}, "Wolności 1/4"),
        ({"S": "Wolności", "H": "1", "F": ""}, "Wolności 1"),
        ({"S": "", "H": "", "F": ""}, None),
    ],
)
def test_an_address_is_put_together_from_its_parts(
    cells: dict[str, str], value: str | None
) -> None:
    assert Rule(text="{S} {H}[/{F}]").make(cells).value == value


MAPPING = """
source: test
reference: ID
nothing: ["-", "brak"]
fields:
  name.given: Imię
  name.family: Nazwisko
  birth_date: {column: Ur, date: ["%d.%m.%Y"]}
  pesel: {column: PESEL, digits: 11}
  residence.city: Miasto
"""


def mapped(**changed: str) -> Any:
    cells = {"ID": "7", "Imię": "Anna", "Nazwisko": "Wymyślona", "Ur": "08.07.2002"}
    cells |= {"PESEL": "2070803628", "Miasto": "brak"} | changed
    return parse(MAPPING, "test").apply(Record(5, cells, 5))


def test_a_row_becomes_what_a_registration_takes() -> None:
    made = mapped()

    assert made.row == {
        "row": 5,
        "reference": "7",
        "client": {
            "name": {"given": "Anna", "family": "Wymyślona"},
            "birth_date": "2002-07-08",
            "pesel": "02070803628",
        },
    }
    assert made.notes == (Finding("PESEL", "leading zeros restored"),)


def test_what_does_not_fit_is_found_in_its_column_all_at_once() -> None:
    made = mapped(ID="-", Ur="wczoraj")

    assert made.row is None
    assert [finding.column for finding in made.findings] == ["Ur", "ID"]


@pytest.mark.parametrize(
    ("pointer", "column"),
    [
        ("/client/birth_date", "Ur"),
        ("/client/name/family", "Nazwisko"),
        ("/client/name", "Imię, Nazwisko"),
        ("/client/residence/municipality", "residence.municipality"),
        ("/client/residence", "Miasto"),
        ("/reference", "ID"),
    ],
)
def test_a_refusal_is_told_in_the_words_of_the_file(pointer: str, column: str) -> None:
    assert parse(MAPPING, "test").column_at(pointer) == column


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("name.given: Imię", "stands twice"),
        ("name.givn: Imię", "name.givn"),
        ("reasons: {column: A, text: B}", "one of column"),
        ("reasons: {column: A, sqlit: B}", "sqlit"),
        ("reasons: [", "YAML"),
    ],
)
def test_a_mapping_at_fault_is_told_where(changed: str, told: str) -> None:
    with pytest.raises(Trouble, match=told):
        parse(f"{MAPPING}  {changed}\n", "test")


def test_a_file_without_a_column_that_is_read_is_refused_and_spare_columns_are_named() -> None:
    mapping = parse(MAPPING, "test")
    columns = ["ID", "Imię", "Nazwisko", "Ur", "PESEL", "Miasto", "Uwagi"]

    assert mapping.check_columns(columns) == ["Uwagi"]
    with pytest.raises(Trouble, match="no column PESEL"):
        mapping.check_columns([name for name in columns if name != "PESEL"])


@pytest.mark.parametrize("name", ready_made())
def test_a_ready_made_mapping_fills_fields_that_exist(name: str) -> None:
    mapping = load(name)

    assert set(mapping.fields) <= set(known_fields())
    assert {"name.given", "name.family", "birth_date", "pesel"} <= set(mapping.fields)


def test_a_mapping_is_proposed_from_the_names_of_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        "Id osoby;IMIĘ;Nazwisko;Data ur.;Nr PESEL;Ulica;Nr domu;Nr lokalu;Tel.;Uwagi\n"
    )

    proposed = show_mapping(Wanted(path, None, Home.at(tmp_path / "home")))
    mapping = parse(proposed, "proposed")

    assert mapping.reference.column == "Id osoby"
    assert mapping.fields["birth_date"].column == "Data ur."
    assert mapping.fields["residence.street"].text == "{Ulica} {Nr domu}[/{Nr lokalu}]"
    assert mapping.fields["contact.phone"].column == "Tel."
    assert "# Not used: Uwagi" in proposed


def test_what_no_column_looks_like_is_left_open() -> None:
    assert "???" in guessing.propose(["Kolor", "Imię"])


def test_a_report_counts_by_column_and_holds_no_cell() -> None:
    report = Report(source="test")
    wrong = Finding("PESEL", "is not a valid PESEL number")
    for line in range(2, 32):
        report.count(line, "rejected", [wrong])
    report.count(40, "registered", [])

    told = report.as_json()

    assert told["counts"] == {
        "registered": 1, "would_register": 0, "known": 0, "duplicate": 0, "rejected": 30,
    }  # fmt: skip
    assert told["problems"] == [
        {
            "column": "PESEL",
            "detail": "is not a valid PESEL number",
            "count": 30,
            "first_lines": list(range(2, 12)),
        }
    ]
    assert "30 rejected" in report.as_text()
    assert "PESEL: is not a valid PESEL number – 30 (line 2, 3" in report.as_text()
