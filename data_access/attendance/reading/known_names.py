"""Given names that people in Latvia have, and endings of surnames: evidence of a name's order."""

import re

from data_access.rules import fold


def folded(words: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(word) for word in words.split())


LATVIAN = folded(
    """
    Agate Agita Agnese Agnija Agris Aida Aigars Aija Ainars Aina Airis Aiva Aivars Aivis
    Alberts Aldis Aleksandra Aleksandrs Aleksejs Alfrēds Alīna Alise Alma Alvis Amanda Amēlija
    Anastasija Anatolijs Anda Andis Andra Andrejs Andris Anete Anita Anna Annija Ansis Antons
    Antra Antis Antonija Antoņina Anželika Ārija Āris Arnis Arnita Arnolds Artis Artjoms
    Artūrs Arturs Arvids Arvīds Asja Asnate Astra Astrīda Ata Ausma Austra Austris Baiba Beāte
    Beata Benita Biruta Brigita Bruno Dace Dagmāra Dagnis Daiga Daina Dainis Danute Daniels
    Daniela Dāniels Darja Dārta Dāvis Deniss Diāna Diana Didzis Digna Dina Dita Ditta Dmitrijs
    Dzidra Dzintars Dzintra Džesika Džeina Džūlija Edgars Edīte Edmunds Eduards Edvards Edvīns
    Egija Egils Eglīte Egita Einārs Elīna Elina Elita Elīza Elizabete Ella Elmārs Elvijs
    Elvīra Elvita Elza Emīlija Emīls Emma Ērika Ēriks Ernests Estere Eva Evija Evita Fēlikss
    Filips Gabriela Gabriels Gaļina Gatis Genādijs Georgs Ģertrūde Gints Ginta Ģirts Gita
    Glorija Grigorijs Guna Gunārs Gundars Gundega Guntars Guntis Guntra Gunita Gustavs Haralds
    Harijs Helēna Helga Henriks Henrijs Herberts Ieva Igors Ija Ilga Ilgonis Ilgvars Ilmārs
    Ilona Iluta Ilvija Ilvars Ilze Imants Ina Inārs Indra Indriķis Indulis Inese Inesis Ināra
    Inga Ingars Ingrīda Ingrida Inguna Ingus Inita Inna Inta Intars Ints Irēna Irina Irma
    Iveta Ivans Ivars Ivo Ivita Izabella Jana Jānis Janis Janīna Jautrīte Jāzeps Jegors
    Jekaterina Jeļena Jevgeņija Jevgeņijs Jēkabs Jolanta Jogita Judīte Jūlija Jūlijs Juris
    Jurijs Justīne Justs Kaiva Karina Karīna Kārlis Karlīna Karmena Kaspars Katarina Katrīna
    Kintija Kira Kitija Klāra Klāvs Klinta Konstantīns Krista Kristaps Kristers Kristiāna
    Kristiāns Kristīne Kristina Krišjānis Krišs Ksenija Ksenia Lailma Laila Laima Laimdota
    Laimonis Laine Laura Lauma Lauris Lelde Leonīds Leontīne Leons Liāna Lidija Lienīte Liene
    Liesma Lība Lieba Līga Ligita Ligija Lija Lilija Lilita Lina Linards Linda Lita Līva
    Līvija Loreta Lolita Lora Lubova Ļubova Lūcija Ludmila Ļudmila Luīze Madara Magdalēna
    Maija Maiga Maira Mairis Mairita Maksims Māra Marats Mārcis Margarita Margita Mareks
    Marija Marika Marina Māris Mārīte Marita Marks Markuss Marta Mārtiņš Māriņa Matīss Megija
    Melānija Melita Miervaldis Mihails Mihaels Mikus Miks Mikelis Miķelis Milana Milda Modris
    Monika Monta Mudīte Nadežda Natālija Nataļja Natalja Nellija Nikola Nikolajs Nikolass
    Nikita Niklāvs Ņina Nina Nora Normunds Norberts Odrija Ojārs Oksana Oļegs Oļesja Olga
    Olita Olafs Oskars Oto Otto Patrīcija Patriks Pauls Paula Pāvels Pāvils Pēteris Polina
    Poļina Raimonds Raimonda Raita Raitis Ralfs Rasa Rasma Regīna Regina Reinis Reina Renārs
    Renāte Renata Ričards Rihards Rinalds Rita Ritvars Roberta Roberts Rodrigo Rolands Romāns
    Romans Romualds Ronalds Roza Rozālija Rudīte Rudolfs Rūdolfs Ruslans Rustams Rūta Ruta
    Sabīne Sabina Samanta Samuels Sandijs Sandis Sandra Sandris Sanita Santa Santis Sanda
    Sarma Sarmīte Selga Sergejs Sendija Signe Sigita Sigurds Silva Silvija Simona Sindija
    Sintija Skaidra Skaidrīte Sņežana Sofija Solveiga Stanislavs Stefānija Stella Svetlana
    Šarlote Tabita Tamāra Tatjana Terēze Teodors Teresija Tija Timurs Tīna Toms Toņa Uga Uldis
    Uģis Una Ursula Urzula Uva Vadims Vairis Valda Valdemārs Valdis Valentīna Valentīns
    Valerijs Valērija Valters Vanda Velga Vēsma Vera Veronika Vēra Vija Vijolīte Viesturs
    Viktors Viktorija Vilhelms Vilis Vilma Vilnis Vineta Violeta Virgīnija Vita Vitālijs
    Vitalijs Vitauts Vitolds Vits Vizma Vizbulīte Vjačeslavs Vladimirs Vladislavs Voldemārs
    Vsevolods Zaiga Zane Zanda Zenta Zenona Ziedīte Ziedonis Zigfrīds Zigrīda Zigurds Zina
    Zinaīda Zinta Zintis Zita Zoja Zofija Žanete Žanis Žanna Žaneta Ženija Židrūns
    """
)
RUSSIAN = folded(
    """
    Александр Александра Алексей Алёна Елена Алина Алла Анастасия Анатолий Андрей Анжела Анна
    Антон Антонина Аркадий Артём Артур Борис Вадим Валентин Валентина Валерий Валерия Варвара
    Василий Вера Вероника Виктор Виктория Виталий Владимир Владислав Вячеслав Галина Геннадий
    Георгий Григорий Дарья Денис Диана Дмитрий Евгений Евгения Егор Екатерина Жанна Зинаида
    Зоя Иван Игорь Илона Илья Инга Инна Ирина Карина Кирилл Константин Кристина Ксения Лариса
    Леонид Лидия Лилия Любовь Людмила Максим Маргарита Марина Мария Марк Марта Михаил Надежда
    Наталья Наталия Никита Николай Нина Оксана Олег Олеся Ольга Павел Пётр Полина Раиса Роза
    Роман Руслан Сабина Светлана Семён Сергей София Станислав Степан Тамара Татьяна Тимур
    Фёдор Эдуард Элина Эльвира Юлия Юрий Яна Янис Яков Ярослав Aleksandr Alexander Alexandra
    Aleksei Aleksey Alexey Alena Anatoly Andrei Andrey Anastasia Anastasiia Boris Dmitri
    Dmitry Daria Evgeny Evgenia Ekaterina Elena Jelena Igor Ivan Julia Kirill Konstantin
    Larisa Raisa Maksim Maria Mariia Mikhail Nadezhda Natalia Nataliya Natalya Nikolai Oleg
    Olesya Pavel Roman Ruslan Sergei Sergey Sofia Stanislav Tatiana Tatyana Valentina Vladimir
    Vladislav Vyacheslav Yulia Yuri Yana Zhanna
    """
)
OTHERS = folded(
    """
    Adam Agnieszka Aleksander Alicja Andrzej Anita Aneta Artur Barbara Bartosz Beata Bożena
    Czesław Damian Daniel Danuta Dariusz Dawid Dominik Dorota Edyta Elżbieta Ewa Filip
    Franciszek Gabriela Grażyna Grzegorz Halina Henryk Hanna Irena Iwona Izabela Jacek Jadwiga
    Jakub Jan Janina Janusz Jarosław Jerzy Joanna Jolanta Józef Justyna Kamil Karol Karolina
    Katarzyna Kazimierz Kinga Krystyna Krzysztof Łukasz Maciej Magdalena Małgorzata Marcin
    Marek Mariusz Mateusz Michał Mirosław Natalia Paweł Patryk Piotr Przemysław Rafał Renata
    Ryszard Sebastian Sławomir Stanisław Stefan Sylwia Szymon Teresa Tomasz Urszula Wanda
    Wiesława Wiktoria Wojciech Zbigniew Zofia Zuzanna Agnė Aldona Algirdas Algis Andrius
    Antanas Arūnas Asta Audrius Aušra Birutė Dainius Daiva Dalia Darius Donatas Edita Eglė
    Eimantas Erika Gediminas Gintaras Giedrė Gintarė Ieva Ignas Indrė Ingrida Irma Jonas
    Juozas Jurga Jurgita Justinas Karolis Kazys Kęstutis Kristina Laimutė Laura Lina Linas
    Loreta Lukas Mantas Marius Mindaugas Mantvydas Nerijus Nijolė Ona Paulius Petras Povilas
    Ramunė Ramūnas Rasa Rimantas Rima Rolandas Rūta Saulius Sigita Simona Stasys Šarūnas Tadas
    Tomas Vaida Valdas Vilma Vilius Virginija Vytautas Žydrūnas Živilė Aivar Andres Andrus
    Anne Anu Helen Jaan Jüri Kadri Kalle Katrin Kristi Kristjan Liina Mari Martin Mart Meelis
    Peeter Piret Priit Rein Riina Siim Tiina Tiit Toomas Triin Urmas Ülle Ants Andrew Charles
    Christian Christine Christopher David Elizabeth Emily George James Jane Jennifer Jessica
    John Jonathan Joseph Karen Kevin Lisa Margaret Mary Matthew Michael Nicholas Patricia
    Patrick Paul Peter Philip Richard Robert Ruth Sarah Simon Stephen Steven Susan Thomas
    William Carmen Dolores Esmeralda Jasmina Leila Leo Lea Leja Lolita Ramona Rosita
    Zlata Zemfira
    Budulaj Boyko Valeriu Florin Ionela Mihaela Dragan Zoran Nenad Gyula Katalin Zoltan Jovan
    Jože Jozef
    """
)
GIVEN_NAMES = LATVIAN | RUSSIAN | OTHERS
"""Folded. Evidence only: whoever has none of these names is a person as well."""

SURNAME_ENDING = re.compile(
    r"(?:son[se]|s?ons|[lbdkprtvgzn]in[sa]|ov[sa]|jev[sa]|[dnlrtk]ev[sa]|[sck]kis|[sc]ka|[sc]ki"
    r"|enko|cenko|czyk|wicz|vic[sa]|vica|auskas|aviciu[s]|evicius|iene|aite|yte|ute|unas|itis|itits"
    r"|berg[sa]|mani?s|mane|feld[sa]|stein[sa]|mann"
    r"|ова?|ева?|[сц]кий|[сц]кая|енко|дзе|швили)$"
)
"""Of a folded word that is no known given name."""

PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вна|ична|инична|[oe]vich|[oe]vna|ichna)$")
PARTICLES = folded(
    "de del della der den di da das dos du la le van von fon ter ten zu zum af av bin ibn"
)
