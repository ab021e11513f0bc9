"""The rules against tables a clerk can read: `vectors/*.yaml`."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from services.benefits.domain.award import compute_award
from services.benefits.domain.dated import Dated
from services.benefits.domain.declared import Declared
from services.benefits.domain.income import Income, social_assistance_income
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.parameters import Parameters, load_parameters
from services.benefits.domain.schedule import total
from services.benefits.domain.schedule_choice import ScheduleChoice
from tests.benefits.rules import ZABRZE, okresowy, support


def vectors(name: str) -> list[Any]:
    text = Path(__file__).with_name("vectors").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return [pytest.param(row, id=row["sentence"]) for row in yaml.safe_load(text)]


def law(row: dict[str, Any]) -> Parameters:
    known = load_parameters()
    share = known.named["okresowy_share"]
    general = share.values[0]
    raised = general.model_copy(update={"value": Decimal(row.get("share", general.value))})
    own: dict[str, tuple[Dated[Decimal], ...]] = {ZABRZE: (raised,)}
    named = dict(known.named) | {
        "okresowy_share": share.model_copy(update={"municipalities": own})
    }
    return known.model_copy(update={"named": named})


def choice(row: dict[str, Any]) -> ScheduleChoice:
    return ScheduleChoice.model_validate(
        {name: row[name] for name in ("preset", "start_rule") if name in row}
    )


@pytest.mark.parametrize("row", vectors("income"))
def test_income_of_social_assistance(row: dict[str, Any]) -> None:
    incomes = [Income.model_validate(income) for income in row["incomes"]]

    income = social_assistance_income(incomes, month=row["month"], parameters=load_parameters())

    left_out = [s.says.split()[0] for s in income.trace.steps if "excluded" in s.says]
    assert f"{income.amount:.2f}" == row["expected"]
    assert left_out == row["left_out"]


@pytest.mark.parametrize("row", vectors("okresowy"))
def test_okresowy(row: dict[str, Any]) -> None:
    amount = okresowy(row["household_size"], Decimal(row["income"]), row["month"], law(row))

    assert str(amount) == row["expected"]


@pytest.mark.parametrize("row", vectors("schedules"))
def test_schedule(row: dict[str, Any]) -> None:
    lost, day = Decimal(row["lost_benefit"]), row["employment_started_on"]

    lines = support(lost, day, choice(row), load_parameters())

    assert lines[0].model_dump(mode="json", include=set(row["first"])) == row["first"]
    assert lines[-1].month == row["last_month"]
    assert str(total(lines)) == row["total"]


@pytest.mark.parametrize("row", vectors("awards"))
def test_award(row: dict[str, Any]) -> None:
    day = row["employment_started_on"]
    first = month_of(day)
    declared = Declared.model_validate(
        {
            "municipality": ZABRZE,
            "household_size": row["household_size"],
            "incomes": {shifted(first, -1): row["incomes_before"], first: row["incomes_after"]},
            "employments": [{"started_on": day}],
        }
    )

    asked = declared.asked(day, today=day, schedule=choice(row))
    terms = compute_award(asked, law(row))

    assert str(terms.lost_benefit) == row["lost_benefit"]
    assert terms.months[0].month == row["first_month"]
    assert [str(line.amount) for line in terms.months] == row["months"]
    assert str(total(terms.months)) == row["total"]
