from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.institution_kind import InstitutionKind

if TYPE_CHECKING:
    from ..models.territory_view import TerritoryView


T = TypeVar("T", bound="CompetentView")


@_attrs_define
class CompetentView:
    """A kind of office that is competent, the territory it serves, and why; no territory: unknown.

    Attributes:
        kind (InstitutionKind): What kind of institution a partner is (domain code list `institution_kind`).
        territory (None | TerritoryView):
        reason (str):
    """

    kind: InstitutionKind
    territory: None | TerritoryView
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.territory_view import TerritoryView  # noqa: PLC0415

        kind = self.kind.value

        territory: dict[str, Any] | None
        if isinstance(self.territory, TerritoryView):
            territory = self.territory.to_dict()
        else:
            territory = self.territory

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "territory": territory,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.territory_view import TerritoryView  # noqa: PLC0415

        d = dict(src_dict)
        kind = InstitutionKind(d.pop("kind"))

        def _parse_territory(data: object) -> None | TerritoryView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                territory_type_0 = TerritoryView.from_dict(data)

                return territory_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TerritoryView, data)

        territory = _parse_territory(d.pop("territory"))

        reason = d.pop("reason")

        competent_view = cls(
            kind=kind,
            territory=territory,
            reason=reason,
        )

        competent_view.additional_properties = d
        return competent_view

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
