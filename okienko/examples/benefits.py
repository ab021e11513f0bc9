"""Examples of the operations of benefits."""

from okienko.examples.example import AWARD, CLIENT, MANAGER, TO_REJECT, Example, application

EXAMPLES: dict[str, Example] = {
    "apply_for_award": Example(body=application(CLIENT)),
    "show_award": Example(path={"award_id": AWARD}),
    "approve_award": Example(MANAGER, path={"award_id": AWARD}),
    "reject_award": Example(MANAGER, {"reason": "computed_wrongly"}, {"award_id": TO_REJECT}),
}
