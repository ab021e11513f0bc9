from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.marital_status import MaritalStatus
from ..models.sex import Sex

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.citizenship import Citizenship
    from ..models.communication import Communication
    from ..models.document_view import DocumentView
    from ..models.representative_view import RepresentativeView
    from ..models.residence_title import ResidenceTitle


T = TypeVar("T", bound="PersonView")


@_attrs_define
class PersonView:
    """The person beyond name, number and residence, as every caseworker with a relation sees her.

    Attributes:
        second_names (None | str):
        family_at_birth (None | str):
        sex (None | Sex):
        citizenship (Citizenship | None):
        residence_title (None | ResidenceTitle):
        marital_status (MaritalStatus | None):
        registration (Address | None):
        correspondence (Address | None):
        communication (Communication | None):
        documents (list[DocumentView]):
        representatives (list[RepresentativeView]):
    """

    second_names: None | str
    family_at_birth: None | str
    sex: None | Sex
    citizenship: Citizenship | None
    residence_title: None | ResidenceTitle
    marital_status: MaritalStatus | None
    registration: Address | None
    correspondence: Address | None
    communication: Communication | None
    documents: list[DocumentView]
    representatives: list[RepresentativeView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.communication import Communication  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        second_names: None | str
        second_names = self.second_names

        family_at_birth: None | str
        family_at_birth = self.family_at_birth

        sex: None | str
        if isinstance(self.sex, Sex):
            sex = self.sex.value
        else:
            sex = self.sex

        citizenship: dict[str, Any] | None
        if isinstance(self.citizenship, Citizenship):
            citizenship = self.citizenship.to_dict()
        else:
            citizenship = self.citizenship

        residence_title: dict[str, Any] | None
        if isinstance(self.residence_title, ResidenceTitle):
            residence_title = self.residence_title.to_dict()
        else:
            residence_title = self.residence_title

        marital_status: None | str
        if isinstance(self.marital_status, MaritalStatus):
            marital_status = self.marital_status.value
        else:
            marital_status = self.marital_status

        registration: dict[str, Any] | None
        if isinstance(self.registration, Address):
            registration = self.registration.to_dict()
        else:
            registration = self.registration

        correspondence: dict[str, Any] | None
        if isinstance(self.correspondence, Address):
            correspondence = self.correspondence.to_dict()
        else:
            correspondence = self.correspondence

        communication: dict[str, Any] | None
        if isinstance(self.communication, Communication):
            communication = self.communication.to_dict()
        else:
            communication = self.communication

        documents = []
        for documents_item_data in self.documents:
            documents_item = documents_item_data.to_dict()
            documents.append(documents_item)

        representatives = []
        for representatives_item_data in self.representatives:
            representatives_item = representatives_item_data.to_dict()
            representatives.append(representatives_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "second_names": second_names,
                "family_at_birth": family_at_birth,
                "sex": sex,
                "citizenship": citizenship,
                "residence_title": residence_title,
                "marital_status": marital_status,
                "registration": registration,
                "correspondence": correspondence,
                "communication": communication,
                "documents": documents,
                "representatives": representatives,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.communication import Communication  # noqa: PLC0415
        from ..models.document_view import DocumentView  # noqa: PLC0415
        from ..models.representative_view import RepresentativeView  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_second_names(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        second_names = _parse_second_names(d.pop("second_names"))

        def _parse_family_at_birth(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        family_at_birth = _parse_family_at_birth(d.pop("family_at_birth"))

        def _parse_sex(data: object) -> None | Sex:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = Sex(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Sex, data)

        sex = _parse_sex(d.pop("sex"))

        def _parse_citizenship(data: object) -> Citizenship | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                citizenship_type_0 = Citizenship.from_dict(data)

                return citizenship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Citizenship | None, data)

        citizenship = _parse_citizenship(d.pop("citizenship"))

        def _parse_residence_title(data: object) -> None | ResidenceTitle:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_title_type_0 = ResidenceTitle.from_dict(data)

                return residence_title_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResidenceTitle, data)

        residence_title = _parse_residence_title(d.pop("residence_title"))

        def _parse_marital_status(data: object) -> MaritalStatus | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marital_status_type_0 = MaritalStatus(data)

                return marital_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MaritalStatus | None, data)

        marital_status = _parse_marital_status(d.pop("marital_status"))

        def _parse_registration(data: object) -> Address | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                registration_type_0 = Address.from_dict(data)

                return registration_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None, data)

        registration = _parse_registration(d.pop("registration"))

        def _parse_correspondence(data: object) -> Address | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                correspondence_type_0 = Address.from_dict(data)

                return correspondence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None, data)

        correspondence = _parse_correspondence(d.pop("correspondence"))

        def _parse_communication(data: object) -> Communication | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                communication_type_0 = Communication.from_dict(data)

                return communication_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Communication | None, data)

        communication = _parse_communication(d.pop("communication"))

        documents = []
        _documents = d.pop("documents")
        for documents_item_data in _documents:
            documents_item = DocumentView.from_dict(documents_item_data)

            documents.append(documents_item)

        representatives = []
        _representatives = d.pop("representatives")
        for representatives_item_data in _representatives:
            representatives_item = RepresentativeView.from_dict(representatives_item_data)

            representatives.append(representatives_item)

        person_view = cls(
            second_names=second_names,
            family_at_birth=family_at_birth,
            sex=sex,
            citizenship=citizenship,
            residence_title=residence_title,
            marital_status=marital_status,
            registration=registration,
            correspondence=correspondence,
            communication=communication,
            documents=documents,
            representatives=representatives,
        )

        person_view.additional_properties = d
        return person_view

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
