"""Examples of payment lists, from the draft to what the bank gave back, and of the ledger."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import ALONE, HOME, MANAGER, OPS, Example, application, id_of
from okienko.personas import with_check_digit

CLERK = "ops-zabrze-clerk"
LIST, LINE, TO_CANCEL = id_of("f601"), id_of("f611"), id_of("f602")
_L = {"list_id": LIST}
_LINE = _L | {"line_id": LINE}
_PERSON = {
    "name": {"given": "Ola", "family": "Wypłacana-Demo"},
    "pesel": with_check_digit("85031496000"),
    "birth_date": "1985-03-14",
    "residence": HOME,
    "particulars": {"bank_account": "PL61109010140000071219812874"},
}
EXAMPLES: dict[str, Example] = {
    "draft_payment_list": Example(CLERK, {"month": "2026-05"}),
    "list_payment_lists": Example(CLERK),
    "show_payment_list": Example(CLERK, path=_L),
    "list_payment_lines": Example(CLERK, path=_L),
    "hold_payment_line": Example(CLERK, {"reason": "facts_to_check"}, _LINE),
    "release_payment_line": Example(CLERK, path=_LINE),
    "approve_payment_list": Example(MANAGER, path=_L, if_match='"v3"'),
    "export_payment_list": Example(
        CLERK,
        {"from_account": "PL27114020040000300201355387", "execute_on": "2026-03-10"},
        _L,
    ),
    "fetch_payment_file": Example(CLERK, path=_L),
    "print_payment_list": Example(CLERK, path=_L),
    "confirm_payment_list": Example(MANAGER, {"bank_reference": "CEN2603100001"}, _L),
    "return_payment_line": Example(CLERK, {"reason": "account_closed"}, _LINE),
    "cancel_payment_list": Example(CLERK, path={"list_id": TO_CANCEL}),
    "show_ledger": Example(MANAGER),
}


def sow(front: Front, four: Sequence[str]) -> dict[str, str]:
    """A client with an account and an award, a list of its first month and one of the next."""
    del four
    client = str(front.post(OPS, "/v1/clients", _PERSON, key="payment-example")["id"])
    path = f"/v1/clients/{client}"
    front.post(OPS, f"{path}/household", ALONE)
    wage = [{"kind": "employment", "monthly": "3355.85"}]
    front.post(OPS, f"{path}/incomes", {"month": "2026-02", "items": []})
    front.post(OPS, f"{path}/incomes", {"month": "2026-03", "items": wage})
    front.post(OPS, f"{path}/employments", {"started_on": "2026-03-01"})
    award = front.post(OPS, "/v1/awards", application(client))["id"]
    front.post(MANAGER, f"/v1/awards/{award}/approve")
    lists = "/v1/benefits/payment-lists"
    march, april = (
        front.post(CLERK, lists, {"month": month})["id"] for month in ("2026-03", "2026-04")
    )
    items = front.get(CLERK, f"{lists}/{march}/lines")["items"]
    hers = next(line["id"] for line in items if line["award_id"] == award)
    return {LIST: march, LINE: hers, TO_CANCEL: april}
