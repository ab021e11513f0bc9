from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.why_view import WhyView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    client_id: UUID,
    *,
    institution: UUID | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    json_institution: str | Unset = UNSET
    if not isinstance(institution, Unset):
        json_institution = str(institution)
    params["institution"] = json_institution

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/clients/{client_id}/sharings/why".format(
            client_id=quote(str(client_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WhyView | None:
    if response.status_code == 200:
        response_200 = WhyView.from_dict(response.json())

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
) -> Response[Problem | WhyView]:
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
    institution: UUID | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | WhyView]:
    """Explain Sharing

     Say in a sentence why an institution may see the record (dlaczego widzą moje dane).

    Args:
        client_id (UUID):
        institution (UUID | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WhyView]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        institution=institution,
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
    institution: UUID | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | WhyView | None:
    """Explain Sharing

     Say in a sentence why an institution may see the record (dlaczego widzą moje dane).

    Args:
        client_id (UUID):
        institution (UUID | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WhyView
    """

    return sync_detailed(
        client_id=client_id,
        client=client,
        institution=institution,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    institution: UUID | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | WhyView]:
    """Explain Sharing

     Say in a sentence why an institution may see the record (dlaczego widzą moje dane).

    Args:
        client_id (UUID):
        institution (UUID | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WhyView]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        institution=institution,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    institution: UUID | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | WhyView | None:
    """Explain Sharing

     Say in a sentence why an institution may see the record (dlaczego widzą moje dane).

    Args:
        client_id (UUID):
        institution (UUID | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WhyView
    """

    return (
        await asyncio_detailed(
            client_id=client_id,
            client=client,
            institution=institution,
            sync_token=sync_token,
        )
    ).parsed
