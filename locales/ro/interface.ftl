# Interface texts in Romanian. Plain language: short sentences, one idea a message, the most important thing first.
# Phone numbers never stand here: they come from the directory.
# The person is „dumneavoastră”; forms that show the person's gender are avoided.
# A line inside a text may not begin with *, hence { "" } before **.

## First contact and menu

start =
    { "" }**Ne puteți scrie gratuit și nu trebuie să vă spuneți numele.**
    Sunt un program de calculator al unei linii de ajutor pentru migrație sigură și împotriva traficului de persoane. Răspund la întrebări, verific oferte de muncă și chem un consilier, adică un om, atunci când doriți.

    Ce scrieți se păstrează criptat. Un consilier citește doar când cereți un om sau când cineva este în pericol. Puteți șterge totul oricând: „Confidențialitate” → „Șterge datele mele”.

    Dacă acum nu e sigur să scrieți, sunați la numărul de urgență și ștergeți conversația.

    Alegeți limba:
menu = De ce aveți nevoie? Apăsați un buton sau scrieți simplu, cu cuvintele dumneavoastră.
greeting = Bună! Sunt aici. Apăsați un buton sau scrieți ce vă îngrijorează, cu cuvintele dumneavoastră.
thanks = Cu drag. Scrieți oricând, zi sau noapte.
goodbye = Aveți grijă de dumneavoastră. Conversația rămâne deschisă: scrieți oricând aveți nevoie.
bot-challenge = Sunt un program de calculator, nu un om. Răspund la întrebări despre munca în străinătate, protecție și acte, caut semne de alarmă în oferte și pot chema un consilier, adică un om.
out-of-scope = Despre asta nu știu. Vă pot ajuta cu munca în străinătate, cu protecția și actele, cu verificarea ofertelor și când e vorba de pericol sau exploatare. Despre toate acestea puteți întreba.
affirm-alone = Bine. Ce facem mai departe?
deny-alone = E în regulă. De ce aveți nevoie?
leave-queue-alone = Acum nu e chemat nimeni. Sunt aici dacă aveți nevoie de ceva.
cannot-write-alone = Atunci nu scrieți acum. Închideți conversația și ștergeți-o, dacă s-ar putea uita cineva în telefon. Scrieți mai târziu: răspund la orice oră.
dont-know-alone = Nu-i nimic. Nu trebuie să știți totul. Cu ce vă pot ajuta?

button-danger = 🆘 Sunt în pericol
button-check-offer = 🔍 Verifică o ofertă
button-ask = ❓ Am o întrebare
button-services = 📍 Ajutor aproape
button-human = 👤 Vorbesc cu un om
button-language = 🌐 Limba
button-privacy = 🔒 Confidențialitate
button-menu = ☰ Meniu
button-no = Nu
button-elsewhere = Altă țară
button-where-unsaid = Prefer să nu spun

## Language

language-ask = În ce limbă să vorbesc?
language-chosen = De acum vorbesc în română. Puteți scrie și în ucraineană, engleză sau rusă.
language-other = Pare să fie { $name }. Nu vorbesc încă limba aceasta. Înțeleg ucraineana, româna, engleza și rusa: vă rog să alegeți una sau să chemați un consilier.
language-unclear = Nu am putut citi mesajul. Înțeleg ucraineana, româna, engleza și rusa: vă rog să alegeți una sau să chemați un consilier.

## Privacy

privacy =
    { "" }**Cine citește aici?** Eu, un program de calculator. Un consilier citește conversația doar când cereți un om sau când cineva este în pericol. Întrebările la care nu știu să răspund ajung la cei care îmi scriu răspunsurile: fără nume și numere și fără să se spună cine a întrebat.

    { "" }**Ce știm?** Nici numele, nici numărul de telefon, dacă nu le scrieți. Ce scrieți păstrăm criptat.

    { "" }**Cât timp?** Până când ștergeți totul, dar cel mult 90 de zile după ce un consilier încheie discuția sau după ultimul dumneavoastră mesaj; mai mult, doar cu acordul dumneavoastră. După ștergere rămân doar limba și adresa pentru răspunsuri, criptate, până treceți 90 de zile fără să scrieți.

    { "" }**Când putem acționa fără să vă întrebăm?** Doar când o viață sau un copil este în pericol.

    Dacă scrieți prin Telegram, acolo rămâne încă o copie a conversației: ștergeți-o și pe aceea.
