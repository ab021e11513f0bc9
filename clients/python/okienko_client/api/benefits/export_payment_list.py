from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_payment_list import ExportPaymentList
from ...models.payment_list_view import PaymentListView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    list_id: UUID,
    *,
    body: ExportPaymentList,
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
        "url": "/v1/benefits/payment-lists/{list_id}/export".format(
            list_id=quote(str(list_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PaymentListView | Problem | None:
    if response.status_code == 200:
        response_200 = PaymentListView.from_dict(response.json())

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
) -> Response[PaymentListView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    list_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ExportPaymentList,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[PaymentListView | Problem]:
    """Export Payment List

     Have the files of an approved list made; their fingerprints are kept, the files are not.

    Args:
        list_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (ExportPaymentList): Have the files made.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentListView | Problem]
    """

    kwargs = _get_kwargs(
        list_id=list_id,
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
    list_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ExportPaymentList,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> PaymentListView | Problem | None:
    """Export Payment List

     Have the files of an approved list made; their fingerprints are kept, the files are not.

    Args:
        list_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (ExportPaymentList): Have the files made.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentListView | Problem
    """

    return sync_detailed(
        list_id=list_id,
        client=client,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    list_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ExportPaymentList,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[PaymentListView | Problem]:
    """Export Payment List

     Have the files of an approved list made; their fingerprints are kept, the files are not.

    Args:
        list_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (ExportPaymentList): Have the files made.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PaymentListView | Problem]
    """

    kwargs = _get_kwargs(
        list_id=list_id,
        body=body,
        sync_token=sync_token,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    list_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ExportPaymentList,
    sync_token: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> PaymentListView | Problem | None:
    """Export Payment List

     Have the files of an approved list made; their fingerprints are kept, the files are not.

    Args:
        list_id (UUID):
        sync_token (str | Unset):
        idempotency_key (str | Unset):
        if_match (str | Unset):
        body (ExportPaymentList): Have the files made.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PaymentListView | Problem
    """

    return (
        await asyncio_detailed(
            list_id=list_id,
            client=client,
            body=body,
            sync_token=sync_token,
            idempotency_key=idempotency_key,
            if_match=if_match,
        )
    ).parsed
