"""The HTTP face: one module for each theme."""

from services.benefits.routes import (
    awards,
    parameters,
    simulations,
    visits,
    voucher_programmes,
    voucher_settlements,
    vouchers,
    what_if,
)

routers = [
    awards.router,
    parameters.router,
    simulations.router,
    what_if.router,
    voucher_programmes.router,
    vouchers.router,
    visits.router,
    voucher_settlements.router,
]
