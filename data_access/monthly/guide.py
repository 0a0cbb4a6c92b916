"""What the monthly workbook says about filling it in, with one invented example of each cell."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from data_access.monthly import columns as c
from data_access.monthly.report import Part


@dataclass(frozen=True)
class Guide:
    """Sentences, what each column takes with an example, and what a wrong cell is told."""

    title: str
    sentences: tuple[str, ...]
    table: tuple[str, str, str, str]
    columns: Mapping[Part, Mapping[str, tuple[str, str]]]
    error_title: str
    errors: Mapping[str, str]


def example_of(text: str, month: dt.date) -> str:
    """An example whose days lie in the month of the workbook."""
    return text.format(month=f"{month:%m.%Y}")


GUIDE = Guide(
    title=c.GUIDE,
    sentences=(
        (
            "Viena darbgrāmata ir viena amata vieta un viens mēnesis. Aizpildiet lapas «Pārskats», "
            "«Ģimenes», «Kontakti» un «Mācības». Lapu nosaukumus un virsrakstus nemainiet un lapas "
            "neizdzēsiet; lapu, kurā nav ko rakstīt, atstājiet tukšu."
        ),
        (
            "Ģimeni apzīmē tikai numurs. Nerakstiet vārdus, adreses, personas kodus un piezīmes "
            "par ģimenēm: platforma tos neglabā. Ierakstiet tikai to, ko prasa ailes."
        ),
        (
            "Lapā «Ģimenes» jau ir ierakstītas ģimenes, kuru lietas mēneša sākumā bija atvērtas. "
            "Ja lieta šajā mēnesī slēgta, ierakstiet dienu un iemeslu; ja nekas nav mainījies, "
            "atstājiet rindu, kāda tā ir."
        ),
        (
            "Jaunu ģimeni ierakstiet nākamajā brīvajā rindā un apzīmējiet ar J1, nākamo ar J2 un "
            "tā tālāk; īsto numuru piešķirs platforma. Lapā «Kontakti» lietojiet to pašu "
            "apzīmējumu."
        ),
        (
            "Katra saziņas reize ir viena rinda lapā «Kontakti»: individuāla, ar vienu ģimeni, vai "
            "ar grupu. Saziņas reizei ar grupu ģimenes numuru nerakstiet."
        ),
        (
            "Skaitļus rakstiet bez vārdiem un citām zīmēm: 10, nevis «~10», «10–12» vai «desmit». "
            "Kopsummas nerakstiet un šūnas neapvienojiet."
        ),
        (
            "Ko nezināt, atstājiet tukšu: tas nozīmē «nav norādīts». Nulle nozīmē, ka nebija "
            "neviena."
        ),
    ),
    table=("Lapa", "Aile", "Ko ierakstīt", "Izdomāts piemērs"),
    columns={
        Part.HEAD: {
            c.POST: ("Ierakstīts jau iepriekš; nemainiet.", "12"),
            c.MONTH: ("Ierakstīts jau iepriekš; nemainiet.", "{month}"),
            c.HOURS: ("Mēnesī nostrādātās stundas, arī stundu daļas.", "72,5"),
        },
        Part.FAMILIES: {
            c.FAMILY: ("Ģimenes numurs; jaunai ģimenei J1, J2 un tā tālāk.", "J1"),
            c.OPENED_ON: ("Diena, kad lieta atvērta; jaunai lietai šajā mēnesī.", "03.{month}."),
            c.CLOSED_ON: (
                "Diena, kad lieta slēgta; ja lieta turpinās, atstājiet tukšu.",
                "24.{month}.",
            ),
            c.REASON: (
                "Kāpēc lieta slēgta: izvēlieties no saraksta. Tikai slēgtai lietai.",
                "Vajadzība atrisināta",
            ),
            c.NEEDS[0]: ("Kurā jomā ģimenei vajadzīgs atbalsts: izvēlieties.", "Izglītība"),
            c.NEEDS[1]: ("Vēl viena joma, ja ir.", "Mājoklis"),
            c.NEEDS[2]: ("Vēl viena joma, ja ir.", ""),
            c.REFERRED_BY: ("Kas ģimeni pieteica mediatoram: izvēlieties.", "Skola"),
            c.SIZE: ("Cik cilvēku ir ģimenē, bērnus ieskaitot.", "5"),
            c.CHILDREN: ("Cik no viņiem ir bērni.", "3"),
        },
        Part.CONTACTS: {
            c.HELD_ON: ("Diena, kad saziņa notika.", "05.{month}."),
            c.FORM: ("Individuāla vai ar grupu: izvēlieties.", "Individuāla"),
            c.FAMILY: (
                "Ģimenes numurs no lapas «Ģimenes»; grupai atstājiet tukšu.",
                "J1",
            ),
            c.PERSONS: ("Cik cilvēku piedalījās, mediatoru neskaitot.", "2"),
            c.MET_AT: ("Kur tikāties vai sazinājāties: izvēlieties.", "Ģimenes mājās"),
            c.AREA: ("Par kuru jomu bija runa: izvēlieties.", "Izglītība"),
            c.INSTITUTION: (
                "Iestāde, ar kuru sazinājāties; izvēlieties vai ierakstiet saīsinājumu.",
                "Kultūras ministrija",
            ),
            c.RESULT: ("Kas panākts: izvēlieties.", "Norunāts nākamais solis"),
        },
        Part.TRAININGS: {
            c.HELD_ON: ("Diena, kad notika mācības vai supervīzija.", "18.{month}."),
            c.KIND: ("Izvēlieties no saraksta.", "Supervīzija"),
            c.HOURS: ("Cik stundu tās ilga.", "2"),
        },
    },
    error_title="Šo šeit nevar ierakstīt",
    errors={
        "stop": "Izvēlieties vārdu no saraksta vai atstājiet šūnu tukšu.",
        "warning": (
            "Sarakstā tādas iestādes nav. Pārbaudiet, vai nosaukums vai saīsinājums ir pareizs."
        ),
        "family": (
            "Izvēlieties numuru no lapas «Ģimenes». Jaunu ģimeni vispirms ierakstiet tur kā J1."
        ),
        "day": "Ierakstiet vienu dienu no {first} līdz {last}, piemēram, {last}",
        "whole": "Ierakstiet veselu skaitli no {least} līdz {most}, bez vārdiem un zīmēm.",
        "hours": "Ierakstiet stundas kā skaitli no 0 līdz {most}, piemēram, 1,5.",
    },
)
HOURS_TITLE = "Nostrādātās stundas"
HOURS_HINT = "Ierakstiet, cik stundu šajā mēnesī nostrādājāt. Skaidrojumi ir lapā «Kā aizpildīt»."
TITLE = "Mediatora mēneša pārskats"
PLACE, DATA = "Vieta", "Dati"
NO_PLACE, MADE_UP = "nav norādīta", "izdomāti paraugdati"
PRINTED = "Amata vieta nr. {post}, {month}"
