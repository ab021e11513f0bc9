from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..models.marital_status import MaritalStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.citizenship import Citizenship
    from ..models.residence_title import ResidenceTitle


T = TypeVar("T", bound="ChangeStanding")


@_attrs_define
class ChangeStanding:
    """Record it from a day on. What is left out stays as it is; null: not known any more.

    Attributes:
        valid_from (datetime.date):
        citizenship (Citizenship | None | Unset):
        residence_title (None | ResidenceTitle | Unset):
        marital_status (MaritalStatus | None | Unset):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    valid_from: datetime.date
    citizenship: Citizenship | None | Unset = UNSET
    residence_title: None | ResidenceTitle | Unset = UNSET
    marital_status: MaritalStatus | None | Unset = UNSET
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        valid_from = self.valid_from.isoformat()

        citizenship: dict[str, Any] | None | Unset
        if isinstance(self.citizenship, Unset):
            citizenship = UNSET
        elif isinstance(self.citizenship, Citizenship):
            citizenship = self.citizenship.to_dict()
        else:
            citizenship = self.citizenship

        residence_title: dict[str, Any] | None | Unset
        if isinstance(self.residence_title, Unset):
            residence_title = UNSET
        elif isinstance(self.residence_title, ResidenceTitle):
            residence_title = self.residence_title.to_dict()
        else:
            residence_title = self.residence_title

        marital_status: None | str | Unset
        if isinstance(self.marital_status, Unset):
            marital_status = UNSET
        elif isinstance(self.marital_status, MaritalStatus):
            marital_status = self.marital_status.value
        else:
            marital_status = self.marital_status

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "valid_from": valid_from,
            }
        )
        if citizenship is not UNSET:
            field_dict["citizenship"] = citizenship
        if residence_title is not UNSET:
            field_dict["residence_title"] = residence_title
        if marital_status is not UNSET:
            field_dict["marital_status"] = marital_status
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        d = dict(src_dict)
        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_citizenship(data: object) -> Citizenship | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                citizenship_type_0 = Citizenship.from_dict(data)

                return citizenship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Citizenship | None | Unset, data)

        citizenship = _parse_citizenship(d.pop("citizenship", UNSET))

        def _parse_residence_title(data: object) -> None | ResidenceTitle | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_title_type_0 = ResidenceTitle.from_dict(data)

                return residence_title_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResidenceTitle | Unset, data)

        residence_title = _parse_residence_title(d.pop("residence_title", UNSET))

        def _parse_marital_status(data: object) -> MaritalStatus | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marital_status_type_0 = MaritalStatus(data)

                return marital_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MaritalStatus | None | Unset, data)

        marital_status = _parse_marital_status(d.pop("marital_status", UNSET))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        change_standing = cls(
            valid_from=valid_from,
            citizenship=citizenship,
            residence_title=residence_title,
            marital_status=marital_status,
            source=source,
        )

        return change_standing
