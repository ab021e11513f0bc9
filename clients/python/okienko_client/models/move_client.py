from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.residence import Residence


T = TypeVar("T", bound="MoveClient")


@_attrs_define
class MoveClient:
    """Say where, from a day on. What is left out stays as it is; null: no such address any more.

    Attributes:
        moved_on (datetime.date):
        residence (None | Residence | Unset):
        registration (Address | None | Unset):
        correspondence (Address | None | Unset):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    moved_on: datetime.date
    residence: None | Residence | Unset = UNSET
    registration: Address | None | Unset = UNSET
    correspondence: Address | None | Unset = UNSET
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.residence import Residence  # noqa: PLC0415

        moved_on = self.moved_on.isoformat()

        residence: dict[str, Any] | None | Unset
        if isinstance(self.residence, Unset):
            residence = UNSET
        elif isinstance(self.residence, Residence):
            residence = self.residence.to_dict()
        else:
            residence = self.residence

        registration: dict[str, Any] | None | Unset
        if isinstance(self.registration, Unset):
            registration = UNSET
        elif isinstance(self.registration, Address):
            registration = self.registration.to_dict()
        else:
            registration = self.registration

        correspondence: dict[str, Any] | None | Unset
        if isinstance(self.correspondence, Unset):
            correspondence = UNSET
        elif isinstance(self.correspondence, Address):
            correspondence = self.correspondence.to_dict()
        else:
            correspondence = self.correspondence

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "moved_on": moved_on,
            }
        )
        if residence is not UNSET:
            field_dict["residence"] = residence
        if registration is not UNSET:
            field_dict["registration"] = registration
        if correspondence is not UNSET:
            field_dict["correspondence"] = correspondence
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.residence import Residence  # noqa: PLC0415

        d = dict(src_dict)
        moved_on = datetime.date.fromisoformat(d.pop("moved_on"))

        def _parse_residence(data: object) -> None | Residence | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_type_0 = Residence.from_dict(data)

                return residence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Residence | Unset, data)

        residence = _parse_residence(d.pop("residence", UNSET))

        def _parse_registration(data: object) -> Address | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                registration_type_0 = Address.from_dict(data)

                return registration_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None | Unset, data)

        registration = _parse_registration(d.pop("registration", UNSET))

        def _parse_correspondence(data: object) -> Address | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                correspondence_type_0 = Address.from_dict(data)

                return correspondence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None | Unset, data)

        correspondence = _parse_correspondence(d.pop("correspondence", UNSET))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        move_client = cls(
            moved_on=moved_on,
            residence=residence,
            registration=registration,
            correspondence=correspondence,
            source=source,
        )

        return move_client
