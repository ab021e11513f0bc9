from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.overpayment_view import OverpaymentView
from ...models.problem import Problem
from ...models.record_repayment import RecordRepayment
from ...types import UNSET, Response, Unset


def _get_kwargs(
    overpayment_id: UUID,
    *,
    body: RecordRepayment,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/overpayments/{overpayment_id}/repayments".format(
            overpayment_id=quote(str(overpayment_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OverpaymentView | Problem | None:
    if response.status_code == 200:
        response_200 = OverpaymentView.from_dict(response.json())

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[OverpaymentView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    overpayment_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: RecordRepayment,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[OverpaymentView | Problem]:
    """Record Repayment

     Note what came back (wpłata).

    Args:
        overpayment_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (RecordRepayment): Note what came back on a day; what a payment list keeps back is
            noted when it is paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverpaymentView | Problem]
    """

    kwargs = _get_kwargs(
        overpayment_id=overpayment_id,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    overpayment_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: RecordRepayment,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> OverpaymentView | Problem | None:
    """Record Repayment

     Note what came back (wpłata).

    Args:
        overpayment_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (RecordRepayment): Note what came back on a day; what a payment list keeps back is
            noted when it is paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverpaymentView | Problem
    """

    return sync_detailed(
        overpayment_id=overpayment_id,
        client=client,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    overpayment_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: RecordRepayment,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[OverpaymentView | Problem]:
    """Record Repayment

     Note what came back (wpłata).

    Args:
        overpayment_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (RecordRepayment): Note what came back on a day; what a payment list keeps back is
            noted when it is paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverpaymentView | Problem]
    """

    kwargs = _get_kwargs(
        overpayment_id=overpayment_id,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    overpayment_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: RecordRepayment,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> OverpaymentView | Problem | None:
    """Record Repayment

     Note what came back (wpłata).

    Args:
        overpayment_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (RecordRepayment): Note what came back on a day; what a payment list keeps back is
            noted when it is paid.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverpaymentView | Problem
    """

    return (
        await asyncio_detailed(
            overpayment_id=overpayment_id,
            client=client,
            body=body,
            sync_token=sync_token,
            idempotency_key=idempotency_key,
            if_match=if_match,
        )
    ).parsed
