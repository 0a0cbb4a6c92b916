"""Names that occur nowhere else are planted in a browser, and then looked for everywhere."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import URL, Engine, insert, select, text

from data_access import schema
from data_access.engine import reading, writing
from data_access.identity import create_key, key_file, open_keyring
from tests.conftest import written_out
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.contents import contents
from tests.pages.stage import Stage, Traffic
from tests.provide.canaries import found
from tests.provide.hands import listened, press, write
from tests.provide.platform import Platforms

LISTED = ("Zvirbulīte-Kanārija", "Kanarjeva", "canary.7f3a@example.org")
REFUSED = ("Svilpe-Kanārija", "Kanarsone", "canary.2c8b@example.org")
ENTERED = ("Dzenis-Kanārijs", "Kanarētis", "canary.5e1d@example.org")
FILE_NAMES = ("canary9b2c-saraksts.csv", "canary4d6e-saraksts.csv")
SOUGHT = "Žagata-Kanārija"
WAITING = ("Ķauķis-Kanārijs", "Kanarbauma", "Nekuriene")
CANARIES = (*LISTED, *REFUSED, *WAITING[:2], *ENTERED, *FILE_NAMES, SOUGHT)
MENDING = "Labojamo rindu darbgrāmata"
"""The one download that holds names."""
DECOY = "Vista-Kontrole"
"""No name of anybody: planted in each kind of place, to see that one looks there."""

ADDRESS = "/attendance?lang=lv&round=IV&activity=iv-final-meeting"
REASON = "Pārbaude pirms ierakstīšanas"
Places = dict[str, list[bytes]]


@pytest.fixture
def stage(
    sample: Engine, sample_url: URL, platforms: Platforms, browser: Browser, tmp_path: Path
) -> Iterator[Stage]:
    """A platform whose temporary files, key and heads lie in folders of the test."""
    folders = {"HOME": "home", "TMPDIR": "tmp", "AUDIT_HEADS": "heads"}
    settings = {name: str(tmp_path / folder) for name, folder in folders.items()}
    for folder in settings.values():
        Path(folder).mkdir()
    settings["IDENTITY_KEY_FILE"] = str(tmp_path / "identity.key")
    shutil.copy(key_file(), tmp_path / "identity.key")
    plant_decoy(sample)
    with (
        platforms.serving(written_out(sample_url), environment=settings) as served,
        browser.new_context(locale="lv-LV", timezone_id="Europe/Riga") as context,
    ):
        page, traffic = listened(context.new_page()), Traffic()
        traffic.over(page)
        yield Stage(served, sample, tmp_path, page, traffic, [])


def plant_decoy(engine: Engine) -> None:
    """An institution of the decoy's name, so that rows, tables and downloads have it."""
    named = {"name_lv": DECOY, "name_en": DECOY, "name_folded": "vista-kontrole", "kind": "ngo"}
    with writing(engine) as connection:
        values = {"code": "vista", "origin": "entered", **named}
        connection.execute(insert(schema.institution).values(values))


def test_planted_names_are_found_nowhere_but_on_the_page_that_shows_them(stage: Stage) -> None:
    look_at_a_bad_list(stage)
    show_and_record(stage)
    assert sealed(stage) == {f"{LISTED[0]} {LISTED[1]}", LISTED[2]}
    mend_what_waits(stage)
    enter_by_hand(stage)
    assert reasons(stage) == [REASON, REASON]
    lose_the_key(stage)
    look_elsewhere(stage)
    places: Places = {"database while recorded": in_database(stage)}
    undo(stage)
    places |= everywhere(stage)
    frames = stage.traffic.frames
    places |= {f"messages {phase}": frames[phase] for phase in ("before", "hidden")}
    said = {place: among(parts) for place, parts in places.items()}
    assert said == {place: {DECOY} for place in places}
    assert among(frames["shown"]) >= {*LISTED, *WAITING[:2], *ENTERED}
    assert among(stage.workbooks) >= {*WAITING[:2]}


