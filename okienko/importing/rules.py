"""How one field is made from the columns of an export."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

_PLACE = re.compile(r"\{([^{}]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Unfit(Exception):
    """A cell cannot be what the mapping says it is; the text never holds the cell."""


@dataclass
class Made:
    """What a rule made of a row."""

    value: Any = None
    """None: nothing stands there."""
    notes: list[str] = field(default_factory=list)


class Rule(BaseModel):
    """One field: where it comes from, and what is done with it, in the order of the lines below."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    column: str | None = None
    text: Annotated[
        str | None,
        Field(description="Several columns: {STREET} {HOUSE}[/{FLAT}]; [] falls away when empty."),
    ] = None
    constant: str | None = None
    default: str | None = None
    word: Literal["first", "rest", "last", "but_last"] | None = None
    remove: str = ""
    case: Literal["upper", "lower", "title"] | None = None
    digits: Annotated[int | None, Field(ge=1, le=40)] = None
    date: tuple[str, ...] = ()
    split: Annotated[str | None, Field(min_length=1)] = None
    codes: Mapping[str, str] = {}
    otherwise: Literal["reject", "keep", "drop"] = "reject"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_source(self) -> "Rule":
        if sum(said is not None for said in (self.column, self.text, self.constant)) != 1:
            raise ValueError("needs one of column, text and constant")
        if bool(self.yes) != bool(self.no):
            raise ValueError("yes and no go together")
        return self

    @property
    def columns(self) -> list[str]:
        """The columns it reads."""
        if self.text is not None:
            return _PLACE.findall(self.text)
        return [self.column] if self.column is not None else []

    def make(self, cells: Mapping[str, str]) -> Made:
        """The field's value in a row."""
        made = Made()
        text = self._source(cells) or (self.default or "")
        if self.split is None:
            made.value = self._one(text, made.notes) if text else None
            return made
        parts = [part.strip() for part in text.split(self.split)]
        values = [self._one(part, made.notes) for part in parts if part]
        made.value = [value for value in values if value is not None] or None
        return made

    def _source(self, cells: Mapping[str, str]) -> str:
        if self.constant is not None:
            return self.constant
        if self.column is not None:
            return cells[self.column]
        told = _OPTIONAL.sub(
            lambda part: part[1] if _full(part[1], cells) else "", self.text or ""
        )
        return " ".join(_PLACE.sub(lambda place: cells[place[1]], told).split())

    def _one(self, text: str, notes: list[str]) -> Any:
        text = self._worded(text.translate(dict.fromkeys(map(ord, self.remove))).strip())
        if not text:
            return None
        if self.digits and text.isdecimal() and len(text) < self.digits:
            notes.append("leading zeros restored")
            text = text.zfill(self.digits)
        if self.date:
            return self._day(text)
        if self.codes:
            return self._code(text)
        return self._truth(text) if self.yes else text

    def _worded(self, text: str) -> str:
        words = text.split()
        if self.word is not None and words:
            chosen = {
                "first": words[:1], "rest": words[1:], "last": words[-1:], "but_last": words[:-1],
            }  # fmt: skip
            text = " ".join(chosen[self.word])
        match self.case:
            case "upper":
                return text.upper()
            case "lower":
                return text.lower()
            case "title":
                return text.title()
            case None:
                return text

    def _day(self, text: str) -> str:
        for form in self.date:
            try:
                return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 a day has no zone
            except ValueError:
                continue
        # A workbook's own dates come so, whatever the column shows.
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise Unfit("is not a day as the mapping says days are written") from None

    def _code(self, text: str) -> str | None:
        known = {key.casefold(): value for key, value in self.codes.items()}
        if text.casefold() in known:
            return known[text.casefold()] or None
        if self.otherwise == "reject":
            raise Unfit("is none of the codes in the mapping")
        return text if self.otherwise == "keep" else None

    def _truth(self, text: str) -> bool:
        for truth, words in ((True, self.yes), (False, self.no)):
            if text.casefold() in {word.casefold() for word in words}:
                return truth
        raise Unfit("is neither of the yes nor of the no words in the mapping")


def _full(part: str, cells: Mapping[str, str]) -> bool:
    return all(cells[name] for name in _PLACE.findall(part))
