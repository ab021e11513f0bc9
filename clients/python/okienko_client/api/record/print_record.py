from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.purpose import Purpose
from ...models.section import Section
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    client_id: UUID,
    *,
    sections: list[Section] | Unset = UNSET,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    if not isinstance(purpose_of_use, Unset):
        headers["purpose-of-use"] = str(purpose_of_use)

    params: dict[str, Any] = {}

    json_sections: list[str] | Unset = UNSET
    if not isinstance(sections, Unset):
        json_sections = []
        for sections_item_data in sections:
            sections_item = sections_item_data.value
            json_sections.append(sections_item)

    params["sections"] = json_sections

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/records/{client_id}/paper.pdf".format(
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
    sections: list[Section] | Unset = UNSET,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Response[File | Problem]:
    """Print Record

     Print a client's record as you may see it, in Polish, as a PDF (wydruk karty klienta).

    Args:
        client_id (UUID):
        sections (list[Section] | Unset):
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        sections=sections,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sections: list[Section] | Unset = UNSET,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> File | Problem | None:
    """Print Record

     Print a client's record as you may see it, in Polish, as a PDF (wydruk karty klienta).

    Args:
        client_id (UUID):
        sections (list[Section] | Unset):
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        client_id=client_id,
        client=client,
        sections=sections,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    ).parsed


async def asyncio_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sections: list[Section] | Unset = UNSET,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Response[File | Problem]:
    """Print Record

     Print a client's record as you may see it, in Polish, as a PDF (wydruk karty klienta).

    Args:
        client_id (UUID):
        sections (list[Section] | Unset):
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        sections=sections,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sections: list[Section] | Unset = UNSET,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> File | Problem | None:
    """Print Record

     Print a client's record as you may see it, in Polish, as a PDF (wydruk karty klienta).

    Args:
        client_id (UUID):
        sections (list[Section] | Unset):
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.

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
            sections=sections,
            sync_token=sync_token,
            purpose_of_use=purpose_of_use,
        )
    ).parsed
