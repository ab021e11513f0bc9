"""The HTTP face: one module for each theme."""

from services.benefits.routes import (
    award_life,
    awards,
    overpayments,
    parameters,
    simulations,
    what_if,
)

routers = [
    award_life.router,
    awards.router,
    overpayments.router,
    parameters.router,
    simulations.router,
    what_if.router,
]
