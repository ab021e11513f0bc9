"""How simulations lie in PostgreSQL: what was asked, how far it has come, what it comes to so far."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from kernel.tables import code
from services.benefits.domain.simulation_job import Simulation, SimulationState
from services.benefits.tables.mapping import instant, mapping, worker

simulations = sa.Table(
    "simulations",
    mapping.metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("institution", sa.Uuid, nullable=False),
    sa.Column("asked_by", worker, nullable=False),
    sa.Column("asked_at", instant, nullable=False),
    sa.Column("asked", JSONB, nullable=False),
    sa.Column("state", code(SimulationState), nullable=False),
    sa.Column("households", sa.BigInteger, nullable=False),
    sa.Column("chunks_done", sa.BigInteger, nullable=False),
    sa.Column("sums", JSONB, nullable=False),
    sa.Column("ended_at", instant),
    sa.Column("problem", JSONB),
    sa.Column("law", JSONB, nullable=False, server_default="[]"),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_simulations_of_institution", "institution", "id"),
    sa.Index(
        "ix_simulations_to_do",
        "id",
        postgresql_where=sa.text("state IN ('queued', 'running')"),
    ),
    comment="Simulations over cohorts of made-up households; no client is in any.",
)
mapping.map_imperatively(Simulation, simulations)