button-erase = 🗑 Șterge datele mele
erase-ask = Ștergem tot ce ați scris aici și tot ce v-am răspuns? Apoi nu se mai poate recupera. Dacă vă ajută acum un consilier, conversația dispare și pentru el.
button-erase-yes = Da, șterge tot
erased = Totul s-a șters. Ștergeți, vă rog, conversația și în aplicația dumneavoastră: copia aceea nu e a noastră. Puteți scrie din nou oricând.

## Answers

faq-source = Sursa: { $sources }. Verificat la { $date }.
faq-checked = Verificat la { $date }.
faq-expires = Răspunsul e valabil cel mult până la { $date }.
faq-expired = Ce știam despre asta se poate să se fi schimbat, așa că nu mai am răspunsul corect. Îl poate afla pentru dumneavoastră un consilier.
faq-other-language = Deocamdată, acest răspuns există doar în { $language }:
faq-several = Ați întrebat despre { $count } lucruri. Pe rând:
follow-up-unknown = Cred că întrebați tot despre „{ $question }”. În afară de ce scrie în răspuns, nu știu mai mult. Poate vă ajută una dintre acestea, sau întrebați un om.
faq-which = La care dintre acestea vă gândiți?
faq-helped = Mă bucur. Vă mai pot ajuta cu ceva?
faq-not-helped = Îmi pare rău. Poate una dintre acestea? Puteți și să întrebați altfel sau să vorbiți cu un om.
ask-invite = Scrieți întrebarea cu cuvintele dumneavoastră. Sau alegeți o temă:
unknown-guess = Nu știu dacă am înțeles bine. Vă gândiți la una dintre acestea?
unknown = Nu știu dacă am înțeles bine. Îmi puteți spune altfel, cu țara și despre ce e vorba?
unknown-again = Tot nu înțeleg și nu vreau să ghicesc. Un consilier, adică un om, poate citi și vă poate ajuta.
noted = Am citit. Ca să vă pot ajuta, îmi lipsește întrebarea sau țara. Scrieți ce anume vă îngrijorează sau apăsați un buton. Dacă chemați un consilier, el citește tot ce ați scris aici.
button-helped = 👍 M-a ajutat
button-not-helped = 👎 Nu m-a ajutat

group-jobs = 💼 Înainte de un job în afară
group-protection = 🛡 Protecție temporară
group-border = 🛂 Trecerea frontierei
group-documents = 📄 Acte
group-money = 🏠 Bani și cazare în România
group-daily-life = 🏥 Sănătate, școală, muncă
group-trafficking = 🤝 Exploatare: semne, ajutor
group-work-problems = ⚖ Probleme la muncă
group-family = 👪 Familie, mariaj, dispăruți
group-return = 🧭 Întoarcerea acasă
group-youth = 🧒 Copii și tineri online
group-rides = 🚌 Drum, cazare la necunoscuți
group-idp = 🏘 Strămutați în Ucraina
group-service = ℹ Despre această linie

## Offers

offer-invite = Trimiteți-mi oferta: copiați textul, redirecționați mesajul sau povestiți cu cuvintele dumneavoastră ce vi se promite și ce vi se cere. Voi căuta semne de alarmă.
offer-not-one = Nu văd nicio ofertă în acest text. Dacă ați primit una, copiați-o aici sau scrieți-mi: ce muncă, ce țară, ce plată și ce vi se cere.
offer-asked-on = Doar din text nu se poate spune dacă e o înșelătorie sau cum se va termina: eu văd numai semnele. Până nu vă lămuriți, nu plătiți, nu dați actele și nu porniți la drum. Mai jos e ceea ce se întreabă cel mai des după o verificare. Aveți altă ofertă sau altă întrebare? Trimiteți-o aici.
offer-asked-again = Mai mult nu pot spune din text. Un consilier, adică un om, poate privi oferta împreună cu dumneavoastră: apăsați butonul. Aveți altă ofertă? Trimiteți-o aici.
offer-verdict-high =
    { $count ->
        [one] { $count } semn de alarmă grav în această ofertă.
        [few] { $count } semne de alarmă în această ofertă. Împreună sunt grave.
       *[other] { $count } de semne de alarmă în această ofertă. Împreună sunt grave.
    }
