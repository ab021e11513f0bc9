from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.by import By
from ...models.form import Form
from ...models.indicator_report import IndicatorReport
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    by: By | Unset = UNSET,
    format_: Form | Unset = UNSET,
    accept: str | Unset = "",
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept, Unset):
        headers["accept"] = accept

    if not isinstance(accept_language, Unset):
        headers["accept-language"] = accept_language

    if not isinstance(sync_token, Unset):
        headers["sync-token"] = sync_token

    params: dict[str, Any] = {}

    params["from"] = from_

    params["to"] = to

    json_by: str | Unset = UNSET
    if not isinstance(by, Unset):
        json_by = by.value

    params["by"] = json_by

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/indicators",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> IndicatorReport | Problem | None:
    if response.status_code == 200:
        response_200 = IndicatorReport.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[IndicatorReport | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    by: By | Unset = UNSET,
    format_: Form | Unset = UNSET,
    accept: str | Unset = "",
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> Response[IndicatorReport | Problem]:
    """Show Indicators

     Show what came of the work (wskaźniki): exact counts of whole quarters, the small ones left out.

    Args:
        from_ (str | Unset):
        to (str | Unset):
        by (By | Unset): For whom indicators are counted.
        format_ (Form | Unset): How the numbers are given.
        accept (str | Unset):  Default: ''.
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IndicatorReport | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        by=by,
        format_=format_,
        accept=accept,
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
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    by: By | Unset = UNSET,
    format_: Form | Unset = UNSET,
    accept: str | Unset = "",
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> IndicatorReport | Problem | None:
    """Show Indicators

     Show what came of the work (wskaźniki): exact counts of whole quarters, the small ones left out.

    Args:
        from_ (str | Unset):
        to (str | Unset):
        by (By | Unset): For whom indicators are counted.
        format_ (Form | Unset): How the numbers are given.
        accept (str | Unset):  Default: ''.
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IndicatorReport | Problem
    """

    return sync_detailed(
        client=client,
        from_=from_,
        to=to,
        by=by,
        format_=format_,
        accept=accept,
        accept_language=accept_language,
        sync_token=sync_token,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    by: By | Unset = UNSET,
    format_: Form | Unset = UNSET,
    accept: str | Unset = "",
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> Response[IndicatorReport | Problem]:
    """Show Indicators

     Show what came of the work (wskaźniki): exact counts of whole quarters, the small ones left out.

    Args:
        from_ (str | Unset):
        to (str | Unset):
        by (By | Unset): For whom indicators are counted.
        format_ (Form | Unset): How the numbers are given.
        accept (str | Unset):  Default: ''.
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[IndicatorReport | Problem]
    """

    kwargs = _get_kwargs(
        from_=from_,
        to=to,
        by=by,
        format_=format_,
        accept=accept,
        accept_language=accept_language,
        sync_token=sync_token,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    by: By | Unset = UNSET,
    format_: Form | Unset = UNSET,
    accept: str | Unset = "",
    accept_language: str | Unset = "en",
    sync_token: str | Unset = UNSET,
) -> IndicatorReport | Problem | None:
    """Show Indicators

     Show what came of the work (wskaźniki): exact counts of whole quarters, the small ones left out.

    Args:
        from_ (str | Unset):
        to (str | Unset):
        by (By | Unset): For whom indicators are counted.
        format_ (Form | Unset): How the numbers are given.
        accept (str | Unset):  Default: ''.
        accept_language (str | Unset):  Default: 'en'.
        sync_token (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        IndicatorReport | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            to=to,
            by=by,
            format_=format_,
            accept=accept,
            accept_language=accept_language,
            sync_token=sync_token,
        )
    ).parsed
