# Textele aplicației pentru personal: autentificarea, consola consilierilor, conturile.

staff-title = Linia de ajutor
staff-skip = Treceți la conținut
staff-navigation = Pagini
staff-console = Discuții
staff-accounts = Conturi
staff-back = Înapoi
staff-save = Salvați
staff-reload = Reîncărcați

## Autentificare

staff-sign-in = Intrați în cont
staff-sign-out = Ieșiți din cont
staff-sign-in-hint = Pentru consilierii și administratorii liniei de ajutor.
staff-name = Nume
staff-password = Parolă
staff-sign-in-wrong = Numele sau parola nu este corectă. Verificați-le și încercați din nou.
staff-sign-in-wait =
    { $count ->
        [one] Prea multe încercări greșite pentru acest nume. Așteptați { $count } minut.
        [few] Prea multe încercări greșite pentru acest nume. Așteptați { $count } minute.
       *[other] Prea multe încercări greșite pentru acest nume. Așteptați { $count } de minute.
    }
staff-welcome = Alegeți-vă parola
staff-welcome-hint = Numele dumneavoastră aici este „{ $name }”. Alegeți o parolă și intrați direct în cont.
staff-password-new = Parolă nouă
staff-password-again = Aceeași parolă, încă o dată
staff-password-rule = Cel puțin { $count } caractere. Câteva cuvinte fără legătură între ele se țin minte ușor și se ghicesc greu.
staff-password-set = Salvați parola și intrați
staff-password-short = Parola este prea scurtă: trebuie să aibă cel puțin { $count } caractere.
staff-password-long = Parola este prea lungă: cel mult 200 de caractere.
staff-password-name = Parola nu poate fi numele dumneavoastră.
staff-password-common = Această parolă este printre primele pe care le încearcă oricine. Alegeți alta.
staff-password-differs = Cele două parole nu sunt la fel. Scrieți-le din nou pe amândouă.
staff-link-dead = Acest link a fost deja folosit sau este prea vechi. Cereți-i administratorului unul nou.

## Refuzuri

staff-refused-title = Nu a reușit
staff-refused-foreign = Cererea nu a venit de pe o pagină a liniei de ajutor, așa că nu s-a schimbat nimic.
staff-refused-csrf = Pagina era prea veche, așa că nu s-a schimbat nimic. Mergeți înapoi, reîncărcați pagina și încercați din nou.
staff-refused-permission = Contul dumneavoastră nu are acces la această pagină.
staff-refused-signed-out = Nu mai sunteți în cont. Nu s-a trimis nimic. Intrați din nou și mai încercați.
staff-refused-size = Este prea mare pentru a fi trimis.
staff-refused-talk = Această discuție nu vă este accesibilă: o are altcineva, persoana a ieșit din coadă sau a fost ștearsă.
staff-refused-claimed = Discuția a fost deja preluată de { $name }.
staff-refused-not-claimed = Discuția nu este (sau nu mai este) a dumneavoastră, așa că nu s-a trimis nimic.
staff-refused-missing = Nu există o astfel de pagină.

## Roluri și conturi

staff-role = Rol
staff-role-counselor = Consilier
staff-role-admin = Administrator
staff-language = Limba paginilor
staff-takes = Limbile în care preluați conversații (nimic bifat: toate)
staff-takes-hint = Cine așteaptă în altă limbă află că nu e nimeni pentru ea și când revine cineva. Puteți prelua în continuare orice conversație.
staff-language-other = altă limbă
staff-account-make = Cont nou
staff-account-link = Link nou de unică folosință
staff-account-block = Blocați
staff-account-block-hint = Persoana este scoasă imediat din cont, iar discuțiile ei se întorc în coadă.
staff-account-block-yes = Blocați contul { $name }
staff-account-unblock = Deblocați
staff-account-blocked = Blocat
staff-account-new = Încă fără parolă
staff-account-incomplete = Alegeți un rol și o limbă.
staff-account-taken = Există deja un cont cu acest nume.
staff-account-unfit = Acest nume nu se potrivește: folosiți între 2 și 60 de litere, cifre, puncte sau liniuțe.
staff-account-own = Nu vă puteți bloca propriul cont. Rugați alt administrator.
staff-name-rule = Între 2 și 60 de litere, cifre, puncte sau liniuțe. Oamenii care scriu nu îl văd niciodată.
staff-link-title = Link de unică folosință pentru { $name }
staff-link-hint = Transmiteți-l pe o cale sigură. Funcționează o singură dată, timp de 24 de ore, și este afișat doar acum.
staff-seen = Ultima vizită: { $when }
staff-never-seen = Nu a intrat niciodată

