"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    duplicates,
    glass,
    internal,
    interviews,
    keeping,
    labour,
    means,
    needs,
    papers,
    person,
    reach,
    sharing,
    subject_requests,
    work,
)

routers = [
    clients.router,
    access.router,
    duplicates.router,
    glass.router,
    interviews.router,
    keeping.router,
    labour.router,
    means.router,
    needs.router,
    papers.router,
    person.router,
    reach.router,
    sharing.router,
    subject_requests.router,
    work.router,
    internal.internal,
]
