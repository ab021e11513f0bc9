"""Addresses: where letters go and where she is registered."""

from typing import Annotated

from pydantic import Field

from contracts.identifiers import PostalCode, Simc, Ulic
from contracts.iso import Country
from contracts.territory import Municipality
from contracts.values import Command, Line

Street = Annotated[Line, Field(examples=["Wolności"])]
Building = Annotated[Line, Field(max_length=20, examples=["1A"])]
Flat = Annotated[Line, Field(max_length=20, examples=["7"])]
City = Annotated[Line, Field(examples=["Zabrze"])]


class Address(Command):
    """A place with a door or a letter box: of registration (zameldowanie) or for letters."""

    municipality: Annotated[
        Municipality | None, Field(description="None outside Poland, or for a box.")
    ] = None
    street: Street | None = None
    building: Building | None = None
    flat: Flat | None = None
    postal_code: PostalCode | None = None
    city: City
    simc: Simc | None = None
    ulic: Ulic | None = None
    country: Country = "PL"
