"""Given names and surnames that many bear: two different ones are two names, not one misspelled."""

from collections.abc import Iterable, Iterator

from data_access.rules import fold

GIVEN = """
Adele Adriāna Agata Agija Agita Agnese Agnija Agra Agrita Aiga Aija Aina Aira Airisa Aiva Aivita
Albīna Aldona Aleksandra Alīda Alīna Alise Alma Alla Alona Alvīne Amanda Amēlija Anastasija Anda
Andra Anete Angelīna Anita Anna Annija Antoņina Antra Arita Arnita Arta Asja Asnate Astra Astrīda
Ausma Austra Baiba Barbara Beāte Benita Biruta Brigita Broņislava Dace Dagmāra Dagnija Daiga Daina
Daira Dana Daniela Dārta Darja Daiva Diāna Dita Ditte Dina Dzidra Dzintra Edīte Eglīte Ērika Elga
Eliana Elīna Elita Elizabete Ella Elma Elvīra Elza Emīlija Emma Erna Estere Eva Evelīna Evija Evita
Gaida Galina Ginta Gita Gunda Gundega Gunita Gunta Guna Helēna Helga Herta Hilda Ieva Ilga Ilgita
Ilma Ilona Ilva Ilze Ina Ināra Indra Inese Ineta Inga Ingrīda Inguna Inita Inna Inta Irēna Irina
Irita Irma Iveta Ivita Ivonna Jadviga Jana Janīna Jekaterina Jeļena Jevgeņija Jogita Judīte Jūlija
Karīna Karīne Karlīna Katarina Katrīna Katrīne Kitija Krista Kristiāna Kristīna Kristīne Ksenija
Laila Laima Lana Larisa Lāsma Laura Lauma Lelde Lia Lība Lidija Līga Ligita Lija Līksma Lilija
Lilita Lienīte Lina Linda Līna Līva Lolita Loreta Lūcija Ludmila Luīze Luize Madara Maija Maira
Māra Malda Mare Margarita Marija Marika Marina Mārīte Marita Marlēna Marta Melita Mētra Mērija Milda
Mirdza Monika Monta Nadežda Nataļja Nataļija Natālija Nelda Nellija Nika Nikola Nina Nora Ņina
Oksana Olga Olita Olīvija Patrīcija Paula Paulīne Polina Raimonda Raisa Ramona Ramune Rasa Rasma
Raita Regīna Renāte Rigonda Rita Rota Rudīte Ruta Rūta Sabīne Samanta Sandra Sanda Sandija Sanita
Santa Sarma Selga Selma Sigita Signe Sigrīda Silva Silvija Simona Sindija Sintija Skaidrīte Smuidra
Sņežana Sofija Solveiga Spodra Stefānija Stella Svetlana Svētlana Tamāra Tatjana Teiksma Tekla
Terēze Undīne Una Uļjana Vaira Valda Valentīna Valērija Vallija Vanda Vanesa Velga Velta Vera
Veronika Vēsma Vija Viktorija Vilhelmīne Vilma Vineta Violeta Virgīnija Vita Vitālija Vizma Zaiga
Zanda Zane Zelma Zenta Zigrīda Zina Zinaīda Zinta Zita Zoja Zofija Žaklīna Žanete Žanna
Ādams Adrians Agnis Agris Aigars Aigers Ainārs Ainis Aivars Aivis Aksels Alberts Aldis Aleksandrs
Aleksandr Aleksejs Aleksej Alfons Alfrēds Alvis Anatolijs Anatols Andrejs Andrej Andris Anrijs
Antons Anton Antonijs Armands Armīns Arnis Arnolds Artis Artūrs Artjoms Arturs Arvils Arvīds Arvis
Atis Atvars Augusts Aivis Bernards Boriss Boļeslavs Bruno Dainis Dāgs Daniels Daniils Dāvids Dāvis
Deniss Denis Didzis Dmitrijs Dmitrij Dzintars Edgars Edijs Edmunds Eduards Edvards Edvīns Egils
Egons Einārs Elmārs Elvijs Elvis Emīls Ēriks Ernests Ervīns Fēlikss Francis Fricis Gaidis Gatis
Georgs Georgijs Gints Ginters Gintars Girts Ģirts Gunārs Gundars Guntars Guntis Gustavs Gvido
Haralds Harijs Heinrihs Henriks Henrijs Herberts Igors Igor Ignats Ikars Ilgonis Ilgvars Ilja
Imants Indulis Indriķis Ingars Ingus Ints Intars Inesis Ivans Ivan Ivars Ivo Jānis Jans Jan Jēkabs
Jefims Jevgēnijs Jevgenij Jezups Jorens Jūlijs Juris Jurģis Jurijs Jurij Justs Kārlis Kaspars
Kazimirs Kirils Klāvs Konstantīns Kristaps Kristiāns Kristers Krišjānis Krišs Laimonis Lauris Leo
Leonards Leonīds Leons Linards Ludvigs Maksis Maksims Maksim Mareks Marģers Mariss Māris Markuss
Mārtiņš Mārcis Matīss Mihails Mihail Mikus Miks Miķelis Modris Monvīds Nauris Niklāvs Nikita
Nikolajs Nikolaj Normunds Oļegs Oleg Olafs Oskars Ojārs Oto Otomārs Otto Pāvels Pavel Pauls Pēteris
Petrs Raimonds Raivis Raivo Ralfs Ričards Rihards Rinalds Ringolds Roberts Rolands Rolfs Romāns
Roman Romualds Ronalds Rūdolfs Ruslans Rustams Sandis Sandris Sandijs Semjons Sergejs Sergej Sigurds
Silvestrs Staņislavs Stepans Svens Tadeušs Tālis Tālivaldis Teodors Toms Tomass Uģis Uldis Uģis
Vadims Vadim Valdis Valdemārs Valentīns Valērijs Valters Valts Vasilijs Vents Verners Viesturs
Viesturs Vigo Viktors Viktor Vilis Vilmārs Vilnis Vilhelms Vitālijs Vitauts Vitolds Vjačeslavs
Vladimirs Vladimir Vladislavs Voldemārs Zigfrīds Zigmārs Zigmunds Zigurds Zintis Zenons Žanis
Agnieszka Aleksander Andrzej Ania Barbara Beata Danuta Dorota Elżbieta Ewa Grzegorz Halina Hanna
Irena Jacek Jadwiga Jan Janina Jarosław Joanna Jolanta Józef Katarzyna Krystyna Krzysztof Maciej
Magda Magdalena Małgorzata Marek Maria Mariusz Marta Michał Monika Paweł Piotr Renata Robert Stefan
Stefania Sylwia Tadeusz Teresa Tomasz Urszula Wojciech Zofia Audronė Aušra Birutė Dalia Daiva Eglė
Gintarė Giedrė Inga Ieva Jonas Jurgis Jolita Jūratė Kęstutis Laima Lina Loreta Milda Mindaugas
Rasa Rimantas Rimas Rūta Saulius Tomas Vida Vidas Vilma Virginija Vytautas Žilvinas Emma Emily
Olivia Oliver Sofia Sophia Alexander Alexandra Michael Michaela Daniel Danielle John Joan Jane Jean
Mark Martin Martha Peter Petra Paul Paula Erik Erika Eric Karl Karla Carl Carla Anne Annie Andrew
Andrea Andreas Andrei
Анна Анастасия Александр Александра Алексей Алина Алла Алиса Андрей Антон Антонина Борис Валерий
Валентин Валентина Валерия Вера Виктор Виктория Виталий Владимир Вячеслав Галина Дарья Денис
Дмитрий Евгений Евгения Екатерина Елена Зинаида Зоя Иван Игорь Инна Ирина Карина Кирилл Ксения
Лариса Лидия Любовь Людмила Максим Маргарита Мария Марина Марта Михаил Надежда Наталья Никита
Николай Нина Оксана Олег Ольга Павел Полина Раиса Роман Светлана Сергей София Тамара Татьяна Юлия
Юрий Яна
"""

