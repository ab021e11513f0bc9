from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.section import Section
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.consent import Consent
    from ..models.statutory_task import StatutoryTask
    from ..models.vital_interest import VitalInterest


T = TypeVar("T", bound="ShareWith")


@_attrs_define
class ShareWith:
    """One partner, or all members of a partnership, and why they may see the record.

    Attributes:
        basis (Consent | StatutoryTask | VitalInterest):
        partnership (None | Unset | UUID):
        institution (None | Unset | UUID):
        sections (list[Section] | Unset): The partner sees these alone, as far as its task permits, and who she is;
            none: all that its task permits. A consent must name the delicate ones.
    """

    basis: Consent | StatutoryTask | VitalInterest
    partnership: None | Unset | UUID = UNSET
    institution: None | Unset | UUID = UNSET
    sections: list[Section] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415

        basis: dict[str, Any]
        if isinstance(self.basis, StatutoryTask):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, Consent):
            basis = self.basis.to_dict()
        else:
            basis = self.basis.to_dict()

        partnership: None | str | Unset
        if isinstance(self.partnership, Unset):
            partnership = UNSET
        elif isinstance(self.partnership, UUID):
            partnership = str(self.partnership)
        else:
            partnership = self.partnership

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        sections: list[str] | Unset = UNSET
        if not isinstance(self.sections, Unset):
            sections = []
            for sections_item_data in self.sections:
                sections_item = sections_item_data.value
                sections.append(sections_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "basis": basis,
            }
        )
        if partnership is not UNSET:
            field_dict["partnership"] = partnership
        if institution is not UNSET:
            field_dict["institution"] = institution
        if sections is not UNSET:
            field_dict["sections"] = sections

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_basis(data: object) -> Consent | StatutoryTask | VitalInterest:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0 = StatutoryTask.from_dict(data)

                return basis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_1 = Consent.from_dict(data)

                return basis_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            basis_type_2 = VitalInterest.from_dict(data)

            return basis_type_2

        basis = _parse_basis(d.pop("basis"))

        def _parse_partnership(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                partnership_type_0 = UUID(data)

                return partnership_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        partnership = _parse_partnership(d.pop("partnership", UNSET))

        def _parse_institution(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                institution_type_0 = UUID(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        _sections = d.pop("sections", UNSET)
        sections: list[Section] | Unset = UNSET
        if _sections is not UNSET:
            sections = []
            for sections_item_data in _sections:
                sections_item = Section(sections_item_data)

                sections.append(sections_item)

        share_with = cls(
            basis=basis,
            partnership=partnership,
            institution=institution,
            sections=sections,
        )

        return share_with
