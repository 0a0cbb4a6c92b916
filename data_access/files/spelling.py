"""How languages spell: common names, places and headings, from which letters are told to fit."""

SPELLED = {
    "lv": """
        jānis bērziņš kalniņš ozoliņš liepiņa krūmiņš zariņš ozols kārkliņš eglītis pētersons vītols
        kļaviņš kļava vanags āboliņš āboliņa rozītis ķēniņš ķēniņa ķirsis ķempe ķīsis ģirts ģērmanis
        šmits šķēle šteins žagars žanis žīgurs žukovskis džesika džeina čakste čiekurs ēriks ērglis
        īvāns īve ūdris ūsiņš ūdre ļubova ļaksa ņina ņikita ņečajeva pēteris andžs uģis māris
        guntārs valdemārs kristīne līga dāvis gunārs ināra daiņa dzintars mārtiņš mārīte ļaudis
        jēkabs krišjānis kārlis kārļa edžus rūta rūdolfs rūdis zane zaķis zaķe zvirbulis gailītis
        kalniņa bērziņa liepiņš siliņš šulcs lācis lāce grīnbergs puriņš mežs mežale priede pļaviņa
        pūce pūķe sēja sējēja vārds uzvārds iestāde organizācija pašvaldība pārstāvētā e-pasts
        tālrunis dzimšanas paraksts biedrība nākotnes ceļš rīga rīgas jūrmala jēkabpils rēzekne
        krāslavas daugavpils kuldīga sociālais dienests pārvalde izglītības zinātnes ministrija
        kultūras labklājības valmieras novads dalībnieks dalībnieki dalībnieku saraksts datums
        pasākums sanāksme seminārs kopā romu apmācība pilsēta domē skolēns skolotāja atbildīgais
        priekšsēdētājs vietnieks nodaļa darbs nav ir piezīmes jā nē vecums dzimums sieviete vīrietis
        klātbūtne piedalījās apmeklēja reģistrācija ļoti šķiršanās žurka mēness gads decembrī jūnijs
        jūlijs jūlijā augustā iela mārupes ādaži ķekava sigulda tukums limbaži preiļi viļaka rūjiena
        cēsis saldū baldonē aizpute grobiņa līvāni krūze mūrnieks mucenieks dūmiņš strazdiņš lapiņš
        lapsiņa vilciņš bērzs bērza zālīte zeltiņš raķis bruņenieks āzis ābele ārs ērgļi īsts ūdens
        čuibe šults žīle ļena ņukša ģimene ķīle aleksandrs jeļena tatjana nataļja svetlana oļegs
        aļona iļja igors inguļa vaļa kāpostiņš vēvere sīlis ķauķis cīrulis cīrule kažoks briežs
        brieža jaunzems skuja dārznieks dārza dārgs ezeriņš stūris strautiņš krastiņš mednis mūze
        rītiņš rītiņa ķuzis spriņģis
        """,
    "lt": """
        jonas kęstutis žydrūnas gediminas rūta šarūnas ąžuolas kazlauskienė petrauskaitė
        jankauskaitė vytautė žemaitis žukauskas čepaitis įstaiga vardas pavardė šiauliai panevėžys
        klaipėda alytus mažeikiai telšiai utena kėdainiai plungė šilutė ukmergė visaginas tauragė
        rokiškis biržai birutė ramunė giedrė eglė aušra živilė jūratė audronė danutė regina stasė
        onutė aldona gražina mindaugas algirdas žygimantas tomaš šimkus stankevičius stankevičienė
        paulauskas butkevičius urbonavičiūtė petrauskienė jonaitė kazlauskaitė sakalauskaitė
        mickevičius žilinskas gintarė rasa agnė justė miglė ieva austėja gabrielė ugnė kotryna urtė
        gustė dovilė lukas matas nojus dominykas ąsotis ėmė įmonė ūkis šeima žmogus čia tėvas motina
        mokykla vilniaus miestas savivaldybė ministerija darbo socialinės apsaugos švietimo romų
        visuomenės centras tarnyba dalyvis dalyviai sąrašas el paštas telefonas parašas organizacija
        pareigos renginys posėdis iš viso pastabos lyčių moteris vyras taip nežinau atvyko dalyvavo
        registruotas rūšis sūnus būti žąsis pečiai gerąjį mūsų jūsų dukterų namų jų šiuo žodžiu
        dviejų kuriuos jurgaitis jurgaitienė šukys žebrauskas jočys kučinskaitė baltrušaitis
        valančiūnas grybauskaitė šapoka čiurlionis įkvėpimas įvykis ąžuolė rimkutė laurynas vėjūnė
        kęsgailaitė ėriukas žiūrovas augustė nėrius rožė vasarė ūsas rytė gintė vaitkevičiūtė lėja
        """,
    "et": """
        jüri mäe mägi kõiv jõgi sõber õunapuu õie ülle ülo ürgas ärni äli tõnu tõnis mõis rõõm väli
        kääriku järvi järv jänes kütt küla põder põld pärn pärnu võru jõhvi põlva rüütel tüür mölder
        köster löök söödi öö öpik sepp kask tamm saar rebane ilves kuusk koppel luik raudsepp kaasik
        lepik oja kukk kõrv vaher lõhmus sild pütsep tähe täht tähtis märt märdi rääk räim
        perekonnanimi märkused osavõtja telefon asutus õpetaja ühing ühendus nõukogu keskkond
        linnavalitsus ministeerium käesolev võõras nädal päev kõik näiteks külaline žanna šmidt
        """,
    "fi": """
        mäkinen hämäläinen järvinen lehtimäki mäkelä väinö päivi äijälä jääskeläinen räsänen hyvönen
        kärkkäinen pöllänen niemelä seppälä leppänen väisänen häkkinen tähtinen yrjö töölö jyväskylä
        hämeenlinna seinäjoki lappeenranta sähköposti nimi sukunimi järjestö päivämäärä läsnä
        """,
    "sv": """
        åsa åke åström björn söderberg öberg sjöberg lindström nyström bergström göran jörgen märta
        håkan pål måns gösta sören östen örjan malmö göteborg västerås örebro växjö borås åkesson
        ångström förnamn efternamn närvarande möte är på från för också när år lönn löfgren
        håkansson mårtensson nordström hägg häggblom älva gunnar läkare småland jönköping
        """,
    "da": """
        søren jørgen jørgensen sørensen bjørn kjær kjærgaard mølgaard møller nørgaard østergaard
        ågård åse ærø øyvind bjørg håkon pål tromsø ålesund bodø århus aarhus kærgård skjærvø bæk
        dahl bækgaard lærer æble ørn åben målt hår påske håndbold væksthus rødovre helsingør strøm
        øberg sæther bråten ødegård haugård lyngås solvåg løkken løvås grønn hansén andré køge
        næstved hjørring sønderborg ørsted tønder håland sjøberg åsnes bærum gjøvik
        """,
    "de": """
        müller jürgen jörg schröder schäfer köhler könig krüger günther björn käthe rößler groß
        grüße weiß strauß preußen straße österreich ärztin übung äußer größe bärbel bäcker böhm
        böttcher büttner dörr förster fröhlich fürst gärtner götz häberle händel höfer hübner jäger
        jäckel kämmerer kübler löffler löwe lübke mühl möller nägel nürnberg münchen köln düsseldorf
        göttingen pätzold röhrich rüdiger sänger schön schütz süß täuber töpfer türk völker wächter
        wölfel würz zöller zündel für über ämter stätte behörde unterschrift anwesenheit teilnehmer
        länder
        """,
    "nl": """
        daniël michaël joël raphaël zoë chloë australië belgië italië neustrië friesland coördinatie
        geïnteresseerd reünie patiënt café idee één vóór beïnvloeden egoïst ruïne oekraïne officiële
        fries wâld hûs lân andré rené desirée cliënt provinciën zeeën ideeën drieënveertig
        """,
    "fr": """
        françois françoise hélène élise éric étienne émilie édith andré rené renée zoë noël joël
        benoît maëlle loïc anaïs chloé aimée agnès michèle geneviève solène irène jérôme jérémy
        frédéric sébastien cécile céline stéphane stéphanie grégoire thérèse bénédicte véronique
        valérie amélie gaëlle raphaël mickaël joëlle guénaëlle benoîte château forêt fête rôle côté
        dupré lefèvre lefèbvre gauthier béranger bérénice besançon alençon mâcon nîmes orléans
        saint-étienne évry prénom société présence téléphone où là déjà très après être même garçon
        leçon reçu façon hervé josé désiré clément léa léon théo théodore mélanie noémie océane
        élodie inès régine françois-xavier gérard gisèle danièle joséphine sévérine dorothée
        timothée rémi rémy pérez daniélou lévêque évêque delâtre maître l'hôpital grâce âme île août
        sûr gonçalves maçon niçoise aurélie aurélien laëtitia héloïse maïté élisabeth eugène eugénie
        """,
    "es": """
        maría garcía josé lópez martínez rodríguez gonzález hernández pérez gómez sánchez díaz
        jiménez núñez muñoz ibáñez peña iñigo begoña ordóñez ángel ángeles óscar álvaro iván andrés
        inés raúl jesús martín león córdoba málaga cádiz castellón almería álava lucía sofía rocío
        mónica verónica ramón simón tomás víctor héctor sebastián julián adrián germán fermín
        ramírez vázquez domínguez gutiérrez álvarez suárez velázquez méndez marín avilés españa niño
        año teléfono organización dirección reunión público vélez bermúdez galán concepción asunción
        encarnación nuñez zúñiga logroño coruña nicolás moisés belén cáceres cáritas agustín joaquín
        benjamín valentín fabián damián ximénez íñigo úrsula
        """,
    "pt": """
        joão josé antónio antônio conceição gonçalves gonçalo magalhães simões assunção são paulo
        inês estêvão tomás luís lourenço mendonça bragança frança esperança graça lopes guimarães
        sebastião cristóvão simão adão damião araújo patrícia cláudia mónica flávia márcia lúcia
        júlia vitória glória évora setúbal santarém lisboa açores covilhã irmã mação leitão brandão
        câmara lâmina português não também câncio mourão falcão barão galvão romão jordão fátima
        verónica sónia tânia vânia raquel ângela ângelo óscar álvaro nélson vítor vasconcelos
        """,
    "pl": """
        łukasz małgorzata stanisław władysław wisława michał paweł rafał bożena grażyna święcicki
        wiśniewski wiśniewska kamiński kowalczyk zieliński zielińska szymański woźniak dąbrowski
        kozłowski kozłowska jabłoński wójcik wójtowicz król górski górska górecki jóźwiak sławomir
        mirosław czesław bogusław zdzisław jarosław wiesław radosław krzyżanowski wróbel zając pająk
        kołodziej michałek łucja łódź kraków gdańsk poznań wrocław białystok rzeszów toruń olsztyn
        częstochowa gdynia imię nazwisko instytucja miejscowość województwo urząd gmina związek
        społeczny pomocy mężczyzna kobieta obecność uczestnik źródło życie żona córka ćwik
        ćwiklińska śliwa śliwiński świątek źrebiec żak żuk żuraw żebrowski ósma ośrodek chmielińska
        maciąg gołąb gołębiewski piątek piątkowska pięta sęk bąk bąkowska kłos kłosowska mróz
        głowacki głowacka stępień stępniak jędrzejczak jędrzejewski wąsik wąż zięba ziółkowski
        kądziela strzelecki gałązka błaszczyk błażej dorożyński różański różycka szczęsny agnieszka
        eliasz róża janusz zbigniew józef józefa elżbieta joanna lewiński sadowska osiński
        przemysław władysława stefański mikołaj mikołajczyk tarnów rzędowicz będzin świdnica nałęcz
        """,
    "cs": """
        jiří tomáš lukáš ondřej matěj vojtěch štěpán šimon zdeněk luboš miloš čeněk radovan řehoř
        kateřina lucie eliška tereza anežka růžena božena zdeňka vlasta dvořák novák novotný černý
        procházka kučera veselý horák němec pokorný marek pospíšil hájek jelínek král růžička beneš
        fiala sedláček doležal zeman kolář navrátil čermák vaněk urban blažek kříž kovář kratochvíl
        dvořáková nováková svobodová novotná černá procházková kučerová veselá horáková němcová
        žižka šťastný říha bartoš čech šimek šťáva ďábel plzeň děčín českébudějovice ústí příjmení
        jméno společnost úřad město škola účastník telefon děkuji řeka žena přítomen ľubomír ľudmila
        štefan ďurica žofia nitra košice žilina bánska štúr kováč horváth šoltés
        """,
    "hu": """
        lászló józsef jános istván sándor gábor zoltán tamás péter ádám áron éva ágnes zsófia ildikó
        győző győr nagy kovács szabó tóth horváth kiss molnár németh balogh farkas juhász mészáros
        szőke szűcs szücs fehér fekete bíró vörös török kőszegi kőműves bükk üllő őri őze űr erdős
        erdélyi pintér gál gulyás takács lukács mátyás márton dezső ernő jenő endre béla géza
        veszprém pécs debrecen székesfehérvár nyíregyháza kecskemét név város szervezet aláírás
        """,
    "ro": """
        ștefan ştefan ioniţă constanţa bucureşti timişoara ionuţ mihăilă brăila bălan băsescu
        mărgărit rădulescu ţepeş câmpulung târgu vâlcea călin cătălin cătălina lăcrămioara prenume
        numărul împreună în între hotărâre înţelegere gheorghiţă niţă moţ şerban şoimu ciprian
        dănilă
        """,
    "ru": """
        иван пётр мария анна наталья татьяна сергей александр андрей дмитрий алексей михаил николай
        владимир виктор юрий олег игорь евгений ольга елена ирина светлана людмила галина валентина
        иванов петров сидоров смирнов кузнецов попов васильев соколов михайлов новиков фёдоров
        морозов волков алексеев лебедев семёнов егоров павлов козлов степанов николаев орлов андреев
        макаров иванова петрова сидорова смирнова кузнецова попова васильева соколова михайлова
        новикова имя фамилия отчество организация учреждение должность телефон подпись дата место
        город министерство культуры образования и науки социальная служба самоуправление общество
        участник участники список итого всего рига юрмала даугавпилс елгава вентспилс резекне цыган
        цыганский эдуард эльвира щербаков яковлев юлия ксения жанна чернов шевченко хохлова почта
        адрес примечание да нет возраст пол женщина мужчина присутствовал отсутствовал
        """,
    "uk": """
        іван петро марія ганна олександр андрій дмитро олексій михайло микола володимир віктор юрій
        ігор євген ольга олена ірина світлана людмила галина їжак її єва ґалаґан шевченко бондаренко
        ткаченко кравченко олійник шевчук коваль поліщук бойко мельник прізвище ім'я київ львів
        харків одеса дніпро чернівці рівне організація установа підпис зоряна іванна софія наталія
        """,
}
"""Words by language, in small letters; more of them make the guess better."""
