"""An age as a number, or a span of ages, as the band of ages that the platform keeps."""

import re

from data_access.attendance.columns import AGE_BAND, CODE_OF, plain
from data_access.rules import AgeBand

NUMBER = re.compile(r"^(\d{1,3})( ?(g\.?|gadi|gads|years?|y\.?o\.?|лет|lat|m\.?))?$")
OLDEST = 120
BANDS = ((17, AgeBand.UNDER_18), (29, AgeBand.FROM_18_TO_29), (54, AgeBand.FROM_30_TO_54))
SAID = {
    AgeBand.UNDER_18: "Under 18",
    AgeBand.FROM_18_TO_29: "18-29",
    AgeBand.FROM_30_TO_54: "30-54",
    AgeBand.FROM_55: "55+",
}


def band(text: str) -> str:
    """The band's word for an age in years; any other text stays what it is."""
    if not text or plain(text) in CODE_OF[AGE_BAND]:
        return text
    found = NUMBER.match(plain(text))
    if not found or int(found[1]) > OLDEST:
        return text
    age = int(found[1])
    return SAID[next((code for last, code in BANDS if age <= last), AgeBand.FROM_55)]
