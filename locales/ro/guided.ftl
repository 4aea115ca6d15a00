# Verificarea ofertei cu întrebări: scurt, liniștit, cu butoane. Răspunde un om care pleacă poate mâine.

button-guided = 🧭 Câteva întrebări
button-guided-told = 💬 Nu am text, întrebați-mă
button-guided-continue = ▶ Continuă verificarea
button-guided-other = 🆕 E altă ofertă
button-guided-anew = 🆕 Verificare nouă
button-guided-back = ↩ Schimbă răspunsul
button-guided-end = 🏁 La rezultat
button-guided-send = 👤 Trimite unui consilier
button-guided-unsure = Nu știu / prefer să nu spun

button-guided-contract-read = Da, și îl înțeleg
button-guided-contract-words = Nu, doar vorbe
button-guided-contract-arrival = Îl dau abia acolo
button-guided-contract-foreign = Da, dar nu înțeleg limba
button-guided-pay-nothing = Nu, nimic
button-guided-pay-first = Da, plătesc înainte
button-guided-pay-worked = Da, o datorie de muncit
button-guided-papers-self = La mine
button-guided-papers-kept = Vor să-l ia
button-guided-papers-photos = Cer deja poze cu actele
button-guided-work-service = Hotel, curățenie, îngrijire
button-guided-work-labour = Câmp, depozit, fabrică, șantier
button-guided-work-hostess = Hostess, masaj, videochat
button-guided-work-parcels = De dus pachete sau bani
button-guided-work-else = Altă muncă
button-guided-work-vague = Nu spun exact
button-guided-employer-known = Da: am numele și adresa
button-guided-employer-contact = Doar un număr sau un cont
button-guided-employer-hidden = Întreb, dar nu-mi spun
button-guided-when-soon = Azi sau mâine
button-guided-when-week = În câteva zile
button-guided-when-later = Mai târziu sau nu e hotărât
button-guided-age-minor = Sub 18
button-guided-age-adult = 18 sau mai mult

guided-offer = Vreți o verificare mai sigură? Cel mult cinci întrebări cu butoane, iar la sfârșit o listă cu ce trebuie aflat și o fișă cu numere pentru drum.
guided-added = Am adăugat și asta la verificarea dumneavoastră.
guided-intro = Cel mult cinci întrebări. Apăsați butoanele sau scrieți în cuvinte. Puteți să nu răspundeți și puteți să vă opriți: verificarea vă așteaptă șapte zile.
guided-resumed = Continuăm de unde ați rămas.
guided-head = Întrebarea { $number } (din cel mult { $most })
guided-noted = ⚠ Acesta e un semn: **{ $sign }**.
guided-not-read = Nu mi-am dat seama care dintre acestea e răspunsul. Apăsați pe cel mai potrivit:
guided-noted-before = Răspunsul acesta e deja notat.
guided-changed = Am schimbat răspunsul.
guided-gone = Nu mai am această verificare: ele așteaptă aici șapte zile. Puteți începe una nouă.

guided-ask-country = În ce țară vă cheamă?
guided-ask-contract = Aveți un contract scris, pe care îl puteți citi?
guided-ask-pay = Trebuie să plătiți ceva?
guided-ask-papers = La cine va sta pașaportul dumneavoastră?
guided-ask-work = Ce muncă vi se oferă?
guided-ask-employer = Știți cine este angajatorul?
guided-ask-when = Când trebuie să plecați?
guided-ask-age = Câți ani are persoana care pleacă?

guided-none-found-text = Nu am găsit semne de alarmă nici în text, nici în răspunsuri, dar asta nu înseamnă că oferta e sigură.
guided-none-found = Nu am găsit semne de alarmă în răspunsuri, dar asta nu înseamnă că oferta e sigură.

guided-checklist = Înainte să hotărâți
guided-check-employer = Aflați numele, adresa și numărul de înregistrare al angajatorului. Sunați acolo la numărul de pe pagina oficială, nu la cel din anunț.
guided-check-contract = Cereți contractul înainte de plecare, într-o limbă pe care o citiți.
guided-check-pay = Nu plătiți nimic înainte. Cereți în scris ce se reține din salariu și pentru ce.
guided-check-papers = Țineți pașaportul la dumneavoastră. Nu trimiteți poze cu actele înainte de contract.
guided-check-work = Întrebați ce anume veți face, unde și câte ore pe zi.
guided-check-country = Aflați țara, orașul și adresa exactă.
guided-check-when = Nu vă lăsați grăbiți: o ofertă cinstită așteaptă câteva zile.
guided-register = Dacă vă cheamă un intermediar, căutați-l aici: { $register }.
guided-register-none = Pentru țara aceasta ({ $country }) nu am un registru verificat al intermediarilor. Puteți întreba un consilier.
guided-letter = ✉ Întrebări pentru recrutor, gata de copiat. În ce limbă?

guided-letter-hello = Bună ziua! Înainte să hotărăsc, vă rog să-mi răspundeți în scris:
guided-letter-employer = Numele complet, adresa și numărul de înregistrare al angajatorului?
guided-letter-work = Ce anume am de făcut și la ce adresă?
guided-letter-terms = Cât este plata, când se plătește, câte ore pe zi și câte zile libere pe săptămână?
guided-letter-contract = Îmi trimiteți contractul înainte de plecare, într-o limbă pe care o înțeleg?
guided-letter-pay = Am ceva de plătit? Ce se reține din salariu?
guided-letter-papers = Pașaportul rămâne tot timpul la mine?
guided-letter-housing = Unde voi locui, cât costă și pot locui în altă parte?
guided-letter-agent = Dacă sunteți intermediar: ce număr aveți în registru ({ $register })?
guided-letter-any-agent = Dacă sunteți intermediar: în ce registru apăreți și cu ce număr?
guided-letter-thanks = Mulțumesc, aștept răspunsul.
guided-letter-how = Copiați sau redirecționați mesajul de mai sus. Dacă se supără, vă grăbesc sau tac, și acesta e un semn. Dacă vă e frică de ei, nu-l trimiteți: vorbiți întâi cu un consilier.

guided-card = 🧳 Fișa pentru drum
guided-card-copies = Lăsați unei persoane de încredere copii după pașaport și contract, adresa și numărul celui care vă duce. Păstrați-le și în e-mail.
guided-card-word = Stabiliți cu ea un cuvânt secret: înseamnă „cheamă ajutor”.
guided-card-location = Trimiteți-i locația în timp real și stabiliți la ce oră vorbiți zilnic.
guided-card-money = Aveți banii dumneavoastră pentru drumul înapoi și un încărcător.
guided-card-keep = Nu dați nimănui pașaportul și telefonul.
guided-card-numbers = **Numere acolo: { $country }**
guided-card-no-numbers = Înainte de plecare notați numerele țării aceleia: urgențele și consulatul dumneavoastră. Eu nu am numere verificate pentru ea.
guided-card-home = **Din străinătate puteți suna și aici:**

guided-summary = Verificarea ofertei
guided-by-answer = din răspuns
guided-about-country = Țara
guided-about-contract = Contractul
guided-about-pay = Plăți
guided-about-papers = Pașaportul
guided-about-work = Munca
guided-about-employer = Angajatorul
guided-about-when = Plecarea
guided-about-age = Vârsta
