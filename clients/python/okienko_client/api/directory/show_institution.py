from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.institution_view import InstitutionView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    institution_id: UUID,
    *,
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/institutions/{institution_id}".format(
            institution_id=quote(str(institution_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InstitutionView | Problem | None:
    if response.status_code == 200:
        response_200 = InstitutionView.from_dict(response.json())

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
) -> Response[InstitutionView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    institution_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sync_token: str | Unset = UNSET,
) -> Response[InstitutionView | Problem]:
    """Show Institution

     Show one institution.

    Args:
        institution_id (UUID):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstitutionView | Problem]
    """

    kwargs = _get_kwargs(
        institution_id=institution_id,
        sync_token=sync_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    institution_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sync_token: str | Unset = UNSET,
) -> InstitutionView | Problem | None:
    """Show Institution

     Show one institution.

    Args:
        institution_id (UUID):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstitutionView | Problem
    """

    return sync_detailed(
        institution_id=institution_id,
        client=client,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    institution_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sync_token: str | Unset = UNSET,
) -> Response[InstitutionView | Problem]:
    """Show Institution

     Show one institution.

    Args:
        institution_id (UUID):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstitutionView | Problem]
    """

    kwargs = _get_kwargs(
        institution_id=institution_id,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    institution_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    sync_token: str | Unset = UNSET,
) -> InstitutionView | Problem | None:
    """Show Institution

     Show one institution.

    Args:
        institution_id (UUID):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstitutionView | Problem
    """

    return (
        await asyncio_detailed(
            institution_id=institution_id,
            client=client,
            sync_token=sync_token,
        )
    ).parsed
