import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.parameter_list import ParameterList
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    on: datetime.date | Unset = UNSET,
    municipality: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_on: str | Unset = UNSET
    if not isinstance(on, Unset):
        json_on = on.isoformat()
    params["on"] = json_on

    params["municipality"] = municipality

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/benefits/parameters",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ParameterList | Problem | None:
    if response.status_code == 200:
        response_200 = ParameterList.from_dict(response.json())

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
) -> Response[ParameterList | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | Unset = UNSET,
    municipality: str | Unset = UNSET,
) -> Response[ParameterList | Problem]:
    """List Parameters

     List the amounts and rules in force on a day, each with its source (parametry ustawowe).

    Args:
        on (datetime.date | Unset):
        municipality (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ParameterList | Problem]
    """

    kwargs = _get_kwargs(
        on=on,
        municipality=municipality,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | Unset = UNSET,
    municipality: str | Unset = UNSET,
) -> ParameterList | Problem | None:
    """List Parameters

     List the amounts and rules in force on a day, each with its source (parametry ustawowe).

    Args:
        on (datetime.date | Unset):
        municipality (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ParameterList | Problem
    """

    return sync_detailed(
        client=client,
        on=on,
        municipality=municipality,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | Unset = UNSET,
    municipality: str | Unset = UNSET,
) -> Response[ParameterList | Problem]:
    """List Parameters

     List the amounts and rules in force on a day, each with its source (parametry ustawowe).

    Args:
        on (datetime.date | Unset):
        municipality (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ParameterList | Problem]
    """

    kwargs = _get_kwargs(
        on=on,
        municipality=municipality,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    on: datetime.date | Unset = UNSET,
    municipality: str | Unset = UNSET,
) -> ParameterList | Problem | None:
    """List Parameters

     List the amounts and rules in force on a day, each with its source (parametry ustawowe).

    Args:
        on (datetime.date | Unset):
        municipality (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ParameterList | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            on=on,
            municipality=municipality,
        )
    ).parsed
