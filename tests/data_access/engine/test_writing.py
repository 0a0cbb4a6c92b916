"""What is written is whole or absent, and refers to what is there."""

import datetime as dt
import threading
import traceback

import pytest
from sqlalchemy import Engine, delete, insert, inspect, select, text, update

from data_access.engine import DatabaseFault, reading, writing
from data_access.schema import activity, activity_day, data_version, source
from tests.data_access.rows import codes, put, source_called

LATER = dt.date(2031, 1, 1)


def write_and_fail(engine: Engine) -> None:
    with writing(engine, rebuilds=True) as connection:
        connection.execute(source_called("half"))
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise ZeroDivisionError


def write_twice(engine: Engine, code: str) -> None:
    with writing(engine) as connection:
        connection.execute(source_called(f"before {code}"))
        connection.execute(source_called(code))


def write_day_of(engine: Engine, activity_id: int) -> None:
    with writing(engine) as connection:
        connection.execute(
            insert(activity_day).values(activity_id=activity_id, day=LATER, origin="fact")
        )


def delete_source(engine: Engine, code: str) -> None:
    with writing(engine) as connection:
        connection.execute(delete(source).where(source.c.code == code))


def test_a_block_that_fails_leaves_nothing_behind(engine: Engine) -> None:
    put(engine, "first")
    with pytest.raises(ZeroDivisionError):
        write_and_fail(engine)
    assert codes(engine) == ["first"]
    assert {"half", "source"} & set(inspect(engine).get_table_names()) == {"source"}
    put(engine, "second")
    assert codes(engine) == ["first", "second"]


def test_a_refused_row_takes_the_rows_before_it_along(engine: Engine) -> None:
    put(engine, "first")
    with pytest.raises(DatabaseFault, match="IntegrityError"):
        write_twice(engine, "first")
    assert codes(engine) == ["first"]
    write_twice(engine, "second")
    assert codes(engine) == ["first", "before second", "second"]


def test_nobody_sees_half_of_what_is_written(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(source_called("half"))
        assert codes(engine) == []
    assert codes(engine) == ["half"]


def test_a_block_that_reads_keeps_nothing(engine: Engine) -> None:
    put(engine, "written")
    with reading(engine) as connection:
        connection.execute(source_called("read"))
    assert codes(engine) == ["written"]


def test_a_row_refers_to_one_that_is_there(facts: Engine) -> None:
    with reading(facts) as connection:
        known = connection.execute(select(activity.c.id).limit(1)).scalar_one()
    write_day_of(facts, known)
    with pytest.raises(DatabaseFault, match="IntegrityError"):
        write_day_of(facts, -1)


def test_a_row_that_others_refer_to_cannot_be_deleted(facts: Engine) -> None:
    with reading(facts) as connection:
        cited = select(source.c.code).join(activity, activity.c.source_id == source.c.id)
        known = connection.execute(cited.limit(1)).scalar_one()
    put(facts, "nobody refers to it")
    delete_source(facts, "nobody refers to it")
    with pytest.raises(DatabaseFault, match="IntegrityError"):
        delete_source(facts, known)
    assert known in codes(facts)
    assert "nobody refers to it" not in codes(facts)


def test_writers_wait_for_each_other(engine: Engine) -> None:
    def count() -> None:
        for _ in range(10):
            with writing(engine) as connection:
                connection.execute(update(data_version).values(number=data_version.c.number + 1))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as connection:
        assert connection.execute(select(data_version.c.number)).scalar_one() == 40


def test_a_refused_row_is_named_by_its_constraint_and_never_by_its_values(engine: Engine) -> None:
    name = "".join(("Anna", "Paraugs"))
    put(engine, name)
    with pytest.raises(DatabaseFault) as caught:
        write_twice(engine, name)
    said = "".join(traceback.format_exception(caught.value))
    assert name not in said
    assert "IntegrityError" in said
    assert "write_twice" in said
