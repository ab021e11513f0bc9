"""A client's card as benefits cuts it: a section for each of its themes."""

from collections.abc import Mapping
from uuid import UUID

from contracts.sections import Section
from kernel.service import Bodies
from kernel.transactions import Transaction
from services.benefits.views.award_lists import cut as cut_awards
from services.benefits.views.vouchers import cut_vouchers


async def cut(tx: Transaction, client_id: UUID) -> Mapping[Section | str, Bodies] | None:
    """All sections there is anything in; none: nothing is known of her here."""
    sections: dict[Section | str, Bodies] = {}
    for theme in (cut_awards, cut_vouchers):
        sections |= await theme(tx, client_id) or {}
    return sections or None
