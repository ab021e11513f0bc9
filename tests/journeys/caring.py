"""What journeys about care need: a programme of a gmina, and a voucher in a client's hands."""

from datetime import datetime
from typing import Any

from kernel import clock
from kernel.clock import WARSAW
from okienko.personas import NGO_ZABRZE
from services.benefits.domain import months
from services.benefits.domain.months import shifted
from tests.journeys.house import House


def programme(house: House) -> str:
    """Care at 40.00 an hour, in the hands of an association."""
    year = {"first_day": f"{month_of(-2)}-01", "last_day": "2027-12-31"}
    body = {
        "municipality": "2478011",
        "name": "Bon opiekuńczy (próba)",
        "resolution": "uchwała nr XII/98/26 (próba)",
        "hour_rate": "40.00",
        "services": ["care"],
        "table": {"preset": "LIPNICA-2023"},
    }
    opened = str(house.post("ops-zabrze-manager", "/v1/voucher-programmes", body | year)["id"])
    contract = {"institution": str(NGO_ZABRZE.id)} | year
    house.post("ops-zabrze-manager", f"/v1/voucher-programmes/{opened}/contracts", contract, 200)
    return opened


def month_of(ahead: int) -> str:
    return shifted(months.month_of(clock.today()), ahead)


def at(day: int, hour: int) -> str:
    """A moment of the month that is over, in Poland."""
    year, month = map(int, month_of(-1).split("-"))
    return datetime(year, month, day, hour, 10, tzinfo=WARSAW).isoformat()


def in_hands(
    house: House, client_id: str, programme_id: str, who: str = "ops-zabrze"
) -> tuple[str, Any]:
    """A voucher that the client holds: its address, and what is said at every visit."""
    drawn = house.post(who, "/v1/vouchers", voucher(client_id, programme_id))
    path = f"/v1/vouchers/{drawn['id']}"
    house.post("ops-zabrze-manager", f"{path}/issue", None, 200)
    handed = house.post("ops-zabrze", f"{path}/hand-over", None, 200)
    visit = {
        "serial": handed["voucher"]["serial"].replace("-", ""),
        "carer": "ngo-zabrze-carer",
        "service": "care",
        "tasks": ["daily_needs"],
        "code": handed["code"],
    }
    return path, visit


def voucher(client_id: str, programme_id: str) -> Any:
    return {
        "client_id": client_id,
        "programme_id": programme_id,
        "services": ["care"],
        "hours": 30,
        "valid_from": f"{month_of(-1)}-01",
        "valid_to": "2027-12-31",
        "income": {"amount": "1800.00", "household_size": 1, "reason": "Decyzja ZUS (próba)."},
    }
