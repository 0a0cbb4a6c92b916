"""What the template says about filling it in, and one invented row as an example."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.recommendations.importing import columns as c
from data_access.rules import RecommendationLinkKind


@dataclass(frozen=True)
class Guide:
    """Sentences, what each column takes, and what a wrong word is told."""

    sheet: str
    title: str
    sentences: tuple[str, ...]
    columns: Mapping[str, str]
    error_title: str
    errors: Mapping[str, str]


GUIDE = Guide(
    sheet="Ieteikumi",
    title="Kā aizpildīt",
    sentences=(
        (
            "Viena rinda lapā «Ieteikumi» ir viens ieteikums vai apņemšanās. "
            "Virsrakstus nemainiet; to secībai nav nozīmes, un liekās ailes var dzēst."
        ),
        (
            "Piemēra rinda rāda, kā rakstīt; tā ir izdomāta un reģistrā netiek uzņemta. "
            "To var dzēst vai atstāt."
        ),
        (
            "Tukša aile neko nesaka: jaunam ierakstam tas nozīmē «nav norādīts», bet reģistrā "
            "esošam viss paliek, kā ir. Lai esošo dzēstu, rakstiet «nav norādīts»."
        ),
        (
            "Ierakstu, kura numurs reģistrā jau ir, var labot: pirms saglabāšanas redzēsiet, "
            "kas bija un kas būs."
        ),
    ),
    columns={
        c.REFERENCE: "Ieraksta numurs reģistrā, piemēram, V-12. Katram ierakstam savs.",
        c.ROUND: "Platformas kārta: izvēlieties no saraksta.",
        c.TEXT_LV: "Ieteikuma teksts latviešu valodā.",
        c.TEXT_EN: "Tas pats angļu valodā: jaunam ierakstam vajadzīgas abas valodas.",
        c.KIND: "Ieteikums lūdz rīkoties citus, apņemšanās saista pašus; izvēlieties no saraksta.",
        c.AREA: "Rīcībpolitikas joma: izvēlieties no saraksta.",
        c.PLACE: "Pašvaldība, kuru ieteikums skar, vai vārds «Valsts iestāde», «Tiešsaistē».",
        c.LEAD: (
            "Nosaukums, saīsinājums vai cits nosaukums no iestāžu reģistra; vairākas iestādes "
            "atdaliet ar semikolu."
        ),
        c.SUPPORTING: "Tāpat kā atbildīgās iestādes; tā pati iestāde nevar būt abās ailēs.",
        c.DEADLINE: (
            "Tik precīzi, cik zināms: 31.12.2027., 12.2027, 2027. gada 1. pusgads, 2027; "
            "2021–2027 ir laika apvārsnis."
        ),
        c.MADE_ON: "Diena, kad ieteikums izteikts, piemēram, 06.02.2020.",
        c.SOURCE: "Avota nosaukums vai kods no avotu saraksta.",
        c.LOCATOR: "Lappuse, punkts vai sadaļa avotā.",
        RecommendationLinkKind.REPEATS: "To agrāko ierakstu numuri, kurus šis atkārto.",
        RecommendationLinkKind.REPLACES: "To agrāko ierakstu numuri, kurus šis aizstāj.",
        RecommendationLinkKind.NARROWS: "To agrāko ierakstu numuri, kurus šis sašaurina.",
    },
    error_title="Sarakstā tāda vārda nav",
    errors={
        "stop": "Izvēlieties vārdu no saraksta vai atstājiet lauku tukšu.",
        "warning": "Vairākas iestādes atdaliet ar semikolu; pārbaudiet katras nosaukumu.",
    },
)
EXAMPLE_ROW: Mapping[str, str] = {
    c.REFERENCE: "PIEMĒRS",
    c.ROUND: "V",
    c.TEXT_LV: "Izdomāts piemērs: reizi pusgadā apkopot mediatoru pieredzi.",
    c.TEXT_EN: "An invented example: gather the mediators' experience twice a year.",
    c.KIND: "Ieteikums",
    c.AREA: "Līdzdalība",
    c.LEAD: "Kultūras ministrija",
    c.DEADLINE: "2027. gada 1. pusgads",
}
