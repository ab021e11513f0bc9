from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_state import ReferralState

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="StepView")


@_attrs_define
class StepView:
    """One step of a referral: who took it, when, and what was written with it.

    Attributes:
        verb (str):
        state (ReferralState): Where a referral stands.
        at (datetime.datetime):
        institution (None | PartyView): None: the house by itself.
        worker (None | str):
        note (None | str):
        version (int):
    """

    verb: str
    state: ReferralState
    at: datetime.datetime
    institution: None | PartyView
    worker: None | str
    note: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.party_view import PartyView  # noqa: PLC0415

        verb = self.verb

        state = self.state.value

        at = self.at.isoformat()

        institution: dict[str, Any] | None
        if isinstance(self.institution, PartyView):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        worker: None | str
        worker = self.worker

        note: None | str
        note = self.note

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "verb": verb,
                "state": state,
                "at": at,
                "institution": institution,
                "worker": worker,
                "note": note,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        verb = d.pop("verb")

        state = ReferralState(d.pop("state"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_institution(data: object) -> None | PartyView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_type_0 = PartyView.from_dict(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PartyView, data)

        institution = _parse_institution(d.pop("institution"))

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        version = d.pop("version")

        step_view = cls(
            verb=verb,
            state=state,
            at=at,
            institution=institution,
            worker=worker,
            note=note,
            version=version,
        )

        step_view.additional_properties = d
        return step_view

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
