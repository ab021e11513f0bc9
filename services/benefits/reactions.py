"""Benefits answers no event yet: it hears the feed only to know who may see which client."""

from kernel.service import Reactions

reactions = Reactions()
