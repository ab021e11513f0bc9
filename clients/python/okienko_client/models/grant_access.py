from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.section import Section
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.consent import Consent
    from ..models.statutory_task import StatutoryTask
    from ..models.vital_interest import VitalInterest


T = TypeVar("T", bound="GrantAccess")


@_attrs_define
class GrantAccess:
    """Say yes, and on which legal basis.

    Attributes:
        basis (Consent | StatutoryTask | VitalInterest):
        sections (list[Section] | Unset): As in a sharing; none: all that its task permits.
    """

    basis: Consent | StatutoryTask | VitalInterest
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

        _sections = d.pop("sections", UNSET)
        sections: list[Section] | Unset = UNSET
        if _sections is not UNSET:
            sections = []
            for sections_item_data in _sections:
                sections_item = Section(sections_item_data)

                sections.append(sections_item)

        grant_access = cls(
            basis=basis,
            sections=sections,
        )

        return grant_access
