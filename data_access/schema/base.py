"""What every table shares: names for constraints, and the columns that recur."""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Text,
    TypeDecorator,
    event,
)
from sqlalchemy.ext.compiler import compiles

from data_access.rules import Origin, PlaceKind, Precision

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


@compiles(PrimaryKeyConstraint, "sqlite")
def _never_used_again(element: PrimaryKeyConstraint, compiler: Any, **options: Any) -> str:
    """SQLite gives a removed row's number to the next row, unless it is told not to."""
    text: str = compiler.visit_primary_key_constraint(element, **options)
    return text.replace("PRIMARY KEY (id)", "PRIMARY KEY (id AUTOINCREMENT)")


BigId = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment with its zone, kept as UTC; a moment without a zone is refused (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def key() -> Column[int]:
    """The table's own number."""
    return Column("id", BigId, Identity(), primary_key=True)


def to(target: str, *, name: str | None = None, required: bool = True) -> Column[int]:
    """A reference to another table's row; nothing that is referred to can be deleted."""
    return Column(
        name or f"{target}_id",
        BigId,
        ForeignKey(f"{target}.id", ondelete="RESTRICT"),
        nullable=not required,
        index=True,
    )


def code(name: str, words: type[StrEnum], *, default: StrEnum | None = None) -> Column[str]:
    """A column that holds one code of a vocabulary, and a check that keeps it there."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    column: Column[str] = Column(
        name, Text, nullable=False, server_default=None if default is None else default.value
    )
    # A check given to the column itself would not reach the migrations.
    event.listen(
        column,
        "after_parent_attach",
        lambda _, table: table.append_constraint(
            CheckConstraint(f"{name} IN ({listed})", name=name)
        ),
    )
    return column


def origin() -> Column[str]:
    """Every row that a screen can count says where it came from."""
    return code("origin", Origin)


def revision() -> Column[int]:
    """Grows with every change, so that the later of two editors is told."""
    return Column("revision", Integer, nullable=False, server_default="1")


def cited() -> tuple[Column[int], Column[str]]:
    """Which source says so, and where in it."""
    return to("source", required=False), Column("locator", Text)


def place() -> tuple[Column[str] | Column[int] | CheckConstraint, ...]:
    """Where: one municipality of a division, or the kind of place that stands beside the map."""
    return (
        code("place_kind", PlaceKind, default=PlaceKind.NOT_STATED),
        to("municipality", required=False),
        to("territorial_unit", required=False),
        Column("place_name_lv", Text),
        Column("place_name_en", Text),
        CheckConstraint(
            "(place_kind = 'municipality') = (municipality_id IS NOT NULL)",
            name="place_names_its_municipality",
        ),
        CheckConstraint(
            "territorial_unit_id IS NULL OR municipality_id IS NOT NULL",
            name="unit_lies_in_a_municipality",
        ),
    )


def period(prefix: str = "") -> tuple[Column[dt.date] | Column[str] | CheckConstraint, ...]:
    """A span of days and how exactly it is known; without a start it is not stated."""
    start, end, precision = f"{prefix}starts_on", f"{prefix}ends_on", f"{prefix}date_precision"
    return (
        Column(start, Date),
        Column(end, Date),
        code(precision, Precision, default=Precision.NOT_STATED),
        CheckConstraint(
            f"({precision} = 'not_stated') = ({start} IS NULL)", name=f"{prefix}dates_or_not_stated"
        ),
        CheckConstraint(
            f"{end} IS NULL OR ({start} IS NOT NULL AND {end} >= {start})",
            name=f"{prefix}ends_after_it_starts",
        ),
    )
