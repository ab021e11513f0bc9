"""Printing: a typst template and its data become a PDF that a screen reader can read too."""

import asyncio
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import orjson
import typst

PDF = "application/pdf"


async def printed(package: str, template: str, data: Mapping[str, Any]) -> bytes:
    """Print `template` of a package, which reads its data as `json(bytes(sys.inputs.data))`.

    The data reaches typst as data and never as its source, so no name can be a command.
    """
    given = orjson.dumps(data, default=str).decode()
    return await asyncio.to_thread(_compile, _source(package, template), given)


@cache
def _source(package: str, template: str) -> bytes:
    return (files(package) / template).read_bytes()


def _compile(source: bytes, given: str) -> bytes:
    # PDF/UA-1 (ISO 14289-1): typst refuses what could not be read aloud, like a wordless picture.
    return typst.compile(
        source, format="pdf", sys_inputs={"data": given}, pdf_standards="ua-1",
        ignore_system_fonts=True,
    )  # fmt: skip
