"""The HTTP face: one module for each theme."""

from services.benefits.routes import awards, parameters, payments, simulations, what_if

routers = [
    awards.router,
    parameters.router,
    payments.router,
    simulations.router,
    what_if.router,
]
