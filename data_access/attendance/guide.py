"""What the template says about filling it in, and one invented line as an example."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Guide:
    """A guide in one language: sentences, a table of the columns, and what a wrong word is told."""

    list_title: str
    title: str
    sentences: tuple[str, ...]
    table: tuple[str, str, str]
    columns: Mapping[str, tuple[str, str]]
    error_title: str
    errors: Mapping[str, str]


GUIDES = {
    "lv": Guide(
        list_title="Dalībnieki",
        title="Kā aizpildīt",
        sentences=(
            (
                "Viena rinda lapā «Dalībnieki» ir viens cilvēks vienā pasākumā. "
                "Virsrakstus nemainiet; to secībai nav nozīmes."
            ),
            (
                "Obligāts ir tikai vārds un uzvārds. Ko nezināt, atstājiet tukšu: "
                "tas nozīmē «nav norādīts»."
            ),
            "Uzskaitīti tiek tikai tie, kuriem ailē «Piedalījās» ir «Jā».",
            (
                "Vārdi un kontakti tiek glabāti šifrēti un netiek rādīti; "
                "pēc tiem atpazīst vienu un to pašu personu."
            ),
        ),
        table=("Aile", "Ko ierakstīt", "Izdomāts piemērs"),
        columns={
            "name": ("Vārds un uzvārds vienā ailē.", "Anna Paraudziņa"),
            "contact": ("E-pasta adrese vai tālruņa numurs.", "anna@example.org"),
            "institution": (
                "Nosaukums, saīsinājums vai cits nosaukums no iestāžu reģistra.",
                "Kultūras ministrija",
            ),
            "category": ("Ko cilvēks pārstāvēja šajā pasākumā: izvēlieties no saraksta.", "Cits"),
            "place": ("Pašvaldība vai cita vieta no saraksta.", "Tiešsaistē"),
            "gender": ("Izvēlieties no saraksta.", "Sieviete"),
            "age_band": ("Vecums pasākuma dienā: izvēlieties no saraksta.", "30-54"),
            "status": ("«Jā», ja cilvēks piedalījās; «Nē», ja bija tikai pieteicies.", "Jā"),
        },
        error_title="Sarakstā tāda vārda nav",
        errors={
            "stop": "Izvēlieties vārdu no saraksta vai atstājiet lauku tukšu.",
            "warning": "Sarakstā tāda nosaukuma nav. Pārbaudiet, vai tas uzrakstīts pareizi.",
        },
    ),
    "en": Guide(
        list_title="Participants",
        title="How to fill in",
        sentences=(
            (
                "One row of the sheet 'Participants' is one person at one activity. "
                "Leave the headings as they are; their order does not matter."
            ),
            (
                "Only the full name is required. Leave empty what you do not know: "
                "that means 'not stated'."
            ),
            "Only those with 'Yes' under 'Attended' are counted.",
            (
                "Names and contacts are stored encrypted and never shown; "
                "they serve to recognise the same person again."
            ),
        ),
        table=("Column", "What to write", "Invented example"),
        columns={
            "name": ("First name and surname in one cell.", "Anna Paraudziņa"),
            "contact": ("An e-mail address or a telephone number.", "anna@example.org"),
            "institution": (
                "A name, abbreviation or other name from the register of institutions.",
                "Ministry of Culture",
            ),
            "category": ("Whom the person represented at this activity: choose.", "Other"),
            "place": ("A municipality or another place from the list.", "Online"),
            "gender": ("Choose from the list.", "Woman"),
            "age_band": ("Age on the day of the activity: choose from the list.", "30-54"),
            "status": ("'Yes' for who was there; 'No' for who only signed up.", "Yes"),
        },
        error_title="The list has no such word",
        errors={
            "stop": "Choose a word from the list, or leave the cell empty.",
            "warning": "The list has no such name. Check that it is written rightly.",
        },
    ),
}
