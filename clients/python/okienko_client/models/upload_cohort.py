from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="UploadCohort")


@_attrs_define
class UploadCohort:
    """A cohort as a file: one line for each household, no name among them.

    Attributes:
        name (str):
        csv (str): A header with persons, to_5, to_18, to_24, income, gross, unable; amounts in złoty a month. Comma,
            semicolon or tab between; a decimal comma is read too.
    """

    name: str
    csv: str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        csv = self.csv

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "csv": csv,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        csv = d.pop("csv")

        upload_cohort = cls(
            name=name,
            csv=csv,
        )

        return upload_cohort
