from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.chart_format import ChartFormat
from ...models.chart_kind import ChartKind
from ...models.lang import Lang
from ...models.problem import Problem
from ...models.what_if_of_client import WhatIfOfClient
from ...types import UNSET, Response, Unset


def _get_kwargs(
    client_id: UUID,
    *,
    body: WhatIfOfClient,
    kind: ChartKind | Unset = UNSET,
    format_: ChartFormat | Unset = UNSET,
    lang: Lang | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    json_lang: str | Unset = UNSET
    if not isinstance(lang, Unset):
        json_lang = lang.value

    params["lang"] = json_lang

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/benefits/what-if/of-client/{client_id}/chart".format(
            client_id=quote(str(client_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = cast(str, response.content)
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
) -> Response[Problem | str]:
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
    body: WhatIfOfClient,
    kind: ChartKind | Unset = UNSET,
    format_: ChartFormat | Unset = UNSET,
    lang: Lang | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Draw What If Of Client

     Draw it for a client, by her own declarations: over wages, or month by month.

    Args:
        client_id (UUID):
        kind (ChartKind | Unset): Which chart.
        format_ (ChartFormat | Unset): How it is written.
        lang (Lang | Unset): The language of its words.
        sync_token (str | Unset):
        body (WhatIfOfClient): A job for a client whose household and incomes are known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        body=body,
        kind=kind,
        format_=format_,
        lang=lang,
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
    body: WhatIfOfClient,
    kind: ChartKind | Unset = UNSET,
    format_: ChartFormat | Unset = UNSET,
    lang: Lang | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | str | None:
    """Draw What If Of Client

     Draw it for a client, by her own declarations: over wages, or month by month.

    Args:
        client_id (UUID):
        kind (ChartKind | Unset): Which chart.
        format_ (ChartFormat | Unset): How it is written.
        lang (Lang | Unset): The language of its words.
        sync_token (str | Unset):
        body (WhatIfOfClient): A job for a client whose household and incomes are known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client_id=client_id,
        client=client,
        body=body,
        kind=kind,
        format_=format_,
        lang=lang,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: WhatIfOfClient,
    kind: ChartKind | Unset = UNSET,
    format_: ChartFormat | Unset = UNSET,
    lang: Lang | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Response[Problem | str]:
    """Draw What If Of Client

     Draw it for a client, by her own declarations: over wages, or month by month.

    Args:
        client_id (UUID):
        kind (ChartKind | Unset): Which chart.
        format_ (ChartFormat | Unset): How it is written.
        lang (Lang | Unset): The language of its words.
        sync_token (str | Unset):
        body (WhatIfOfClient): A job for a client whose household and incomes are known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        body=body,
        kind=kind,
        format_=format_,
        lang=lang,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    client_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: WhatIfOfClient,
    kind: ChartKind | Unset = UNSET,
    format_: ChartFormat | Unset = UNSET,
    lang: Lang | Unset = UNSET,
    sync_token: str | Unset = UNSET,
) -> Problem | str | None:
    """Draw What If Of Client

     Draw it for a client, by her own declarations: over wages, or month by month.

    Args:
        client_id (UUID):
        kind (ChartKind | Unset): Which chart.
        format_ (ChartFormat | Unset): How it is written.
        lang (Lang | Unset): The language of its words.
        sync_token (str | Unset):
        body (WhatIfOfClient): A job for a client whose household and incomes are known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client_id=client_id,
            client=client,
            body=body,
            kind=kind,
            format_=format_,
            lang=lang,
            sync_token=sync_token,
        )
    ).parsed
