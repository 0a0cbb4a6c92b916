"""What a reader may see of the rows, said once more in plain Python and without a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.data_access.door.planted import Rows

Seen = Mapping[str, set[int]]
PUBLISHED = (
    *("confirmation", "council_meeting", "document", "gap", "institution", "progress_report"),
    *("recommendation", "round", "source"),
)
TRACED = ("attendance", "mediator_post", "reported_figure", "upload")


def nowhere(_round: int, _town: int | None) -> bool:
    return False


@dataclass(frozen=True)
class Sight:
    """How far somebody sees: all of it, the programme, what lies somewhere, or a mediator's own."""

    everything: bool = False
    programme: bool = False
    lies_within: Callable[[int, int | None], bool] = nowhere
    mediator: int | None = None

    @property
    def is_limited(self) -> bool:
        """Whether it reaches some places."""
        return self.lies_within is not nowhere

    @property
    def is_of_somebody(self) -> bool:
        """Whether the history of what is published is theirs to read."""
        return self.programme or self.is_limited

    def of(self, rows: Rows) -> Seen:
        """The numbers of the rows that are seen, of each table that is not seen whole by all."""
        seen = {table: numbers(rows, table) for table in rows}
        if not self.everything:
            seen |= self._of_activities(rows)
            seen |= self._of_mediation(rows)
            seen["person"] = {
                row["person_id"]
                for table in ("attendance", "mediator")
                for row in rows[table]
                if row["id"] in seen[table]
            }
            seen["reported_figure"] = self._figures(rows, seen)
            seen["change"] = self._history(rows, seen)
        return seen

    def _of_activities(self, rows: Rows) -> dict[str, set[int]]:
        there = {
            row["id"]: row["round_id"]
            for row in rows["activity"]
            if self.lies_within(row["round_id"], row["municipality_id"])
        }
        shown = numbers(rows, "activity") if self.programme else set(there)

        def lies_here(row: Mapping[str, Any]) -> bool:
            if row["activity_id"] not in there:
                return False
            town = row["municipality_id"]
            return town is None or self.lies_within(there[row["activity_id"]], town)

        further = rows["activity_further_place"]
        came = {row["id"] for row in rows["attendance"] if lies_here(row)}
        uploads = numbers(rows, "upload", activity_id=set(there))
        days = ("activity_day", "activity_document", "activity_institution")
        return {
            "activity": shown,
            **{table: numbers(rows, table, activity_id=shown) for table in days},
            "activity_further_place": {
                row["id"] for row in further if self.programme or lies_here(row)
            },
            "attendance": came,
            "attendance_day": numbers(rows, "attendance_day", attendance_id=came),
            "upload": uploads,
            "upload_row": numbers(
                rows, "upload_row", upload_id=uploads, attendance_id={*came, None}
            ),
        }

    def _of_mediation(self, rows: Rows) -> dict[str, set[int]]:
        posts = {
            row["id"]
            for row in rows["mediator_post"]
            if self.lies_within(row["round_id"], row["municipality_id"])
            or row["mediator_id"] == self.mediator
        }
        cases = numbers(rows, "mediation_case", mediator_post_id=posts)
        support = {
            row["id"] for row in rows["family_support"] if self.lies_within(row["round_id"], None)
        }
        mediators = {r["mediator_id"] for r in rows["mediator_post"] if r["id"] in posts}
        return {
            "mediator_post": posts,
            "mediation_case": cases,
            "family_support": support,
            "contact": numbers(rows, "contact", mediator_post_id=posts),
            "case_need": numbers(rows, "case_need", mediation_case_id=cases),
            "mediator": mediators,
            "mediator_training": numbers(rows, "mediator_training", mediator_id=mediators),
            "monthly_report": numbers(rows, "monthly_report", mediator_post_id=posts),
            "post_gap": numbers(rows, "post_gap", mediator_post_id=posts),
            "family": {
                row["family_id"]
                for table, known in (("mediation_case", cases), ("family_support", support))
                for row in rows[table]
                if row["id"] in known
            },
        }

    def _figures(self, rows: Rows, seen: Seen) -> set[int]:
        if self.programme:
            return numbers(rows, "reported_figure")
        activities, posts = {*seen["activity"], None}, {*seen["mediator_post"], None}
        known = {"activity_id": activities, "mediator_post_id": posts}
        return numbers(rows, "reported_figure", **known) if self.is_of_somebody else set()

    def _history(self, rows: Rows, seen: Seen) -> set[int]:
        if not self.is_of_somebody:
            return set()
        # An activity that is only published keeps its history to those who see what was recorded.
        traced = {table: seen[table] for table in TRACED} if self.is_limited else {}
        traced["activity"] = {
            row["id"]
            for row in rows["activity"]
            if self.lies_within(row["round_id"], row["municipality_id"])
        }
        return {
            row["id"]
            for row in rows["change"]
            if row["subject_table"] in PUBLISHED
            or row["subject_id"] in traced.get(row["subject_table"], ())
        }


def numbers(rows: Rows, table: str, **among: set[Any]) -> set[int]:
    """The rows whose columns hold one of what is told."""
    return {
        row["id"]
        for row in rows[table]
        if all(row[column] in known for column, known in among.items())
    }
