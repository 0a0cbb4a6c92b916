"""What people do on the attendance screen: give a file, press a button, fill in a form."""

from sqlalchemy import Engine, func, select
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import reading
from tests.data_access.attendance.lists import a_csv, came
from tests.pages.conftest import shown

ACTIVITY = "iv-final-meeting"
NAMES = ("Anna Paraudziņa", "Berta Paraudziņa", "Cilda Paraudziņa")
GOOD = a_csv(
    came(NAMES[0], "anna@example.org", category="Valsts iestāde", place="Rīga"),
    came(NAMES[1], "berta@example.org", category="Romu pārstāvis", place="Tiešsaiste"),
    came(NAMES[2], "cilda@example.org", status="Nē"),
)


def give(screen: AppTest, content: bytes, name: str = "saraksts.csv") -> AppTest:
    """Put a file into the uploader."""
    screen.file_uploader[0].set_value((name, content, "application/octet-stream"))
    return press_nothing(screen)


def press_nothing(screen: AppTest) -> AppTest:
    """Run again, as anything on the screen makes it do."""
    screen.run()
    assert not screen.exception
    return screen


def press(screen: AppTest, label: str) -> AppTest:
    """Press the button that is called so."""
    (button,) = [each for each in screen.button if each.label == label]
    button.click()
    return press_nothing(screen)


def labels(screen: AppTest) -> list[str]:
    return [each.label for each in screen.button]


def everything(screen: AppTest) -> str:
    """All that the server sends to the browser, and the address."""
    tables = [str(each.value) for each in screen.table]
    return "\n".join([shown(screen), *tables, str(list(screen.main)), str(screen.query_params)])


def attended(engine: Engine) -> int:
    """How many attendances count."""
    rows = select(func.count()).where(schema.attendance.c.status == "attended")
    with reading(engine) as connection:
        return int(connection.execute(rows).scalar_one())


def fill(screen: AppTest, form: str, **values: str) -> None:
    """Write into the fields of a form."""
    state = {each.key: each for each in (*screen.text_input, *screen.selectbox, *screen.checkbox)}
    for name, value in values.items():
        state[f"{form}-{name}"].set_value(value)
