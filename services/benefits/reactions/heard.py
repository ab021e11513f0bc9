"""What benefits has heard: each theme says of which events it does something."""

from kernel.service import Reactions

reactions = Reactions()
