from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.benefit_level import BenefitLevel
from ..models.job_found_by import JobFoundBy
from ..types import UNSET, Unset

T = TypeVar("T", bound="Unemployment")


@_attrs_define
class Unemployment:
    """Her unemployment benefit before the job: it ends with it, and may leave a supplement.

    Attributes:
        level (BenefitLevel | Unset): How long she has worked before: it sets the level of the benefit.
        months_before (int | Unset): For how many months it was paid already. Default: 0.
        months_in_all (int | Unset): For how many it is due in all. Default: 6.
        job_found_by (JobFoundBy | None | Unset): Said: the supplement is computed.
    """

    level: BenefitLevel | Unset = UNSET
    months_before: int | Unset = 0
    months_in_all: int | Unset = 6
    job_found_by: JobFoundBy | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        level: str | Unset = UNSET
        if not isinstance(self.level, Unset):
            level = self.level.value

        months_before = self.months_before

        months_in_all = self.months_in_all

        job_found_by: None | str | Unset
        if isinstance(self.job_found_by, Unset):
            job_found_by = UNSET
        elif isinstance(self.job_found_by, JobFoundBy):
            job_found_by = self.job_found_by.value
        else:
            job_found_by = self.job_found_by

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if level is not UNSET:
            field_dict["level"] = level
        if months_before is not UNSET:
            field_dict["months_before"] = months_before
        if months_in_all is not UNSET:
            field_dict["months_in_all"] = months_in_all
        if job_found_by is not UNSET:
            field_dict["job_found_by"] = job_found_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _level = d.pop("level", UNSET)
        level: BenefitLevel | Unset
        if isinstance(_level, Unset):
            level = UNSET
        else:
            level = BenefitLevel(_level)

        months_before = d.pop("months_before", UNSET)

        months_in_all = d.pop("months_in_all", UNSET)

        def _parse_job_found_by(data: object) -> JobFoundBy | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_found_by_type_0 = JobFoundBy(data)

                return job_found_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobFoundBy | None | Unset, data)

        job_found_by = _parse_job_found_by(d.pop("job_found_by", UNSET))

        unemployment = cls(
            level=level,
            months_before=months_before,
            months_in_all=months_in_all,
            job_found_by=job_found_by,
        )

        return unemployment
