import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.form_purpose import FormPurpose
from ...models.print_consent_form_lang import PrintConsentFormLang
from ...models.problem import Problem
from ...models.section import Section
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    client_id: UUID,
    *,
    party: UUID | Unset = UNSET,
    section: list[Section] | Unset = UNSET,
    purpose: FormPurpose | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    lang: PrintConsentFormLang | Unset = PrintConsentFormLang.PL,
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    json_party: str | Unset = UNSET
    if not isinstance(party, Unset):
        json_party = str(party)
    params["party"] = json_party

    json_section: list[str] | Unset = UNSET
    if not isinstance(section, Unset):
        json_section = []
        for section_item_data in section:
            section_item = section_item_data.value
            json_section.append(section_item)

    params["section"] = json_section

    json_purpose: str | Unset = UNSET
    if not isinstance(purpose, Unset):
        json_purpose = purpose.value

    params["purpose"] = json_purpose

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/clients/{client_id}/consent-form".format(
            client_id=quote(str(client_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    party: UUID | Unset = UNSET,
    section: list[Section] | Unset = UNSET,
    purpose: FormPurpose | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    lang: PrintConsentFormLang | Unset = PrintConsentFormLang.PL,
    sync_token: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Print Consent Form

     Print a consent to sharing for the client to sign (zgoda, art. 7 RODO).

    Args:
        client_id (UUID):
        party (UUID | Unset):
        section (list[Section] | Unset):
        purpose (FormPurpose | Unset): What the data are to be used for.

            Coded, because it stands in an address, where nothing may stand that tells of a person. So
            treatment is not among the codes: that purpose is written in by hand.
        until (datetime.date | Unset):
        lang (PrintConsentFormLang | Unset):  Default: PrintConsentFormLang.PL.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        party=party,
        section=section,
        purpose=purpose,
        until=until,
        lang=lang,
        sync_token=sync_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    party: UUID | Unset = UNSET,
    section: list[Section] | Unset = UNSET,
    purpose: FormPurpose | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    lang: PrintConsentFormLang | Unset = PrintConsentFormLang.PL,
    sync_token: str | Unset = UNSET,
) -> File | Problem | None:
    """Print Consent Form

     Print a consent to sharing for the client to sign (zgoda, art. 7 RODO).

    Args:
        client_id (UUID):
        party (UUID | Unset):
        section (list[Section] | Unset):
        purpose (FormPurpose | Unset): What the data are to be used for.

            Coded, because it stands in an address, where nothing may stand that tells of a person. So
            treatment is not among the codes: that purpose is written in by hand.
        until (datetime.date | Unset):
        lang (PrintConsentFormLang | Unset):  Default: PrintConsentFormLang.PL.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        client_id=client_id,
        client=client,
        party=party,
        section=section,
        purpose=purpose,
        until=until,
        lang=lang,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    party: UUID | Unset = UNSET,
    section: list[Section] | Unset = UNSET,
    purpose: FormPurpose | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    lang: PrintConsentFormLang | Unset = PrintConsentFormLang.PL,
    sync_token: str | Unset = UNSET,
) -> Response[File | Problem]:
    """Print Consent Form

     Print a consent to sharing for the client to sign (zgoda, art. 7 RODO).

    Args:
        client_id (UUID):
        party (UUID | Unset):
        section (list[Section] | Unset):
        purpose (FormPurpose | Unset): What the data are to be used for.

            Coded, because it stands in an address, where nothing may stand that tells of a person. So
            treatment is not among the codes: that purpose is written in by hand.
        until (datetime.date | Unset):
        lang (PrintConsentFormLang | Unset):  Default: PrintConsentFormLang.PL.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        party=party,
        section=section,
        purpose=purpose,
        until=until,
        lang=lang,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    party: UUID | Unset = UNSET,
    section: list[Section] | Unset = UNSET,
    purpose: FormPurpose | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    lang: PrintConsentFormLang | Unset = PrintConsentFormLang.PL,
    sync_token: str | Unset = UNSET,
) -> File | Problem | None:
    """Print Consent Form

     Print a consent to sharing for the client to sign (zgoda, art. 7 RODO).

    Args:
        client_id (UUID):
        party (UUID | Unset):
        section (list[Section] | Unset):
        purpose (FormPurpose | Unset): What the data are to be used for.

            Coded, because it stands in an address, where nothing may stand that tells of a person. So
            treatment is not among the codes: that purpose is written in by hand.
        until (datetime.date | Unset):
        lang (PrintConsentFormLang | Unset):  Default: PrintConsentFormLang.PL.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            client_id=client_id,
            client=client,
            party=party,
            section=section,
            purpose=purpose,
            until=until,
            lang=lang,
            sync_token=sync_token,
        )
    ).parsed
