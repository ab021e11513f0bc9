"""The HTTP face: one module for each theme."""

from services.benefits.routes import (
    award_life,
    award_papers,
    awards,
    cohorts,
    overpayments,
    parameters,
    payments,
    preview,
    resolutions,
    simulations,
    visits,
    voucher_programmes,
    voucher_settlements,
    vouchers,
    what_if,
    what_if_of_client,
)

# What is asked most is looked for first.
routers = [
    what_if.router,
    award_life.router,
    award_papers.router,
    awards.router,
    cohorts.router,
    overpayments.router,
    parameters.router,
    payments.router,
    preview.router,
    resolutions.router,
    simulations.router,
    visits.router,
    voucher_programmes.router,
    voucher_settlements.router,
    vouchers.router,
    what_if_of_client.router,
]
