"""What every event has in common, and the register of all of them."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from contracts.sections import Section


class Event(BaseModel):
    """A fact that another service may act on. Thin: ids, codes, days; nothing about a person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wire_name: ClassVar[str]
    pl: ClassVar[str]
    """The same sentence in Polish, for a timeline."""
    section: ClassVar[Section | None] = None
    """Who may see this section may read of the event in a timeline; none: nobody but services."""
    subject_field: ClassVar[str] = "client_id"
    """Which field names the thing whose events keep their order."""
    known: ClassVar[dict[str, "type[Event]"]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "wire_name" in cls.__dict__:
            Event.known[cls.wire_name] = cls

    @property
    def subject(self) -> Any:
        """The id whose events keep their order: the client, or the thing itself."""
        return getattr(self, self.subject_field)

    def stands_restriction(self) -> bool:
        """Whether a worker may cause it while the client's data are restricted (GDPR art. 18(2))."""
        return False

    @classmethod
    def example(cls) -> Self:
        """Build the event from the examples its value types carry."""
        fields = cls.model_fields.items()
        return cls.model_validate({n: f.examples[0] for n, f in fields if f.examples})