offer-verdict-caution =
    { $count ->
        [one] { $count } semn de alarmă în această ofertă. Aveți grijă.
        [few] { $count } semne de alarmă în această ofertă. Aveți grijă.
       *[other] { $count } de semne de alarmă în această ofertă. Aveți grijă.
    }
offer-verdict-none-found = Nu am găsit semne de alarmă în acest text, dar asta nu înseamnă că oferta e sigură.
offer-together = Am citit asta împreună cu ce ați trimis înainte.
offer-quote = „{ $text }”
offer-more = Alte semne: { $names }.
offer-next-minor = Dacă nu aveți încă 18 ani, spuneți mai întâi unui adult în care aveți încredere. Linia aceasta e pentru copii:
offer-next-high = Vă rog, nu trimiteți bani sau acte și nu plecați înainte să vorbiți cu cineva. Puteți vorbi aici sau puteți suna:
offer-next =
    { "" }**Ce să verificați mai departe**
    • Cine este, mai exact, angajatorul? Nume, adresă, număr de înregistrare. Căutați-l în registrul oficial.
    • Cereți contractul scris înainte de plecare, într-o limbă pe care o citiți.
    • Țineți pașaportul și telefonul la dumneavoastră. Lăsați unei persoane de încredere copii după acte și adresa unde mergeți.
button-send-to-person = 👤 Arată unui consilier
button-how-to-check = Cum verific o ofertă

