"""Which tables each database should hold: the kernel's, and the service's own."""

from importlib import import_module

import sqlalchemy as sa

from kernel.tables import metadata as kernel_metadata

_MODULES = {
    "intake": "services.intake.tables",
    "referrals": "services.referrals.tables",
    "benefits": "services.benefits.tables",
    "directory": "services.directory.tables",
    "outcomes": None,
    "gateway": "gateway.tables",
}


def metadata(service: str) -> list[sa.MetaData]:
    """The tables of one database."""
    module = _MODULES[service]
    own = import_module(module).mapping.metadata if module else None
    return [kernel_metadata] if own is None else [kernel_metadata, own]
