"""What the operator's own environment says; the only place in the command line that reads it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from okienko.trouble import Trouble

DEFAULT_DATA_DIR = ".okienko"


@dataclass(frozen=True)
class Environment:
    """The variables this command was started with, and our names for those that steer it."""

    variables: Mapping[str, str]

    @property
    def data_dir(self) -> Path:
        """Where a local system keeps its data when the command line does not say."""
        return Path(self.variables.get("OKIENKO_DATA_DIR") or DEFAULT_DATA_DIR)

    @property
    def issuer(self) -> str | None:
        """The real identity provider, if there is one."""
        return self.variables.get("OKIENKO_ISSUER") or None

    @property
    def run_as(self) -> str | None:
        """The account PostgreSQL runs as when we are root."""
        return self.variables.get("OKIENKO_RUN_AS") or None

    @property
    def nats_url(self) -> str | None:
        """A NATS server of the operator's own, used instead of the embedded one."""
        return self.variables.get("OKIENKO_NATS_URL") or None

    @property
    def has_own_postgres(self) -> bool:
        """Whether the operator runs PostgreSQL herself."""
        return bool(self.variables.get("OKIENKO_DATABASE_URL"))

    def database_url(self, service: str) -> str:
        """Give the address of a service's database on the operator's own PostgreSQL."""
        template = self.variables["OKIENKO_DATABASE_URL"]
        if "{service}" not in template:
            raise Trouble(
                "OKIENKO_DATABASE_URL must contain {service}, because every service has its own "
                "database: postgresql://user:password@host/okienko_{service}"
            )
        # Not str.format: a password may hold a brace.
        return template.replace("{service}", service)


def environment() -> Environment:
    """Read the environment, once."""
    return Environment(dict(os.environ))  # noqa: TID251 - the one reader of this package
