"""In which section of her record each word that the examples write about a client stands. Kept by hand.

By the beginning of where it was written (operation, field); the longest that fits. The level is the
least at which it may be read.
"""

from contracts.sections import Level, Section

FULL, MASKED, SUMMARY = Level.FULL, Level.MASKED, Level.SUMMARY
Needs = tuple[Section, Level | str]
"""A section and the level it takes; a text instead of a level is an action about the plan."""

STANDS_IN: dict[str, Needs] = {
    "register_client.name": (Section.IDENTITY, MASKED),
    "register_client.pesel": (Section.IDENTITY, FULL),
    "register_client.residence": (Section.CONTACT, FULL),
    "register_client.contact": (Section.CONTACT, FULL),
    "change_name": (Section.IDENTITY, MASKED),
    "correct_particulars": (Section.IDENTITY, MASKED),
    "replace_pesel": (Section.IDENTITY, FULL),
    "add_document.document.number": (Section.IDENTITY, FULL),
    "add_document.document.issued_by": (Section.IDENTITY, MASKED),
    "move_client": (Section.CONTACT, FULL),
    "change_contact": (Section.CONTACT, FULL),
    # Whom to speak with instead of her: no number of hers.
    "appoint_representative": (Section.IDENTITY, MASKED),
    "set_file_number": (Section.IDENTITY, FULL),
    "declare_household": (Section.HOUSEHOLD, FULL),
    "declare_income": (Section.INCOME, FULL),
    "verify_income": (Section.INCOME, FULL),
    "add_need": (Section.NEEDS, FULL),
    "close_need": (Section.NEEDS, FULL),
    "add_strength": (Section.NEEDS, FULL),
    "start_employment": (Section.WORK, FULL),
    "change_employment": (Section.WORK, FULL),
    "register_at_labour_office": (Section.WORK, FULL),
    "register_at_labour_office.facts.work_limits": (Section.HEALTH, SUMMARY),
    "record_ipd": (Section.WORK, FULL),
    # The instrument of the example is one of needs.
    "record_assessment": (Section.NEEDS, FULL),
    "record_diagnosis.text": (Section.NOTES, FULL),
    "record_diagnosis.summary": (Section.NOTES, SUMMARY),
    "record_visit": (Section.NOTES, FULL),
    "sign_interview": (Section.NOTES, FULL),
    "withdraw_interview": (Section.NOTES, FULL),
    "log_contact": (Section.NOTES, FULL),
    "correct_contact": (Section.NOTES, FULL),
    "propose_handover.note": (Section.NOTES, FULL),
    "decline_handover.note": (Section.NOTES, FULL),
    "hand_over_caseload.note": (Section.NOTES, FULL),
    "add_agenda_item": (Section.MEETINGS, FULL),
    "change_agenda_item": (Section.MEETINGS, FULL),
    # What a meeting decides becomes an action of the plan, under its own words.
    "decide_in_meeting": (Section.PLAN, MASKED),
    "annex_minutes": (Section.MEETINGS, FULL),
    "send_referral": (Section.REFERRALS, FULL),
    "accept_referral": (Section.REFERRALS, FULL),
    "decline_referral": (Section.REFERRALS, FULL),
    "complete_referral": (Section.REFERRALS, FULL),
    "draft_referral": (Section.REFERRALS, FULL),
    "change_draft": (Section.REFERRALS, FULL),
    "return_referral": (Section.REFERRALS, FULL),
    "supply_referral": (Section.REFERRALS, FULL),
    "schedule_appointment": (Section.REFERRALS, FULL),
    "note_referral": (Section.REFERRALS, FULL),
    "hold_referral": (Section.REFERRALS, FULL),
    "request_cancellation": (Section.REFERRALS, FULL),
    "fail_referral": (Section.REFERRALS, FULL),
    "acknowledge_referral": (Section.REFERRALS, FULL),
    "mark_referral_error": (Section.REFERRALS, FULL),
    "make_offer": (Section.REFERRALS, FULL),
    "hand_out_link": (Section.REFERRALS, FULL),
    "add_goal": (Section.PLAN, MASKED),
    "change_goal": (Section.PLAN, MASKED),
    "conclude_goal": (Section.PLAN, MASKED),
    "add_action": (Section.PLAN, MASKED),
    "change_action": (Section.PLAN, MASKED),
    "record_progress": (Section.PLAN, MASKED),
    "set_diagnosis": (Section.PLAN, "ReadPlanDiagnosis"),
    "open_part": (Section.PLAN, "ReadForeignParts"),
    "change_part": (Section.PLAN, "ReadForeignParts"),
    "sign_part": (Section.PLAN, "ReadForeignParts"),
    "refuse_part": (Section.PLAN, "ReadForeignParts"),
    "close_part": (Section.PLAN, "ReadForeignParts"),
    "close_review": (Section.PLAN, "ReadForeignConclusions"),
    "complete_plan.summary": (Section.PLAN, "ReadPlanSummary"),
    "complete_plan.results": (Section.PLAN, MASKED),
    "discontinue_plan": (Section.PLAN, "ReadPlanSummary"),
    "explain_overpayment": (Section.AWARDS, FULL),
    "change_decision": (Section.AWARDS, FULL),
    "record_care_visit.note": (Section.VOUCHERS, FULL),
    "correct_visit": (Section.VOUCHERS, FULL),
    "explain_visit": (Section.VOUCHERS, FULL),
    "clear_visit_flag": (Section.VOUCHERS, FULL),
}
OF_THE_HOUSE = (
    "log_contact", "correct_contact", "propose_handover", "decline_handover", "hand_over_caseload",
)  # fmt: skip
"""What an institution's advisers write for one another; of a confidential contact fewer are told."""
OF_A_VISIT = ("record_care_visit", "correct_visit", "explain_visit", "clear_visit_flag")
"""Of visits that whoever provides the care made herself."""
BETWEEN_THE_TWO = (
    # What one institution asks another, and why it may see her: theirs alone, whoever else reads her.
    "ask_information", "answer_information", "refuse_information", "pass_on_information",
    "delay_information", "request_access", "grant_access", "break_glass", "review_alarm",
    "open_subject_request", "fulfil_subject_request", "refuse_subject_request",
    "register_client.share_with", "open_sharing",
)  # fmt: skip
ABOUT_NO_CLIENT = (
    "propose_handover.to", "hand_over_caseload.to", "open_substitution", "plan_meeting", "move_meeting",
    "ask_simulation", "export_payment_list", "open_voucher_programme", "record_care_visit.serial",
    "upload_cohort", "enter_resolution", "withdraw_resolution", "register_institution",
    "found_partnership", "activate_agreement", "publish_service", "change_service",
    "change_bank_account", "subscribe", "replay_subscription",
)  # fmt: skip
ASKED_FOR = ("find_clients", "find_duplicates", "search_audit")
"""What somebody looks for; nothing is kept of it."""


def needs_of(where: str) -> Needs | None:
    """What it takes to read what was written there; none: it stands in no section."""
    if where.startswith(ABOUT_NO_CLIENT):
        return None
    fits = [place for place in STANDS_IN if where.startswith(place)]
    return STANDS_IN[max(fits, key=len)] if fits else None


def is_known(where: str) -> bool:
    """Whether somebody has thought of it."""
    other = (*BETWEEN_THE_TWO, *ABOUT_NO_CLIENT, *ASKED_FOR)
    return needs_of(where) is not None or where.startswith(other)
