"""Case records: the standard, what can stand in one, what is proposed."""

from typing import Any

import pytest

from bot.cases import catalogue, found, indicators, standard
from bot.cases.catalogue import UnfitValue
from bot.cases.found import Known
from bot.conversations.models import Author, Message
from tests.case_stage import CHECK, OFFER, official
from tests.content import LANGUAGES
from tests.staff_stage import TEXTS


def said(words: str, kind: str = "text", **notes: Any) -> Message:
    return Message(id=7, author=Author.PERSON, kind=kind, text=words, notes=notes)


def proposed(*messages: Message, known: Known | None = None) -> dict[str, list[str]]:
    by_item: dict[str, list[str]] = {}
    for one in found.suggestions(known or Known(), messages, CHECK.check):
        by_item.setdefault(one.item, []).append(one.value)
    return by_item


def test_every_item_is_a_field_of_the_standard_that_is_not_deprecated() -> None:
    ours = [name for name in (*catalogue.items(), *catalogue.identity()) if not name.startswith("ilo_")]
    assert len(ours) == 32
    assert {official()[name]["Status"] for name in ours} == {"DRAFT"}


def test_every_choice_is_a_value_of_the_standard() -> None:
    for item in catalogue.items().values():
        if item.kind in ("one", "many") and not item.name.startswith("ilo_"):
            listed = official()[item.name]["Value Names (if picklist)"].splitlines()
            assert list(item.choices) == [value.strip() for value in listed if value.strip()]


def test_what_spreadsheets_did_to_the_files_is_put_right() -> None:
    assert "DebtBondage" in catalogue.items()["vic_MethodsOfControl"].choices
    assert {"NA", "UA", "RO", "MD"} <= set(standard.countries())
    assert "" not in standard.countries()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_a_record_has_a_name_in_every_language(language: str) -> None:
    names = [f"staff-case-item-{name}" for name in (*catalogue.items(), *catalogue.identity()) if "ilo_" not in name]
    values = {
        f"staff-case-value-{value}"
        for item in catalogue.items().values()
        if item.kind in ("one", "many") and "ilo_" not in item.name and not item.name.endswith("WebsitesAndApps")
        for value in item.choices
    }
    ilo = {f"staff-ilo-{one.code}" for part in indicators.load() for one in part.indicators}
    missing = [key for key in (*names, *values, *ilo) if not TEXTS.has(language, key.replace("_", "-"))]
    assert missing == []


@pytest.mark.parametrize(
    ("item", "values", "kept"),
    [
        ("vic_MethodsOfControl", ["WithholdsDocuments", "", "DebtBondage"], ["DebtBondage", "WithholdsDocuments"]),
        ("prs_Citizenship", ["UA", "UA", "RO"], ["RO", "UA"]),
        ("vic_AgeWhenTrafficked", [" 17 "], ["17"]),
        ("cas_OutgoingReferralDate", ["2026-01-31"], ["2026-01-31"]),
        ("cas_ReferredOrganisation", ["ua-527"], ["ua-527"]),
    ],
)
def test_values_are_cleaned(item: str, values: list[str], kept: list[str]) -> None:
    assert catalogue.items()[item].cleaned(values) == kept


@pytest.mark.parametrize(
    ("item", "values"),
    [
        ("vic_TraffickingStatus", ["PossibleVictimOfTrafficking", "ActualVictimOfTrafficking"]),
        ("vic_TraffickingStatus", ["possible"]),
        ("prs_MailingCountry", ["ZZ"]),
        ("vic_AgeWhenTrafficked", ["-1"]),
        ("vic_AgeWhenTrafficked", ["121"]),
        ("vic_AgeWhenTrafficked", ["१७"]),
        ("vic_AgeWhenTrafficked", ["9" * 6000]),
        ("cas_OutgoingReferralDate", ["2999-01-01"]),
        ("cas_OutgoingReferralDate", ["31.01.2026"]),
        ("cas_OutgoingReferralDetails", ["x" * 1001]),
        ("cas_OutgoingReferralDetails", ["a\0b"]),
        ("cas_ReferredOrganisation", ["ufo"]),
    ],
)
def test_what_cannot_stand_there_is_refused(item: str, values: list[str]) -> None:
    with pytest.raises(UnfitValue):
        catalogue.items()[item].cleaned(values)


def test_a_phone_number_is_kept_in_the_form_of_the_standard() -> None:
    phone = catalogue.identity()["prs_MobilePhone"]
    assert phone.cleaned(["+380 (00) 000-00-00"]) == ["+380000000000"]
    for wrong in ("0777", "+", "+1" * 9, "=1+1"):
        with pytest.raises(UnfitValue):
            phone.cleaned([wrong])


def test_signs_of_danger_and_flags_of_an_offer_propose_values_with_their_words() -> None:
    danger = said("my boss keeps my passport", signs=["documents_held", "a_new_sign"])
    ones = found.suggestions(Known(), [danger, said(OFFER, forwarded=True)], CHECK.check)
    by_value = {(one.item, one.value): one.quote for one in ones}
    assert by_value["vic_MethodsOfControl", "WithholdsDocuments"] == "my boss keeps my passport"
    assert by_value["ilo_coercion", "documents"] == "my boss keeps my passport"
    assert "Паспорт" in by_value["ilo_coercive_recruitment", "documents"]
    assert ("vic_RecruitmentWebsitesAndApps", "Viber") in by_value
    assert ("vic_MethodOfRecruitment", "ThroughAnOnlineAdvertisement") in by_value


def test_the_person_and_the_closing_propose_language_country_and_referrals() -> None:
    ones = proposed(known=Known("uk", "RO", ["ua-527"]))
    assert ones["prs_PrimaryLanguage"] == ["ukr"]
    assert ones["prs_MailingCountry"] == ["RO"]
    assert ones["cas_ReferredOrganisation"] == ["ua-527"]
    assert ones["vic_TraffickingStatus"] == ["PossibleVictimOfTrafficking"]


def test_what_others_said_and_buttons_propose_nothing() -> None:
    bot = Message(id=1, author=Author.BOT, kind="text", text=OFFER, notes={"signs": ["locked_in"]})
    button = said("/danger", kind="button", signs=["locked_in"])
    assert set(proposed(bot, button)) == {
        "vic_TraffickingStatus",
        "vic_TraffickingStatusDecisionMakingOrg",
        "cas_Status",
    }


def test_every_proposal_that_the_data_can_make_is_a_value_of_its_item() -> None:
    data = found._data()
    pairs = [
        pair
        for group in (*data["signs"].values(), *data["flags"].values(), data["forwarded"], data["always"])
        for pair in group.items()
    ]
    pairs += [("vic_RecruitmentWebsitesAndApps", name) for name in data["platforms"]]
    assert [pair for pair in pairs if pair[1] not in catalogue.items()[pair[0]].choices] == []
    assert set(data["flags"]) <= set(CHECK.rules.codes)
