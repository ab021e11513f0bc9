"""What a client pays of her care is resolved by the council of her gmina, and counts once two persons entered it."""

from typing import Any

import httpx2
import pytest

from tests.benefits.care import CLERK, FIRST, PROGRAMME, outcome, programme
from tests.benefits.conftest import MANAGER, STRANGER, Office
from tests.benefits.test_resolutions import RESOLUTIONS, ZABRZE, at_home

pytestmark = pytest.mark.anyio
BANDS = [{"up_to": "100", "single": "0", "family": "0"}, {"single": "12.5", "family": "50"}]
TABLE: dict[str, Any] = {
    "parameter": "copayment_table",
    "municipality": ZABRZE,
    "from": FIRST.isoformat(),
    "correction": "Uchwała nie była wprowadzona",
    "bands": BANDS,
    "act": "Uchwała nr XII/98/26 (Zabrze)",
    "article": "§ 3",
}
NO_TABLE = {name: value for name, value in PROGRAMME.items() if name != "table"}


async def entered(office: Office, by: Any = MANAGER, **said: Any) -> httpx2.Response:
    body = {name: value for name, value in (TABLE | said).items() if value is not None}
    return await office.decide(by, RESOLUTIONS, body)


async def test_a_programme_takes_the_table_that_its_council_resolved(office: Office) -> None:
    await at_home(office)
    drafted = await entered(office)
    path = drafted.headers["location"]
    early = await office.decide(MANAGER, "/v1/voucher-programmes", NO_TABLE)
    own = await office.decide(MANAGER, f"{path}/approve")
    approved = await office.decide(CLERK, f"{path}/approve")

    care = await programme(office, table=None)
    voucher = await care.draft()

    assert drafted.status_code == 201, drafted.text
    assert (drafted.json()["value"], drafted.json()["bands"]) == (
        None,
        [BANDS[0], BANDS[1] | {"up_to": None}],
    )
    assert outcome(early) == (409, "NoTableResolved")
    assert outcome(own) == (403, "OwnEntry")
    assert approved.status_code == 200
    # 1800.00 is 178.22 % of the criterion.
    assert voucher.json()["copayment_percent"] == "12.5"
    shown = (await office.see(MANAGER, f"/v1/voucher-programmes/{care.programme}")).json()
    assert shown["bands_source"]["act"] == TABLE["act"]


async def test_another_table_for_the_same_days_is_refused_and_a_withdrawn_one_counts_no_more(
    office: Office,
) -> None:
    await at_home(office)
    path = (await entered(office)).headers["location"]
    await office.decide(CLERK, f"{path}/approve")

    again = await entered(office)
    listed = (await office.see(MANAGER, f"/v1/benefits/parameters?municipality={ZABRZE}")).json()
    await office.decide(MANAGER, f"{path}/withdraw", {"reason": "Błąd w przedziale"})
    later = await office.decide(MANAGER, "/v1/voucher-programmes", NO_TABLE)

    assert outcome(again) == (409, "AlreadyResolved")
    (told,) = [one for one in listed["items"] if one["name"] == "copayment_table"]
    assert (told["value"], told["of_municipality"]) == ("≤ 100 %: 0 / 0; above: 12.5 / 50", True)
    assert outcome(later) == (409, "NoTableResolved")


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"value": "0.80"}, (422, "FieldsAtFault")),
        ({"bands": None}, (422, "FieldsAtFault")),
        ({"municipality": None}, (422, "FieldsAtFault")),
        ({"bands": BANDS[:1]}, (422, "FieldsAtFault")),
        ({"parameter": "okresowy_share"}, (422, "NoSuchParameter")),
        (
            {"parameter": "copayment_table", "bands": None, "value": "0.80"},
            (422, "NoSuchParameter"),
        ),
    ],
)
async def test_what_is_no_table_is_refused(office: Office, said: Any, refused: Any) -> None:
    await at_home(office)

    assert outcome(await entered(office, **said)) == refused
    assert (await office.see(MANAGER, RESOLUTIONS)).json()["items"] == []


async def test_only_the_centre_of_the_gmina_enters_its_table(office: Office) -> None:
    await at_home(office)

    assert outcome(await entered(office, STRANGER)) == (403, "NotYourLaw")