flag-documents-held = Vor să vă țină actele
flag-documents-held-why = Doar poliția sau polițiștii de frontieră vă pot reține pașaportul, și numai pentru scurt timp. Fără acte e greu să plecați.
flag-debt-bondage = O datorie de plătit prin muncă
flag-debt-bondage-why = O datorie oprită din salariu poate crește fără sfârșit. Așa sunt ținuți oamenii.
flag-sexual-services = Servicii sexuale, pe față sau ascuns
flag-sexual-services-why = În spatele unor asemenea cuvinte se ascunde adesea o muncă la care oamenii sunt apoi forțați.
flag-illegal-task = O sarcină ilegală
flag-illegal-task-why = Pedeapsa o primește cine cară sau fotografiază, nu cine plătește. Pot fi ani de închisoare.
flag-minor-recruited = Sunt recrutați copii
flag-minor-recruited-why = Nimeni nu are voie să ducă la muncă în străinătate pe cineva sub 18 ani fără părinți sau tutori. Asta trebuie verificat de un om.
flag-movement-control = Fără ieșiri sau fără contact
flag-movement-control-why = Dacă vi se ia telefonul, vi se încuie ușa sau nu vă lasă să sunați, e un semn de muncă forțată.
flag-threats = Amenințări sau amenzi dacă plecați
flag-threats-why = Aveți voie să plecați de la un loc de muncă. Cine amenință cu datorii, cu bătaia sau cu rușinea vrea să vă țină.
flag-upfront-payment = Trebuie să plătiți întâi
flag-upfront-payment-why = Angajatorii adevărați nu le cer oamenilor bani pentru un loc de muncă. Banii aceștia rareori se mai întorc.
flag-no-contract = Fără contract scris
flag-no-contract-why = Fără contract e greu să dovediți ce vi s-a promis și greu să vă primiți banii.
flag-contract-later = Contractul vine abia mai târziu
flag-contract-later-why = La fața locului, condițiile sunt adesea altele, iar atunci e greu să mai spuneți nu.
flag-contract-not-understood = Un contract pe care nu-l puteți citi
flag-contract-not-understood-why = Nu semnați ce nu puteți citi. Cereți textul în limba dumneavoastră și timp să-l citiți.
flag-illegal-status = Muncă fără drept de muncă
flag-illegal-status-why = Intrarea ca turist, de obicei, nu dă dreptul la muncă. Cine muncește fără acest drept e ușor de șantajat.
flag-unrealistic-pay = Plată prea bună ca să fie adevărată
flag-unrealistic-pay-why = Foarte mulți bani pentru o muncă simplă: e momeala cea mai obișnuită.
flag-employer-hidden = Angajatorul se ascunde
flag-employer-hidden-why = Un angajator cinstit are un nume și o adresă care se pot verifica.
flag-urgency = Vi se cere să vă grăbiți
flag-urgency-why = Graba nu lasă timp de verificat. O ofertă cinstită poate aștepta câteva zile.
flag-secrecy = Vi se cere să păstrați secretul
flag-secrecy-why = Cine vă cere să ascundeți asta de familie sau să mințiți la frontieră vă îndepărtează de ajutor.
flag-unsafe-travel = Drum nesigur
flag-unsafe-travel-why = Cu un necunoscut și fără nimeni alături, noaptea sau spre alt loc decât cel stabilit, nu vă puteți întoarce ușor.
flag-pay-withheld = Vi se opresc banii
flag-pay-withheld-why = Când banii vin abia la sfârșit sau scad prin amenzi, e greu să plecați.
flag-excessive-hours = Prea multe ore de muncă
flag-excessive-hours-why = Douăsprezece ore pe zi fără zile libere încalcă regulile din țările UE și distruge sănătatea.
flag-bad-housing = Cazare proastă sau obligatorie
flag-bad-housing-why = Dacă patul e al șefului, odată cu munca pierdeți și cazarea, iar cât vi se oprește pentru ea e greu de verificat.
flag-appearance-criteria = Contează aspectul, nu priceperea
flag-appearance-criteria-why = Pentru o muncă cinstită de felul acesta nu contează vârsta, înfățișarea sau pozele din cap până în picioare.
flag-data-harvest = Vi se cer datele personale
flag-data-harvest-why = Cu numere de card, coduri și poze ale actelor se pot fura bani sau se pot lua credite pe numele dumneavoastră.
flag-task-scam = Înșelătorie cu sarcini plătite
flag-task-scam-why = La început plătesc puțin, apoi vă cer să depuneți bani, iar banii dispar.
flag-false-authority = Se dau drept organizație oficială
flag-false-authority-why = Organizațiile adevărate nu angajează doar prin mesaje și nu iau bani pentru ajutor.
flag-family-offer = Căsătorie, mamă-surogat sau donare pe bani
flag-family-offer-why = Asemenea oferte se termină adesea cu dependență sau exploatare. Vorbiți întâi cu un consilier.
flag-unlicensed-agent = Intermediar fără dovezi
flag-unlicensed-agent-why = O agenție trebuie să fie în registrul oficial și să aibă contract cu angajatorul. Cereți să le vedeți.
flag-no-requirements = Nu se cere nimic
flag-no-requirements-why = „Luăm pe oricine”, împreună cu o plată bună, e o momeală obișnuită.
flag-messenger-only = Contact doar prin mesaje
flag-messenger-only-why = Un număr fără firmă și fără adresă poate dispărea într-un minut.
flag-refugee-targeted = Caută anume refugiați
flag-refugee-targeted-why = Unii caută intenționat oameni aflați la nevoie. Întrebați de ce le trebuie tocmai refugiați.
flag-all-paid = Vi se plătește totul
flag-all-paid-why = Întrebați în scris ce veți datora pentru asta. „Gratuit” devine adesea o datorie.
flag-vague-work = Munca nu e descrisă
flag-vague-work-why = Dacă nu știți ce veți face, nu puteți ști dacă vreți.

## Help near me

where-ask = În ce țară sunteți?
not-read-country = Nu am găsit nicio țară în mesaj. Scrieți numele țării sau apăsați un buton.
need-ask = De ce fel de ajutor aveți nevoie?
not-read-need = Nu am înțeles ce fel de ajutor căutați. Apăsați un buton sau spuneți-o cu alte cuvinte.
need-trafficking = Exploatare, trafic
need-violence = Violență
need-child = Un copil
need-labour = Plată și muncă
need-refugee = Ajutor pentru refugiați
need-legal = Jurist, consulat
need-psychological = Cineva care ascultă
need-missing = O persoană dispărută
need-any = Nu știu
place-eu = Uniunea Europeană
services-title = Ajutor: { $country }
emergency-unknown = Nu am un număr de urgență verificat pentru țara aceasta ({ $country }). Întrebați pe cineva de lângă dumneavoastră unde se sună sau mergeți unde sunt oameni. La acestea puteți apela din orice țară:
services-none = Nu am în listă un serviciu verificat pentru asta. Un consilier poate căuta mai departe.
services-checked = Numere comparate cu paginile oficiale la { $date }. Programul se poate schimba.
button-other-need = Alt ajutor

