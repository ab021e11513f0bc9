"""What a record looks like to whoever may read it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from contracts.purposes import Purpose
from contracts.sections import Section
from contracts.values import BasisKind, ClientId, View


class CitedRule(View):
    """A rule of the policies, and the law it stands on."""

    id: Annotated[str, Field(description="See docs/rights.md.", examples=["ngo-by-consent"])]
    article: Annotated[str, Field(examples=["art. 25 ust. 7 u.p.s."])]


class OpeningRule(View):
    """A rule by which a relation opens sections to you."""

    rule: CitedRule
    sections: list[Section]


class Withheld(View):
    """A section kept back, wholly or in part."""

    section: Section
    reason: Annotated[
        str,
        Field(
            description="`not_shared`: your task permits it, but what was shared with you names "
            "other sections; `consent_needed`: her consent naming the section opens it; "
            "`not_for_your_task`: nothing does; `not_for_this_purpose`: you see it for another one.",
            examples=["not_for_your_task"],
        ),
    ]
    shown: Annotated[str, Field(description="nothing, summary or masked", examples=["summary"])]
    rule: Annotated[
        CitedRule | None,
        Field(
            description="Which keeps it back, or with `consent_needed` which her consent would meet; "
            "none: no rule opens it to your role."
        ),
    ]
    summary: Any = None


class Through(View):
    """The institution or partnership a relation runs through."""

    id: UUID
    name: str | None
    kind: str | None


class Because(View):
    """Why you may see this record."""

    basis: BasisKind
    since: datetime
    until: str | None
    expires_at: Annotated[datetime | None, Field(description="For what lasts hours.")] = None
    through: Through
    article: str | None
    evidence: str | None
    rules: Annotated[
        list[OpeningRule],
        Field(description="What this relation opens to your role, by which rules."),
    ]
    why: Annotated[
        str,
        Field(
            description="The same in one sentence, in the language asked for.",
            examples=["MOPR Zabrze may see her data: identity, contact – since 2026-03-02."],
        ),
    ]


class RecordView(View):
    """A client's record as you may see it."""

    client_id: ClientId
    purpose: Annotated[
        Purpose, Field(description="What you read it for.", examples=["social_assistance"])
    ]
    merged_from: Annotated[
        list[ClientId],
        Field(description="Ids of merged records that stand for this one.", examples=[[]]),
    ]
    sections: Annotated[
        dict[str, Any], Field(description="By name of the section; see `Section`.")
    ]
    withheld: list[Withheld]
    shared_because: list[Because]
    as_of: Annotated[
        dict[str, datetime], Field(description="By service: when its card was fetched.")
    ]
    restricted: Annotated[
        bool, Field(description="Only kept for now: her partners do not see her (GDPR art. 18).")
    ]
