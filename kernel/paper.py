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

    The data reaches typst as data and never as its source, so no name can be a command. A template
    may import its neighbours in the package. In a thread, so that others are served meanwhile.
    """
    given = orjson.dumps(data, default=str).decode()
    return await asyncio.to_thread(_compile, _sources(package, template), given)


@cache
def _sources(package: str, template: str) -> dict[str, bytes]:
    folder = [file for file in files(package).iterdir() if file.name.endswith(".typ")]
    found = {file.name: file.read_bytes() for file in folder}
    return {"main": found.pop(template), **found}


def _compile(sources: dict[str, bytes], given: str) -> bytes:
    # PDF/UA-1 (ISO 14289-1): typst refuses what could not be read aloud, like a wordless picture.
    paper: bytes = typst.compile(  # type: ignore[call-overload] # its stub forgets several sources
        sources, format="pdf", sys_inputs={"data": given}, pdf_standards="ua-1",
        ignore_system_fonts=True,
    )  # fmt: skip
    return paper