SURNAMES = """
Āboliņš Āboltiņš Ābols Alksnis Andersons Apinis Arājs Auniņš Auziņš Avotiņš Avots Āzis Baltiņš
Baltais Balodis Baloža Bērziņš Bērzs Biezais Bite Bitītis Blūms Briedis Brūveris Bunde Burkāns
Celmiņš Celms Cīrulis Čakste Dambis Dambergs Dārziņš Dārznieks Dimants Dombrovskis Dreimanis Dūmiņš
Dzenis Eglītis Egle Eglīts Ezers Eriņš Feldmanis Freimanis Gailis Gailītis Galiņš Grāvis Grāvītis
Grauds Graudiņš Grīnbergs Grīnfelds Gulbis Gulbītis Hofmanis Ivanovs Jaunzems Jansons Jākobsons
Jēkabsons Johansons Jurģis Kalējs Kalnietis Kalniņš Kalns Kaņeps Kārkliņš Kārkls Kauliņš Kazāks
Kiršteins Kļaviņš Kļava Klints Kociņš Kovaļenko Kovaļovs Kozlovs Kozlovskis Krastiņš Krasts Krauze
Kravalis Krauklis Krēsliņš Kronbergs Krūmiņš Krūms Kukainis Kuzmins Lācis Lācītis Lapiņš Lapsa
Lapsiņš Laukmanis Lauks Lejnieks Legzdiņš Leitis Leitāns Lielais Liepa Liepiņš Līcis Līcītis Lūsis
Ludiņš Māliņš Mazais Medenis Medniece Mednis Meiers Meija Melderis Melnis Mežs Miezis Miķelsons
Mihailovs Mihejevs Mucenieks Muižnieks Muzikants Niedra Niedre Nikolajevs Ozoliņš Ozols Paegle
Pakalns Pavlovs Pavlovskis Pētersons Petrovs Petrovskis Plūme Podnieks Poļakovs Priede Priedītis
Prūsis Puķe Puķītis Pulkstenis Purmalis Purviņš Purvs Putniņš Putns Rācenis Ratnieks Reinis
Riekstiņš Rieksts Rozītis Roze Rozenbergs Rozenfelds Rudzītis Rudzis Rutkovskis Saulītis Saule
Siliņš Sils Skuja Skujiņš Skrastiņš Skrasts Smilga Smirnovs Sokolovs Sokolovskis Spriņģis Sproģis
Sproģe Stalts Strautiņš Strauts Straume Stepanovs Stirna Strazdiņš Strazds Stūrītis Sloka Šmits
Šmite Šulcs Švarcs Tauriņš Teteris Tetere Timermanis Tīrelis Titovs Tomsons Upenieks Upe Upītis
Ūdris Vagulis Vasiļjevs Vanags Vanadziņš Vasks Veinbergs Vēveris Vilciņš Vilks Viļums Vīksna Vīksne
Vītols Vītoliņš Vīgants Volkovs Zaķis Zālītis Zāle Zandbergs Zaļais Zariņš Zars Zeltiņš Zelts
Zemītis Zemgalis Ziediņš Zieds Ziemelis Zirnis Zvaigzne Zvejnieks Zvirbulis Žagars Žagariņš Žukovs
Žukovskis
"""

FEMININE = (("ais", "a"), ("is", "e"), ("s", "a"))


def _every(words: Iterable[str]) -> Iterator[str]:
    for word in map(fold, words):
        yield word
        for masculine, feminine in FEMININE:
            if word.endswith(masculine):
                yield word.removesuffix(masculine) + feminine
                break


COMMON_GIVEN = frozenset(map(fold, GIVEN.split()))
COMMON_SURNAMES = frozenset(_every(SURNAMES.split()))
"""Folded; of a man's surname a woman's as well."""
