from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..models.marital_status import MaritalStatus
from ..models.sex import Sex
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.address import Address
    from ..models.citizenship import Citizenship
    from ..models.communication import Communication
    from ..models.identity_document import IdentityDocument
    from ..models.representative import Representative
    from ..models.residence_title import ResidenceTitle


T = TypeVar("T", bound="ParticularsTold")


@_attrs_define
class ParticularsTold:
    """What a person may tell of herself at registration, all of it optional.

    Attributes:
        second_names (None | str | Unset):
        family_at_birth (None | str | Unset):
        sex (None | Sex | Unset): None: as the PESEL number says.
        citizenship (Citizenship | None | Unset):
        residence_title (None | ResidenceTitle | Unset):
        marital_status (MaritalStatus | None | Unset):
        registration (Address | None | Unset):
        correspondence (Address | None | Unset):
        communication (Communication | None | Unset):
        bank_account (None | str | Unset):
        documents (list[IdentityDocument] | Unset):
        representatives (list[Representative] | Unset):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    second_names: None | str | Unset = UNSET
    family_at_birth: None | str | Unset = UNSET
    sex: None | Sex | Unset = UNSET
    citizenship: Citizenship | None | Unset = UNSET
    residence_title: None | ResidenceTitle | Unset = UNSET
    marital_status: MaritalStatus | None | Unset = UNSET
    registration: Address | None | Unset = UNSET
    correspondence: Address | None | Unset = UNSET
    communication: Communication | None | Unset = UNSET
    bank_account: None | str | Unset = UNSET
    documents: list[IdentityDocument] | Unset = UNSET
    representatives: list[Representative] | Unset = UNSET
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.communication import Communication  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        second_names: None | str | Unset
        if isinstance(self.second_names, Unset):
            second_names = UNSET
        else:
            second_names = self.second_names

        family_at_birth: None | str | Unset
        if isinstance(self.family_at_birth, Unset):
            family_at_birth = UNSET
        else:
            family_at_birth = self.family_at_birth

        sex: None | str | Unset
        if isinstance(self.sex, Unset):
            sex = UNSET
        elif isinstance(self.sex, Sex):
            sex = self.sex.value
        else:
            sex = self.sex

        citizenship: dict[str, Any] | None | Unset
        if isinstance(self.citizenship, Unset):
            citizenship = UNSET
        elif isinstance(self.citizenship, Citizenship):
            citizenship = self.citizenship.to_dict()
        else:
            citizenship = self.citizenship

        residence_title: dict[str, Any] | None | Unset
        if isinstance(self.residence_title, Unset):
            residence_title = UNSET
        elif isinstance(self.residence_title, ResidenceTitle):
            residence_title = self.residence_title.to_dict()
        else:
            residence_title = self.residence_title

        marital_status: None | str | Unset
        if isinstance(self.marital_status, Unset):
            marital_status = UNSET
        elif isinstance(self.marital_status, MaritalStatus):
            marital_status = self.marital_status.value
        else:
            marital_status = self.marital_status

        registration: dict[str, Any] | None | Unset
        if isinstance(self.registration, Unset):
            registration = UNSET
        elif isinstance(self.registration, Address):
            registration = self.registration.to_dict()
        else:
            registration = self.registration

        correspondence: dict[str, Any] | None | Unset
        if isinstance(self.correspondence, Unset):
            correspondence = UNSET
        elif isinstance(self.correspondence, Address):
            correspondence = self.correspondence.to_dict()
        else:
            correspondence = self.correspondence

        communication: dict[str, Any] | None | Unset
        if isinstance(self.communication, Unset):
            communication = UNSET
        elif isinstance(self.communication, Communication):
            communication = self.communication.to_dict()
        else:
            communication = self.communication

        bank_account: None | str | Unset
        if isinstance(self.bank_account, Unset):
            bank_account = UNSET
        else:
            bank_account = self.bank_account

        documents: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.documents, Unset):
            documents = []
            for documents_item_data in self.documents:
                documents_item = documents_item_data.to_dict()
                documents.append(documents_item)

        representatives: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.representatives, Unset):
            representatives = []
            for representatives_item_data in self.representatives:
                representatives_item = representatives_item_data.to_dict()
                representatives.append(representatives_item)

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if second_names is not UNSET:
            field_dict["second_names"] = second_names
        if family_at_birth is not UNSET:
            field_dict["family_at_birth"] = family_at_birth
        if sex is not UNSET:
            field_dict["sex"] = sex
        if citizenship is not UNSET:
            field_dict["citizenship"] = citizenship
        if residence_title is not UNSET:
            field_dict["residence_title"] = residence_title
        if marital_status is not UNSET:
            field_dict["marital_status"] = marital_status
        if registration is not UNSET:
            field_dict["registration"] = registration
        if correspondence is not UNSET:
            field_dict["correspondence"] = correspondence
        if communication is not UNSET:
            field_dict["communication"] = communication
        if bank_account is not UNSET:
            field_dict["bank_account"] = bank_account
        if documents is not UNSET:
            field_dict["documents"] = documents
        if representatives is not UNSET:
            field_dict["representatives"] = representatives
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address  # noqa: PLC0415
        from ..models.citizenship import Citizenship  # noqa: PLC0415
        from ..models.communication import Communication  # noqa: PLC0415
        from ..models.identity_document import IdentityDocument  # noqa: PLC0415
        from ..models.representative import Representative  # noqa: PLC0415
        from ..models.residence_title import ResidenceTitle  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_second_names(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        second_names = _parse_second_names(d.pop("second_names", UNSET))

        def _parse_family_at_birth(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        family_at_birth = _parse_family_at_birth(d.pop("family_at_birth", UNSET))

        def _parse_sex(data: object) -> None | Sex | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = Sex(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Sex | Unset, data)

        sex = _parse_sex(d.pop("sex", UNSET))

        def _parse_citizenship(data: object) -> Citizenship | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                citizenship_type_0 = Citizenship.from_dict(data)

                return citizenship_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Citizenship | None | Unset, data)

        citizenship = _parse_citizenship(d.pop("citizenship", UNSET))

        def _parse_residence_title(data: object) -> None | ResidenceTitle | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_title_type_0 = ResidenceTitle.from_dict(data)

                return residence_title_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResidenceTitle | Unset, data)

        residence_title = _parse_residence_title(d.pop("residence_title", UNSET))

        def _parse_marital_status(data: object) -> MaritalStatus | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marital_status_type_0 = MaritalStatus(data)

                return marital_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MaritalStatus | None | Unset, data)

        marital_status = _parse_marital_status(d.pop("marital_status", UNSET))

        def _parse_registration(data: object) -> Address | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                registration_type_0 = Address.from_dict(data)

                return registration_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None | Unset, data)

        registration = _parse_registration(d.pop("registration", UNSET))

        def _parse_correspondence(data: object) -> Address | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                correspondence_type_0 = Address.from_dict(data)

                return correspondence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Address | None | Unset, data)

        correspondence = _parse_correspondence(d.pop("correspondence", UNSET))

        def _parse_communication(data: object) -> Communication | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                communication_type_0 = Communication.from_dict(data)

                return communication_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Communication | None | Unset, data)

        communication = _parse_communication(d.pop("communication", UNSET))

        def _parse_bank_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_account = _parse_bank_account(d.pop("bank_account", UNSET))

        _documents = d.pop("documents", UNSET)
        documents: list[IdentityDocument] | Unset = UNSET
        if _documents is not UNSET:
            documents = []
            for documents_item_data in _documents:
                documents_item = IdentityDocument.from_dict(documents_item_data)

                documents.append(documents_item)

        _representatives = d.pop("representatives", UNSET)
        representatives: list[Representative] | Unset = UNSET
        if _representatives is not UNSET:
            representatives = []
            for representatives_item_data in _representatives:
                representatives_item = Representative.from_dict(representatives_item_data)

                representatives.append(representatives_item)

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        particulars_told = cls(
            second_names=second_names,
            family_at_birth=family_at_birth,
            sex=sex,
            citizenship=citizenship,
            residence_title=residence_title,
            marital_status=marital_status,
            registration=registration,
            correspondence=correspondence,
            communication=communication,
            bank_account=bank_account,
            documents=documents,
            representatives=representatives,
            source=source,
        )

        return particulars_told