def among(parts: list[bytes]) -> set[str]:
    """What was planted and stands in one of the parts."""
    return set().union(*(found(part, (*CANARIES, DECOY)) for part in parts))


def look_at_a_bad_list(stage: Stage) -> None:
    """A list of which nothing can be recorded yet, with its problems and their download."""
    name, surname, contact = REFUSED
    stage.goes(ADDRESS)
    bad = a_csv(
        came(f"{name} {surname}", "nav zināms", DECOY, place="Nekuriene"),
        came(f"{name} {surname}", "", contact),
        came("", contact, DECOY),
    )
    stage.gives(FILE_NAMES[0], bad)
    stage.sees("0 dalībnieku, 3 jāprecizē")
    stage.downloads_all()


def show_and_record(stage: Stage) -> None:
    """A good list, its names shown for a reason and hidden again, and recorded."""
    name, surname, contact = LISTED
    good = a_csv(
        came(f"{name} {surname}", contact, DECOY, category="NVO", place="Rīga"),
        came("Decoy Decoy", "decoy@example.org"),
        came(f"{WAITING[0]} {WAITING[1]}", "", place=WAITING[2]),
    )
    stage.gives(FILE_NAMES[1], good)
    stage.sees("2 dalībnieki, 1 jāprecizē")
    stage.unfolds("Rādīt vārdus šajā failā")
    write(stage.page, stage.page.get_by_role("textbox", name="Iemesls").last, REASON)
    stage.traffic.phase = "shown"
    stage.page.get_by_role("button", name="Pierakstīt iemeslu un rādīt vārdus").dblclick()
    stage.sees(surname)
    stage.downloads_all(but=MENDING)
    stage.takes(MENDING)
    stage.presses("Paslēpt vārdus")
    expect(stage.page.get_by_text(surname)).to_have_count(0)
    stage.traffic.settle(stage.page, "hidden")
    stage.presses("Ierakstīt 2 dalības reizes tagad, 1 rinda gaida")
    stage.sees("Ierakstīts: 2 dalības reizes")
    _, metrics = stage.served.answer("/_stcore/metrics")
    assert "st_cache_data" in metrics
    assert [line for line in metrics.splitlines() if "UploadedFileManager" in line] == []


def mend_what_waits(stage: Stage) -> None:
    """The row that waits: its name under the reason of its file, its workbook, one decision."""
    stage.unfolds("Izlemt par šīm rindām")
    stage.unfolds("Rādīt vārdus šajās rindās")
    stage.traffic.phase = "shown"
    stage.presses("Rādīt vārdus vēlreiz")
    stage.sees(WAITING[1])
    stage.takes(MENDING)
    stage.presses("Paslēpt vārdus")
    expect(stage.page.get_by_text(WAITING[1])).to_have_count(0)
    stage.traffic.settle(stage.page, "hidden")
    stage.presses("Izlaist šo rindu")
    stage.presses("Saglabāt lēmumus")
    stage.sees("Ierakstīts: 0 dalības reižu")


def sealed(stage: Stage) -> set[str]:
    """What the key opens of the person who was recorded last but one."""
    table, keyring = schema.person_identity, open_keyring(stage.folder / "identity.key")
    latest = select(table.c.name_sealed, table.c.contact_sealed).order_by(table.c.id.desc())
    with reading(stage.engine) as connection:
        row = connection.execute(latest.offset(1).limit(1)).one()
    return {keyring.unseal(bytes(text)) for text in row}


def reasons(stage: Stage) -> list[str]:
    """For which reasons names were opened."""
    event = schema.audit_event
    opened = select(event.c.reason).where(event.c.action == "identity.opened")
    with reading(stage.engine) as connection:
        return list(connection.scalars(opened))


def enter_by_hand(stage: Stage) -> None:
    """One more by hand, and the names of the whole activity."""
    name, surname, contact = ENTERED
    page = stage.page
    stage.unfolds("Pievienot vienu dalības reizi")
    write(page, "Vārds, uzvārds", f"{name} {surname}")
    write(page, "E-pasts vai tālrunis", contact)
    stage.presses("Pievienot dalības reizi")
    stage.sees("Saglabāts.")
    stage.unfolds("Rādīt vārdus šajā pasākumā")
    write(page, page.get_by_role("textbox", name="Iemesls").last, REASON)
    stage.traffic.phase = "shown"
    stage.presses("Pierakstīt iemeslu un rādīt vārdus")
    stage.sees(surname)
    stage.downloads_all()


