"""Contacts stand by the institution they were with; those that name none stand apart."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import CONTACTED, contacted
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_contact, a_post, a_round, an_institution, of_sample
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
MARCH = dt.date(2020, 3, 15)


def found(
    connection: Connection, *columns: str, filters: Filters = IV
) -> dict[str | None, tuple[int, ...]]:
    """The numbers by the institution's code, None for those that name none."""
    answer = records(contacted(connection, READER, filters), "institution", *columns)
    return {code: tuple(numbers) for code, *numbers in answer}


def test_contacts_count_by_the_institution_they_name(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    school, service = (an_institution(connection, code) for code in ("school", "service"))
    an_institution(connection, "never-contacted")
    for held_on in (MARCH, None):
        a_contact(connection, post, held_on, institution_id=school)
    a_contact(connection, post, MARCH, institution_id=school, form="group")
    a_contact(connection, post, MARCH, institution_id=service)
    a_contact(connection, post, MARCH, form="group")
    other = a_post(connection, a_round(connection, "V"))
    a_contact(connection, other, MARCH, institution_id=service)
    assert found(connection, "contacts", "individual", "group") == {
        "school": (3, 2, 1),
        "service": (1, 1, 0),
        None: (1, 0, 1),
    }
    assert found(connection, "contacts", filters=Filters(round="IV", start=MARCH)) == {
        "school": (2,),
        "service": (1,),
        None: (1,),
    }


def test_the_results_at_an_institution_add_up_to_its_contacts(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    school = an_institution(connection, "school")
    results = ("taken_up", "taken_up", "taken_up", "turned_down", "turned_down")
    for result in (*results, "referred", "not_stated"):
        a_contact(connection, post, institution_id=school, result=result)
    for result in ("informed", "nothing", "taken_up"):
        a_contact(connection, post, result=result)
    columns = ("taken_up", "turned_down", "other", "not_stated")
    assert found(connection, *columns) == {"school": (3, 2, 1, 1), None: (1, 0, 2, 0)}


def test_the_most_contacted_come_first_and_no_institution_last(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    names = {"c": "Āda", "b": "Bauska", "a": "Cēsis"}
    bodies = {code: an_institution(connection, code, name_lv=name) for code, name in names.items()}
    for code in ("a", "b", "c", "a"):
        a_contact(connection, post, institution_id=bodies[code])
    for _ in range(3):
        a_contact(connection, post)
    answer = records(contacted(connection, READER, IV), "institution", "name_lv", "name_en")
    assert answer == [
        ("a", "Cēsis", "a body"),
        ("c", "Āda", "c body"),
        ("b", "Bauska", "b body"),
        (None, None, None),
    ]


def test_no_contact_without_an_institution_is_told_as_zero(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    a_contact(connection, post, institution_id=an_institution(connection, "school"))
    assert found(connection, "contacts", "not_stated") == {"school": (1, 1), None: (0, 0)}


@pytest.mark.parametrize("what", ["with", "without"])
def test_made_up_contacts_mark_their_own_row(connection: Connection, what: str) -> None:
    origin = of_sample(what, "with", "without")
    post = a_post(connection, a_round(connection))
    school = an_institution(connection, "school")
    a_contact(connection, post, institution_id=school, **origin["with"])
    a_contact(connection, post, **origin["without"])
    marked = found(connection, "is_made_up")
    assert marked == {"school": (what == "with",), None: (what == "without",)}


def test_the_promised_columns_are_kept_and_strangers_are_refused(connection: Connection) -> None:
    a_contact(connection, a_post(connection, a_round(connection, "V")))
    for filters in (IV, Filters(round="V", activity="one")):
        empty = contacted(connection, READER, filters)
        assert empty.empty
        assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == CONTACTED
    with pytest.raises(AccessRefused):
        contacted(connection, STRANGER, IV)
