from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.purpose import Purpose
from ...models.read_records import ReadRecords
from ...models.records_view import RecordsView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ReadRecords,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    if not isinstance(purpose_of_use, Unset):
        headers["purpose-of-use"] = str(purpose_of_use)

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/records/batch",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RecordsView | None:
    if response.status_code == 200:
        response_200 = RecordsView.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[Problem | RecordsView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ReadRecords,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Response[Problem | RecordsView]:
    """Read Records

     Read the records of a caseload in one request, each as it would be read alone (karty klientów).

    Args:
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.
        body (ReadRecords): Whose records to read; those that are still as they were are not sent
            again.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RecordsView]
    """

    kwargs = _get_kwargs(
        body=body,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ReadRecords,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Problem | RecordsView | None:
    """Read Records

     Read the records of a caseload in one request, each as it would be read alone (karty klientów).

    Args:
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.
        body (ReadRecords): Whose records to read; those that are still as they were are not sent
            again.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RecordsView
    """

    return sync_detailed(
        client=client,
        body=body,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ReadRecords,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Response[Problem | RecordsView]:
    """Read Records

     Read the records of a caseload in one request, each as it would be read alone (karty klientów).

    Args:
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.
        body (ReadRecords): Whose records to read; those that are still as they were are not sent
            again.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RecordsView]
    """

    kwargs = _get_kwargs(
        body=body,
        sync_token=sync_token,
        purpose_of_use=purpose_of_use,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ReadRecords,
    sync_token: str | Unset = UNSET,
    purpose_of_use: Purpose | Unset = UNSET,
) -> Problem | RecordsView | None:
    """Read Records

     Read the records of a caseload in one request, each as it would be read alone (karty klientów).

    Args:
        sync_token (str | Unset):
        purpose_of_use (Purpose | Unset): What a worker reads a record for; each institution's own
            task first, then its parts.
        body (ReadRecords): Whose records to read; those that are still as they were are not sent
            again.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RecordsView
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            sync_token=sync_token,
            purpose_of_use=purpose_of_use,
        )
    ).parsed
