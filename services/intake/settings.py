"""What the environment must say to intake."""

from kernel.settings import Key, Keys, secrets_of
from kernel.settings import Settings as HouseSettings
from kernel.vault import IndexKey


class Settings(HouseSettings):
    """Beyond what every process needs: the key of the blind indexes."""

    service: str = "intake"
    index_key: Key
    """Finds a PESEL without keeping it readable."""
    index_keys_old: Keys = ()
    """Index keys that only find, while one is replaced by another (docs/operations.md)."""

    @property
    def index_secret(self) -> IndexKey:
        """The index keys as bytes."""
        return IndexKey(*secrets_of((self.index_key, *self.index_keys_old)))