directory-from-abroad = din străinătate { $number }
directory-abroad-only = { $number }
directory-by-text = prin SMS { $number }
hours-always = zi și noapte
hours-written = { $days } { $times }, ora din { $zone }
hours-closed-now = închis acum
hours-daily = zilnic
hours-mon-fri = luni–vineri
hours-mon-thu = luni–joi
hours-mon-wed = luni–miercuri
hours-tue-thu = marți și joi
hours-mon-tue-thu = luni, marți, joi
zone-kyiv = Kiev
zone-bucharest = București
zone-chisinau = Chișinău
zone-warsaw = Varșovia
zone-berlin = Berlin
zone-prague = Praga
zone-budapest = Budapesta
zone-bratislava = Bratislava
zone-sofia = Sofia
zone-rome = Roma
zone-london = Londra

## Danger

danger-first = **Dacă sunteți în pericol acum, sunați:**
danger-silent =
    Nu puteți vorbi? Sunați și rămâneți pe fir sau mergeți unde sunt oameni: un magazin, un spital, o gară, o bibliotecă.
    Opriți sunetul și reduceți lumina ecranului. Dacă vi se uită cineva în telefon, închideți conversația.
danger-suicide = E bine că ați scris asta. Nu trebuie să duceți totul fără ajutor. Vă rog, nu rămâneți acum fără cineva alături: mergeți la cineva sau sunați. Și aici mesajul va fi citit de un om.
danger-person-coming = Am pus mesajul dumneavoastră înaintea celorlalte care așteaptă un consilier. Scrieți aici ce puteți: unde sunteți, ce vedeți. Un om va citi.
danger-again = Am adăugat și asta la ce ați scris. Un consilier va citi tot. Dacă puteți scrie fără pericol, scrieți mai departe: unde sunteți, ce vedeți.
danger-safe-to-write = Puteți scrie acum fără pericol?
button-safe-yes = Da
button-safe-no = Nu
button-my-country = Numere pentru altă țară
safe-yes = Bine. Dacă puteți, scrieți: țara și orașul sau ce vedeți în jur, câți oameni sunt cu dumneavoastră, dacă e cineva rănit. Ajung câteva cuvinte.
safe-no = Atunci nu scrieți. Închideți conversația și ștergeți-o, dacă s-ar putea uita cineva. Când puteți, sunați sau mergeți unde sunt oameni. Ce ați scris a ajuns la noi.
exploitation-first = **Ceea ce descrieți nu trebuie să i se întâmple nimănui. Aici primiți ajutor:**
exploitation-waiting =
    Vă pot spune ce se poate face și vă pot ajuta cu actele, cu un loc sigur, cu banii munciți și cu drumul spre casă. Ce urmează hotărâți dumneavoastră.
    Păstrați ce aveți: mesaje, poze, adrese, nume. Nu-i preveniți pe cei care vă țin.
exploitation-ask =
    { exploitation-waiting }
    Chem aici un consilier?
exploitation-more-first = **Vă mulțumesc că îmi spuneți. Aici primiți ajutor:**
exploitation-more-ask = Un consilier, adică un om, poate citi toate acestea și se poate gândi cu dumneavoastră la pasul următor. Îl chem?
exploitation-more-waiting = Consilierul va citi și asta.
concern = Poate fi ceva serios. Un consilier se poate gândi la asta împreună cu dumneavoastră, aici și fără nume. Puteți și suna:

## Talking to a person

queue-joined =
    Am chemat un consilier. Sunteți pe locul { $place } la rând. Când vine consilierul, eu tac și vă scrie un om.
    Până atunci, scrieți ce s-a întâmplat: consilierul va citi tot. Răspund și eu mai departe.
