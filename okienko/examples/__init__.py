"""One worked example of every operation: shown in the documentation, sown in the demo, tried by a test.

The ids below are placeholders; the demo sows the things they stand for and the gateway of a
demonstration shows the real ids in their place, so that "try it out" answers with success.
"""

from typing import Any

from okienko.examples import (
    advice,
    awards,
    benefits,
    day,
    directory,
    duplicates,
    feed,
    gateway,
    importing,
    intake,
    interviews,
    labour,
    law,
    means,
    meetings,
    offers,
    overpayments,
    papers,
    payments,
    person,
    plans,
    referral_life,
    referrals,
    requests,
    rights,
    search,
    services,
    sharing,
    vouchers,
)
from okienko.examples.example import Example
from okienko.examples.sow import sow

__all__ = ["EXAMPLES", "Example", "show_in", "sow"]

EXAMPLES: dict[str, Example] = {
    **intake.EXAMPLES,
    **sharing.EXAMPLES,
    **person.EXAMPLES,
    **means.EXAMPLES,
    **labour.EXAMPLES,
    **interviews.EXAMPLES,
    **search.EXAMPLES,
    **importing.EXAMPLES,
    **gateway.EXAMPLES,
    **feed.EXAMPLES,
    **advice.EXAMPLES,
    **day.EXAMPLES,
    **papers.EXAMPLES,
    **meetings.EXAMPLES,
    **referrals.EXAMPLES,
    **referral_life.EXAMPLES,
    **plans.EXAMPLES,
    **requests.EXAMPLES,
    **meetings.EXAMPLES,
    **benefits.EXAMPLES,
    **awards.EXAMPLES,
    **overpayments.EXAMPLES,
    **payments.EXAMPLES,
    **vouchers.EXAMPLES,
    **law.EXAMPLES,
    **directory.EXAMPLES,
    **services.EXAMPLES,
    **offers.EXAMPLES,
    **duplicates.EXAMPLES,
    **rights.EXAMPLES,
}
"""In the order of the story: what would close a door comes last."""


def show_in(openapi: dict[str, Any]) -> None:
    """Put the examples where the documentation shows them."""
    for methods in openapi["paths"].values():
        for operation in methods.values():
            example = EXAMPLES[operation["operationId"]]
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    whole = parameter["schema"].get("type") == "integer"
                    said = example.path[parameter["name"]]
                    parameter["example"] = int(said) if whole else said
                if parameter["name"].lower() == "if-match" and example.if_match:
                    parameter["example"] = example.if_match
            if example.body is not None:
                operation["requestBody"]["content"]["application/json"]["example"] = example.body
