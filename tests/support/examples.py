"""How many examples a property is tried on: some hundreds in every build, 20,000 at night."""

import pytest
from hypothesis import settings

NIGHTLY = "nightly"
EXAMPLES_AT_NIGHT = 20_000
settings.register_profile(NIGHTLY, max_examples=EXAMPLES_AT_NIGHT, deadline=None, print_blob=True)

properties = [pytest.mark.property, pytest.mark.timeout(3_600)]
"""The marks of a module of properties."""


def tried(examples: int = 300) -> settings:
    """So many examples, or those of the night; its profile is loaded before any test is read."""
    # Of the profile that is loaded: 20,000 at night, a hundred otherwise.
    return settings(max_examples=max(examples, settings().max_examples), deadline=None)
