from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.news_ref import NewsRef


T = TypeVar("T", bound="SeeNews")


@_attrs_define
class SeeNews:
    """Mark news as seen: it leaves her day, though not that of others.

    Attributes:
        as_of (datetime.datetime): `as_of` of the day she looked at: what came later stays new.
        only (list[NewsRef] | None | Unset): These alone; none: all that was new.
    """

    as_of: datetime.datetime
    only: list[NewsRef] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        only: list[dict[str, Any]] | None | Unset
        if isinstance(self.only, Unset):
            only = UNSET
        elif isinstance(self.only, list):
            only = []
            for only_type_0_item_data in self.only:
                only_type_0_item = only_type_0_item_data.to_dict()
                only.append(only_type_0_item)

        else:
            only = self.only

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "as_of": as_of,
            }
        )
        if only is not UNSET:
            field_dict["only"] = only

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.news_ref import NewsRef  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        def _parse_only(data: object) -> list[NewsRef] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                only_type_0 = []
                _only_type_0 = data
                for only_type_0_item_data in _only_type_0:
                    only_type_0_item = NewsRef.from_dict(only_type_0_item_data)

                    only_type_0.append(only_type_0_item)

                return only_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[NewsRef] | None | Unset, data)

        only = _parse_only(d.pop("only", UNSET))

        see_news = cls(
            as_of=as_of,
            only=only,
        )

        return see_news
