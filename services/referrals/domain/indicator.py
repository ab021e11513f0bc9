"""Indicators: what came of the work, counted exactly and told without small numbers (domain 9)."""

from kernel.refusals import Kind, Refusal


class TerritoryUnknown(Refusal):
    """The directory has not told yet which territory your institution serves."""

    kind = Kind.CONFLICT
    pl = "Katalog nie podał jeszcze, jaki obszar obsługuje Twoja instytucja."
