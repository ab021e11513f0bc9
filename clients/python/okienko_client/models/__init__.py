"""Contains all the data models used in inputs/outputs"""

from .absence_kind import AbsenceKind
from .absence_view import AbsenceView
from .accept_handover import AcceptHandover
from .accept_referral import AcceptReferral
from .access import Access
from .access_refusal import AccessRefusal
from .access_request_page import AccessRequestPage
from .access_request_view import AccessRequestView
from .access_state import AccessState
from .accesses import Accesses
from .accessibility_need import AccessibilityNeed
from .account import Account
from .account_view import AccountView
from .acknowledge_referral import AcknowledgeReferral
from .action_engagement import ActionEngagement
from .action_funding import ActionFunding
from .action_status import ActionStatus
from .action_terms import ActionTerms
from .action_view import ActionView
from .activate_agreement import ActivateAgreement
from .activate_plan import ActivatePlan
from .add_action import AddAction
from .add_agenda_item import AddAgendaItem
from .add_document import AddDocument
from .add_goal import AddGoal
from .add_need import AddNeed
from .add_strength import AddStrength
from .addiction import Addiction
from .address import Address
from .advice_end import AdviceEnd
from .advice_page import AdvicePage
from .advice_state import AdviceState
from .advice_view import AdviceView
from .adviser_role import AdviserRole
from .affected_view import AffectedView
from .agenda_item_view import AgendaItemView
from .agreement_state import AgreementState
from .agreement_view import AgreementView
from .alarm_page import AlarmPage
from .alarm_view import AlarmView
from .alike import Alike
from .alternative import Alternative
from .annex_minutes import AnnexMinutes
from .annex_view import AnnexView
from .answer_information import AnswerInformation
from .answer_invitation import AnswerInvitation
from .answer_sheet import AnswerSheet
from .applicant import Applicant
from .apply_for_award import ApplyForAward
from .appoint_representative import AppointRepresentative
from .appointment import Appointment
from .ask_information import AskInformation
from .ask_waiver import AskWaiver
from .asked import Asked
from .asking import Asking
from .assessment_series import AssessmentSeries
from .assessment_view import AssessmentView
from .assessment_view_scores import AssessmentViewScores
from .asset import Asset
from .asset_kind import AssetKind
from .assign_adviser import AssignAdviser
from .assign_plan_lead import AssignPlanLead
from .attendance import Attendance
from .attendance_answer import AttendanceAnswer
from .audit_entry_view import AuditEntryView
from .audit_page import AuditPage
from .award_brief import AwardBrief
from .award_correction_view import AwardCorrectionView
from .award_end import AwardEnd
from .award_page import AwardPage
from .award_state import AwardState
from .award_view import AwardView
from .awareness import Awareness
from .band import Band
from .basis_kind import BasisKind
from .because import Because
from .begin_plan import BeginPlan
from .benefit_level import BenefitLevel
from .benefit_right import BenefitRight
from .benefit_right_answer import BenefitRightAnswer
from .benefits_paid_answer import BenefitsPaidAnswer
from .break_glass import BreakGlass
from .by import By
from .calendar_language import CalendarLanguage
from .calendar_list import CalendarList
from .calendar_view import CalendarView
from .cancel_meeting import CancelMeeting
from .cancel_reason import CancelReason
from .cancel_voucher import CancelVoucher
from .capacity_status import CapacityStatus
from .capacity_view import CapacityView
from .care_service import CareService
from .care_task import CareTask
from .carry_over import CarryOver
from .caseload import Caseload
from .cause_view import CauseView
from .change import Change
from .change_action import ChangeAction
from .change_agenda_item import ChangeAgendaItem
from .change_bank_account import ChangeBankAccount
from .change_contact import ChangeContact
from .change_decision import ChangeDecision
from .change_draft import ChangeDraft
from .change_employment import ChangeEmployment
from .change_goal import ChangeGoal
from .change_kind import ChangeKind
from .change_name import ChangeName
from .change_part import ChangePart
from .change_service import ChangeService
from .change_standing import ChangeStanding
from .channel import Channel
from .chart_format import ChartFormat
from .chart_kind import ChartKind
from .check_visit_by_phone import CheckVisitByPhone
from .check_voucher import CheckVoucher
from .cited_rule import CitedRule
from .citizenship import Citizenship
from .clear_visit_flag import ClearVisitFlag
from .client_answer import ClientAnswer
from .client_answer_view import ClientAnswerView
from .client_status import ClientStatus
from .client_view import ClientView
from .cliff_view import CliffView
from .close_client import CloseClient
from .close_need import CloseNeed
from .close_part import ClosePart
from .close_review import CloseReview
from .close_service import CloseService
from .closing_reason import ClosingReason
from .code_count import CodeCount
from .cohort_list import CohortList
from .cohort_view import CohortView
from .colleague import Colleague
from .communication import Communication
from .competence_view import CompetenceView
from .competent_view import CompetentView
from .complete_plan import CompletePlan
from .complete_referral import CompleteReferral
from .conclude_goal import ConcludeGoal
from .conclude_goal_result import ConcludeGoalResult
from .condition import Condition
from .confirm_facts import ConfirmFacts
from .confirm_payment_list import ConfirmPaymentList
from .confirm_visit import ConfirmVisit
from .consent import Consent
from .consent_evidence import ConsentEvidence
from .consent_purpose import ConsentPurpose
from .contact import Contact
from .contact_answer import ContactAnswer
from .contact_channel import ContactChannel
from .contact_kind import ContactKind
from .contact_log_page import ContactLogPage
from .contact_outcome import ContactOutcome
from .contact_view import ContactView
from .continuation import Continuation
from .contract import Contract
from .contract_provider import ContractProvider
from .correct_contact import CorrectContact
from .correct_particulars import CorrectParticulars
from .correct_visit import CorrectVisit
from .correction_reason import CorrectionReason
from .correction_state import CorrectionState
from .cost import Cost
from .county_counts import CountyCounts
from .criterion import Criterion
from .day_group import DayGroup
from .debt import Debt
from .decide_in_meeting import DecideInMeeting
from .decision_status import DecisionStatus
from .decision_view import DecisionView
from .declare_household import DeclareHousehold
from .declare_income import DeclareIncome
from .declared_incomes import DeclaredIncomes
from .declared_used import DeclaredUsed
from .decline_handover import DeclineHandover
from .decline_reason import DeclineReason
from .decline_referral import DeclineReferral
from .deductions import Deductions
from .delay_information import DelayInformation
from .delay_reason import DelayReason
from .deliveries import Deliveries
from .delivery_result import DeliveryResult
from .delivery_view import DeliveryView
from .deregister_at_labour_office import DeregisterAtLabourOffice
from .detect_overpayment import DetectOverpayment
from .determine_overpayment import DetermineOverpayment
from .diagnosis_view import DiagnosisView
from .direction import Direction
from .disability_degree import DisabilityDegree
from .disabled_because import DisabledBecause
from .disclosure_page import DisclosurePage
from .disclosure_view import DisclosureView
from .discontinue_plan import DiscontinuePlan
from .dismiss_representative import DismissRepresentative
from .document_kind import DocumentKind
from .document_view import DocumentView
from .draft_minutes import DraftMinutes
from .draft_payment_list import DraftPaymentList
from .draft_referral import DraftReferral
from .draft_voucher import DraftVoucher
from .drop_reason import DropReason
from .due_interview import DueInterview
from .due_interviews import DueInterviews
from .duplicate_page import DuplicatePage
from .duplicate_person import DuplicatePerson
from .duplicate_state import DuplicateState
from .duplicate_view import DuplicateView
from .duty_kind import DutyKind
from .duty_view import DutyView
from .education_level import EducationLevel
from .effect_view import EffectView
from .employment_end import EmploymentEnd
from .employment_kind import EmploymentKind
from .employment_list import EmploymentList
from .employment_view import EmploymentView
from .employment_with_terms import EmploymentWithTerms
from .end_advice import EndAdvice
from .end_advice_reason import EndAdviceReason
from .end_award import EndAward
from .end_employment import EndEmployment
from .end_provider_contract import EndProviderContract
from .end_reason import EndReason
from .ends_because import EndsBecause
from .enter_resolution import EnterResolution
from .entry import Entry
from .entry_details import EntryDetails
from .erasure_ground import ErasureGround
from .erasure_page import ErasurePage
from .erasure_state import ErasureState
from .erasure_view import ErasureView
from .error_reason import ErrorReason
from .evidence import Evidence
from .evidence_kind import EvidenceKind
from .excluding_title import ExcludingTitle
from .expense import Expense
from .expense_kind import ExpenseKind
from .explain_overpayment import ExplainOverpayment
from .explain_visit import ExplainVisit
from .export_payment_list import ExportPaymentList
from .export_payment_list_without_account import ExportPaymentListWithoutAccount
from .export_view import ExportView
from .export_view_as_of import ExportViewAsOf
from .export_view_sections import ExportViewSections
from .extend_subject_request import ExtendSubjectRequest
from .extension_reason import ExtensionReason
from .fact_kind import FactKind
from .fact_origin import FactOrigin
from .fact_source import FactSource
from .fact_view import FactView
from .fact_view_value_type_0 import FactViewValueType0
from .facts_view import FactsView
from .fail_reason import FailReason
from .fail_referral import FailReferral
from .family_allowance_facts import FamilyAllowanceFacts
from .family_member import FamilyMember
from .feed_event import FeedEvent
from .feed_event_data import FeedEventData
from .feed_page import FeedPage
from .file_form import FileForm
from .file_number_view import FileNumberView
from .filled_from import FilledFrom
from .find_clients import FindClients
from .find_duplicates import FindDuplicates
from .flag_view import FlagView
from .form import Form
from .form_purpose import FormPurpose
from .found_client import FoundClient
from .found_clients import FoundClients
from .found_duplicates import FoundDuplicates
from .found_partnership import FoundPartnership
from .fulfil_subject_request import FulfilSubjectRequest
from .generated import Generated
from .geometric import Geometric
from .given_by import GivenBy
from .given_income import GivenIncome
from .glass_reason import GlassReason
from .glass_view import GlassView
from .goal_result import GoalResult
from .goal_result_result import GoalResultResult
from .goal_status import GoalStatus
from .goal_view import GoalView
from .grant_access import GrantAccess
from .group import Group
from .hand_out_link import HandOutLink
from .hand_over_caseload import HandOverCaseload
from .handed_link import HandedLink
from .handed_over_view import HandedOverView
from .handover_box import HandoverBox
from .handover_page import HandoverPage
from .handover_refusal import HandoverRefusal
from .handover_state import HandoverState
from .handover_summary import HandoverSummary
from .handover_view import HandoverView
from .heating import Heating
from .help_form import HelpForm
from .help_reason import HelpReason
from .hold_payment_line import HoldPaymentLine
from .hold_reason import HoldReason
from .hold_referral import HoldReferral
from .hold_view import HoldView
from .home_costs import HomeCosts
from .household import Household
from .household_history_view import HouseholdHistoryView
from .household_member import HouseholdMember
from .household_view import HouseholdView
from .housing_kind import HousingKind
from .housing_title import HousingTitle
from .identity_document import IdentityDocument
from .import_clients import ImportClients
from .import_row import ImportRow
from .import_view import ImportView
from .import_view_counts import ImportViewCounts
from .income import Income
from .income_item import IncomeItem
from .income_kind import IncomeKind
from .income_page import IncomePage
from .income_period import IncomePeriod
from .income_view import IncomeView
from .independence import Independence
from .indicator_group import IndicatorGroup
from .indicator_report import IndicatorReport
from .indicator_view import IndicatorView
from .information_box import InformationBox
from .information_page import InformationPage
from .information_refusal import InformationRefusal
from .information_state import InformationState
from .information_view import InformationView
from .instalment_view import InstalmentView
from .institution_kind import InstitutionKind
from .institution_page import InstitutionPage
from .institution_ref import InstitutionRef
from .institution_view import InstitutionView
from .instrument_list import InstrumentList
from .instrument_view import InstrumentView
from .interview_history import InterviewHistory
from .interview_kind import InterviewKind
from .interview_page import InterviewPage
from .interview_part import InterviewPart
from .interview_prefill import InterviewPrefill
from .interview_record import InterviewRecord
from .interview_state import InterviewState
from .interview_view import InterviewView
from .invitation_answer import InvitationAnswer
from .invite_to_meeting import InviteToMeeting
from .ipd_answer import IpdAnswer
from .ipd_reason import IpdReason
from .ipd_state import IpdState
from .ipd_view import IpdView
from .item_note import ItemNote
from .item_state import ItemState
from .item_view import ItemView
from .job_found_by import JobFoundBy
from .kept_plan_version import KeptPlanVersion
from .kept_plan_versions import KeptPlanVersions
from .kind_counts import KindCounts
from .labour_end import LabourEnd
from .labour_facts import LabourFacts
from .labour_registration_list import LabourRegistrationList
from .labour_registration_view import LabourRegistrationView
from .labour_status import LabourStatus
from .lang import Lang
from .language import Language
from .language_level import LanguageLevel
from .last_step import LastStep
from .later_incomes import LaterIncomes
from .law_change import LawChange
from .lead_view import LeadView
from .leave_household import LeaveHousehold
from .ledger_view import LedgerView
from .left_out import LeftOut
from .left_out_reason import LeftOutReason
from .left_out_view import LeftOutView
from .likeness_reason import LikenessReason
from .line_kind import LineKind
from .link_duplicate import LinkDuplicate
from .link_kind import LinkKind
from .link_page import LinkPage
from .link_view import LinkView
from .list_access_requests_box import ListAccessRequestsBox
from .log_contact import LogContact
from .log_labour_contact import LogLabourContact
from .logged_contact_view import LoggedContactView
from .lost_benefit_mode import LostBenefitMode
from .make_offer import MakeOffer
from .map_category import MapCategory
from .marginal_rate_view import MarginalRateView
from .marital_status import MaritalStatus
from .mark_referral_error import MarkReferralError
from .may_know import MayKnow
from .meeting_attendance import MeetingAttendance
from .meeting_cancel_reason import MeetingCancelReason
from .meeting_line import MeetingLine
from .meeting_page import MeetingPage
from .meeting_state import MeetingState
from .meeting_view import MeetingView
from .member import Member
from .member_relation import MemberRelation
from .merge_clients import MergeClients
from .merge_preview import MergePreview
from .merge_reason import MergeReason
from .merge_side import MergeSide
from .merge_side_counts import MergeSideCounts
from .minuted_decision import MinutedDecision
from .minuted_item import MinutedItem
from .minutes_view import MinutesView
from .month_balance_view import MonthBalanceView
from .month_in_question import MonthInQuestion
from .month_of_incomes import MonthOfIncomes
from .month_of_incomes_standing import MonthOfIncomesStanding
from .month_state import MonthState
from .month_view import MonthView
from .move_client import MoveClient
from .move_meeting import MoveMeeting
from .my_day import MyDay
from .narrow_sharing import NarrowSharing
from .need_kind import NeedKind
from .need_list import NeedList
from .need_outcome import NeedOutcome
from .need_view import NeedView
from .news_ref import NewsRef
from .next_meeting_view import NextMeetingView
from .next_meetings import NextMeetings
from .norm_view import NormView
from .not_recomputed_view import NotRecomputedView
from .not_recomputed_view_because import NotRecomputedViewBecause
from .note_referral import NoteReferral
from .occupation import Occupation
from .offer_state import OfferState
from .offer_view import OfferView
from .open_calendar import OpenCalendar
from .open_interview import OpenInterview
from .open_meeting import OpenMeeting
from .open_part import OpenPart
from .open_referral_page import OpenReferralPage
from .open_referral_view import OpenReferralView
from .open_subject_request import OpenSubjectRequest
from .open_substitution import OpenSubstitution
from .open_voucher_programme import OpenVoucherProgramme
from .opened_calendar import OpenedCalendar
from .opening_rule import OpeningRule
from .order_view import OrderView
from .order_view_files import OrderViewFiles
from .other_answer import OtherAnswer
from .outcome import Outcome
from .overpaid_month_view import OverpaidMonthView
from .overpayment_brief import OverpaymentBrief
from .overpayment_cause import OverpaymentCause
from .overpayment_page import OverpaymentPage
from .overpayment_state import OverpaymentState
from .overpayment_view import OverpaymentView
from .parameter_list import ParameterList
from .parameter_used import ParameterUsed
from .parameter_view import ParameterView
from .part_form import PartForm
from .part_terms import PartTerms
from .part_text import PartText
from .participant_view import ParticipantView
from .particulars_told import ParticularsTold
from .partnership_page import PartnershipPage
from .partnership_view import PartnershipView
from .party import Party
from .party_named import PartyNamed
from .party_view import PartyView
from .pass_on_information import PassOnInformation
from .passing import Passing
from .passing_list import PassingList
from .passing_result import PassingResult
from .past_job import PastJob
from .pause_reason import PauseReason
from .pay_kind import PayKind
from .payment_hold_reason import PaymentHoldReason
from .payment_line_state import PaymentLineState
from .payment_line_view import PaymentLineView
from .payment_lines_view import PaymentLinesView
from .payment_list_state import PaymentListState
from .payment_list_view import PaymentListView
from .payment_lists_view import PaymentListsView
from .payment_return_reason import PaymentReturnReason
from .payout import Payout
from .person_name import PersonName
from .person_view import PersonView
from .pesel_replacement import PeselReplacement
from .phone_outcome import PhoneOutcome
from .place import Place
from .place_hold import PlaceHold
from .place_unit import PlaceUnit
from .plan_brief import PlanBrief
from .plan_change_page import PlanChangePage
from .plan_change_view import PlanChangeView
from .plan_difference import PlanDifference
from .plan_health import PlanHealth
from .plan_instalments import PlanInstalments
from .plan_list import PlanList
from .plan_meeting import PlanMeeting
from .plan_part_view import PlanPartView
from .plan_review_view import PlanReviewView
from .plan_status import PlanStatus
from .plan_version_view import PlanVersionView
from .plan_version_view_actions import PlanVersionViewActions
from .plan_version_view_actions_additional_property import (
    PlanVersionViewActionsAdditionalProperty,
)
from .plan_version_view_goals import PlanVersionViewGoals
from .plan_version_view_goals_additional_property import (
    PlanVersionViewGoalsAdditionalProperty,
)
from .plan_version_view_parts import PlanVersionViewParts
from .plan_version_view_parts_additional_property import (
    PlanVersionViewPartsAdditionalProperty,
)
from .plan_view import PlanView
from .plan_warning import PlanWarning
from .plan_warnings import PlanWarnings
from .plan_withheld import PlanWithheld
from .planned_value import PlannedValue
from .possible_duplicate import PossibleDuplicate
from .preview_changes import PreviewChanges
from .preview_view import PreviewView
from .print_consent_form_lang import PrintConsentFormLang
from .print_my_plan_lang import PrintMyPlanLang
from .print_slip_lang import PrintSlipLang
from .priority_group import PriorityGroup
from .problem import Problem
from .problem_errors_item import ProblemErrorsItem
from .programme_limits import ProgrammeLimits
from .progress import Progress
from .progress_code import ProgressCode
from .propose_correction import ProposeCorrection
from .propose_erasure import ProposeErasure
from .propose_handover import ProposeHandover
from .public_contact import PublicContact
from .publish_service import PublishService
from .publish_service_status import PublishServiceStatus
from .pup_status_answer import PupStatusAnswer
from .purpose import Purpose
from .query_reason import QueryReason
from .query_settlement import QuerySettlement
from .question import Question
from .question_kind import QuestionKind
from .queue_view import QueueView
from .queued_duplicate import QueuedDuplicate
from .quorum_view import QuorumView
from .read_records import ReadRecords
from .read_records_etags import ReadRecordsEtags
from .reader_view import ReaderView
from .reason import Reason
from .receipt import Receipt
from .received_as import ReceivedAs
from .recipient import Recipient
from .recipient_rests_on_type_0 import RecipientRestsOnType0
from .record_absence import RecordAbsence
from .record_assessment import RecordAssessment
from .record_assessment_items import RecordAssessmentItems
from .record_care_visit import RecordCareVisit
from .record_diagnosis import RecordDiagnosis
from .record_ipd import RecordIpd
from .record_of import RecordOf
from .record_progress import RecordProgress
from .record_repayment import RecordRepayment
from .record_segment import RecordSegment
from .record_view import RecordView
from .record_view_as_of import RecordViewAsOf
from .record_view_sections import RecordViewSections
from .record_visit import RecordVisit
from .recorded_visit_view import RecordedVisitView
from .records_view import RecordsView
from .referral_box import ReferralBox
from .referral_history import ReferralHistory
from .referral_page import ReferralPage
from .referral_part_view import ReferralPartView
from .referral_state import ReferralState
from .referral_view import ReferralView
from .refuse_access import RefuseAccess
from .refuse_information import RefuseInformation
from .refuse_part import RefusePart
from .refuse_subject_request import RefuseSubjectRequest
from .region_counts import RegionCounts
from .region_day import RegionDay
from .register_at_labour_office import RegisterAtLabourOffice
from .register_client import RegisterClient
from .register_institution import RegisterInstitution
from .registered_client import RegisteredClient
from .registration_mode import RegistrationMode
from .reject_award import RejectAward
from .rejection_reason import RejectionReason
from .relation import Relation
from .relation_reason import RelationReason
from .repayment_view import RepaymentView
from .replace_pesel import ReplacePesel
from .replay import Replay
from .representative import Representative
from .representative_kind import RepresentativeKind
from .representative_view import RepresentativeView
from .request_access import RequestAccess
from .request_cancellation import RequestCancellation
from .request_channel import RequestChannel
from .request_kind import RequestKind
from .request_over import RequestOver
from .request_refusal_reason import RequestRefusalReason
from .request_state import RequestState
from .residence import Residence
from .residence_title import ResidenceTitle
from .resolution_list import ResolutionList
from .resolution_state import ResolutionState
from .resolution_view import ResolutionView
from .restrict_client import RestrictClient
from .restriction_ground import RestrictionGround
from .restriction_view import RestrictionView
from .rests_on import RestsOn
from .resume_award import ResumeAward
from .retention_due import RetentionDue
from .retention_page import RetentionPage
from .return_payment_line import ReturnPaymentLine
from .return_referral import ReturnReferral
from .review_alarm import ReviewAlarm
from .role import Role
from .row_outcome import RowOutcome
from .row_problem import RowProblem
from .row_view import RowView
from .satisfaction import Satisfaction
from .saving_view import SavingView
from .schedule_appointment import ScheduleAppointment
from .schedule_choice import ScheduleChoice
from .schedule_limits import ScheduleLimits
from .scope import Scope
from .search_audit import SearchAudit
from .seat import Seat
from .section import Section
from .see_news import SeeNews
from .segment_a import SegmentA
from .segment_b import SegmentB
from .segment_c import SegmentC
from .segment_d import SegmentD
from .segment_e import SegmentE
from .segment_f import SegmentF
from .segment_g import SegmentG
from .segment_h import SegmentH
from .segment_i import SegmentI
from .segment_j import SegmentJ
from .send_referral import SendReferral
from .series import Series
from .service_category import ServiceCategory
from .service_change_view import ServiceChangeView
from .service_history_view import ServiceHistoryView
from .service_name_view import ServiceNameView
from .service_page import ServicePage
from .service_status import ServiceStatus
from .service_view import ServiceView
from .services_answer import ServicesAnswer
from .set_capacity import SetCapacity
from .set_communication import SetCommunication
from .set_contact_interval import SetContactInterval
from .set_diagnosis import SetDiagnosis
from .set_file_number import SetFileNumber
from .set_off_overpayment import SetOffOverpayment
from .settlement_brief import SettlementBrief
from .settlement_line_view import SettlementLineView
from .settlement_page import SettlementPage
from .settlement_state import SettlementState
from .settlement_view import SettlementView
from .sex import Sex
from .share_with import ShareWith
from .sharing_note import SharingNote
from .sharing_state import SharingState
from .sharing_view import SharingView
from .shows import Shows
from .sign_interview import SignInterview
from .sign_part import SignPart
from .signed_how import SignedHow
from .signing import Signing
from .simulate import Simulate
from .simulation_brief import SimulationBrief
from .simulation_list import SimulationList
from .simulation_result import SimulationResult
from .simulation_state import SimulationState
from .simulation_view import SimulationView
from .simulation_view_problem_type_0 import SimulationViewProblemType0
from .source import Source
from .spending_view import SpendingView
from .standing_view import StandingView
from .start_employment import StartEmployment
from .start_rule import StartRule
from .statement_refused import StatementRefused
from .statement_signed import StatementSigned
from .statutory_task import StatutoryTask
from .step import Step
from .step_run import StepRun
from .step_view import StepView
from .strength_kind import StrengthKind
from .strength_view import StrengthView
from .strike_reason import StrikeReason
from .strike_visit import StrikeVisit
from .subject_request_page import SubjectRequestPage
from .subject_request_view import SubjectRequestView
from .submit_settlement import SubmitSettlement
from .subscribe import Subscribe
from .subscription_made import SubscriptionMade
from .subscription_status import SubscriptionStatus
from .subscription_view import SubscriptionView
from .subscriptions import Subscriptions
from .substitution_page import SubstitutionPage
from .substitution_view import SubstitutionView
from .summary_action import SummaryAction
from .summary_contact import SummaryContact
from .summary_duty import SummaryDuty
from .summary_goal import SummaryGoal
from .summary_plan import SummaryPlan
from .summary_referral import SummaryReferral
from .summary_request import SummaryRequest
from .supply_referral import SupplyReferral
from .support_kind import SupportKind
from .support_month_view import SupportMonthView
from .support_status import SupportStatus
from .support_view import SupportView
from .suspend_award import SuspendAward
from .suspend_reason import SuspendReason
from .suspend_voucher import SuspendVoucher
from .suspension_reason import SuspensionReason
from .table_choice import TableChoice
from .tally_view import TallyView
from .taper import Taper
from .target_group import TargetGroup
from .team_day import TeamDay
from .terminate_agreement import TerminateAgreement
from .terms import Terms
from .terms_view import TermsView
from .territory_view import TerritoryView
from .tested import Tested
from .through import Through
from .timeline import Timeline
from .title_kind import TitleKind
from .to_institution import ToInstitution
from .to_partnership import ToPartnership
from .to_service import ToService
from .trait import Trait
from .transfer_voucher import TransferVoucher
from .unassigned_page import UnassignedPage
from .unassigned_view import UnassignedView
from .unemployment import Unemployment
from .unmerge_clients import UnmergeClients
from .unmerged_view import UnmergedView
from .update_interview import UpdateInterview
from .upload_cohort import UploadCohort
from .uploaded import Uploaded
from .urgency import Urgency
from .urgency_fact import UrgencyFact
from .used import Used
from .variant import Variant
from .variant_view import VariantView
from .verdict import Verdict
from .verified_incomes import VerifiedIncomes
from .verify_income import VerifyIncome
from .violence import Violence
from .visit import Visit
from .visit_correction_view import VisitCorrectionView
from .visit_flag import VisitFlag
from .visit_page import VisitPage
from .visit_view import VisitView
from .vital_interest import VitalInterest
from .voucher_cancel_reason import VoucherCancelReason
from .voucher_check_view import VoucherCheckView
from .voucher_page import VoucherPage
from .voucher_programme_list import VoucherProgrammeList
from .voucher_programme_view import VoucherProgrammeView
from .voucher_state import VoucherState
from .voucher_view import VoucherView
from .waive_award import WaiveAward
from .waiver_reason import WaiverReason
from .what_if import WhatIf
from .what_if_of_client import WhatIfOfClient
from .what_if_view import WhatIfView
from .when import When
from .who import Who
from .why_view import WhyView
from .withdraw_agenda_item import WithdrawAgendaItem
from .withdraw_interview import WithdrawInterview
from .withdraw_resolution import WithdrawResolution
from .withdrawal import Withdrawal
from .withheld import Withheld
from .withheld_facts import WithheldFacts
from .worker_caseload import WorkerCaseload
from .worker_view import WorkerView
from .workers_day import WorkersDay
from .working_view import WorkingView
from .working_view_inputs import WorkingViewInputs

