"""How the door says no. Some have a status that only a door knows, so they carry it themselves."""

from typing import ClassVar

from fastapi.responses import Response

from kernel.problems import STATUS, answer
from kernel.refusals import Kind, Refusal

REDUCED = "https://iana.org/assignments/http-problem-types#temporary-reduced-capacity"
"""The registered type of a problem that passes by itself (draft-ietf-httpapi-ratelimit-headers)."""


class AddressTooLong(Refusal):
    """The address is longer than 8 KiB."""

    kind = Kind.TOO_LARGE
    status: ClassVar[int] = 414
    pl = "Adres jest dłuższy niż 8 KiB."


class HeadersTooLarge(Refusal):
    """The headers are larger than 32 KiB together, or more than a hundred."""

    kind = Kind.TOO_LARGE
    status: ClassVar[int] = 431
    pl = "Nagłówki mają razem więcej niż 32 KiB albo jest ich więcej niż sto."


class RequestTooSlow(Refusal):
    """The request did not arrive in time; nothing was done."""

    kind = Kind.UNAVAILABLE
    status: ClassVar[int] = 408
    pl = "Żądanie nie dotarło na czas; nic nie zrobiono."


class NotARequest(Refusal):
    """What was sent is no HTTP request."""

    kind = Kind.MALFORMED
    pl = "To, co przysłano, nie jest żądaniem HTTP."


class JsonTooDeep(Refusal):
    """The body is nested deeper than 32 lists and objects."""

    kind = Kind.MALFORMED
    pl = "Treść jest zagnieżdżona głębiej niż na 32 listy i obiekty."


class TooManyAtOnce(Refusal):
    """You have too many requests under way; wait for their answers."""

    kind = Kind.TOO_MANY
    pl = "Masz zbyt wiele żądań w toku; proszę poczekać na odpowiedzi."


class HouseOverloaded(Refusal):
    """The system has as much to do as it can; nothing was done, repeat soon."""

    kind = Kind.UNAVAILABLE
    pl = "System ma tyle pracy, ile może wykonać; nic nie zrobiono, proszę wkrótce powtórzyć."

    def __init__(self) -> None:
        super().__init__(retry_after=1, type=REDUCED)


def status_of(refusal: type[Refusal]) -> int:
    """The status of a refusal: its own, or that of its kind."""
    own: int = getattr(refusal, "status", STATUS[refusal.kind])
    return own


def respond(refusal: Refusal, language: str = "en", *, close: bool = False) -> Response:
    """A refusal as a response; `close` when more of the request may come that nobody will read."""
    status = status_of(type(refusal))
    refusal.members["status"] = status
    response = answer(refusal, language)
    response.status_code = status
    if close:
        response.headers["Connection"] = "close"
    return response
