"""The HTTP face: one module for each theme."""

from services.benefits.routes import awards, parameters, what_if

routers = [awards.router, parameters.router, what_if.router]
