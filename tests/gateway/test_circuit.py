"""A circuit, held to a model that remembers everything that ever happened to it."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gateway.circuit import Circuit

OPENS_AFTER, RESTS = 3, 2.0


class Called(RuleBasedStateMachine):
    """Calls begin, succeed and fail in any order while time goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.circuit = Circuit(OPENS_AFTER, RESTS)
        self.now = 100.0
        self.in_a_row = 0
        self.last = 0.0
        """When the last failure was, or the last trial began."""

    @rule(seconds=st.sampled_from([0.0, 0.5, RESTS - 0.1, RESTS, 60.0]))
    def time_goes_on(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def a_call_is_answered(self) -> None:
        self.circuit.answered()
        self.in_a_row = 0

    @rule()
    def a_call_fails(self) -> None:
        self.circuit.failed(self.now)
        self.in_a_row, self.last = self.in_a_row + 1, self.now

    @rule()
    def somebody_calls(self) -> None:
        resting = self.in_a_row >= OPENS_AFTER and self.now < self.last + RESTS

        wait = self.circuit.wait(self.now)

        assert (wait > 0) == resting
        assert wait <= RESTS
        if self.in_a_row >= OPENS_AFTER and not resting:
            self.last = self.now
            assert self.circuit.wait(self.now) > 0, "a second one on trial"

    @invariant()
    def it_is_open_after_failures_in_a_row_only(self) -> None:
        assert self.circuit.closed == (self.in_a_row < OPENS_AFTER)


TestCircuit = Called.TestCase
TestCircuit.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
