"""The HTTP face: one module for each theme."""

from services.benefits.routes import (
    awards,
    parameters,
    resolutions,
    simulations,
    what_if,
    what_if_of_client,
)

routers = [
    awards.router,
    parameters.router,
    resolutions.router,
    simulations.router,
    what_if.router,
    what_if_of_client.router,
]