## Întrebări fără răspuns

staff-unanswered = Fără răspuns
staff-unanswered-hint = Întrebări la care oamenii nu au primit un răspuns de folos. Numele, numerele și adresele sunt scoase automat, după reguli care mai scapă câte ceva: nu le dați mai departe. Ce este rezolvat dispare din listă și revine dacă întreabă cineva din nou.
staff-unanswered-language = Limba răspunsului
staff-unanswered-reason = Motivul
staff-unanswered-order = Ordinea
staff-unanswered-any = Toate
staff-unanswered-often = Întâi cele mai frecvente
staff-unanswered-newest = Întâi cele mai noi
staff-unanswered-show = Afișați
staff-unanswered-why-nothing-found = niciun răspuns găsit
staff-unanswered-why-out-of-scope = în afara temelor noastre
staff-unanswered-why-not-helped = răspunsul nu a ajutat
staff-unanswered-times =
    { $count ->
        [one] pusă o dată
        [few] pusă de { $count } ori
       *[other] pusă de { $count } de ori
    }
staff-unanswered-last = Ultima dată:
staff-unanswered-first = prima dată:
staff-unanswered-near = Cel mai apropiat răspuns: „{ $question }”
staff-unanswered-near-wrong = Răspunsul dat: „{ $question }”
staff-unanswered-settle = Rezolvat
staff-unanswered-none = Nu este nimic aici: fiecare întrebare și-a găsit răspunsul.
staff-unanswered-none-of = Nu există astfel de întrebări. Alegeți „Toate” ca să le vedeți pe celelalte.
staff-unanswered-pages = Paginile listei
staff-unanswered-page = Pagina { $page } din { $last }
staff-unanswered-before = Pagina anterioară
staff-unanswered-after = Pagina următoare

## Coada

staff-on-shift = În tură
staff-off-shift = În afara turei
staff-shift-begin = Începeți tura
staff-shift-end = Încheiați tura
staff-sound = Sunet
staff-waiting = Așteaptă
staff-waiting-none = Nu așteaptă nimeni.
staff-mine = Discuțiile mele
staff-mine-none = Nu aveți discuții acum.
staff-nobody-on-shift = Nimeni nu este în tură: cei care cer o persoană află acest lucru.
staff-fresh = Nou
staff-arrived = Cineva nou așteaptă
staff-country-unknown = țară necunoscută
staff-channel-telegram = Telegram
staff-channel-webchat = Chat pe site
staff-ago-now = chiar acum
staff-ago-minutes = { $count } min
staff-ago-hours = { $count } h
staff-ago-days =
    { $count ->
        [one] { $count } zi
        [few] { $count } zile
       *[other] { $count } de zile
    }
staff-rank-3 = ‼ Urgență
staff-rank-2 = ! Exploatare
staff-rank-1 = Îngrijorare
staff-rank-0 = Niciun pericol observat
staff-reason-asked = cere o persoană
staff-reason-danger = pericol observat
staff-reason-unknown = programul nu a înțeles
staff-reason-offer = despre o ofertă

## O discuție deschisă

