"""What every table of benefits is declared with."""

import sqlalchemy as sa
from sqlalchemy.orm import registry

from kernel.tables import NAMING

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))
month = sa.String(7)
instant = sa.DateTime(timezone=True)
worker = sa.String(200)
"""The subject of a token: an opaque code."""
