from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.help_reason import HelpReason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contact import Contact
    from ..models.particulars_told import ParticularsTold
    from ..models.person_name import PersonName
    from ..models.residence import Residence
    from ..models.share_with import ShareWith


T = TypeVar("T", bound="RegisterClient")


@_attrs_define
class RegisterClient:
    """Register a client.

    Attributes:
        name (PersonName): The name on the person's papers.
        birth_date (datetime.date):
        pesel (None | str | Unset): None for whoever has none.
        residence (None | Residence | Unset):
        contact (Contact | Unset): How to reach her.
        reasons (list[HelpReason] | Unset):
        share_with (list[ShareWith] | Unset):
        refuse_duplicates (bool | Unset):  Default: False.
        particulars (ParticularsTold | Unset): What a person may tell of herself at registration, all of it optional.
    """

    name: PersonName
    birth_date: datetime.date
    pesel: None | str | Unset = UNSET
    residence: None | Residence | Unset = UNSET
    contact: Contact | Unset = UNSET
    reasons: list[HelpReason] | Unset = UNSET
    share_with: list[ShareWith] | Unset = UNSET
    refuse_duplicates: bool | Unset = False
    particulars: ParticularsTold | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.residence import Residence  # noqa: PLC0415

        name = self.name.to_dict()

        birth_date = self.birth_date.isoformat()

        pesel: None | str | Unset
        if isinstance(self.pesel, Unset):
            pesel = UNSET
        else:
            pesel = self.pesel

        residence: dict[str, Any] | None | Unset
        if isinstance(self.residence, Unset):
            residence = UNSET
        elif isinstance(self.residence, Residence):
            residence = self.residence.to_dict()
        else:
            residence = self.residence

        contact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.contact, Unset):
            contact = self.contact.to_dict()

        reasons: list[str] | Unset = UNSET
        if not isinstance(self.reasons, Unset):
            reasons = []
            for reasons_item_data in self.reasons:
                reasons_item = reasons_item_data.value
                reasons.append(reasons_item)

        share_with: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.share_with, Unset):
            share_with = []
            for share_with_item_data in self.share_with:
                share_with_item = share_with_item_data.to_dict()
                share_with.append(share_with_item)

        refuse_duplicates = self.refuse_duplicates

        particulars: dict[str, Any] | Unset = UNSET
        if not isinstance(self.particulars, Unset):
            particulars = self.particulars.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "birth_date": birth_date,
            }
        )
        if pesel is not UNSET:
            field_dict["pesel"] = pesel
        if residence is not UNSET:
            field_dict["residence"] = residence
        if contact is not UNSET:
            field_dict["contact"] = contact
        if reasons is not UNSET:
            field_dict["reasons"] = reasons
        if share_with is not UNSET:
            field_dict["share_with"] = share_with
        if refuse_duplicates is not UNSET:
            field_dict["refuse_duplicates"] = refuse_duplicates
        if particulars is not UNSET:
            field_dict["particulars"] = particulars

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact import Contact  # noqa: PLC0415
        from ..models.particulars_told import ParticularsTold  # noqa: PLC0415
        from ..models.person_name import PersonName  # noqa: PLC0415
        from ..models.residence import Residence  # noqa: PLC0415
        from ..models.share_with import ShareWith  # noqa: PLC0415

        d = dict(src_dict)
        name = PersonName.from_dict(d.pop("name"))

        birth_date = datetime.date.fromisoformat(d.pop("birth_date"))

        def _parse_pesel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pesel = _parse_pesel(d.pop("pesel", UNSET))

        def _parse_residence(data: object) -> None | Residence | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_type_0 = Residence.from_dict(data)

                return residence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Residence | Unset, data)

        residence = _parse_residence(d.pop("residence", UNSET))

        _contact = d.pop("contact", UNSET)
        contact: Contact | Unset
        if isinstance(_contact, Unset):
            contact = UNSET
        else:
            contact = Contact.from_dict(_contact)

        _reasons = d.pop("reasons", UNSET)
        reasons: list[HelpReason] | Unset = UNSET
        if _reasons is not UNSET:
            reasons = []
            for reasons_item_data in _reasons:
                reasons_item = HelpReason(reasons_item_data)

                reasons.append(reasons_item)

        _share_with = d.pop("share_with", UNSET)
        share_with: list[ShareWith] | Unset = UNSET
        if _share_with is not UNSET:
            share_with = []
            for share_with_item_data in _share_with:
                share_with_item = ShareWith.from_dict(share_with_item_data)

                share_with.append(share_with_item)

        refuse_duplicates = d.pop("refuse_duplicates", UNSET)

        _particulars = d.pop("particulars", UNSET)
        particulars: ParticularsTold | Unset
        if isinstance(_particulars, Unset):
            particulars = UNSET
        else:
            particulars = ParticularsTold.from_dict(_particulars)

        register_client = cls(
            name=name,
            birth_date=birth_date,
            pesel=pesel,
            residence=residence,
            contact=contact,
            reasons=reasons,
            share_with=share_with,
            refuse_duplicates=refuse_duplicates,
            particulars=particulars,
        )

        return register_client
