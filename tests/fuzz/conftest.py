"""A house of its own: what the fuzzer leaves behind is nobody's journey."""

from tests.journeys.conftest import house

__all__ = ["house"]
