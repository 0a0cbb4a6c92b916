"""Mediators' caseloads: families, contacts and needs, with the months of service beside them."""

from data_access.caseloads.care import IN_CARE, in_care
from data_access.caseloads.chance import CountUnusable, poisson_interval
from data_access.caseloads.contacted import CONTACTED, contacted
from data_access.caseloads.flows import FLOWS, care_days, flows
from data_access.caseloads.hand_over import HAND_OVER, HandOver, hand_over
from data_access.caseloads.hand_over_cases import BETWEEN, HAND_OVER_CASES, hand_over_cases
from data_access.caseloads.lengths import ENOUGH_CLOSED, LENGTHS, lengths
from data_access.caseloads.loads import FEWEST, HEAVY, LOADS, LoadState, loads
from data_access.caseloads.missing import MISSING, MonthStatus, missing
from data_access.caseloads.months import MONTHS, months
from data_access.caseloads.needs import NEEDS, needs
from data_access.caseloads.next_round import NEXT_ROUND, next_round
from data_access.caseloads.open_cases import OPEN_CASES, OpenFor, open_cases
from data_access.caseloads.posts import POSTS, posts
from data_access.caseloads.quiet import QUIET, quiet
from data_access.caseloads.quiet_cases import QUIET_CASES, quiet_cases
from data_access.caseloads.rates import RATES, AgainstAll, rates
from data_access.caseloads.reasons import REASONS, reasons
from data_access.caseloads.results import RESULTS, results
from data_access.caseloads.rounds import ROUNDS, rounds
from data_access.caseloads.rounds_recorded import ROUNDS_RECORDED, rounds_recorded
from data_access.caseloads.selection import last_day
from data_access.caseloads.silences import LONG_DAYS
from data_access.caseloads.slices import By
from data_access.caseloads.totals import TOTALS, totals
from data_access.caseloads.unmet import UNMET, unmet

__all__ = [
    "BETWEEN",
    "CONTACTED",
    "ENOUGH_CLOSED",
    "FEWEST",
    "FLOWS",
    "HAND_OVER",
    "HAND_OVER_CASES",
    "HEAVY",
    "IN_CARE",
    "LENGTHS",
    "LOADS",
    "LONG_DAYS",
    "MISSING",
    "MONTHS",
    "NEEDS",
    "NEXT_ROUND",
    "OPEN_CASES",
    "POSTS",
    "QUIET",
    "QUIET_CASES",
    "RATES",
    "REASONS",
    "RESULTS",
    "ROUNDS",
    "ROUNDS_RECORDED",
    "TOTALS",
    "UNMET",
    "AgainstAll",
    "By",
    "CountUnusable",
    "HandOver",
    "LoadState",
    "MonthStatus",
    "OpenFor",
    "care_days",
    "contacted",
    "flows",
    "hand_over",
    "hand_over_cases",
    "in_care",
    "last_day",
    "lengths",
    "loads",
    "missing",
    "months",
    "needs",
    "next_round",
    "open_cases",
    "poisson_interval",
    "posts",
    "quiet",
    "quiet_cases",
    "rates",
    "reasons",
    "results",
    "rounds",
    "rounds_recorded",
    "totals",
    "unmet",
]
