"""The chart of a simulation: what each variant costs month by month, side by side."""

from collections.abc import Mapping
from typing import Any

from services.benefits.domain.simulation import Simulate, Sums
from services.benefits.domain.simulation_job import (
    Simulation,
    SimulationNotDone,
    SimulationState,
)
from services.benefits.views.charts import Lang, axis, framed

_MILLION_GROSZE = 100_000_000
_WORDS = {
    Lang.PL: ("Wydatki na wsparcie, miesiąc po miesiącu", "miesiąc", "mln zł"),
    Lang.EN: ("Spending on support, month by month", "month", "PLN million"),
}


def spending_chart(simulation: Simulation, lang: Lang) -> Mapping[str, Any]:
    """Bars by month, one for each variant. Refuses a simulation that is not done."""
    if simulation.state is not SimulationState.DONE:
        raise SimulationNotDone
    title, month, millions = _WORDS[lang]
    asked, sums = Simulate.model_validate(simulation.asked), Sums.read(simulation.sums)
    names = [f"{n}. {variant.name}" for n, variant in enumerate(asked.variants, start=1)]
    rows = [
        {"variant": name, "month": when, "millions": amount / _MILLION_GROSZE}
        for name, found in zip(names, sums.variants, strict=True)
        for when, amount in found.by_month.items()
    ]
    encoding = {
        "x": {"field": "month", "type": "ordinal", "title": month, "axis": {"labelAngle": -45}},
        "xOffset": {"field": "variant", "type": "nominal"},
        "y": axis("millions", millions, ",.1f"),
        "color": {"field": "variant", "type": "nominal", "title": None, "sort": names},
    }
    drawing = {"mark": "bar", "encoding": encoding, "width": 640, "height": 320}
    return framed(title, drawing, rows)