def lose_the_key(stage: Stage) -> None:
    """Another key in the place of the right one, and the right one back."""
    stage.traffic.phase = "hidden"
    key, kept = stage.folder / "identity.key", stage.folder / "kept.key"
    key.rename(kept)
    create_key(key)
    stage.goes(ADDRESS)
    stage.unfolds("Rādīt vārdus šajā pasākumā")
    stage.presses("Rādīt vārdus vēlreiz")
    stage.sees("Vārdus nevar atšifrēt")
    kept.replace(key)


def look_elsewhere(stage: Stage) -> None:
    """An address that is nobody's, the search, and pages with downloads of their own."""
    stage.goes("/attendance?lang=lv&activity=nav-tada")
    for path in ("/institutions?lang=lv&round=IV", "/audit?lang=lv&as=auditor"):
        stage.goes(path)
        stage.downloads_all()
    stage.goes("/search?lang=lv")
    stage.traffic.phase = "searched"
    box = stage.page.get_by_role("textbox").first
    box.fill(SOUGHT)
    box.press("Enter")
    stage.traffic.settle(stage.page)


def undo(stage: Stage) -> None:
    """The upload taken back."""
    stage.goes(ADDRESS)
    stage.traffic.phase = "hidden"
    stage.unfolds("Atsaukt šo augšupielādi")
    write(stage.page, stage.page.get_by_role("textbox", name="Iemesls").last, "Nepareizais fails")
    press(stage.page, stage.page.get_by_text("Jā, izņemt 2 dalības reizes"))
    stage.presses("Atsaukt", exact=True)
    stage.sees("To pašu failu var augšupielādēt vēlreiz")


def everywhere(stage: Stage) -> Places:
    """Whatever is left of the visit, by kind of place; the decoy is put where nothing else is."""
    page, traffic = stage.page, stage.traffic
    page.evaluate(
        "name => { localStorage.setItem(name, 1); sessionStorage.setItem(name, 1) }", DECOY
    )
    session: dict[str, str] = page.evaluate("() => ({...sessionStorage})")
    page.goto(f"{stage.served.address}/readyz?name={DECOY}")
    for folder in ("home", "tmp", "heads"):
        (stage.folder / folder / "decoy").write_text(DECOY)
    with stage.served.process.log.open("a") as log:
        log.write(DECOY)
    return {
        "database": in_database(stage),
        "log": [stage.served.log().encode()],
        **{name: files(stage.folder / name) for name in ("home", "tmp", "heads")},
        "addresses": ["\n".join(traffic.addresses).encode()],
        "answers": traffic.bodies,
        "downloads": stage.downloads,
        "storage": [json.dumps(page.context.storage_state(indexed_db=True)).encode()],
        "storage of the tab": [json.dumps(session).encode()],
    }


def files(folder: Path) -> list[bytes]:
    """Every file below the folder, with its name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [part for path in paths for part in (str(path).encode(), path.read_bytes())]


def in_database(stage: Stage) -> list[bytes]:
    """Every value of every table; of SQLite the files as they lie, of PostgreSQL its questions."""
    rows = [row for table in contents(stage.engine).values() for row in table]
    values = [v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row]
    if stage.engine.dialect.name == "sqlite":
        file = Path(str(stage.engine.url.database))
        return [b"\n".join(values), *files_beside(file)]
    with reading(stage.engine) as connection:
        asked = connection.scalars(text("SELECT query FROM pg_stat_activity"))
        return [b"\n".join(values), *(str(query).encode() for query in asked)]


def files_beside(file: Path) -> list[bytes]:
    """The file, and the journals whose names begin with its name."""
    return [part.read_bytes() for part in file.parent.glob(f"{file.name}*")]
