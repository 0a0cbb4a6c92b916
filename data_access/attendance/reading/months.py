"""Words of dates in the languages of the lists: months, days of the week, what stands between."""

from data_access.rules import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _month(words: str) -> frozenset[str]:
    """Whole words, and stems with all their endings: ``jūlij/s/a/ā``."""
    found = set()
    for word in words.split():
        stem, *endings = word.split("/")
        found |= {fold(stem + ending) for ending in endings or [""]}
    return frozenset(found)


MONTHS = tuple(
    map(
        _month,
        (
            (
                "janvār/is/i/ī/a/ā/im январ/ь/я/е/ю jan janv january янв styczeń styczni/a/u sty"
                " sausi/s/o/į jaanuar//is/il/i jaan"
            ),
            (
                "februār/is/i/ī/a/ā/im феврал/ь/я/е/ю feb febr february фев февр lut/y/ego/ym/"
                " vasari/s/o/į veebruar//is/il/i veebr"
            ),
            "mart/s/a/ā/am/u март//а/е/у mar march мар marzec marc/a/u kov/as/o/ą märts//is/il/i",
            (
                "aprīl/is/i/ī/a/ā/im апрел/ь/я/е/ю apr april апр kwiecień kwietni/a/u kwi"
                " balandis balandži/o balandį aprill//is/il/i"
            ),
            "maij/s/a/ā/am/u ма/й/я/е/ю may maj/a/u/ mai/s/ gegužė/s/ gegužę",
            (
                "jūnij/s/a/ā/am/u июн/ь/я/е/ю jūn june июн czerwiec czerwc/a/u cze"
                " birželi/s/o birželį juuni/s/l/"
            ),
            "jūlij/s/a/ā/am/u июл/ь/я/е/ю jūl july июл lipiec lipc/a/u lip liep/a/os/ą juuli/s/l/",
            (
                "august/s/a/ā/am/u//is/il/i август//а/е/у aug авг sierpień sierpni/a/u sie"
                " rugpjūtis rugpjūčio rugpjūtį"
            ),
            (
                "septembr/is/i/ī/a/ā/im/il сентябр/ь/я/е/ю sep sept september сен сент"
                " wrzesień wrześni/a/u wrz rugsėj/is/o/į"
            ),
            (
                "oktobr/is/i/ī/a/ā/im октябр/ь/я/е/ю okt oct october окт październik//a/u paź"
                " spali/s/o/į oktoober oktoobr/is/il/i"
            ),
            (
                "novembr/is/i/ī/a/ā/im/il ноябр/ь/я/е/ю nov november ноя нояб listopad//a/zie lis"
                " lapkritis lapkričio lapkritį"
            ),
            (
                "decembr/is/i/ī/a/ā/im декабр/ь/я/е/ю dec december дек grudzień grudni/a/u gru"
                " gruodis gruodžio gruodį detsember detsembr/is/il/i dets"
            ),
        ),
    )
)
"""Of each month all forms that follow or precede a day, the abbreviations among them."""

MONTH_OF = {form: at for at, forms in enumerate(MONTHS, start=1) for form in forms}

NUMERALS = "i ii iii iv v vi vii viii ix x xi xii"
ROMAN = {numeral: at for at, numeral in enumerate(NUMERALS.split(), start=1)}

WEEKDAYS = _folded(
    "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena "
    "pirmdien otrdien trešdien ceturtdien piektdien sestdien svētdien "
    "pirmdienā otrdienā trešdienā ceturtdienā piektdienā sestdienā svētdienā "
    "pirmd otrd trešd ceturtd piektd sestd svētd "
    "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun "
    "понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу "
    "пн вт ср чт пт сб вс "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela środę sobotę niedzielę "
    "pon wt śr czw pt sob ndz "
    "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis "
    "pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį "
    "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev"
)

UNTIL = _folded("līdz to till until through thru по до do iki kuni")
AND = _folded("un and и i ir ja oraz")

OF_A_YEAR = _folded("gada gadā gads gadu g г гг год года году r rok roku m metai metų a aasta")
"""What follows a year, with or without its dot."""

OF_A_DAY = _folded("d diena dienā dienas dieną dienomis st nd rd th день дня числа päev")
"""What follows a day."""

BEFORE = _folded("no from с со od nuo on the of в во w dnia")
"""What introduces a date and says nothing of it."""
