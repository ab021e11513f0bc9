"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    internal,
    keeping,
    means,
    needs,
    sharing,
    subject_requests,
    work,
)

routers = [
    clients.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    subject_requests.router,
    keeping.router,
    internal.internal,
]
