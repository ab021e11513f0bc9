from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section
from ..models.sharing_state import SharingState

if TYPE_CHECKING:
    from ..models.consent import Consent
    from ..models.party_named import PartyNamed
    from ..models.statutory_task import StatutoryTask
    from ..models.vital_interest import VitalInterest


T = TypeVar("T", bound="DisclosureView")


@_attrs_define
class DisclosureView:
    """An entry of the register of disclosures: who was let see, by whom, on which basis.

    Attributes:
        id (UUID):
        party (PartyNamed): An institution or partnership by name.
        opened_by (PartyNamed): An institution or partnership by name.
        basis (str):
        sections (list[Section]):
        state (SharingState): What became of a sharing.
        opened_at (datetime.datetime):
        until (datetime.date | None):
        expires_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        narrowed_to (None | UUID):
        article_known (bool | None):
        rests_on (Consent | None | StatutoryTask | VitalInterest): Article or evidence; for whoever registered her or
            opened it.
    """

    id: UUID
    party: PartyNamed
    opened_by: PartyNamed
    basis: str
    sections: list[Section]
    state: SharingState
    opened_at: datetime.datetime
    until: datetime.date | None
    expires_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    narrowed_to: None | UUID
    article_known: bool | None
    rests_on: Consent | None | StatutoryTask | VitalInterest
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        id = str(self.id)

        party = self.party.to_dict()

        opened_by = self.opened_by.to_dict()

        basis = self.basis

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.value
            sections.append(sections_item)

        state = self.state.value

        opened_at = self.opened_at.isoformat()

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        narrowed_to: None | str
        if isinstance(self.narrowed_to, UUID):
            narrowed_to = str(self.narrowed_to)
        else:
            narrowed_to = self.narrowed_to

        article_known: bool | None
        article_known = self.article_known

        rests_on: dict[str, Any] | None
        if isinstance(self.rests_on, StatutoryTask):
            rests_on = self.rests_on.to_dict()
        elif isinstance(self.rests_on, Consent):
            rests_on = self.rests_on.to_dict()
        elif isinstance(self.rests_on, VitalInterest):
            rests_on = self.rests_on.to_dict()
        else:
            rests_on = self.rests_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "party": party,
                "opened_by": opened_by,
                "basis": basis,
                "sections": sections,
                "state": state,
                "opened_at": opened_at,
                "until": until,
                "expires_at": expires_at,
                "closed_at": closed_at,
                "narrowed_to": narrowed_to,
                "article_known": article_known,
                "rests_on": rests_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.party_named import PartyNamed  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415
        from ..models.vital_interest import VitalInterest  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        party = PartyNamed.from_dict(d.pop("party"))

        opened_by = PartyNamed.from_dict(d.pop("opened_by"))

        basis = d.pop("basis")

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = Section(sections_item_data)

            sections.append(sections_item)

        state = SharingState(d.pop("state"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_narrowed_to(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                narrowed_to_type_0 = UUID(data)

                return narrowed_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        narrowed_to = _parse_narrowed_to(d.pop("narrowed_to"))

        def _parse_article_known(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        article_known = _parse_article_known(d.pop("article_known"))

        def _parse_rests_on(data: object) -> Consent | None | StatutoryTask | VitalInterest:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rests_on_type_0_type_0 = StatutoryTask.from_dict(data)

                return rests_on_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rests_on_type_0_type_1 = Consent.from_dict(data)

                return rests_on_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rests_on_type_0_type_2 = VitalInterest.from_dict(data)

                return rests_on_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Consent | None | StatutoryTask | VitalInterest, data)

        rests_on = _parse_rests_on(d.pop("rests_on"))

        disclosure_view = cls(
            id=id,
            party=party,
            opened_by=opened_by,
            basis=basis,
            sections=sections,
            state=state,
            opened_at=opened_at,
            until=until,
            expires_at=expires_at,
            closed_at=closed_at,
            narrowed_to=narrowed_to,
            article_known=article_known,
            rests_on=rests_on,
        )

        disclosure_view.additional_properties = d
        return disclosure_view

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
