from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.resolution_state import ResolutionState

if TYPE_CHECKING:
    from ..models.band import Band


T = TypeVar("T", bound="ResolutionView")


@_attrs_define
class ResolutionView:
    """A value of the law with its source, and who entered and approved it.

    Attributes:
        id (UUID):
        state (ResolutionState): Where a resolution stands.
        parameter (str):
        municipality (None | str): None: nationwide.
        from_ (datetime.date):
        to (datetime.date | None):
        value (float | None | str):
        bands (list[Band] | None): Of a table of co-payment.
        act (str):
        article (str):
        note (None | str):
        correction (None | str):
        institution (UUID):
        entered_by (str):
        entered_at (datetime.datetime):
        approved_by (None | str):
        approved_at (datetime.datetime | None):
        withdrawn_by (None | str):
        withdrawn_at (datetime.datetime | None):
        withdrawal_reason (None | str):
        version (int):
    """

    id: UUID
    state: ResolutionState
    parameter: str
    municipality: None | str
    from_: datetime.date
    to: datetime.date | None
    value: float | None | str
    bands: list[Band] | None
    act: str
    article: str
    note: None | str
    correction: None | str
    institution: UUID
    entered_by: str
    entered_at: datetime.datetime
    approved_by: None | str
    approved_at: datetime.datetime | None
    withdrawn_by: None | str
    withdrawn_at: datetime.datetime | None
    withdrawal_reason: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        state = self.state.value

        parameter = self.parameter

        municipality: None | str
        municipality = self.municipality

        from_ = self.from_.isoformat()

        to: None | str
        if isinstance(self.to, datetime.date):
            to = self.to.isoformat()
        else:
            to = self.to

        value: float | None | str
        value = self.value

        bands: list[dict[str, Any]] | None
        if isinstance(self.bands, list):
            bands = []
            for bands_type_0_item_data in self.bands:
                bands_type_0_item = bands_type_0_item_data.to_dict()
                bands.append(bands_type_0_item)

        else:
            bands = self.bands

        act = self.act

        article = self.article

        note: None | str
        note = self.note

        correction: None | str
        correction = self.correction

        institution = str(self.institution)

        entered_by = self.entered_by

        entered_at = self.entered_at.isoformat()

        approved_by: None | str
        approved_by = self.approved_by

        approved_at: None | str
        if isinstance(self.approved_at, datetime.datetime):
            approved_at = self.approved_at.isoformat()
        else:
            approved_at = self.approved_at

        withdrawn_by: None | str
        withdrawn_by = self.withdrawn_by

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        withdrawal_reason: None | str
        withdrawal_reason = self.withdrawal_reason

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "parameter": parameter,
                "municipality": municipality,
                "from": from_,
                "to": to,
                "value": value,
                "bands": bands,
                "act": act,
                "article": article,
                "note": note,
                "correction": correction,
                "institution": institution,
                "entered_by": entered_by,
                "entered_at": entered_at,
                "approved_by": approved_by,
                "approved_at": approved_at,
                "withdrawn_by": withdrawn_by,
                "withdrawn_at": withdrawn_at,
                "withdrawal_reason": withdrawal_reason,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.band import Band  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = ResolutionState(d.pop("state"))

        parameter = d.pop("parameter")

        def _parse_municipality(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        municipality = _parse_municipality(d.pop("municipality"))

        from_ = datetime.date.fromisoformat(d.pop("from"))

        def _parse_to(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_type_0 = datetime.date.fromisoformat(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        to = _parse_to(d.pop("to"))

        def _parse_value(data: object) -> float | None | str:
            if data is None:
                return data
            return cast(float | None | str, data)

        value = _parse_value(d.pop("value"))

        def _parse_bands(data: object) -> list[Band] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                bands_type_0 = []
                _bands_type_0 = data
                for bands_type_0_item_data in _bands_type_0:
                    bands_type_0_item = Band.from_dict(bands_type_0_item_data)

                    bands_type_0.append(bands_type_0_item)

                return bands_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Band] | None, data)

        bands = _parse_bands(d.pop("bands"))

        act = d.pop("act")

        article = d.pop("article")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_correction(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        correction = _parse_correction(d.pop("correction"))

        institution = UUID(d.pop("institution"))

        entered_by = d.pop("entered_by")

        entered_at = datetime.datetime.fromisoformat(d.pop("entered_at"))

        def _parse_approved_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        approved_by = _parse_approved_by(d.pop("approved_by"))

        def _parse_approved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approved_at_type_0 = datetime.datetime.fromisoformat(data)

                return approved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        approved_at = _parse_approved_at(d.pop("approved_at"))

        def _parse_withdrawn_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        withdrawn_by = _parse_withdrawn_by(d.pop("withdrawn_by"))

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at"))

        def _parse_withdrawal_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        withdrawal_reason = _parse_withdrawal_reason(d.pop("withdrawal_reason"))

        version = d.pop("version")

        resolution_view = cls(
            id=id,
            state=state,
            parameter=parameter,
            municipality=municipality,
            from_=from_,
            to=to,
            value=value,
            bands=bands,
            act=act,
            article=article,
            note=note,
            correction=correction,
            institution=institution,
            entered_by=entered_by,
            entered_at=entered_at,
            approved_by=approved_by,
            approved_at=approved_at,
            withdrawn_by=withdrawn_by,
            withdrawn_at=withdrawn_at,
            withdrawal_reason=withdrawal_reason,
            version=version,
        )

        resolution_view.additional_properties = d
        return resolution_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
