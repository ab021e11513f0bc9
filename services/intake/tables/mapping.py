"""What every table of intake is declared with."""

import sqlalchemy as sa
from sqlalchemy.orm import registry

from kernel.tables import NAMING

mapping = registry(metadata=sa.MetaData(naming_convention=NAMING))


instant = sa.DateTime(timezone=True)


def of_client() -> sa.Column[object]:
    """Whose row it is."""
    return sa.Column("client_id", sa.ForeignKey("clients.id"), nullable=False, index=True)
