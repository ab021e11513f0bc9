from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.addiction import Addiction
    from ..models.segment_a import SegmentA
    from ..models.segment_b import SegmentB
    from ..models.segment_c import SegmentC
    from ..models.segment_d import SegmentD
    from ..models.segment_e import SegmentE
    from ..models.segment_f import SegmentF
    from ..models.segment_g import SegmentG
    from ..models.segment_h import SegmentH
    from ..models.segment_i import SegmentI
    from ..models.segment_j import SegmentJ
    from ..models.signing import Signing
    from ..models.violence import Violence
    from ..models.visit import Visit
    from ..models.withdrawal import Withdrawal


T = TypeVar("T", bound="SavingView")


@_attrs_define
class SavingView:
    """What somebody recorded at one moment.

    Attributes:
        content (Addiction | SegmentA | SegmentB | SegmentC | SegmentD | SegmentE | SegmentF | SegmentG | SegmentH |
            SegmentI | SegmentJ | Signing | Violence | Visit | Withdrawal):
        recorded_by (str):
        author (str):
        recorded_at (datetime.datetime):
        version (int):
    """

    content: (
        Addiction
        | SegmentA
        | SegmentB
        | SegmentC
        | SegmentD
        | SegmentE
        | SegmentF
        | SegmentG
        | SegmentH
        | SegmentI
        | SegmentJ
        | Signing
        | Violence
        | Visit
        | Withdrawal
    )
    recorded_by: str
    author: str
    recorded_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.addiction import Addiction  # noqa: PLC0415
        from ..models.segment_a import SegmentA  # noqa: PLC0415
        from ..models.segment_b import SegmentB  # noqa: PLC0415
        from ..models.segment_c import SegmentC  # noqa: PLC0415
        from ..models.segment_d import SegmentD  # noqa: PLC0415
        from ..models.segment_e import SegmentE  # noqa: PLC0415
        from ..models.segment_f import SegmentF  # noqa: PLC0415
        from ..models.segment_g import SegmentG  # noqa: PLC0415
        from ..models.segment_h import SegmentH  # noqa: PLC0415
        from ..models.segment_i import SegmentI  # noqa: PLC0415
        from ..models.segment_j import SegmentJ  # noqa: PLC0415
        from ..models.signing import Signing  # noqa: PLC0415
        from ..models.violence import Violence  # noqa: PLC0415
        from ..models.visit import Visit  # noqa: PLC0415

        content: dict[str, Any]
        if isinstance(self.content, Visit):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentA):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentB):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentC):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentD):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentE):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentF):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentG):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentH):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentI):
            content = self.content.to_dict()
        elif isinstance(self.content, SegmentJ):
            content = self.content.to_dict()
        elif isinstance(self.content, Addiction):
            content = self.content.to_dict()
        elif isinstance(self.content, Violence):
            content = self.content.to_dict()
        elif isinstance(self.content, Signing):
            content = self.content.to_dict()
        else:
            content = self.content.to_dict()

        recorded_by = self.recorded_by

        author = self.author

        recorded_at = self.recorded_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "recorded_by": recorded_by,
                "author": author,
                "recorded_at": recorded_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.addiction import Addiction  # noqa: PLC0415
        from ..models.segment_a import SegmentA  # noqa: PLC0415
        from ..models.segment_b import SegmentB  # noqa: PLC0415
        from ..models.segment_c import SegmentC  # noqa: PLC0415
        from ..models.segment_d import SegmentD  # noqa: PLC0415
        from ..models.segment_e import SegmentE  # noqa: PLC0415
        from ..models.segment_f import SegmentF  # noqa: PLC0415
        from ..models.segment_g import SegmentG  # noqa: PLC0415
        from ..models.segment_h import SegmentH  # noqa: PLC0415
        from ..models.segment_i import SegmentI  # noqa: PLC0415
        from ..models.segment_j import SegmentJ  # noqa: PLC0415
        from ..models.signing import Signing  # noqa: PLC0415
        from ..models.violence import Violence  # noqa: PLC0415
        from ..models.visit import Visit  # noqa: PLC0415
        from ..models.withdrawal import Withdrawal  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_content(
            data: object,
        ) -> (
            Addiction
            | SegmentA
            | SegmentB
            | SegmentC
            | SegmentD
            | SegmentE
            | SegmentF
            | SegmentG
            | SegmentH
            | SegmentI
            | SegmentJ
            | Signing
            | Violence
            | Visit
            | Withdrawal
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_0 = Visit.from_dict(data)

                return content_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_1 = SegmentA.from_dict(data)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_2 = SegmentB.from_dict(data)

                return content_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_3 = SegmentC.from_dict(data)

                return content_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_4 = SegmentD.from_dict(data)

                return content_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_5 = SegmentE.from_dict(data)

                return content_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_6 = SegmentF.from_dict(data)

                return content_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_7 = SegmentG.from_dict(data)

                return content_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_8 = SegmentH.from_dict(data)

                return content_type_8
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_9 = SegmentI.from_dict(data)

                return content_type_9
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_10 = SegmentJ.from_dict(data)

                return content_type_10
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_11 = Addiction.from_dict(data)

                return content_type_11
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_12 = Violence.from_dict(data)

                return content_type_12
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_13 = Signing.from_dict(data)

                return content_type_13
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            content_type_14 = Withdrawal.from_dict(data)

            return content_type_14

        content = _parse_content(d.pop("content"))

        recorded_by = d.pop("recorded_by")

        author = d.pop("author")

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        version = d.pop("version")

        saving_view = cls(
            content=content,
            recorded_by=recorded_by,
            author=author,
            recorded_at=recorded_at,
            version=version,
        )

        saving_view.additional_properties = d
        return saving_view

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
