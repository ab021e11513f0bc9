"""Printing: a typst template and its data become a PDF that a screen reader can read too."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from typing import Any

import orjson
import typst
from fastapi import Response

PDF = "application/pdf"
PAPER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A tagged PDF (PDF/UA-1).",
        "content": {PDF: {"schema": {"type": "string", "format": "binary"}}},
    }
}
"""What the description of a verb says of a paper it answers with."""


class PrintedPaper(Response):
    """A paper as PDF."""

    media_type = PDF


def answered(paper: bytes, name: str | None = None) -> PrintedPaper:
    """The paper as an answer: shown at once, kept nowhere on the way, named after nobody.

    `name` is the file's, without its ending, for whoever saves it; none leaves that to the browser.
    """
    headers = {"Cache-Control": "no-store"}
    if name is not None:
        headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return PrintedPaper(paper, headers=headers)


async def printed(package: str, template: str, data: Mapping[str, Any]) -> bytes:
    """Print `template` of a package, which reads its data as `json(bytes(sys.inputs.data))`.

    The data reaches typst as data and never as its source, so no name can be a command. A template
    may import its neighbours in the package, and `sheet.typ`, which every paper of the house has in
    common. Takes about 25 ms, away from the event loop.
    """
    given = orjson.dumps(data, default=str).decode()
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_PRESS, _compile, _sources(package, template), given)


# One press: typst holds the interpreter for 8 ms of a print. With six presses twenty prints at
# once delayed the event loop by 165 ms, with one by 25 ms, and came out no later (measured).
_PRESS = ThreadPoolExecutor(1, thread_name_prefix="press")


@cache
def _sources(package: str, template: str) -> dict[str, bytes]:
    shared = files("kernel") / "sheet.typ"
    folder = [file for file in files(package).iterdir() if file.name.endswith(".typ")] + [shared]
    found = {file.name: file.read_bytes() for file in folder}
    return {"main": found.pop(template), **found}


def _compile(sources: dict[str, bytes], given: str) -> bytes:
    try:
        # PDF/UA-1 (ISO 14289-1): typst refuses what could not be read aloud, like a wordless picture.
        return _pdf(sources, given, "ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    # Somebody wrote a sign that the font has none for, like an emoji. An empty box on the sheet, and
    # the sign itself for whoever copies or hears it, are better than no paper.
    return _pdf(sources, given, None)


def _pdf(sources: Mapping[str, bytes], given: str, standard: str | None) -> bytes:
    paper: bytes = typst.compile(  # type: ignore[call-overload] # its stub forgets several sources
        sources, format="pdf", sys_inputs={"data": given}, pdf_standards=standard or [],
        ignore_system_fonts=True,
    )  # fmt: skip
    return paper
