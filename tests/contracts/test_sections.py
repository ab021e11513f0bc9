"""The names of the sections, as papers and reasons say them."""

from contracts.sections import Section


def test_every_section_has_a_name_of_its_own_in_both_languages() -> None:
    polish, english = {s.pl for s in Section}, {s.en for s in Section}

    assert len(polish) == len(english) == len(Section)
    assert all(name[0].islower() or name.startswith("PESEL") for name in polish | english)
    assert polish.isdisjoint(english)
