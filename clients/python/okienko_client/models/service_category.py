from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ServiceCategory")


@_attrs_define
class ServiceCategory:
    """A kind of service: our code, the statute that names it, and its place in Open Eligibility.

    Attributes:
        code (str):
        title (str):
        article (str):
        open_eligibility (None | str):
    """

    code: str
    title: str
    article: str
    open_eligibility: None | str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        title = self.title

        article = self.article

        open_eligibility: None | str
        open_eligibility = self.open_eligibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "title": title,
                "article": article,
                "open_eligibility": open_eligibility,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        title = d.pop("title")

        article = d.pop("article")

        def _parse_open_eligibility(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        open_eligibility = _parse_open_eligibility(d.pop("open_eligibility"))

        service_category = cls(
            code=code,
            title=title,
            article=article,
            open_eligibility=open_eligibility,
        )

        return service_category