staff-nothing-open = Alegeți o discuție. Cine este în cel mai mare pericol este primul.
staff-back-to-list = Toate discuțiile
staff-story = Conversația
staff-state-waiting = Așteaptă
staff-state-mine = Discuția este la dumneavoastră
staff-state-over = Încheiată
staff-topic = Subiect: { $topic }
staff-topic-offer = o ofertă
staff-claim = Preluați discuția
staff-claim-hint = Programul tace, iar persoana află că un consilier este aici.
staff-reply-to = Scrieți-i lui { $name } ({ $language })
staff-send = Trimiteți
staff-note-add = Notă privată
staff-note-hint = O văd doar consilierii.
staff-note-save = Păstrați nota
staff-return = Trimiteți înapoi în coadă
staff-return-hint = Persoana își păstrează locul, iar alt consilier poate prelua discuția.
staff-close = Încheiați discuția
staff-close-hint = Persoana este anunțată și întrebată cum se simte. Următorul ei mesaj ajunge din nou la program.
staff-close-yes = Da, încheiați
staff-over = Discuția este încheiată. O puteți citi în continuare.
staff-moved = Discuția s-a schimbat: a preluat-o cineva, a fost trimisă înapoi sau încheiată, ori persoana a ieșit.
staff-message-empty = Nu este nimic de trimis.
staff-message-long = Mesajul este prea lung: cel mult { $count } de caractere. Trimiteți-l pe părți.
staff-unsent = Netrimis
staff-retry = Trimiteți din nou
staff-discard = Renunțați
staff-connection-lost = Conexiunea s-a pierdut. Încercăm din nou …
staff-pressed = A apăsat: { $label }
staff-forwarded = redirecționat
staff-author-person = Persoana
staff-author-bot = Program
staff-author-system = Linia de ajutor
staff-author-you = Dumneavoastră
staff-delivery-pending = Se trimite …
staff-delivery-sending = Se trimite …
staff-delivery-sent = ✓ Livrat
staff-delivery-failed = Nelivrat: poate că persoana a blocat discuția.
staff-delivery-cancelled = Netrimis: un consilier a preluat mai întâi.
staff-file-picture = Imagine: { $name }
staff-file-sound = Mesaj vocal: { $name }
staff-file-save = Salvați fișierul: { $name }
staff-file-too-large = fișier prea mare
staff-file-not-passed-on = fișierul nu a putut fi preluat
staff-kind-photo = imagine
staff-kind-voice = mesaj vocal
staff-kind-file = fișier
staff-kind-location = loc pe hartă
staff-kind-contact = contact
staff-kind-sticker = autocolant
staff-kind-edit = mesaj modificat
staff-kind-other = alt fel de mesaj
staff-history =
    { $count ->
        [0] Ce s-a întâmplat până acum
        [one] Ce s-a întâmplat până acum · { $count } notă
        [few] Ce s-a întâmplat până acum · { $count } note
       *[other] Ce s-a întâmplat până acum · { $count } de note
    }
staff-happened-requested = A intrat în coadă
staff-happened-raised = A devenit mai urgent
staff-happened-claimed = Preluată
staff-happened-returned = Trimisă înapoi în coadă
staff-happened-noted = Notă
staff-happened-left = Persoana a vrut să iasă din coadă
staff-happened-closed = Încheiată

## Semne de pericol

staff-sign-blackmail-photos = șantaj cu fotografii
staff-sign-cannot-leave = nu poate pleca
staff-sign-child-in-danger = un copil în pericol
staff-sign-child-online-recruiter = un recrutor îi scrie unui copil
staff-sign-controlled-partner = partenerul controlează
staff-sign-debt-to-work-off = datorie de plătit prin muncă
staff-sign-documents-held = acte reținute
staff-sign-driven-away = este dusă sau dus undeva cu mașina
staff-sign-followed = este urmărită sau urmărit
staff-sign-forced-crime = obligare la infracțiuni
staff-sign-forced-services = servicii forțate
staff-sign-friend-exploited = exploatarea unei persoane cunoscute
staff-sign-guarded = sub pază
staff-sign-locked-in = sub cheie
staff-sign-medical = are nevoie de medic
staff-sign-needs-hiding = trebuie să se ascundă
staff-sign-phone-taken = telefon luat
staff-sign-relative-silent = o rudă nu mai răspunde
staff-sign-sexual-violence = violență sexuală
staff-sign-suicide = gânduri de sinucidere
staff-sign-threat-now = amenințări acum
staff-sign-threats-past = amenințări în trecut
staff-sign-travel-soon-strong-flags = pleacă în curând după o ofertă periculoasă
staff-sign-violence-now = violență acum
staff-sign-wages-withheld = salariu neplătit
staff-sign-weapon = o armă
staff-sign-pressed-danger = a apăsat „Sunt în pericol”

## Taste

staff-keys = Taste
staff-key-next = discuția următoare și cea anterioară din listă
staff-key-claim = preluați discuția deschisă
staff-key-reply = mergeți la răspuns
staff-key-send = trimiteți
staff-key-line = rând nou
staff-key-back = ieșiți din câmp, apoi înapoi la listă
staff-key-help = aceste taste
staff-close-help = Închideți
