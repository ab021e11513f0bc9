from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.disability_degree import DisabilityDegree
from ..models.education_level import EducationLevel
from ..models.excluding_title import ExcludingTitle
from ..models.priority_group import PriorityGroup
from ..models.registration_mode import RegistrationMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.benefit_right import BenefitRight
    from ..models.language import Language
    from ..models.past_job import PastJob


T = TypeVar("T", bound="LabourFacts")


@_attrs_define
class LabourFacts:
    """What the office asks at registration (karta rejestracyjna).

    Attributes:
        mode (RegistrationMode | Unset): How she registered (forma rejestracji).
        education (EducationLevel | None | Unset):
        schools (list[str] | Unset):
        qualifications (list[str] | Unset):
        licences (list[str] | Unset):
        languages (list[Language] | Unset):
        occupations (list[str] | Unset):
        work_history (list[PastJob] | Unset):
        disability (DisabilityDegree | None | Unset): Shown with health data only.
        work_limits (None | str | Unset): What she cannot do at work; health data.
        cares_for_others (bool | Unset):  Default: False.
        excluding_titles (list[ExcludingTitle] | Unset):
        benefit_right (BenefitRight | None | Unset):
        ready_from (datetime.date | None | Unset):
        preferred_work (None | str | Unset):
        priority_groups (list[PriorityGroup] | Unset):
        legacy_profile (int | None | Unset): Profile of 2014-2019; history only.
    """

    mode: RegistrationMode | Unset = UNSET
    education: EducationLevel | None | Unset = UNSET
    schools: list[str] | Unset = UNSET
    qualifications: list[str] | Unset = UNSET
    licences: list[str] | Unset = UNSET
    languages: list[Language] | Unset = UNSET
    occupations: list[str] | Unset = UNSET
    work_history: list[PastJob] | Unset = UNSET
    disability: DisabilityDegree | None | Unset = UNSET
    work_limits: None | str | Unset = UNSET
    cares_for_others: bool | Unset = False
    excluding_titles: list[ExcludingTitle] | Unset = UNSET
    benefit_right: BenefitRight | None | Unset = UNSET
    ready_from: datetime.date | None | Unset = UNSET
    preferred_work: None | str | Unset = UNSET
    priority_groups: list[PriorityGroup] | Unset = UNSET
    legacy_profile: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.benefit_right import BenefitRight  # noqa: PLC0415

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode.value

        education: None | str | Unset
        if isinstance(self.education, Unset):
            education = UNSET
        elif isinstance(self.education, EducationLevel):
            education = self.education.value
        else:
            education = self.education

        schools: list[str] | Unset = UNSET
        if not isinstance(self.schools, Unset):
            schools = self.schools

        qualifications: list[str] | Unset = UNSET
        if not isinstance(self.qualifications, Unset):
            qualifications = self.qualifications

        licences: list[str] | Unset = UNSET
        if not isinstance(self.licences, Unset):
            licences = self.licences

        languages: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item = languages_item_data.to_dict()
                languages.append(languages_item)

        occupations: list[str] | Unset = UNSET
        if not isinstance(self.occupations, Unset):
            occupations = self.occupations

        work_history: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.work_history, Unset):
            work_history = []
            for work_history_item_data in self.work_history:
                work_history_item = work_history_item_data.to_dict()
                work_history.append(work_history_item)

        disability: None | str | Unset
        if isinstance(self.disability, Unset):
            disability = UNSET
        elif isinstance(self.disability, DisabilityDegree):
            disability = self.disability.value
        else:
            disability = self.disability

        work_limits: None | str | Unset
        if isinstance(self.work_limits, Unset):
            work_limits = UNSET
        else:
            work_limits = self.work_limits

        cares_for_others = self.cares_for_others

        excluding_titles: list[str] | Unset = UNSET
        if not isinstance(self.excluding_titles, Unset):
            excluding_titles = []
            for excluding_titles_item_data in self.excluding_titles:
                excluding_titles_item = excluding_titles_item_data.value
                excluding_titles.append(excluding_titles_item)

        benefit_right: dict[str, Any] | None | Unset
        if isinstance(self.benefit_right, Unset):
            benefit_right = UNSET
        elif isinstance(self.benefit_right, BenefitRight):
            benefit_right = self.benefit_right.to_dict()
        else:
            benefit_right = self.benefit_right

        ready_from: None | str | Unset
        if isinstance(self.ready_from, Unset):
            ready_from = UNSET
        elif isinstance(self.ready_from, datetime.date):
            ready_from = self.ready_from.isoformat()
        else:
            ready_from = self.ready_from

        preferred_work: None | str | Unset
        if isinstance(self.preferred_work, Unset):
            preferred_work = UNSET
        else:
            preferred_work = self.preferred_work

        priority_groups: list[str] | Unset = UNSET
        if not isinstance(self.priority_groups, Unset):
            priority_groups = []
            for priority_groups_item_data in self.priority_groups:
                priority_groups_item = priority_groups_item_data.value
                priority_groups.append(priority_groups_item)

        legacy_profile: int | None | Unset
        if isinstance(self.legacy_profile, Unset):
            legacy_profile = UNSET
        else:
            legacy_profile = self.legacy_profile

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if mode is not UNSET:
            field_dict["mode"] = mode
        if education is not UNSET:
            field_dict["education"] = education
        if schools is not UNSET:
            field_dict["schools"] = schools
        if qualifications is not UNSET:
            field_dict["qualifications"] = qualifications
        if licences is not UNSET:
            field_dict["licences"] = licences
        if languages is not UNSET:
            field_dict["languages"] = languages
        if occupations is not UNSET:
            field_dict["occupations"] = occupations
        if work_history is not UNSET:
            field_dict["work_history"] = work_history
        if disability is not UNSET:
            field_dict["disability"] = disability
        if work_limits is not UNSET:
            field_dict["work_limits"] = work_limits
        if cares_for_others is not UNSET:
            field_dict["cares_for_others"] = cares_for_others
        if excluding_titles is not UNSET:
            field_dict["excluding_titles"] = excluding_titles
        if benefit_right is not UNSET:
            field_dict["benefit_right"] = benefit_right
        if ready_from is not UNSET:
            field_dict["ready_from"] = ready_from
        if preferred_work is not UNSET:
            field_dict["preferred_work"] = preferred_work
        if priority_groups is not UNSET:
            field_dict["priority_groups"] = priority_groups
        if legacy_profile is not UNSET:
            field_dict["legacy_profile"] = legacy_profile

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.benefit_right import BenefitRight  # noqa: PLC0415
        from ..models.language import Language  # noqa: PLC0415
        from ..models.past_job import PastJob  # noqa: PLC0415

        d = dict(src_dict)
        _mode = d.pop("mode", UNSET)
        mode: RegistrationMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = RegistrationMode(_mode)

        def _parse_education(data: object) -> EducationLevel | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                education_type_0 = EducationLevel(data)

                return education_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EducationLevel | None | Unset, data)

        education = _parse_education(d.pop("education", UNSET))

        schools = cast(list[str], d.pop("schools", UNSET))

        qualifications = cast(list[str], d.pop("qualifications", UNSET))

        licences = cast(list[str], d.pop("licences", UNSET))

        _languages = d.pop("languages", UNSET)
        languages: list[Language] | Unset = UNSET
        if _languages is not UNSET:
            languages = []
            for languages_item_data in _languages:
                languages_item = Language.from_dict(languages_item_data)

                languages.append(languages_item)

        occupations = cast(list[str], d.pop("occupations", UNSET))

        _work_history = d.pop("work_history", UNSET)
        work_history: list[PastJob] | Unset = UNSET
        if _work_history is not UNSET:
            work_history = []
            for work_history_item_data in _work_history:
                work_history_item = PastJob.from_dict(work_history_item_data)

                work_history.append(work_history_item)

        def _parse_disability(data: object) -> DisabilityDegree | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disability_type_0 = DisabilityDegree(data)

                return disability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DisabilityDegree | None | Unset, data)

        disability = _parse_disability(d.pop("disability", UNSET))

        def _parse_work_limits(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        work_limits = _parse_work_limits(d.pop("work_limits", UNSET))

        cares_for_others = d.pop("cares_for_others", UNSET)

        _excluding_titles = d.pop("excluding_titles", UNSET)
        excluding_titles: list[ExcludingTitle] | Unset = UNSET
        if _excluding_titles is not UNSET:
            excluding_titles = []
            for excluding_titles_item_data in _excluding_titles:
                excluding_titles_item = ExcludingTitle(excluding_titles_item_data)

                excluding_titles.append(excluding_titles_item)

        def _parse_benefit_right(data: object) -> BenefitRight | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                benefit_right_type_0 = BenefitRight.from_dict(data)

                return benefit_right_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BenefitRight | None | Unset, data)

        benefit_right = _parse_benefit_right(d.pop("benefit_right", UNSET))

        def _parse_ready_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ready_from_type_0 = datetime.date.fromisoformat(data)

                return ready_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        ready_from = _parse_ready_from(d.pop("ready_from", UNSET))

        def _parse_preferred_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preferred_work = _parse_preferred_work(d.pop("preferred_work", UNSET))

        _priority_groups = d.pop("priority_groups", UNSET)
        priority_groups: list[PriorityGroup] | Unset = UNSET
        if _priority_groups is not UNSET:
            priority_groups = []
            for priority_groups_item_data in _priority_groups:
                priority_groups_item = PriorityGroup(priority_groups_item_data)

                priority_groups.append(priority_groups_item)

        def _parse_legacy_profile(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        legacy_profile = _parse_legacy_profile(d.pop("legacy_profile", UNSET))

        labour_facts = cls(
            mode=mode,
            education=education,
            schools=schools,
            qualifications=qualifications,
            licences=licences,
            languages=languages,
            occupations=occupations,
            work_history=work_history,
            disability=disability,
            work_limits=work_limits,
            cares_for_others=cares_for_others,
            excluding_titles=excluding_titles,
            benefit_right=benefit_right,
            ready_from=ready_from,
            preferred_work=preferred_work,
            priority_groups=priority_groups,
            legacy_profile=legacy_profile,
        )

        return labour_facts
