"""How lists write in what capacity somebody came, in the languages that files come in."""

from collections.abc import Iterable, Mapping

from data_access.rules import Category

PERSONS = ("pārstāvis", "pārstāve", "pārstāvji", "pārstāvju grupa")
EMPLOYEES = ("darbinieks", "darbiniece", "darbinieki", "speciālists", "speciāliste", "amatpersona")


def _each(before: str, words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{before} {word}" for word in words)


WRITTEN: Mapping[Category, tuple[str, ...]] = {
    Category.STATE: (
        *("valsts", "valsts iestādes", "valsts pārvalde", "valsts institūcija", "ministrija"),
        *("valsts institūcijas", "tiešās pārvaldes iestāde", "valsts sektors"),
        *_each("valsts", (*PERSONS[:3], *EMPLOYEES)),
        *_each("valsts iestādes", (*PERSONS[:3], *EMPLOYEES)),
        *_each("valsts iestāžu", PERSONS[2:]),
        *_each("valsts pārvaldes", (*PERSONS[:3], *EMPLOYEES, "iestāde")),
        *_each("valsts institūcijas", (*PERSONS[:3], *EMPLOYEES)),
        *_each("ministrijas", (*PERSONS[:3], *EMPLOYEES)),
        *("state", "state institution", "state authority", "state representative"),
        *("representative of a state institution", "state body representative", "ministry"),
        *("central government", "national authority", "state official"),
        *("государственное учреждение", "госучреждение", "министерство"),
        *("представитель государственного учреждения", "государственный орган"),
        *("instytucja państwowa", "administracja państwowa", "administracja rządowa"),
        *("przedstawiciel instytucji państwowej", "ministerstwo", "urząd państwowy"),
        *("valstybės institucija", "valstybinė institucija", "valstybės įstaiga", "ministerija"),
        *("valstybės institucijos atstovas", "valstybės institucijos atstovė"),
    ),
    Category.MUNICIPAL: (
        *("pašvaldības", "pašvaldības iestāde", "pašvaldību", "vietējā pašvaldība"),
        *_each("pašvaldības", (*PERSONS[:3], *EMPLOYEES)),
        *_each("pašvaldības iestādes", (*PERSONS[:3], *EMPLOYEES)),
        *_each("pašvaldību", PERSONS[2:]),
        *("novada pašvaldība", "pilsētas pašvaldība", "novada dome", "pilsētas dome"),
        *("municipal", "municipal representative", "municipality representative"),
        *("representative of a municipality", "local government", "local authority"),
        *("municipal employee", "local government representative", "local municipality"),
        *("самоуправление", "муниципалитет", "представитель самоуправления"),
        *("представитель муниципалитета", "сотрудник самоуправления"),
        *("samorząd", "samorząd lokalny", "przedstawiciel samorządu", "gmina"),
        *("przedstawicielka samorządu", "pracownik samorządu"),
        *("savivaldybė", "savivaldybės atstovas", "savivaldybės atstovė", "savivaldybės įstaiga"),
        *("savivaldybės darbuotojas", "savivaldybės darbuotoja"),
    ),
    Category.ROMA: (
        *("romi", "roms", "romiete", "romu kopiena", "romu kopienas", "romu tautības"),
        *_each("romu", PERSONS),
        *_each("romu kopienas", (*PERSONS[:3], "loceklis", "locekle", "dalībnieks", "dalībniece")),
        *_each("romu tautības", PERSONS[:3]),
        *("roma", "roma person", "roma community", "roma community representative"),
        *("representative of the roma community", "roma community member", "roma representatives"),
        *("member of the roma community", "roma participant"),
        *("рома", "ромы", "представитель рома", "представитель ромов"),
        *("представитель ромской общины", "представительница ромской общины", "ромская община"),
        *("rom", "romka", "romowie", "przedstawiciel romów", "przedstawicielka romów"),
        *("przedstawiciel społeczności romskiej", "społeczność romska"),
        *("przedstawicielka społeczności romskiej",),
        *("romas", "romė", "romai", "romų atstovas", "romų atstovė", "romų bendruomenė"),
        *("romų bendruomenės atstovas", "romų bendruomenės atstovė", "romų bendruomenės narys"),
    ),
    Category.NGO: (
        *("nevalstiskā organizācija", "nevalstiskās organizācijas", "biedrība", "nodibinājums"),
        *("biedrība vai nodibinājums", "biedrība/nodibinājums", "biedrības", "NVO sektors"),
        *_each("NVO", (*PERSONS[:3], *EMPLOYEES)),
        *_each("nevalstiskās organizācijas", PERSONS[:3]),
        *_each("nevalstisko organizāciju", PERSONS[2:]),
        *_each("biedrības", (*PERSONS[:3], "biedrs", "biedre")),
        *("non-governmental organisation", "non-governmental organization", "association"),
        *("NGO representative", "representative of an NGO", "NGO sector", "foundation"),
        *("НПО", "НГО", "негосударственная организация", "представитель НПО"),
        *("представитель негосударственной организации", "неправительственная организация"),
        *("organizacja pozarządowa", "przedstawiciel organizacji pozarządowej"),
        *("przedstawicielka organizacji pozarządowej", "przedstawiciel NGO", "stowarzyszenie"),
        *("nevyriausybinė organizacija", "NVO atstovas", "NVO atstovė", "asociacija"),
        *("nevyriausybinės organizacijos atstovas", "nevyriausybinės organizacijos atstovė"),
    ),
    Category.OTHER: (
        *("cits variants", "citi", "cits interesents", "cita joma", "others"),
        *("другое", "иное", "inne", "inny", "inna", "kita", "kitas"),
    ),
    Category.NOT_STATED: (
        *("nav", "nav zināms", "nevēlos norādīt", "nevēlos atbildēt", "n/a", "unknown"),
        *("prefer not to say", "не указано", "nie podano", "nenurodyta"),
    ),
}
"""Of a Roma NGO's member it says neither: that is asked. Exact words alone."""
