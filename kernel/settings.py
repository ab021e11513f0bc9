"""What the environment must say. Read once, in each service's app; nothing else reads it."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _thirty_two_bytes(value: SecretStr) -> SecretStr:
    if len(bytes.fromhex(value.get_secret_value())) != 32:  # noqa: PLR2004 the length of an AES-256 key
        raise ValueError("must be 64 hexadecimal digits (32 bytes)")
    return value


Key = Annotated[SecretStr, AfterValidator(_thirty_two_bytes)]


def _listed(value: object) -> object:
    return (
        [one.strip() for one in value.split(",") if one.strip()]
        if isinstance(value, str)
        else value
    )


Keys = Annotated[tuple[Key, ...], NoDecode, BeforeValidator(_listed)]
"""Keys that only open or find, separated by commas: those being replaced, or the one to come."""


def secrets_of(keys: tuple[SecretStr, ...]) -> tuple[bytes, ...]:
    """Keys as bytes."""
    return tuple(bytes.fromhex(key.get_secret_value()) for key in keys)


class Settings(BaseSettings):
    """What every process of the house needs. Variables begin with OKIENKO_."""

    model_config = SettingsConfigDict(env_prefix="OKIENKO_", extra="ignore", frozen=True)

    service: str
    database_url: str
    nats_url: str
    nats_replicas: Annotated[int, Field(ge=1, le=5)] = 1
    """How many of the broker's nodes keep each stream; three in a cluster of three."""
    gateway_url: str
    """Where a service finds the gateway, the only stranger it knows."""
    house_key: Key
    """Opens /internal between the house's own processes, and keys fingerprints."""
    vault_key: Key
    """Wraps the key of each client. It never lies in a database."""
    vault_keys_old: Keys = ()
    """Wrapping keys that only open, while one is replaced by another (docs/operations.md)."""
    issuer: str
    """The OpenID provider whose tokens are believed."""
    audience: str = "okienko"
    sync_wait_seconds: Annotated[float, Field(ge=0, le=30)] = 2.0
    heal_seconds: Annotated[float, Field(gt=0, le=60)] = 1.0
    """How long a hearer trusts the broker's silence before it asks the journal itself."""
    round_seconds: Annotated[float, Field(gt=0, le=3600)] = 60.0
    """How often a service's clock looks for what is due."""

    @property
    def house_secret(self) -> bytes:
        """The house key as bytes."""
        return bytes.fromhex(self.house_key.get_secret_value())

    @property
    def vault_secrets(self) -> tuple[bytes, ...]:
        """The wrapping keys as bytes, the newest first."""
        return secrets_of((self.vault_key, *self.vault_keys_old))
