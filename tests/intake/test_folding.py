"""Names folded for searching: two spellings of one name must meet, whoever typed which."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.intake.domain.folding import Part, fold, slips, words_of

POLISH = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
names = st.text(st.sampled_from("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżAĄĆĘŁŃÓŚŹŻ -'’."), max_size=30)
words = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łęcka-Żak", ["lecka", "zak"]),
        ("ZAŻÓŁĆ GĘŚLĄ JAŹŃ", ["zazolc", "gesla", "jazn"]),
        ("d'Arc", ["darc"]),
        ("O’Brien", ["obrien"]),
        ("  Anna   Maria ", ["anna", "maria"]),
        ("Müller-Weiß", ["muller", "weiss"]),
        ("Đorđević Ørsted", ["dordevic", "orsted"]),
        ("Z\u0301o\u0301łc\u0301", ["zolc"]),
        ("Олена Йосипівна", ["олена", "иосипівна"]),
        ("von der Próba", ["von", "der", "proba"]),
        ("—", []),
    ],
)
def test_a_name_is_folded_to_plain_words(text: str, folded: list[str]) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
@example("ŁŁł İi ŉ ǅ ﬁ ẞ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(" ".join(fold(text))) == fold(text)


@given(names)
def test_neither_case_nor_polish_letters_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name) == fold(name.translate(POLISH)) == fold(name.lower())


@given(st.text(max_size=60))
def test_no_word_holds_a_sign_that_a_pattern_or_a_row_could_mistake(text: str) -> None:
    assert all(word.isalnum() and word == word.strip() for word in fold(text))
    assert not set("".join(fold(text))) & set("%_\\/ FG")


@given(names, names)
def test_every_word_of_a_name_leads_once_beside_all_the_others(family: str, given_: str) -> None:
    rows = words_of(family, given_)
    tokens = {(Part.FAMILY, w) for w in fold(family)} | {(Part.GIVEN, w) for w in fold(given_)}

    assert {(row.part, row.text) for row in rows} == tokens
    assert len(rows) == len(tokens)
    assert all(len(row.rest.split()) == len(tokens) for row in rows)


@given(words, words)
def test_a_slip_one_way_is_a_slip_the_other_way(meant: str, typed: str) -> None:
    assert (typed in slips(meant)) == (meant in slips(typed))


@pytest.mark.parametrize("typed", ["nowka", "nwak", "nowwak", "nowek", "bowak", "nowaki"])
def test_a_slip_loses_doubles_mistakes_or_swaps_a_letter(typed: str) -> None:
    assert "nowak" in slips(typed)


def test_a_slip_is_never_the_word_itself_and_two_are_no_slip() -> None:
    assert "nowak" not in slips("nowak")
    assert "nowak" not in slips("navek")
