"""Which offices the law ties to a place (właściwość miejscowa), and whether one serves it."""

from contracts.values import InstitutionKind

_TIED = {InstitutionKind.OPS, InstitutionKind.CUS, InstitutionKind.PCPR, InstitutionKind.PUP}
_MUNICIPALITY = 7


def serves(kind: str, territory: str, municipality: str) -> bool:
    """Whether an institution may help who lives there; an organisation may help whom it likes.

    The seventh digit says town or country part of the same municipality, which have one office.
    """
    if kind not in _TIED:
        return True
    own = territory[:-1] if len(territory) == _MUNICIPALITY else territory
    return municipality.startswith(own)
