"""The HTTP face of the directory: institutions with their partnerships, and services."""

from services.directory.routes import institutions, services

routers = [institutions.router, services.router]
