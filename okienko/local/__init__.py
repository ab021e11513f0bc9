"""The whole house on one machine: real PostgreSQL, real NATS, one process per service."""
