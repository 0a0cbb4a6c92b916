"""What the codes of an attendance list are called: sources, columns, reasons to leave out."""

from collections.abc import Mapping

from data_access.attendance.reading.roles import ColumnRole
from data_access.attendance.reading.sheet import LeftOut, Source
from pages.shared.words import mark

SOURCES: Mapping[str, str] = {
    Source.TEMPLATE: mark("The platform's template"),
    Source.TEAMS: mark("Teams report"),
    Source.ZOOM_MEETING: mark("Zoom meeting report"),
    Source.ZOOM_WEBINAR: mark("Zoom webinar report"),
    Source.WEBEX: mark("Webex report"),
    Source.MEET: mark("Google Meet report"),
    Source.GOOGLE_FORMS: mark("Answers from Google Forms"),
    Source.MICROSOFT_FORMS: mark("Answers from Microsoft Forms"),
    Source.EVENTBRITE: mark("Eventbrite list"),
    Source.CIVICRM: mark("CiviCRM list"),
    Source.INDICO: mark("Indico list"),
    Source.SIGN_IN: mark("Sign-in sheet"),
    Source.LIST: mark("List of participants"),
}

LEFT_OUT: Mapping[str, str] = {
    LeftOut.NOT_A_PERSON: mark("not a person"),
    LeftOut.BLANK_LINE: mark("nothing is filled in"),
    LeftOut.HEADING_AGAIN: mark("the headings once more"),
    LeftOut.FOOTER: mark("total, signature or note under the list"),
    LeftOut.OTHER_SECTION: mark("title of a section"),
    LeftOut.DECIDED: mark("left out by your decision"),
    LeftOut.NUMBERING: mark("numbers of the rows"),
    LeftOut.SIGNATURE: mark("signatures: they tell who came, and are not stored"),
    LeftOut.TIMES: mark("times: they tell who came, and are not stored"),
    LeftOut.PERSONAL_CODE: mark("personal codes: not read, not stored"),
    LeftOut.CONSENT: mark("consents"),
    LeftOut.EMPTY: mark("nothing stands in it"),
    LeftOut.NOT_NEEDED: mark("not needed here"),
}

LEAVE_OUT = mark("Leave out")
ROLES: Mapping[str, str] = {
    ColumnRole.FULL_NAME: mark("Full name"),
    ColumnRole.GIVEN: mark("Given name"),
    ColumnRole.SURNAME: mark("Surname"),
    ColumnRole.EMAIL: mark("E-mail"),
    ColumnRole.PHONE: mark("Telephone"),
    ColumnRole.CONTACT: mark("E-mail or telephone"),
    ColumnRole.INSTITUTION: mark("Institution"),
    ColumnRole.CATEGORY: mark("Represents"),
    ColumnRole.PLACE: mark("Place"),
    ColumnRole.GENDER: mark("Gender"),
    ColumnRole.AGE: mark("Age"),
    ColumnRole.STATUS: mark("Attended, in a word"),
    ColumnRole.CHECK_IN: mark("Time of checking in"),
    ColumnRole.DAY: mark("A day of the activity"),
    ColumnRole.JOIN: mark("Time of joining"),
    ColumnRole.SIGNATURE: mark("Signature or tick"),
}
"""What a column can be taken for by whoever knows better than its heading."""

ENCODINGS: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 BE",
    "cp1257": mark("Windows-1257 (Baltic)"),
    "cp1250": mark("Windows-1250 (Central European)"),
    "cp1251": mark("Windows-1251 (Cyrillic)"),
    "cp1252": mark("Windows-1252 (Western European)"),
    "cp775": mark("DOS (Baltic)"),
    "iso8859-4": mark("ISO 8859-4 (Northern European)"),
    "iso8859-13": mark("ISO 8859-13 (Baltic)"),
    "mac-latin2": mark("Macintosh (Central European)"),
}
