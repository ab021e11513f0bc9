from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.map_category import MapCategory
from ...models.problem import Problem
from ...models.service_page import ServicePage
from ...models.service_status import ServiceStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    institution: UUID | Unset = UNSET,
    category: MapCategory | Unset = UNSET,
    area: str | Unset = UNSET,
    status: ServiceStatus | Unset = UNSET,
    free_places: bool | Unset = False,
    words: str | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_institution: str | Unset = UNSET
    if not isinstance(institution, Unset):
        json_institution = str(institution)
    params["institution"] = json_institution

    json_category: str | Unset = UNSET
    if not isinstance(category, Unset):
        json_category = category.value

    params["category"] = json_category

    params["area"] = area

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["free_places"] = free_places

    params["words"] = words

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/services",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ServicePage | None:
    if response.status_code == 200:
        response_200 = ServicePage.from_dict(response.json())

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
) -> Response[Problem | ServicePage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    institution: UUID | Unset = UNSET,
    category: MapCategory | Unset = UNSET,
    area: str | Unset = UNSET,
    status: ServiceStatus | Unset = UNSET,
    free_places: bool | Unset = False,
    words: str | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | ServicePage]:
    """List Services

     List what institutions offer (usługi); several filters narrow together, retired ones only by status.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        institution (UUID | Unset):
        category (MapCategory | Unset): What a service does (domain 7); Polish names and articles:
            `categories.yaml` of the directory.
        area (str | Unset):
        status (ServiceStatus | Unset): Whether a service is offered, in the words of HSDS.
        free_places (bool | Unset):  Default: False.
        words (str | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ServicePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        institution=institution,
        category=category,
        area=area,
        status=status,
        free_places=free_places,
        words=words,
        sync_token=sync_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    institution: UUID | Unset = UNSET,
    category: MapCategory | Unset = UNSET,
    area: str | Unset = UNSET,
    status: ServiceStatus | Unset = UNSET,
    free_places: bool | Unset = False,
    words: str | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | ServicePage | None:
    """List Services

     List what institutions offer (usługi); several filters narrow together, retired ones only by status.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        institution (UUID | Unset):
        category (MapCategory | Unset): What a service does (domain 7); Polish names and articles:
            `categories.yaml` of the directory.
        area (str | Unset):
        status (ServiceStatus | Unset): Whether a service is offered, in the words of HSDS.
        free_places (bool | Unset):  Default: False.
        words (str | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ServicePage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        institution=institution,
        category=category,
        area=area,
        status=status,
        free_places=free_places,
        words=words,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    institution: UUID | Unset = UNSET,
    category: MapCategory | Unset = UNSET,
    area: str | Unset = UNSET,
    status: ServiceStatus | Unset = UNSET,
    free_places: bool | Unset = False,
    words: str | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | ServicePage]:
    """List Services

     List what institutions offer (usługi); several filters narrow together, retired ones only by status.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        institution (UUID | Unset):
        category (MapCategory | Unset): What a service does (domain 7); Polish names and articles:
            `categories.yaml` of the directory.
        area (str | Unset):
        status (ServiceStatus | Unset): Whether a service is offered, in the words of HSDS.
        free_places (bool | Unset):  Default: False.
        words (str | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ServicePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        institution=institution,
        category=category,
        area=area,
        status=status,
        free_places=free_places,
        words=words,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    institution: UUID | Unset = UNSET,
    category: MapCategory | Unset = UNSET,
    area: str | Unset = UNSET,
    status: ServiceStatus | Unset = UNSET,
    free_places: bool | Unset = False,
    words: str | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | ServicePage | None:
    """List Services

     List what institutions offer (usługi); several filters narrow together, retired ones only by status.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        institution (UUID | Unset):
        category (MapCategory | Unset): What a service does (domain 7); Polish names and articles:
            `categories.yaml` of the directory.
        area (str | Unset):
        status (ServiceStatus | Unset): Whether a service is offered, in the words of HSDS.
        free_places (bool | Unset):  Default: False.
        words (str | Unset):
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ServicePage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            institution=institution,
            category=category,
            area=area,
            status=status,
            free_places=free_places,
            words=words,
            sync_token=sync_token,
        )
    ).parsed
