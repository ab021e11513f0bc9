"""What the document says of an answer is what is sent: one name for every field."""

import pytest
from pydantic import BaseModel

from contracts.values import Command, View
from okienko.documents import apps

apps()


def _all(of: type[BaseModel]) -> list[type[BaseModel]]:
    return [of, *(deeper for one in of.__subclasses__() for deeper in _all(one))]


@pytest.mark.parametrize("model", [*_all(View), *_all(Command)], ids=lambda one: one.__name__)
def test_a_field_has_one_name_in_the_document_and_in_the_answer(model: type[BaseModel]) -> None:
    fields = model.model_fields.values()

    assert [f.alias for f in fields] == [f.validation_alias for f in fields]
    assert [f.alias for f in fields] == [f.serialization_alias for f in fields]
