"""The limits of each statutory form, as sentences with literals."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contracts.referrals.plan import PartForm
from services.referrals.domain.part_limits import (
    BeyondLimit,
    ConsentToPassMissing,
    check_review,
    check_terms,
    forms,
    late,
    limits,
)
from services.referrals.domain.part_terms import PartTerms

VECTORS = yaml.safe_load(
    (Path(__file__).parent / "vectors" / "part_limits.yaml").read_text(encoding="utf-8")
)
each_vector = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["says"])


def refused_by(form: PartForm, terms: PartTerms) -> str | None:
    """The limit that refuses the terms, if one does."""
    try:
        check_terms(form, terms)
        if terms.review_on:
            check_review(form, terms.review_on, terms.valid_from, "/x", terms.valid_from)
    except BeyondLimit as refused:
        return str(refused.members["limit"])
    return None


@each_vector
def test_a_form_sets_its_limits(vector: dict[str, Any]) -> None:
    form, terms = PartForm(vector["form"]), PartTerms(**vector["terms"])

    assert refused_by(form, terms) == vector.get("refused")
    assert late(form, terms) == vector.get("late")


def test_an_application_goes_to_other_units_only_with_consent() -> None:
    terms = PartTerms(valid_from="2026-03-01", valid_to="2026-12-31", passed_to_other_units=True)

    with pytest.raises(ConsentToPassMissing):
        check_terms(PartForm.IPUS, terms)
    check_terms(PartForm.IPUS, terms.model_copy(update={"passing_consent": "form 7/2026"}))


def test_every_limit_and_every_form_says_where_it_is_written() -> None:
    written = [limit.source for series in dict(limits()).values() for limit in series.values]

    assert all(source.act and source.article for source in written)
    assert set(forms()) == set(PartForm)
    assert all(form.source.act and form.needs and form.signers for form in forms().values())


def test_an_ipus_is_signed_by_the_director_or_the_organiser_of_services() -> None:
    assert forms()[PartForm.IPUS].signers == {"ops_manager", "cus_service_organiser"}
    assert "social_worker" in forms()[PartForm.SOCIAL_CONTRACT_A].signers
