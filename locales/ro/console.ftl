# Discuția deschisă în consolă: ce a înțeles programul, răspunsuri gata scrise, numere, note, taste.

## Ce a înțeles programul

staff-console-place = pomenește: { $country }
staff-console-answered = Răspuns dat: { $question }
staff-console-weight-strong = puternic
staff-console-weight-medium = mediu
staff-console-weight-weak = slab
staff-console-found-pattern = după cuvinte
staff-console-found-meaning = după sens

## Răspunsuri gata scrise, numere și răspunsuri din bază

staff-console-ready = Replici gata scrise
staff-console-answers = Răspunsuri din bază
staff-console-put = Pune în răspuns
staff-console-search = Caută
staff-console-search-answers = Căutare în răspunsuri, în orice limbă
staff-console-nothing-found = Nu s-a găsit nimic. Încercați alte cuvinte.
staff-console-group-begin = Început
staff-console-group-listening = Ascultăm
staff-console-group-asking = Întrebăm
staff-console-group-helping = Ajutăm
staff-console-group-ending = Încheiere
staff-console-group-numbers = Numere
staff-console-group-answers = Răspunsuri din bază
staff-console-list-empty = Nimic potrivit. Esc închide lista.
staff-console-list-search = Scrieți mai departe ce căutați.
staff-console-list-hint = ↑ ↓ alegeți, Enter inserează, Esc închide

## Un număr care nu este în listă

staff-console-number-title = Este corect acest număr?
staff-console-number-ask = Nu este în lista de servicii: { $numbers }. O cifră greșită poate duce la un străin. L-a verificat cineva astăzi?
staff-console-number-send = Da, trimite
staff-console-number-change = Schimb mesajul
staff-console-number-changed = Trimite mesajul schimbat

## Scrierea

staff-console-answer-this = Răspunde la acesta
staff-console-answers-to = Răspuns la:
staff-console-answers-nothing = Nu la acesta
staff-console-notify = Notificări
staff-console-new-message = Mesaj nou
staff-console-key-ready = replici gata scrise și numere; și în timp ce scrieți: / la începutul unui cuvânt
staff-console-key-answers = în timp ce scrieți: caută în răspunsuri
staff-console-key-note = scrie o notă privată
staff-console-key-close = închide discuția

## Predarea

staff-console-alarm = Cineva încă așteaptă
staff-console-offers = Vi se oferă
staff-console-offered-by = O oferă { $name }
staff-console-accept = Preiau
staff-console-decline = Refuz
staff-console-looks = Sunteți rugați să priviți
staff-console-due =
    { $count ->
        [one] { $count } revenire pentru astăzi
        [few] { $count } reveniri pentru astăzi
       *[other] { $count } de reveniri pentru astăzi
    }
staff-console-transfer = Predare
staff-console-transfer-hint = Discuția rămâne a dumneavoastră până o acceptă cineva. Abia atunci i se spune persoanei.
staff-console-transfer-to = Cui
staff-console-transfer-note = Ce ar trebui să știe următorul consilier (privat)
staff-console-transfer-yes = Oferă discuția
staff-console-withdraw = Oferită: { $name }. Retrage oferta
staff-console-colleague = Coleg
staff-console-colleagues = Colegi
staff-console-teams = Echipe
staff-console-there = în tură
staff-console-away = nu este prezent
staff-console-ask-look = Roagă un coleg să privească
staff-console-ask-look-hint = Colegul poate citi discuția și poate scrie note. Persoanei îi scrieți doar dumneavoastră.
staff-console-ask = Trimite rugămintea
staff-console-reopen = Deschide din nou
staff-console-reopen-hint = Pentru o discuție închisă prea devreme. Formularul de închidere se completează din nou mai târziu.
staff-console-earlier =
    { $count ->
        [one] { $count } discuție anterioară
        [few] { $count } discuții anterioare
       *[other] { $count } de discuții anterioare
    }
staff-console-earlier-open = citește
staff-console-felt-better = s-a simțit mai bine
staff-console-felt-same = s-a simțit la fel
staff-console-felt-worse = s-a simțit mai rău
staff-console-felt-unsaid = nu a dorit să spună cum se simte

## Panoul

staff-console-board = Panou
staff-console-board-hint = Cine este prezent, cine ce discuție are, cine așteaptă. Dacă deschideți discuția altcuiva, o puteți citi; acest lucru rămâne în jurnal.
staff-console-desk-there = în tură
staff-console-desk-away = în tură, fără consolă deschisă
staff-console-desk-off = nu este în tură
staff-console-desk-empty = Nicio discuție acum.
