from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.band import Band


T = TypeVar("T", bound="EnterResolution")


@_attrs_define
class EnterResolution:
    """Enter a value of the law, or a council's table of co-payment, with where it is written.

    Attributes:
        parameter (str):
        from_ (datetime.date): First day, inclusive.
        act (str):
        article (str):
        municipality (None | str | Unset): None: nationwide.
        value (float | None | str | Unset):
        bands (list[Band] | None | Unset): Of `copayment_table`, by a council: rising; the last has no end.
        to (datetime.date | None | Unset): Last day, inclusive; none: further notice.
        note (None | str | Unset):
        correction (None | str | Unset): Why it begins on a day that has passed.
    """

    parameter: str
    from_: datetime.date
    act: str
    article: str
    municipality: None | str | Unset = UNSET
    value: float | None | str | Unset = UNSET
    bands: list[Band] | None | Unset = UNSET
    to: datetime.date | None | Unset = UNSET
    note: None | str | Unset = UNSET
    correction: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        parameter = self.parameter

        from_ = self.from_.isoformat()

        act = self.act

        article = self.article

        municipality: None | str | Unset
        if isinstance(self.municipality, Unset):
            municipality = UNSET
        else:
            municipality = self.municipality

        value: float | None | str | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value

        bands: list[dict[str, Any]] | None | Unset
        if isinstance(self.bands, Unset):
            bands = UNSET
        elif isinstance(self.bands, list):
            bands = []
            for bands_type_0_item_data in self.bands:
                bands_type_0_item = bands_type_0_item_data.to_dict()
                bands.append(bands_type_0_item)

        else:
            bands = self.bands

        to: None | str | Unset
        if isinstance(self.to, Unset):
            to = UNSET
        elif isinstance(self.to, datetime.date):
            to = self.to.isoformat()
        else:
            to = self.to

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        correction: None | str | Unset
        if isinstance(self.correction, Unset):
            correction = UNSET
        else:
            correction = self.correction

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameter": parameter,
                "from": from_,
                "act": act,
                "article": article,
            }
        )
        if municipality is not UNSET:
            field_dict["municipality"] = municipality
        if value is not UNSET:
            field_dict["value"] = value
        if bands is not UNSET:
            field_dict["bands"] = bands
        if to is not UNSET:
            field_dict["to"] = to
        if note is not UNSET:
            field_dict["note"] = note
        if correction is not UNSET:
            field_dict["correction"] = correction

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.band import Band  # noqa: PLC0415

        d = dict(src_dict)
        parameter = d.pop("parameter")

        from_ = datetime.date.fromisoformat(d.pop("from"))

        act = d.pop("act")

        article = d.pop("article")

        def _parse_municipality(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        municipality = _parse_municipality(d.pop("municipality", UNSET))

        def _parse_value(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        value = _parse_value(d.pop("value", UNSET))

        def _parse_bands(data: object) -> list[Band] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
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
            return cast(list[Band] | None | Unset, data)

        bands = _parse_bands(d.pop("bands", UNSET))

        def _parse_to(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_type_0 = datetime.date.fromisoformat(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        to = _parse_to(d.pop("to", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        def _parse_correction(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        correction = _parse_correction(d.pop("correction", UNSET))

        enter_resolution = cls(
            parameter=parameter,
            from_=from_,
            act=act,
            article=article,
            municipality=municipality,
            value=value,
            bands=bands,
            to=to,
            note=note,
            correction=correction,
        )

        return enter_resolution
