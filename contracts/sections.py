"""The sections of a record: categories of data, each with one sensitivity (domain 8.3)."""

from enum import StrEnum


class Section(StrEnum):
    """One category of data. Cards are cut along them, rights are decided along them."""

    IDENTITY = "identity"
    CONTACT = "contact"
    HOUSEHOLD = "household"
    INCOME = "income"
    NEEDS = "needs"
    WORK = "work"
    HEALTH = "health"
    ADDICTION = "addiction"
    VIOLENCE = "violence"
    NOTES = "notes"
    PLAN = "plan"
    REFERRALS = "referrals"
    MEETINGS = "meetings"
    AWARDS = "awards"
    VOUCHERS = "vouchers"

    @property
    def pl(self) -> str:
        """Its name in Polish, as it stands within a sentence."""
        return _LABELS[self][0]

    @property
    def en(self) -> str:
        """Its name in English, as it stands within a sentence."""
        return _LABELS[self][1]

    @property
    def masked_pl(self) -> str:
        """What is missing from it where it is shown masked, in Polish."""
        return "bez diagnozy i treści części" if self is Section.PLAN else "bez numerów"

    @property
    def masked_en(self) -> str:
        """The same in English."""
        parts = "without the diagnosis and the words of its parts"
        return parts if self is Section.PLAN else "without numbers"


_LABELS = {
    Section.IDENTITY: ("imię, nazwisko, data urodzenia i numer PESEL", "name, birth date and PESEL"),
    Section.CONTACT: ("adres, telefon i poczta elektroniczna", "address, phone and e-mail"),
    Section.HOUSEHOLD: ("skład gospodarstwa domowego i mieszkanie", "household and housing"),
    Section.INCOME: ("dochody, wydatki i majątek", "income, expenses and assets"),
    Section.NEEDS: ("powody udzielenia pomocy i potrzeby", "reasons for help and needs"),
    Section.WORK: ("praca, wykształcenie i sytuacja na rynku pracy", "work, education and labour-market status"),
    Section.HEALTH: ("zdrowie i niepełnosprawność", "health and disability"),
    Section.ADDICTION: ("uzależnienia i zdrowie psychiczne", "addictions and mental health"),
    Section.VIOLENCE: ("przemoc domowa", "domestic violence"),
    Section.NOTES: ("notatki, diagnoza i wnioski pracownika socjalnego", "notes, diagnosis and conclusions of the social worker"),
    Section.PLAN: ("wspólny plan wsparcia", "the joint support plan"),
    Section.REFERRALS: ("skierowania i ich wyniki", "referrals and their outcomes"),
    Section.MEETINGS: ("ustalenia wspólnych spotkań", "decisions of joint meetings"),
    Section.AWARDS: ("wsparcie degresywne", "degressive support"),
    Section.VOUCHERS: ("bony na usługi opiekuńcze", "care vouchers"),
}  # fmt: skip
"""Polish and English, for papers and for sentences that say why."""


class Level(StrEnum):
    """How much of a section a reader gets."""

    FULL = "full"
    MASKED = "masked"
    """The same shape, with identifiers covered, or words that are not for every reader."""
    SUMMARY = "summary"
    """Yes or no and a status; no amounts, no details."""