__all__ = (
    "AbsenceKind",
    "AbsenceView",
    "AcceptHandover",
    "AcceptReferral",
    "Access",
    "Accesses",
    "AccessibilityNeed",
    "AccessRefusal",
    "AccessRequestPage",
    "AccessRequestView",
    "AccessState",
    "Account",
    "AccountView",
    "AcknowledgeReferral",
    "ActionEngagement",
    "ActionFunding",
    "ActionStatus",
    "ActionTerms",
    "ActionView",
    "ActivateAgreement",
    "ActivatePlan",
    "AddAction",
    "AddAgendaItem",
    "AddDocument",
    "AddGoal",
    "Addiction",
    "AddNeed",
    "Address",
    "AddStrength",
    "AdviceEnd",
    "AdvicePage",
    "AdviceState",
    "AdviceView",
    "AdviserRole",
    "AffectedView",
    "AgendaItemView",
    "AgreementState",
    "AgreementView",
    "AlarmPage",
    "AlarmView",
    "Alike",
    "Alternative",
    "AnnexMinutes",
    "AnnexView",
    "AnswerInformation",
    "AnswerInvitation",
    "AnswerSheet",
    "Applicant",
    "ApplyForAward",
    "Appointment",
    "AppointRepresentative",
    "Asked",
    "AskInformation",
    "Asking",
    "AskWaiver",
    "AssessmentSeries",
    "AssessmentView",
    "AssessmentViewScores",
    "Asset",
    "AssetKind",
    "AssignAdviser",
    "AssignPlanLead",
    "Attendance",
    "AttendanceAnswer",
    "AuditEntryView",
    "AuditPage",
    "AwardBrief",
    "AwardCorrectionView",
    "AwardEnd",
    "AwardPage",
    "AwardState",
    "AwardView",
    "Awareness",
    "Band",
    "BasisKind",
    "Because",
    "BeginPlan",
    "BenefitLevel",
    "BenefitRight",
    "BenefitRightAnswer",
    "BenefitsPaidAnswer",
    "BreakGlass",
    "By",
    "CalendarLanguage",
    "CalendarList",
    "CalendarView",
    "CancelMeeting",
    "CancelReason",
    "CancelVoucher",
    "CapacityStatus",
    "CapacityView",
    "CareService",
    "CareTask",
    "CarryOver",
    "Caseload",
    "CauseView",
    "Change",
    "ChangeAction",
    "ChangeAgendaItem",
    "ChangeBankAccount",
    "ChangeContact",
    "ChangeDecision",
    "ChangeDraft",
    "ChangeEmployment",
    "ChangeGoal",
    "ChangeKind",
    "ChangeName",
    "ChangePart",
    "ChangeService",
    "ChangeStanding",
    "Channel",
    "ChartFormat",
    "ChartKind",
    "CheckVisitByPhone",
    "CheckVoucher",
    "CitedRule",
    "Citizenship",
    "ClearVisitFlag",
    "ClientAnswer",
    "ClientAnswerView",
    "ClientStatus",
    "ClientView",
    "CliffView",
    "CloseClient",
    "CloseNeed",
    "ClosePart",
    "CloseReview",
    "CloseService",
    "ClosingReason",
    "CodeCount",
    "CohortList",
    "CohortView",
    "Colleague",
    "Communication",
    "CompetenceView",
    "CompetentView",
    "CompletePlan",
    "CompleteReferral",
    "ConcludeGoal",
    "ConcludeGoalResult",
    "Condition",
    "ConfirmFacts",
    "ConfirmPaymentList",
    "ConfirmVisit",
    "Consent",
    "ConsentEvidence",
    "ConsentPurpose",
    "Contact",
    "ContactAnswer",
    "ContactChannel",
    "ContactKind",
    "ContactLogPage",
    "ContactOutcome",
    "ContactView",
    "Continuation",
    "Contract",
    "ContractProvider",
    "CorrectContact",
    "CorrectionReason",
    "CorrectionState",
    "CorrectParticulars",
    "CorrectVisit",
    "Cost",
    "CountyCounts",
    "Criterion",
    "DayGroup",
    "Debt",
    "DecideInMeeting",
    "DecisionStatus",
    "DecisionView",
    "DeclaredIncomes",
    "DeclaredUsed",
    "DeclareHousehold",
    "DeclareIncome",
    "DeclineHandover",
    "DeclineReason",
    "DeclineReferral",
    "Deductions",
    "DelayInformation",
    "DelayReason",
    "Deliveries",
    "DeliveryResult",
    "DeliveryView",
    "DeregisterAtLabourOffice",
    "DetectOverpayment",
    "DetermineOverpayment",
    "DiagnosisView",
    "Direction",
    "DisabilityDegree",
    "DisabledBecause",
    "DisclosurePage",
    "DisclosureView",
    "DiscontinuePlan",
    "DismissRepresentative",
    "DocumentKind",
    "DocumentView",
    "DraftMinutes",
    "DraftPaymentList",
    "DraftReferral",
    "DraftVoucher",
    "DropReason",
    "DueInterview",
    "DueInterviews",
    "DuplicatePage",
    "DuplicatePerson",
    "DuplicateState",
    "DuplicateView",
    "DutyKind",
    "DutyView",
    "EducationLevel",
    "EffectView",
    "EmploymentEnd",
    "EmploymentKind",
    "EmploymentList",
    "EmploymentView",
    "EmploymentWithTerms",
    "EndAdvice",
    "EndAdviceReason",
    "EndAward",
    "EndEmployment",
    "EndProviderContract",
    "EndReason",
    "EndsBecause",
    "EnterResolution",
    "Entry",
    "EntryDetails",
    "ErasureGround",
    "ErasurePage",
    "ErasureState",
    "ErasureView",
    "ErrorReason",
    "Evidence",
    "EvidenceKind",
    "ExcludingTitle",
    "Expense",
    "ExpenseKind",
    "ExplainOverpayment",
    "ExplainVisit",
    "ExportPaymentList",
    "ExportPaymentListWithoutAccount",
    "ExportView",
    "ExportViewAsOf",
    "ExportViewSections",
    "ExtendSubjectRequest",
    "ExtensionReason",
    "FactKind",
    "FactOrigin",
    "FactSource",
    "FactsView",
    "FactView",
    "FactViewValueType0",
    "FailReason",
    "FailReferral",
    "FamilyAllowanceFacts",
    "FamilyMember",
    "FeedEvent",
    "FeedEventData",
    "FeedPage",
    "FileForm",
    "FileNumberView",
    "FilledFrom",
    "FindClients",
    "FindDuplicates",
    "FlagView",
    "Form",
    "FormPurpose",
    "FoundClient",
    "FoundClients",
    "FoundDuplicates",
    "FoundPartnership",
    "FulfilSubjectRequest",
    "Generated",
    "Geometric",
    "GivenBy",
    "GivenIncome",
    "GlassReason",
    "GlassView",
    "GoalResult",
    "GoalResultResult",
    "GoalStatus",
    "GoalView",
    "GrantAccess",
    "Group",
    "HandedLink",
    "HandedOverView",
    "HandOutLink",
    "HandoverBox",
    "HandOverCaseload",
    "HandoverPage",
    "HandoverRefusal",
    "HandoverState",
    "HandoverSummary",
    "HandoverView",
    "Heating",
    "HelpForm",
    "HelpReason",
    "HoldPaymentLine",
    "HoldReason",
    "HoldReferral",
    "HoldView",
    "HomeCosts",
    "Household",
    "HouseholdHistoryView",
    "HouseholdMember",
    "HouseholdView",
    "HousingKind",
    "HousingTitle",
    "IdentityDocument",
    "ImportClients",
    "ImportRow",
    "ImportView",
    "ImportViewCounts",
    "Income",
    "IncomeItem",
    "IncomeKind",
    "IncomePage",
    "IncomePeriod",
    "IncomeView",
    "Independence",
    "IndicatorGroup",
    "IndicatorReport",
    "IndicatorView",
    "InformationBox",
    "InformationPage",
    "InformationRefusal",
    "InformationState",
    "InformationView",
    "InstalmentView",
    "InstitutionKind",
    "InstitutionPage",
    "InstitutionRef",
    "InstitutionView",
    "InstrumentList",
    "InstrumentView",
    "InterviewHistory",
    "InterviewKind",
    "InterviewPage",
    "InterviewPart",
    "InterviewPrefill",
    "InterviewRecord",
    "InterviewState",
    "InterviewView",
    "InvitationAnswer",
    "InviteToMeeting",
    "IpdAnswer",
    "IpdReason",
    "IpdState",
    "IpdView",
    "ItemNote",
    "ItemState",
    "ItemView",
    "JobFoundBy",
    "KeptPlanVersion",
    "KeptPlanVersions",
    "KindCounts",
    "LabourEnd",
    "LabourFacts",
    "LabourRegistrationList",
    "LabourRegistrationView",
    "LabourStatus",
    "Lang",
    "Language",
    "LanguageLevel",
    "LastStep",
    "LaterIncomes",
    "LawChange",
    "LeadView",
    "LeaveHousehold",
    "LedgerView",
    "LeftOut",
    "LeftOutReason",
    "LeftOutView",
    "LikenessReason",
    "LineKind",
    "LinkDuplicate",
    "LinkKind",
    "LinkPage",
    "LinkView",
    "ListAccessRequestsBox",
    "LogContact",
    "LoggedContactView",
    "LogLabourContact",
    "LostBenefitMode",
    "MakeOffer",
    "MapCategory",
    "MarginalRateView",
    "MaritalStatus",
    "MarkReferralError",
    "MayKnow",
    "MeetingAttendance",
    "MeetingCancelReason",
    "MeetingLine",
    "MeetingPage",
    "MeetingState",
    "MeetingView",
    "Member",
    "MemberRelation",
    "MergeClients",
    "MergePreview",
    "MergeReason",
    "MergeSide",
    "MergeSideCounts",
    "MinutedDecision",
    "MinutedItem",
    "MinutesView",
    "MonthBalanceView",
    "MonthInQuestion",
    "MonthOfIncomes",
    "MonthOfIncomesStanding",
    "MonthState",
    "MonthView",
    "MoveClient",
    "MoveMeeting",
    "MyDay",
    "NarrowSharing",
    "NeedKind",
    "NeedList",
    "NeedOutcome",
    "NeedView",
    "NewsRef",
    "NextMeetings",
    "NextMeetingView",
    "NormView",
    "NoteReferral",
    "NotRecomputedView",
    "NotRecomputedViewBecause",
    "Occupation",
    "OfferState",
    "OfferView",
    "OpenCalendar",
    "OpenedCalendar",
    "OpeningRule",
    "OpenInterview",
    "OpenMeeting",
    "OpenPart",
    "OpenReferralPage",
    "OpenReferralView",
    "OpenSubjectRequest",
    "OpenSubstitution",
    "OpenVoucherProgramme",
    "OrderView",
    "OrderViewFiles",
    "OtherAnswer",
    "Outcome",
    "OverpaidMonthView",
    "OverpaymentBrief",
    "OverpaymentCause",
    "OverpaymentPage",
    "OverpaymentState",
    "OverpaymentView",
    "ParameterList",
    "ParameterUsed",
    "ParameterView",
    "PartForm",
    "ParticipantView",
    "ParticularsTold",
    "PartnershipPage",
    "PartnershipView",
    "PartTerms",
    "PartText",
    "Party",
    "PartyNamed",
    "PartyView",
    "Passing",
    "PassingList",
    "PassingResult",
    "PassOnInformation",
    "PastJob",
    "PauseReason",
    "PayKind",
    "PaymentHoldReason",
    "PaymentLineState",
    "PaymentLinesView",
    "PaymentLineView",
    "PaymentListState",
    "PaymentListsView",
    "PaymentListView",
    "PaymentReturnReason",
    "Payout",
    "PersonName",
    "PersonView",
    "PeselReplacement",
    "PhoneOutcome",
    "Place",
    "PlaceHold",
    "PlaceUnit",
    "PlanBrief",
    "PlanChangePage",
    "PlanChangeView",
    "PlanDifference",
    "PlanHealth",
    "PlanInstalments",
    "PlanList",
    "PlanMeeting",
    "PlannedValue",
    "PlanPartView",
    "PlanReviewView",
    "PlanStatus",
    "PlanVersionView",
    "PlanVersionViewActions",
    "PlanVersionViewActionsAdditionalProperty",
    "PlanVersionViewGoals",
    "PlanVersionViewGoalsAdditionalProperty",
    "PlanVersionViewParts",
    "PlanVersionViewPartsAdditionalProperty",
    "PlanView",
    "PlanWarning",
    "PlanWarnings",
    "PlanWithheld",
    "PossibleDuplicate",
    "PreviewChanges",
    "PreviewView",
    "PrintConsentFormLang",
    "PrintMyPlanLang",
    "PrintSlipLang",
    "PriorityGroup",
    "Problem",
    "ProblemErrorsItem",
    "ProgrammeLimits",
    "Progress",
    "ProgressCode",
    "ProposeCorrection",
    "ProposeErasure",
    "ProposeHandover",
    "PublicContact",
    "PublishService",
    "PublishServiceStatus",
    "PupStatusAnswer",
    "Purpose",
    "QueryReason",
    "QuerySettlement",
    "Question",
    "QuestionKind",
    "QueuedDuplicate",
    "QueueView",
    "QuorumView",
    "ReaderView",
    "ReadRecords",
    "ReadRecordsEtags",
    "Reason",
    "Receipt",
    "ReceivedAs",
    "Recipient",
    "RecipientRestsOnType0",
    "RecordAbsence",
    "RecordAssessment",
    "RecordAssessmentItems",
    "RecordCareVisit",
    "RecordDiagnosis",
    "RecordedVisitView",
    "RecordIpd",
    "RecordOf",
    "RecordProgress",
    "RecordRepayment",
    "RecordSegment",
    "RecordsView",
    "RecordView",
    "RecordViewAsOf",
    "RecordViewSections",
    "RecordVisit",
    "ReferralBox",
    "ReferralHistory",
    "ReferralPage",
    "ReferralPartView",
    "ReferralState",
    "ReferralView",
    "RefuseAccess",
    "RefuseInformation",
    "RefusePart",
    "RefuseSubjectRequest",
    "RegionCounts",
    "RegionDay",
    "RegisterAtLabourOffice",
    "RegisterClient",
    "RegisteredClient",
    "RegisterInstitution",
    "RegistrationMode",
    "RejectAward",
    "RejectionReason",
    "Relation",
    "RelationReason",
    "RepaymentView",
    "ReplacePesel",
    "Replay",
    "Representative",
    "RepresentativeKind",
    "RepresentativeView",
    "RequestAccess",
    "RequestCancellation",
    "RequestChannel",
    "RequestKind",
    "RequestOver",
    "RequestRefusalReason",
    "RequestState",
    "Residence",
    "ResidenceTitle",
    "ResolutionList",
    "ResolutionState",
    "ResolutionView",
    "RestrictClient",
    "RestrictionGround",
    "RestrictionView",
    "RestsOn",
    "ResumeAward",
    "RetentionDue",
    "RetentionPage",
    "ReturnPaymentLine",
    "ReturnReferral",
    "ReviewAlarm",
    "Role",
    "RowOutcome",
    "RowProblem",
    "RowView",
    "Satisfaction",
    "SavingView",
    "ScheduleAppointment",
    "ScheduleChoice",
    "ScheduleLimits",
    "Scope",
    "SearchAudit",
    "Seat",
    "Section",
    "SeeNews",
    "SegmentA",
    "SegmentB",
    "SegmentC",
    "SegmentD",
    "SegmentE",
    "SegmentF",
    "SegmentG",
    "SegmentH",
    "SegmentI",
    "SegmentJ",
    "SendReferral",
    "Series",
    "ServiceCategory",
    "ServiceChangeView",
    "ServiceHistoryView",
    "ServiceNameView",
    "ServicePage",
    "ServicesAnswer",
    "ServiceStatus",
    "ServiceView",
    "SetCapacity",
    "SetCommunication",
    "SetContactInterval",
    "SetDiagnosis",
    "SetFileNumber",
    "SetOffOverpayment",
    "SettlementBrief",
    "SettlementLineView",
    "SettlementPage",
    "SettlementState",
    "SettlementView",
    "Sex",
    "ShareWith",
    "SharingNote",
    "SharingState",
    "SharingView",
    "Shows",
    "SignedHow",
    "Signing",
    "SignInterview",
    "SignPart",
    "Simulate",
    "SimulationBrief",
    "SimulationList",
    "SimulationResult",
    "SimulationState",
    "SimulationView",
    "SimulationViewProblemType0",
    "Source",
    "SpendingView",
    "StandingView",
    "StartEmployment",
    "StartRule",
    "StatementRefused",
    "StatementSigned",
    "StatutoryTask",
    "Step",
    "StepRun",
    "StepView",
    "StrengthKind",
    "StrengthView",
    "StrikeReason",
    "StrikeVisit",
    "SubjectRequestPage",
    "SubjectRequestView",
    "SubmitSettlement",
    "Subscribe",
    "SubscriptionMade",
    "Subscriptions",
    "SubscriptionStatus",
    "SubscriptionView",
    "SubstitutionPage",
    "SubstitutionView",
    "SummaryAction",
    "SummaryContact",
    "SummaryDuty",
    "SummaryGoal",
    "SummaryPlan",
    "SummaryReferral",
    "SummaryRequest",
    "SupplyReferral",
    "SupportKind",
    "SupportMonthView",
    "SupportStatus",
    "SupportView",
    "SuspendAward",
    "SuspendReason",
    "SuspendVoucher",
    "SuspensionReason",
    "TableChoice",
    "TallyView",
    "Taper",
    "TargetGroup",
    "TeamDay",
    "TerminateAgreement",
    "Terms",
    "TermsView",
    "TerritoryView",
    "Tested",
    "Through",
    "Timeline",
    "TitleKind",
    "ToInstitution",
    "ToPartnership",
    "ToService",
    "Trait",
    "TransferVoucher",
    "UnassignedPage",
    "UnassignedView",
    "Unemployment",
    "UnmergeClients",
    "UnmergedView",
    "UpdateInterview",
    "UploadCohort",
    "Uploaded",
    "Urgency",
    "UrgencyFact",
    "Used",
    "Variant",
    "VariantView",
    "Verdict",
    "VerifiedIncomes",
    "VerifyIncome",
    "Violence",
    "Visit",
    "VisitCorrectionView",
    "VisitFlag",
    "VisitPage",
    "VisitView",
    "VitalInterest",
    "VoucherCancelReason",
    "VoucherCheckView",
    "VoucherPage",
    "VoucherProgrammeList",
    "VoucherProgrammeView",
    "VoucherState",
    "VoucherView",
    "WaiveAward",
    "WaiverReason",
    "WhatIf",
    "WhatIfOfClient",
    "WhatIfView",
    "When",
    "Who",
    "WhyView",
    "WithdrawAgendaItem",
    "Withdrawal",
    "WithdrawInterview",
    "WithdrawResolution",
    "Withheld",
    "WithheldFacts",
    "WorkerCaseload",
    "WorkersDay",
    "WorkerView",
    "WorkingView",
    "WorkingViewInputs",
)
