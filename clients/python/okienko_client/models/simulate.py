from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generated import Generated
    from ..models.uploaded import Uploaded
    from ..models.variant import Variant


T = TypeVar("T", bound="Simulate")


@_attrs_define
class Simulate:
    """A cohort whose adults take a job on one day, and ways of supporting them to compare.

    Attributes:
        on (datetime.date): The first day of work of everybody.
        cohort (Generated | Uploaded):
        variants (list[Variant]):
        municipality (None | str | Unset):
    """

    on: datetime.date
    cohort: Generated | Uploaded
    variants: list[Variant]
    municipality: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.generated import Generated  # noqa: PLC0415

        on = self.on.isoformat()

        cohort: dict[str, Any]
        if isinstance(self.cohort, Generated):
            cohort = self.cohort.to_dict()
        else:
            cohort = self.cohort.to_dict()

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        municipality: None | str | Unset
        if isinstance(self.municipality, Unset):
            municipality = UNSET
        else:
            municipality = self.municipality

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
                "cohort": cohort,
                "variants": variants,
            }
        )
        if municipality is not UNSET:
            field_dict["municipality"] = municipality

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.generated import Generated  # noqa: PLC0415
        from ..models.uploaded import Uploaded  # noqa: PLC0415
        from ..models.variant import Variant  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        def _parse_cohort(data: object) -> Generated | Uploaded:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cohort_type_0 = Generated.from_dict(data)

                return cohort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            cohort_type_1 = Uploaded.from_dict(data)

            return cohort_type_1

        cohort = _parse_cohort(d.pop("cohort"))

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = Variant.from_dict(variants_item_data)

            variants.append(variants_item)

        def _parse_municipality(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        municipality = _parse_municipality(d.pop("municipality", UNSET))

        simulate = cls(
            on=on,
            cohort=cohort,
            variants=variants,
            municipality=municipality,
        )

        return simulate
