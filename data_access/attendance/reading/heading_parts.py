"""Parts of longer headings, such as a form's questions, by which their column is known."""

FIRST_STEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("other", (
        "ieprieks", "lidz sim", "lidzig", "agrak", " jau ", "previous", "earlier", "before",
        "have you ever", "раньше", "ранее", "wczesniej", "anksciau",
    )),
    ("consent", (
        "piekrit", "piekris", "atlauj", "fotograf", "consent", "agree", "gdpr", "соглас", "zgod",
        "sutink", "sutikim", "персональных данных", "личных данных",
    )),
    ("personal_code", (
        "personas kod", "pers. kod", "personal code", "personas kods",
    )),
    ("signature", (
        "paraksts", "signature", "подпис", "podpis", "paras",
    )),
    ("other", (
        "kontaktpers", "contact person",
    )),
    ("contact", (
        "kontaktinform", "contact detail", "контактн",
    )),
    ("email", (
        "e-past", "epast", "e-mail", "email", "эл. почт", "электронн", "el. past",
    )),
)  # fmt: skip
"""In folded headings, wherever they stand; the first that fits decides, before names do."""

STEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("phone", (
        "talrun", "telefon", "phone", "телефон", "mobil",
    )),
    ("institution", (
        "iestad", "organizac", "organisat", "organizat", "instituc", "institution", "darba viet",
        "darbaviet", "uznemum", "организац", "учрежден", "instytuc", "istaig", "company",
        "mestо rabot", "darboviet",
    )),
    ("category", (
        "ko parstav", "kategorij", "ko jus parstav", "participant category", "jus parstavat",
        "category",
    )),
    ("place", (
        "pasvaldib", "novad", "pilset", "dzivesviet", "municipal", "savivaldyb", "самоуправ",
        "муниципал", "город", "gmin", "miast", "which town", "which city",
    )),
    ("job", (
        "amat", "job title", "position", "должност", "stanowisk", "pareig",
    )),
    ("gender", (
        "dzimum", "gender",
    )),
    ("age_band", (
        "vecum", "age group", "возраст", "wiek", "amzi",
    )),
    ("duration", (
        "duration", "ilgum", "длительн", "продолжит", "czas trwan", "trukm",
    )),
    ("join", (
        "join time", "first join", "pievienos", "подключен", "присоедин", "dolacz", "prisijung",
    )),
    ("leave", (
        "leave time", "last leave", "atvienos", "pames", "opuszcz", "atsijung",
    )),
    ("stamp", (
        "registration time", "submitted", "timestamp", "laika zimog",
    )),
    ("start", (
        "start time", "sakuma laik", "norises",
    )),
    ("end", (
        "end time", "beigu laik",
    )),
    ("status", (
        "piedalij", "apmeklej", "attendance status", "присутств", "obecn", "dalyvav", "klatien",
        "ierad",
    )),
    ("number", (
        "nr. p", "nr.p", "kartas n", "eil. nr",
    )),
    ("total", (
        "dalibnieku skait", "number of participants", "участников", "uczestnikow",
    )),
)  # fmt: skip
"""At the beginning of words; the first that fits decides, after names did."""

FULL_NAME_BOTH = (
    ("vard", "uzvard"),
    ("name", "surname"),
    ("first", "last"),
    ("имя", "фамили"),
    ("imi", "nazwisk"),
    ("vard", "pavard"),
)
SURNAMES = ("uzvard", "surname", "last name", "family name", "фамили", "nazwisk", "pavard")
GIVEN_NAMES = ("vard", "first name", "given name", "имя", "imie", "vardas")
