"""What a file is, told by its bytes: each ending in every disguise."""

import pytest

from data_access.files import kinds
from data_access.files.grid import FileKind
from data_access.files.kinds import Told
from data_access.files.limits import LIMITS
from data_access.files.problems import FileProblem, Refused
from tests.hostile import ods, xls, xlsx
from tests.hostile.xlsx import zipped

LIST = "Vārds;Uzvārds\nLīga;Bērziņa\n"


def kind(content: bytes) -> FileKind | FileProblem:
    found = kinds.told(content, LIMITS)
    return found.problem if isinstance(found, Refused) else found.kind


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (xlsx.plain(), FileKind.XLSX),
        (ods.plain(), FileKind.ODS),
        (xls.plain(), FileKind.XLS),
        (xls.container({"Book": bytes(9)}), FileKind.XLS),
        (LIST.encode(), FileKind.TEXT),
        (LIST.encode("cp1257"), FileKind.TEXT),
        (LIST.encode("utf-16"), FileKind.TEXT),
        (LIST.encode("utf-16-le"), FileKind.TEXT),
        (LIST.encode("utf-16-be"), FileKind.TEXT),
        ("Имя;Фамилия\nАнна;Петрова\n".encode("utf-16-le"), FileKind.TEXT),
        ("Имя;Фамилия\nАнна;Петрова\n".encode("cp1251"), FileKind.TEXT),
        (b"BM;MZ\n1;2\n", FileKind.TEXT),
        (b"MZ;x\n", FileKind.TEXT),
        (b"Vards\0;x\n", FileKind.TEXT),
        (b"\xef\xbb\xbf\r\n <html><table>", FileKind.HTML),
        ("<table><tr><td>Līga".encode("utf-16"), FileKind.HTML),
        (b"<html><svg></svg><table>", FileKind.HTML),
        (b'<?xml version="1.0"?><Workbook>', FileKind.HTML),
        (b"<3;kids\n", FileKind.TEXT),
    ],
)
def test_what_is_read_is_told_by_its_bytes(content: bytes, expected: FileKind) -> None:
    assert kind(content) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", FileProblem.EMPTY),
        (b"\xef\xbb\xbf\r\n\t ", FileProblem.EMPTY),
        (" \n".encode("utf-16"), FileProblem.EMPTY),
        (bytes(999), FileProblem.DAMAGED),
        (b"junk before it %PDF-1.4", FileProblem.PDF),
        (b"\x89PNG\r\n\x1a\n", FileProblem.PICTURE),
        (b"BM" + bytes(99), FileProblem.PICTURE),
        (b"MZ" + bytes(99), FileProblem.NOT_A_TABLE),
        (bytes(range(1, 32)) * 99, FileProblem.NOT_A_TABLE),
        (zipped({"word/document.xml": "<a/>"}), FileProblem.DOCUMENT),
        (zipped({"xl/styles.xml": "<a/>"}), FileProblem.DAMAGED),
        (zipped({"list.csv": "a;b"}), FileProblem.ARCHIVE),
        (zipped({"Index/Tables/Table.iwa": "x"}), FileProblem.OTHER_WORKBOOK),
        (zipped({}), FileProblem.ARCHIVE),
        (xls.container({"EncryptedPackage": bytes(9)}), FileProblem.ENCRYPTED),
        (xls.container({"VisioDocument": bytes(9)}), FileProblem.DOCUMENT),
        (xls.container({"Anything": bytes(9)}), FileProblem.NOT_A_TABLE),
        (b"\x09\x04\x06\0" + bytes(99), FileProblem.OTHER_WORKBOOK),
    ],
)
def test_what_is_not_read_says_why(content: bytes, expected: FileProblem) -> None:
    assert kind(content) is expected


def test_an_open_document_that_forgot_its_type_is_told_by_its_list_of_contents() -> None:
    inside = {"content.xml": ods.content(ods.rows()), "META-INF/manifest.xml": ods.manifest()}
    assert kind(zipped(inside)) is FileKind.ODS
    text = ods.manifest().replace("spreadsheet", "text")
    assert kind(zipped({**inside, "META-INF/manifest.xml": text})) is FileProblem.DOCUMENT


def test_an_archive_comes_with_its_directory() -> None:
    found = kinds.told(xlsx.plain(), LIMITS)
    assert isinstance(found, Told)
    assert found.archive is not None
    assert "xl/workbook.xml" in found.archive.entries