queue-nobody = **{ $nobody }** Conversația dumneavoastră e la rând și o va citi primul care intră în tură. Dacă nu se poate aștepta:
queue-leave-message = Puteți scrie mesajul chiar acum: ce s-a întâmplat, în ce țară și cum vă putem răspunde. Îl va găsi consilierul.
queue-place = Sunteți pe locul { $place } la rând. Un consilier vă va scrie aici. Până atunci răspund eu.
queue-place-nobody = Sunteți pe locul { $place } la rând. { $nobody } Primul care vine va citi tot ce scrieți aici.
queue-kept = Și asta va citi consilierul: sunteți în continuare la rând. Scrieți tot ce e important sau întrebați-mă pe mine.
queue-kept-more = Am păstrat și asta pentru consilier.
queue-ask-leave = Nu mai aveți nevoie de un consilier? Atunci apăsați „Nu mai aștept”. Dacă ezitați, rămâneți la rând: nu costă nimic, iar între timp răspund eu.
queue-left = Nu mai sunteți la rând. Eu rămân aici și puteți chema un om oricând.
button-leave-queue = Nu mai aștept
counselor-joined = Un consilier e aici acum și citește ce ați scris. De acum vă răspunde un om.
counselor-returned = Consilierul a trebuit să plece. Vă păstrați locul la rând. Până atunci răspund eu.
counselor-closed = Discuția cu consilierul s-a încheiat. Sunt din nou eu aici și puteți chema un om oricând. Cum vă simțiți acum?
button-feel-better = Mai bine
button-feel-same = La fel
button-feel-worse = Mai rău
button-feel-unsaid = Prefer să nu spun
feel-thanks = Vă mulțumesc. Scrieți din nou oricând aveți nevoie.
feel-thanks-worse = Vă mulțumesc că ați spus. Puteți chema din nou un om chiar acum.

## Other kinds of message

kind-photo = Aici nu pot citi imagini. Vă rog să copiați sau să scrieți textul și îl verific. Un consilier se poate uita la imagine: chemați unul și trimiteți-o atunci.
kind-voice = Nu pot asculta mesaje vocale. Vă rog să scrieți în câteva cuvinte. Un consilier poate asculta: chemați unul și trimiteți mesajul atunci.
kind-file = Pot deschide doar imagini (JPEG, PNG, WebP, GIF, BMP) și fișiere PDF. Vă rog să faceți o captură de ecran sau să copiați textul aici. Un consilier se poate uita în fișier: chemați unul și trimiteți-l atunci.
kind-location = Am primit locul unde sunteți, dar nu îl păstrez. Pentru ajutor aproape, alegeți țara. Dacă sunteți în pericol, apăsați 🆘 în meniu.
kind-contact = Vă rog, aveți grijă cu numerele de telefon ale altora: pe acesta nu l-am păstrat. Ce doriți să aflați?
kind-sticker = Mulțumesc! Eu înțeleg doar cuvinte: scrieți ce vă îngrijorează sau apăsați un buton.
kind-other = Nu pot citi un astfel de mesaj. Vă rog să scrieți în cuvinte sau să chemați un consilier.
kind-empty = Mesajul a venit gol. Scrieți ce vă îngrijorează sau apăsați un buton.
kind-too-long =
    { $count ->
        [one] Mesajul dumneavoastră e foarte lung: am citit doar primul caracter. Dacă era ceva important mai departe, trimiteți încă o dată partea aceea.
        [few] Mesajul dumneavoastră e foarte lung: am citit doar primele { $count } caractere. Dacă era ceva important mai departe, trimiteți încă o dată partea aceea.
       *[other] Mesajul dumneavoastră e foarte lung: am citit doar primele { $count } de caractere. Dacă era ceva important mai departe, trimiteți încă o dată partea aceea.
    }
kind-too-large = Fișierul e prea mare: cel mult { $size } MB.
kind-not-passed-on = Fișierul nu a putut fi transmis. Vă rog să-l trimiteți din nou sau să-l descrieți.
trouble = Ceva n-a mers la noi. Mesajul dumneavoastră s-a păstrat, nu s-a pierdut nimic. Dacă e urgent, sunați:
