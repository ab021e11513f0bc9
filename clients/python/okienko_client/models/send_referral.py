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


T = TypeVar("T", bound="SendReferral")


@_attrs_define
class SendReferral:
    """Refer a client.

    Attributes:
        client_id (UUID):
        to (ToInstitution | ToPartnership | ToService): Whom it goes to.
        purpose (str):
        basis (Consent | StatutoryTask | VitalInterest):
        urgency (Urgency | Unset): How soon somebody must act.
        goal_id (None | Unset | UUID): The goal of the client's plan it serves: adds an action to the plan.
        sharing_id (None | Unset | UUID): The sharing it rests on: when that is withdrawn, the referral falls away.
        part_of (None | Unset | UUID): A referral your institution has under way, and passes a part on of.
    """

    client_id: UUID
    to: ToInstitution | ToPartnership | ToService
    purpose: str
    basis: Consent | StatutoryTask | VitalInterest
    urgency: Urgency | Unset = UNSET
    goal_id: None | Unset | UUID = UNSET
    sharing_id: None | Unset | UUID = UNSET
    part_of: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.to_institution import ToInstitution  # noqa: PLC0415
        from ..models.to_service import ToService  # noqa: PLC0415

        client_id = str(self.client_id)

        to: dict[str, Any]
        if isinstance(self.to, ToInstitution):
            to = self.to.to_dict()
        elif isinstance(self.to, ToService):
            to = self.to.to_dict()
        else:
            to = self.to.to_dict()

        purpose = self.purpose

        basis: dict[str, Any]
        if isinstance(self.basis, StatutoryTask):
            basis = self.basis.to_dict()
        elif isinstance(self.basis, Consent):
            basis = self.basis.to_dict()
        else:
            basis = self.basis.to_dict()

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

        part_of: None | str | Unset
        if isinstance(self.part_of, Unset):
            part_of = UNSET
        elif isinstance(self.part_of, UUID):
            part_of = str(self.part_of)
        else:
            part_of = self.part_of

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "to": to,
                "purpose": purpose,
                "basis": basis,
            }
        )
        if urgency is not UNSET:
            field_dict["urgency"] = urgency
        if goal_id is not UNSET:
            field_dict["goal_id"] = goal_id
        if sharing_id is not UNSET:
            field_dict["sharing_id"] = sharing_id
        if part_of is not UNSET:
            field_dict["part_of"] = part_of

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
        client_id = UUID(d.pop("client_id"))

        def _parse_to(data: object) -> ToInstitution | ToPartnership | ToService:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0 = ToInstitution.from_dict(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_1 = ToService.from_dict(data)

                return to_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            to_type_2 = ToPartnership.from_dict(data)

            return to_type_2

        to = _parse_to(d.pop("to"))

        purpose = d.pop("purpose")

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

        def _parse_part_of(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                part_of_type_0 = UUID(data)

                return part_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        part_of = _parse_part_of(d.pop("part_of", UNSET))

        send_referral = cls(
            client_id=client_id,
            to=to,
            purpose=purpose,
            basis=basis,
            urgency=urgency,
            goal_id=goal_id,
            sharing_id=sharing_id,
            part_of=part_of,
        )

        return send_referral
