from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.feed_event_data import FeedEventData


T = TypeVar("T", bound="FeedEvent")


@_attrs_define
class FeedEvent:
    """One event in the form of CloudEvents 1.0: thin, it names the client by id and tells nothing of her.

    Attributes:
        specversion (Literal['1.0']):
        id (UUID): The same however often and wherever you receive it.
        source (str):
        type_ (str):
        time (datetime.datetime):
        subject (UUID): The client.
        datacontenttype (Literal['application/json']):
        partitionkey (UUID): Events of one key come in their order.
        sequence (str): Its number in this feed; sorts as text.
        aggversion (int): How many events of hers its source had then.
        data (FeedEventData): The event's own ids, codes and days; the client's id alone where you may know only that
            something happened.
        institution (None | Unset | UUID): Whose worker it was; none: the house.
    """

    specversion: Literal["1.0"]
    id: UUID
    source: str
    type_: str
    time: datetime.datetime
    subject: UUID
    datacontenttype: Literal["application/json"]
    partitionkey: UUID
    sequence: str
    aggversion: int
    data: FeedEventData
    institution: None | Unset | UUID = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        specversion = self.specversion

        id = str(self.id)

        source = self.source

        type_ = self.type_

        time = self.time.isoformat()

        subject = str(self.subject)

        datacontenttype = self.datacontenttype

        partitionkey = str(self.partitionkey)

        sequence = self.sequence

        aggversion = self.aggversion

        data = self.data.to_dict()

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "specversion": specversion,
                "id": id,
                "source": source,
                "type": type_,
                "time": time,
                "subject": subject,
                "datacontenttype": datacontenttype,
                "partitionkey": partitionkey,
                "sequence": sequence,
                "aggversion": aggversion,
                "data": data,
            }
        )
        if institution is not UNSET:
            field_dict["institution"] = institution

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feed_event_data import FeedEventData  # noqa: PLC0415

        d = dict(src_dict)
        specversion = cast(Literal["1.0"], d.pop("specversion"))
        if specversion != "1.0":
            raise ValueError(f"specversion must match const '1.0', got '{specversion}'")

        id = UUID(d.pop("id"))

        source = d.pop("source")

        type_ = d.pop("type")

        time = datetime.datetime.fromisoformat(d.pop("time"))

        subject = UUID(d.pop("subject"))

        datacontenttype = cast(Literal["application/json"], d.pop("datacontenttype"))
        if datacontenttype != "application/json":
            raise ValueError(
                f"datacontenttype must match const 'application/json', got '{datacontenttype}'"
            )

        partitionkey = UUID(d.pop("partitionkey"))

        sequence = d.pop("sequence")

        aggversion = d.pop("aggversion")

        data = FeedEventData.from_dict(d.pop("data"))

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

        feed_event = cls(
            specversion=specversion,
            id=id,
            source=source,
            type_=type_,
            time=time,
            subject=subject,
            datacontenttype=datacontenttype,
            partitionkey=partitionkey,
            sequence=sequence,
            aggversion=aggversion,
            data=data,
            institution=institution,
        )

        feed_event.additional_properties = d
        return feed_event

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
