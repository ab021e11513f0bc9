"""A paper is printed whatever somebody wrote on it."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from kernel.paper import printed

pytestmark = pytest.mark.anyio
RECORD = {
    "institution": "OPS (demo)", "client_id": "0197a000-0000-7000-8000-00000000c001",
    "printed_at": "2026-03-02, 10:00", "restricted": False, "because": [], "withheld": [], "as_of": [],
    "sections": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "accessible"),
    [
        ("Оксана Łucja", True),
        ("Ida \U0001f600", False),
        ("王小明", False),
        ("Ida \U00045f23", False),
    ],
)
async def test_a_sign_that_the_font_has_not_costs_the_form_and_not_the_paper(
    name: str, accessible: bool
) -> None:
    paper = await printed("gateway.record.papers", "record.typ", RECORD | {"worker": name})

    reader = PdfReader(BytesIO(paper))
    assert "Karta klienta" in reader.pages[0].extract_text()
    assert (b"pdfuaid" in paper) is accessible


async def test_a_template_at_fault_is_still_a_bug() -> None:
    with pytest.raises(Exception, match="worker"):
        await printed("gateway.record.papers", "record.typ", RECORD)
