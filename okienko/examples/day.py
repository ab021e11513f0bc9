"""Examples of the day's work, and of what came of it."""

from collections.abc import Sequence

from okienko.caller import Front
from okienko.examples.example import MANAGER, OPS, Example, id_of

FEED, TO_REVOKE = id_of("d701"), id_of("d702")
ANALYST = "rops-katowice"
EXAMPLES: dict[str, Example] = {
    "show_my_day": Example(),
    "see_news": Example(body={"as_of": "2026-03-02T07:30:00Z"}),
    "show_team_day": Example(MANAGER),
    "show_region_day": Example(ANALYST),
    "show_indicators": Example(MANAGER),
    "open_calendar": Example(body={"for": "me", "kinds": ["answer_referral", "report_outcome"]}),
    "list_calendars": Example(),
    "read_calendar": Example(path={"calendar_id": FEED}),
    "revoke_calendar": Example(path={"calendar_id": TO_REVOKE}),
}


def sow(front: Front, _: Sequence[str]) -> dict[str, str]:
    """Two calendars: one to read by its address, one to revoke."""
    address = front.post(OPS, "/v1/my-day/calendars", {"for": "me"})["address"]
    other = front.post(OPS, "/v1/my-day/calendars", {"for": "me"})["id"]
    return {
        FEED: str(address).removeprefix("/v1/calendars/").removesuffix(".ics"),
        TO_REVOKE: other,
    }
