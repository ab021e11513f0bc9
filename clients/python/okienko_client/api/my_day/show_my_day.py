import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.group import Group
from ...models.my_day import MyDay
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    until: datetime.date | Unset = UNSET,
    group: Group | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    json_group: str | Unset = UNSET
    if not isinstance(group, Unset):
        json_group = group.value

    params["group"] = json_group

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/my-day",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MyDay | Problem | None:
    if response.status_code == 200:
        response_200 = MyDay.from_dict(response.json())

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
) -> Response[MyDay | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    until: datetime.date | Unset = UNSET,
    group: Group | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> Response[MyDay | Problem]:
    """Show My Day

     Show a worker's day (mój dzień): overdue, due, silent and new, the most pressing first.

    Args:
        until (datetime.date | Unset):
        group (Group | Unset): What a duty means for one's day.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MyDay | Problem]
    """

    kwargs = _get_kwargs(
        until=until,
        group=group,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        sync_token=sync_token,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    until: datetime.date | Unset = UNSET,
    group: Group | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> MyDay | Problem | None:
    """Show My Day

     Show a worker's day (mój dzień): overdue, due, silent and new, the most pressing first.

    Args:
        until (datetime.date | Unset):
        group (Group | Unset): What a duty means for one's day.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MyDay | Problem
    """

    return sync_detailed(
        client=client,
        until=until,
        group=group,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    until: datetime.date | Unset = UNSET,
    group: Group | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> Response[MyDay | Problem]:
    """Show My Day

     Show a worker's day (mój dzień): overdue, due, silent and new, the most pressing first.

    Args:
        until (datetime.date | Unset):
        group (Group | Unset): What a duty means for one's day.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MyDay | Problem]
    """

    kwargs = _get_kwargs(
        until=until,
        group=group,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    until: datetime.date | Unset = UNSET,
    group: Group | Unset = UNSET,
    limit: int | Unset = 20,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> MyDay | Problem | None:
    """Show My Day

     Show a worker's day (mój dzień): overdue, due, silent and new, the most pressing first.

    Args:
        until (datetime.date | Unset):
        group (Group | Unset): What a duty means for one's day.
        limit (int | Unset):  Default: 20.
        cursor (str | Unset):
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MyDay | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            until=until,
            group=group,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            sync_token=sync_token,
        )
    ).parsed
