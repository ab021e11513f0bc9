"""The HTTP face: one module for each theme."""

from services.benefits.routes import (
    awards,
    cohorts,
    parameters,
    preview,
    resolutions,
    simulations,
    what_if,
    what_if_of_client,
)

routers = [
    awards.router,
    cohorts.router,
    parameters.router,
    preview.router,
    resolutions.router,
    simulations.router,
    what_if.router,
    what_if_of_client.router,
]
