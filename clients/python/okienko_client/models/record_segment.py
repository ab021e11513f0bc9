from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

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
    from ..models.violence import Violence


T = TypeVar("T", bound="RecordSegment")


@_attrs_define
class RecordSegment:
    """Record a segment, whole; a later record counts instead, the earlier one stays.

    Attributes:
        content (Addiction | SegmentA | SegmentB | SegmentC | SegmentD | SegmentE | SegmentF | SegmentG | SegmentH |
            SegmentI | SegmentJ | Violence):
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
        | Violence
    )

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

        content: dict[str, Any]
        if isinstance(self.content, SegmentA):
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
        else:
            content = self.content.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content": content,
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
        from ..models.violence import Violence  # noqa: PLC0415

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
            | Violence
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_0 = SegmentA.from_dict(data)

                return content_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_1 = SegmentB.from_dict(data)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_2 = SegmentC.from_dict(data)

                return content_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_3 = SegmentD.from_dict(data)

                return content_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_4 = SegmentE.from_dict(data)

                return content_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_5 = SegmentF.from_dict(data)

                return content_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_6 = SegmentG.from_dict(data)

                return content_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_7 = SegmentH.from_dict(data)

                return content_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_8 = SegmentI.from_dict(data)

                return content_type_8
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_9 = SegmentJ.from_dict(data)

                return content_type_9
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_10 = Addiction.from_dict(data)

                return content_type_10
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            content_type_11 = Violence.from_dict(data)

            return content_type_11

        content = _parse_content(d.pop("content"))

        record_segment = cls(
            content=content,
        )

        return record_segment
