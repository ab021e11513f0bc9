"""The directory answers no event yet: it hears the feed only to know the parties by name."""

from kernel.service import Reactions

reactions = Reactions()
