"""The serial number of a voucher and the code its client confirms with: drawn, not counted.

A serial is fifteen random signs (75 bits) and a check sign of ISO 7064 Mod 37,36, so that a sign
misread or two exchanged are noticed before anything is looked up.
"""

import hashlib
import hmac
import secrets
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from stdnum.iso7064 import mod_37_36

from contracts.values import SENSITIVE

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM, _GROUP, _DIGITS = 15, 4, 6
MOST_TRIES: Final = 5
"""So many wrong codes in a row lock a voucher's code."""


def _bare(value: object) -> object:
    return value.replace(" ", "").replace("-", "").upper() if isinstance(value, str) else value


def _checked(value: str) -> str:
    if not mod_37_36.is_valid(value):
        raise ValueError("is not the number of a voucher: a sign is wrong")
    return value


VoucherSerial = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Z]{16}$"),
    BeforeValidator(_bare),
    AfterValidator(_checked),
    SENSITIVE,
    Field(examples=["0A1B2C3D4E5F6G7S"]),
]
"""The number of a voucher (numer bonu) with its check sign; spaces and hyphens are taken off."""

VoucherCode = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{6}$"), SENSITIVE, Field(examples=["204816"])
]
"""Six digits that the client alone knows: she confirms each visit with them."""


def draw_serial() -> str:
    """A number nobody can guess, of which two neighbours exchanged are always noticed."""
    while True:
        bare = "".join(secrets.choice(_SIGNS) for _ in range(_RANDOM))
        serial = bare + mod_37_36.calc_check_digit(bare)
        if not any(mod_37_36.is_valid(one) for one in _exchanged(serial) - {serial}):
            return serial


def _exchanged(serial: str) -> set[str]:
    """The number with each two neighbours exchanged: the check sign misses one exchange in 600."""
    pairs = range(len(serial) - 1)
    return {serial[:n] + serial[n + 1] + serial[n] + serial[n + 2 :] for n in pairs}


def grouped(serial: str) -> str:
    """As people read it: four signs at a time."""
    return "-".join(serial[n : n + _GROUP] for n in range(0, len(serial), _GROUP))


def draw_code() -> str:
    """A fresh code."""
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


class KeptCode(BaseModel):
    """A code as it is kept: salted and hashed. It lies sealed besides, for a million codes are soon tried."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    salt: str
    digest: str

    @classmethod
    def of(cls, code: str) -> "KeptCode":
        """What is kept of a code; about ten milliseconds of work."""
        salt = secrets.token_hex(16)
        return cls(salt=salt, digest=_digest(code, salt))

    def matches(self, code: str) -> bool:
        """Whether this is the code; the same work for every answer."""
        return hmac.compare_digest(self.digest, _digest(code, self.salt))


def _digest(code: str, salt: str) -> str:
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=2**12, r=8, p=1).hex()
