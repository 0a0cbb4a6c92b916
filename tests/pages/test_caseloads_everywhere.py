"""The page, the command line and the database itself tell the same of round IV."""

import json
import re

from sqlalchemy import URL, Engine, text

from data_access.engine import reading
from tests.conftest import written_out
from tests.data_access.command_lines import run
from tests.pages.caseloads import table
from tests.pages.conftest import Visit, shown

TOLD = (5, 10, 128, 149)
"""Mediators, months, families with mediators, families in all."""
BY_HAND = """
WITH posts AS (
    SELECT p.* FROM mediator_post p JOIN round r ON r.id = p.round_id WHERE r.code = 'IV'
), mediated AS (
    SELECT c.family_id FROM mediation_case c JOIN posts p ON p.id = c.mediator_post_id
), supported AS (
    SELECT s.family_id FROM family_support s JOIN round r ON r.id = s.round_id WHERE r.code = 'IV'
), months AS (
    SELECT DISTINCT m.month FROM monthly_report m JOIN posts p ON p.id = m.mediator_post_id
)
SELECT
    (SELECT count(DISTINCT mediator_id) FROM posts),
    (SELECT count(*) FROM months),
    (SELECT count(DISTINCT family_id) FROM mediated),
    (SELECT count(*) FROM (SELECT * FROM mediated UNION SELECT * FROM supported) AS every_family)
"""


def test_five_mediators_ten_months_128_and_149_families_wherever_one_asks(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "caseloads", lang="en", round="IV")
    cards = {metric.label: int(metric.value) for metric in screen.metric}
    (calendar,) = re.findall(r"In the calendar: (\d+)", shown(screen))
    names = ("Mediators", "Families with mediators", "Families in all")
    mediators, mediated, every = (cards[name] for name in names)
    assert (mediators, int(calendar), mediated, every) == TOLD
    beside = {row[0]: row[1] for row in table(screen, "Reported")}
    reported = ("Mediators", "Months of mediation", "Families with mediators", "Families supported")
    assert tuple(int(beside[name]) for name in reported) == TOLD
    url = written_out(sample_url)
    said = run("data_access", "caseloads", "--round", "IV", "--json", url=url)
    found = json.loads(said.out)
    both = ("mediators", "mediator_families", "families")
    for side, months in (("recorded", "calendar_months"), ("reported", "service_months")):
        mediators, mediated, every = (found[side][name] for name in both)
        assert (mediators, found[side][months], mediated, every) == TOLD, side
    with reading(sample) as connection:
        assert tuple(connection.execute(text(BY_HAND)).one()) == TOLD
