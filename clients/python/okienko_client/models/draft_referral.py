from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.urgency import Urgency
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.consent import Consent
    from ..models.statutory_task import StatutoryTask
    from ..models.to_institution import ToInstitution
    from ..models.to_partnership import ToPartnership
    from ..models.to_service import ToService
    from ..models.vital_interest import VitalInterest


T = TypeVar("T", bound="DraftReferral")


@_attrs_define
class DraftReferral:
    """Begin a referral: of whom, and what for; the rest may come later.

    Attributes:
        purpose (str):
        client_id (UUID):
        to (None | ToInstitution | ToPartnership | ToService | Unset):
        urgency (Urgency | Unset): How soon somebody must act.
        goal_id (None | Unset | UUID): The goal of the client's plan it serves: adds an action to the plan.
        sharing_id (None | Unset | UUID): The sharing it rests on: when that is withdrawn, the referral falls away.
        basis (Consent | None | StatutoryTask | Unset | VitalInterest):
    """

    purpose: str
    client_id: UUID
    to: None | ToInstitution | ToPartnership | ToService | Unset = UNSET
    urgency: Urgency | Unset = UNSET
    goal_id: None | Unset | UUID = UNSET
    sharing_id: None | Unset | UUID = UNSET
    basis: Consent | None | StatutoryTask | Unset | VitalInterest = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.to_institution import ToInstitution  # noqa: PLC0415
        from ..models.to_partnership import ToPartnership  # noqa: PLC0415
        from ..models.to_service import ToService  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        purpose = self.purpose

        client_id = str(self.client_id)

        to: dict[str, Any] | None | Unset
        if isinstance(self.to, Unset):
            to = UNSET
        elif isinstance(self.to, ToInstitution):
            to = self.to.to_dict()
        elif isinstance(self.to, ToService):
            to = self.to.to_dict()
        elif isinstance(self.to, ToPartnership):
            to = self.to.to_dict()
        else:
            to = self.to

        urgency: str | Unset = UNSET
        if not isinstance(self.urgency, Unset):
            urgency = self.urgency.value

        goal_id: None | str | Unset
        if isinstance(self.goal_id, Unset):
            goal_id = UNSET
        elif isinstance(self.goal_id, UUID):
            goal_id = str(self.goal_id)
        else:
            goal_id = self.goal_id

        sharing_id: None | str | Unset
        if isinstance(self.sharing_id, Unset):
            sharing_id = UNSET
        elif isinstance(self.sharing_id, UUID):
            sharing_id = str(self.sharing_id)
        else:
            sharing_id = self.sharing_id

        basis: dict[str, Any] | None | Unset
        if isinstance(self.basis, Unset):
            basis = UNSET
        elif isinstance(self.basis, StatutoryTask):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, Consent):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, VitalInterest):
            basis = self.basis.to_dict()
        else:
            basis = self.basis

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "purpose": purpose,
                "client_id": client_id,
            }
        )
        if to is not UNSET:
            field_dict["to"] = to
        if urgency is not UNSET:
            field_dict["urgency"] = urgency
        if goal_id is not UNSET:
            field_dict["goal_id"] = goal_id
        if sharing_id is not UNSET:
            field_dict["sharing_id"] = sharing_id
        if basis is not UNSET:
            field_dict["basis"] = basis

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.to_institution import ToInstitution  # noqa: PLC0415
        from ..models.to_partnership import ToPartnership  # noqa: PLC0415
        from ..models.to_service import ToService  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        d = dict(src_dict)
        purpose = d.pop("purpose")

        client_id = UUID(d.pop("client_id"))

        def _parse_to(data: object) -> None | ToInstitution | ToPartnership | ToService | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0_type_0 = ToInstitution.from_dict(data)

                return to_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0_type_1 = ToService.from_dict(data)

                return to_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0_type_2 = ToPartnership.from_dict(data)

                return to_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ToInstitution | ToPartnership | ToService | Unset, data)

        to = _parse_to(d.pop("to", UNSET))

        _urgency = d.pop("urgency", UNSET)
        urgency: Urgency | Unset
        if isinstance(_urgency, Unset):
            urgency = UNSET
        else:
            urgency = Urgency(_urgency)

        def _parse_goal_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goal_id_type_0 = UUID(data)

                return goal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        goal_id = _parse_goal_id(d.pop("goal_id", UNSET))

        def _parse_sharing_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sharing_id_type_0 = UUID(data)

                return sharing_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        sharing_id = _parse_sharing_id(d.pop("sharing_id", UNSET))

        def _parse_basis(data: object) -> Consent | None | StatutoryTask | Unset | VitalInterest:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_0 = StatutoryTask.from_dict(data)

                return basis_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_1 = Consent.from_dict(data)

                return basis_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0_type_2 = VitalInterest.from_dict(data)

                return basis_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Consent | None | StatutoryTask | Unset | VitalInterest, data)

        basis = _parse_basis(d.pop("basis", UNSET))

        draft_referral = cls(
            purpose=purpose,
            client_id=client_id,
            to=to,
            urgency=urgency,
            goal_id=goal_id,
            sharing_id=sharing_id,
            basis=basis,
        )

        return draft_referral
