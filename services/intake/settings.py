"""What the environment must say to intake."""

from kernel.settings import Key
from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Beyond what every process needs: the key of the blind indexes."""

    service: str = "intake"
    index_key: Key
    """Finds a PESEL without keeping it readable."""

    @property
    def index_secret(self) -> bytes:
        """The index key as bytes."""
        return bytes.fromhex(self.index_key.get_secret_value())
