from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.basis_kind import BasisKind
from ..models.section import Section
from ..types import UNSET, Unset

T = TypeVar("T", bound="SearchAudit")


@_attrs_define
class SearchAudit:
    """Which entries to look for; what is not said does not matter. Newest first.

    Attributes:
        client_id (None | Unset | UUID):
        worker (None | str | Unset):
        institution (None | Unset | UUID): Whose workers it was, your own or another.
        verbs (list[str] | Unset):
        sections (list[Section] | Unset): At least one of these was shown.
        bases (list[BasisKind] | Unset):
        refused (bool | None | Unset): Only what was refused or not found, or only what was answered.
        since (datetime.datetime | None | Unset): Inclusive.
        before (datetime.datetime | None | Unset): Exclusive.
        limit (int | Unset):  Default: 100.
        cursor (None | str | Unset): `next` of the page before.
    """

    client_id: None | Unset | UUID = UNSET
    worker: None | str | Unset = UNSET
    institution: None | Unset | UUID = UNSET
    verbs: list[str] | Unset = UNSET
    sections: list[Section] | Unset = UNSET
    bases: list[BasisKind] | Unset = UNSET
    refused: bool | None | Unset = UNSET
    since: datetime.datetime | None | Unset = UNSET
    before: datetime.datetime | None | Unset = UNSET
    limit: int | Unset = 100
    cursor: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        worker: None | str | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        else:
            worker = self.worker

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        verbs: list[str] | Unset = UNSET
        if not isinstance(self.verbs, Unset):
            verbs = self.verbs

        sections: list[str] | Unset = UNSET
        if not isinstance(self.sections, Unset):
            sections = []
            for sections_item_data in self.sections:
                sections_item = sections_item_data.value
                sections.append(sections_item)

        bases: list[str] | Unset = UNSET
        if not isinstance(self.bases, Unset):
            bases = []
            for bases_item_data in self.bases:
                bases_item = bases_item_data.value
                bases.append(bases_item)

        refused: bool | None | Unset
        if isinstance(self.refused, Unset):
            refused = UNSET
        else:
            refused = self.refused

        since: None | str | Unset
        if isinstance(self.since, Unset):
            since = UNSET
        elif isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        before: None | str | Unset
        if isinstance(self.before, Unset):
            before = UNSET
        elif isinstance(self.before, datetime.datetime):
            before = self.before.isoformat()
        else:
            before = self.before

        limit = self.limit

        cursor: None | str | Unset
        if isinstance(self.cursor, Unset):
            cursor = UNSET
        else:
            cursor = self.cursor

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if worker is not UNSET:
            field_dict["worker"] = worker
        if institution is not UNSET:
            field_dict["institution"] = institution
        if verbs is not UNSET:
            field_dict["verbs"] = verbs
        if sections is not UNSET:
            field_dict["sections"] = sections
        if bases is not UNSET:
            field_dict["bases"] = bases
        if refused is not UNSET:
            field_dict["refused"] = refused
        if since is not UNSET:
            field_dict["since"] = since
        if before is not UNSET:
            field_dict["before"] = before
        if limit is not UNSET:
            field_dict["limit"] = limit
        if cursor is not UNSET:
            field_dict["cursor"] = cursor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        def _parse_worker(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

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

        verbs = cast(list[str], d.pop("verbs", UNSET))

        _sections = d.pop("sections", UNSET)
        sections: list[Section] | Unset = UNSET
        if _sections is not UNSET:
            sections = []
            for sections_item_data in _sections:
                sections_item = Section(sections_item_data)

                sections.append(sections_item)

        _bases = d.pop("bases", UNSET)
        bases: list[BasisKind] | Unset = UNSET
        if _bases is not UNSET:
            bases = []
            for bases_item_data in _bases:
                bases_item = BasisKind(bases_item_data)

                bases.append(bases_item)

        def _parse_refused(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        refused = _parse_refused(d.pop("refused", UNSET))

        def _parse_since(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        since = _parse_since(d.pop("since", UNSET))

        def _parse_before(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                before_type_0 = datetime.datetime.fromisoformat(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        before = _parse_before(d.pop("before", UNSET))

        limit = d.pop("limit", UNSET)

        def _parse_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cursor = _parse_cursor(d.pop("cursor", UNSET))

        search_audit = cls(
            client_id=client_id,
            worker=worker,
            institution=institution,
            verbs=verbs,
            sections=sections,
            bases=bases,
            refused=refused,
            since=since,
            before=before,
            limit=limit,
            cursor=cursor,
        )

        return search_audit
