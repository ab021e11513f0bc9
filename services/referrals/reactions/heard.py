"""Whatever this service hears, by event; each theme's module adds its own functions."""

from kernel.service import Reactions

reactions = Reactions()
