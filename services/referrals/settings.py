"""What the environment must say to referrals."""

from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Beyond what every process needs: where people find this house."""

    service: str = "referrals"
    public_url: str = ""
    """What a link to answer by begins with; none: the front end knows its own house."""
