from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.part_form import PartForm

if TYPE_CHECKING:
    from ..models.client_answer_view import ClientAnswerView
    from ..models.part_terms import PartTerms
    from ..models.part_text import PartText
    from ..models.party_view import PartyView


T = TypeVar("T", bound="PlanPartView")


@_attrs_define
class PlanPartView:
    """An institution's part of the plan, in its statutory form (część planu).

    Attributes:
        id (UUID):
        letter (str): A: OPS, B: PUP, C: NGO, D: CUS.
        form (PartForm): In which statutory form an institution's part of the plan is written (domain 2.9).
        institution (PartyView): An institution by name.
        terms (PartTerms): From when to when a part holds, and the terms of its form.
        text (PartText): What a part says in words, as its form asks for it.
        version (int): The plan's version that last changed it.
        asked_on (datetime.date | None): Since when its signatures are asked for.
        sign_by (datetime.date | None):
        signed_on (datetime.date | None): When the institution signed.
        signed_by (None | str):
        client (ClientAnswerView | None):
        agreed (bool): Both sides signed it as it stands.
        talk_on (datetime.date | None):
        closed_on (datetime.date | None):
        results (None | str):
        withheld (bool): True: you are shown that it is there and how it stands; what is empty besides says nothing.
    """

    id: UUID
    letter: str
    form: PartForm
    institution: PartyView
    terms: PartTerms
    text: PartText
    version: int
    asked_on: datetime.date | None
    sign_by: datetime.date | None
    signed_on: datetime.date | None
    signed_by: None | str
    client: ClientAnswerView | None
    agreed: bool
    talk_on: datetime.date | None
    closed_on: datetime.date | None
    results: None | str
    withheld: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.client_answer_view import ClientAnswerView  # noqa: PLC0415

        id = str(self.id)

        letter = self.letter

        form = self.form.value

        institution = self.institution.to_dict()

        terms = self.terms.to_dict()

        text = self.text.to_dict()

        version = self.version

        asked_on: None | str
        if isinstance(self.asked_on, datetime.date):
            asked_on = self.asked_on.isoformat()
        else:
            asked_on = self.asked_on

        sign_by: None | str
        if isinstance(self.sign_by, datetime.date):
            sign_by = self.sign_by.isoformat()
        else:
            sign_by = self.sign_by

        signed_on: None | str
        if isinstance(self.signed_on, datetime.date):
            signed_on = self.signed_on.isoformat()
        else:
            signed_on = self.signed_on

        signed_by: None | str
        signed_by = self.signed_by

        client: dict[str, Any] | None
        if isinstance(self.client, ClientAnswerView):
            client = self.client.to_dict()
        else:
            client = self.client

        agreed = self.agreed

        talk_on: None | str
        if isinstance(self.talk_on, datetime.date):
            talk_on = self.talk_on.isoformat()
        else:
            talk_on = self.talk_on

        closed_on: None | str
        if isinstance(self.closed_on, datetime.date):
            closed_on = self.closed_on.isoformat()
        else:
            closed_on = self.closed_on

        results: None | str
        results = self.results

        withheld = self.withheld

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "letter": letter,
                "form": form,
                "institution": institution,
                "terms": terms,
                "text": text,
                "version": version,
                "asked_on": asked_on,
                "sign_by": sign_by,
                "signed_on": signed_on,
                "signed_by": signed_by,
                "client": client,
                "agreed": agreed,
                "talk_on": talk_on,
                "closed_on": closed_on,
                "results": results,
                "withheld": withheld,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.client_answer_view import ClientAnswerView  # noqa: PLC0415
        from ..models.part_terms import PartTerms  # noqa: PLC0415
        from ..models.part_text import PartText  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        letter = d.pop("letter")

        form = PartForm(d.pop("form"))

        institution = PartyView.from_dict(d.pop("institution"))

        terms = PartTerms.from_dict(d.pop("terms"))

        text = PartText.from_dict(d.pop("text"))

        version = d.pop("version")

        def _parse_asked_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_on_type_0 = datetime.date.fromisoformat(data)

                return asked_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        asked_on = _parse_asked_on(d.pop("asked_on"))

        def _parse_sign_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sign_by_type_0 = datetime.date.fromisoformat(data)

                return sign_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        sign_by = _parse_sign_by(d.pop("sign_by"))

        def _parse_signed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_on_type_0 = datetime.date.fromisoformat(data)

                return signed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        signed_on = _parse_signed_on(d.pop("signed_on"))

        def _parse_signed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        signed_by = _parse_signed_by(d.pop("signed_by"))

        def _parse_client(data: object) -> ClientAnswerView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                client_type_0 = ClientAnswerView.from_dict(data)

                return client_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClientAnswerView | None, data)

        client = _parse_client(d.pop("client"))

        agreed = d.pop("agreed")

        def _parse_talk_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                talk_on_type_0 = datetime.date.fromisoformat(data)

                return talk_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        talk_on = _parse_talk_on(d.pop("talk_on"))

        def _parse_closed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_on_type_0 = datetime.date.fromisoformat(data)

                return closed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        closed_on = _parse_closed_on(d.pop("closed_on"))

        def _parse_results(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        results = _parse_results(d.pop("results"))

        withheld = d.pop("withheld")

        plan_part_view = cls(
            id=id,
            letter=letter,
            form=form,
            institution=institution,
            terms=terms,
            text=text,
            version=version,
            asked_on=asked_on,
            sign_by=sign_by,
            signed_on=signed_on,
            signed_by=signed_by,
            client=client,
            agreed=agreed,
            talk_on=talk_on,
            closed_on=closed_on,
            results=results,
            withheld=withheld,
        )

        plan_part_view.additional_properties = d
        return plan_part_view

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
