from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.alarm_view import AlarmView
from ...models.problem import Problem
from ...models.review_alarm import ReviewAlarm
from ...types import UNSET, Response, Unset


def _get_kwargs(
    alarm_id: UUID,
    *,
    body: ReviewAlarm,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/alarms/{alarm_id}/review".format(
            alarm_id=quote(str(alarm_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AlarmView | Problem | None:
    if response.status_code == 200:
        response_200 = AlarmView.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[AlarmView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    alarm_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReviewAlarm,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[AlarmView | Problem]:
    """Review Alarm

     Say whether the glass was broken rightly.

    Args:
        alarm_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        body (ReviewAlarm): Say whether the glass was broken rightly.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlarmView | Problem]
    """

    kwargs = _get_kwargs(
        alarm_id=alarm_id,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    alarm_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReviewAlarm,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> AlarmView | Problem | None:
    """Review Alarm

     Say whether the glass was broken rightly.

    Args:
        alarm_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        body (ReviewAlarm): Say whether the glass was broken rightly.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlarmView | Problem
    """

    return sync_detailed(
        alarm_id=alarm_id,
        client=client,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    alarm_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReviewAlarm,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[AlarmView | Problem]:
    """Review Alarm

     Say whether the glass was broken rightly.

    Args:
        alarm_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        body (ReviewAlarm): Say whether the glass was broken rightly.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlarmView | Problem]
    """

    kwargs = _get_kwargs(
        alarm_id=alarm_id,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    alarm_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReviewAlarm,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> AlarmView | Problem | None:
    """Review Alarm

     Say whether the glass was broken rightly.

    Args:
        alarm_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        body (ReviewAlarm): Say whether the glass was broken rightly.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlarmView | Problem
    """

    return (
        await asyncio_detailed(
            alarm_id=alarm_id,
            client=client,
            body=body,
            sync_token=sync_token,
            idempotency_key=idempotency_key,
        )
    ).parsed
