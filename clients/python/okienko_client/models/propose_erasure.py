from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.erasure_ground import ErasureGround

T = TypeVar("T", bound="ProposeErasure")


@_attrs_define
class ProposeErasure:
    """Propose, on which ground of art. 17(1).

    Attributes:
        ground (ErasureGround): Why she is erased (art. 17(1)), in the order of its letters.
    """

    ground: ErasureGround

    def to_dict(self) -> dict[str, Any]:
        ground = self.ground.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ground": ground,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ground = ErasureGround(d.pop("ground"))

        propose_erasure = cls(
            ground=ground,
        )

        return propose_erasure
