"""The HTTP face: one module for each theme."""

from services.benefits.routes import award_papers, awards, parameters, simulations, what_if

# What is asked most is looked for first.
routers = [
    what_if.router,
    award_papers.router,
    awards.router,
    parameters.router,
    simulations.router,
]
