# Discuția deschisă în consolă: ce a înțeles programul, răspunsuri gata scrise, numere, note, taste.

## Ce a înțeles programul

console-place = pomenește: { $country }
console-answered = Răspuns dat: { $question }
console-weight-strong = puternic
console-weight-medium = mediu
console-weight-weak = slab
console-found-pattern = după cuvinte
console-found-meaning = după sens

## Răspunsuri gata scrise, numere și răspunsuri din bază

console-ready = Replici gata scrise
console-answers = Răspunsuri din bază
console-put = Pune în răspuns
console-search = Caută
console-search-answers = Căutare în răspunsuri, în orice limbă
console-nothing-found = Nu s-a găsit nimic. Încercați alte cuvinte.
console-group-begin = Început
console-group-listening = Ascultăm
console-group-asking = Întrebăm
console-group-helping = Ajutăm
console-group-ending = Încheiere
console-group-numbers = Numere
console-group-answers = Răspunsuri din bază
console-list-empty = Nimic potrivit. Esc închide lista.
console-list-search = Scrieți mai departe ce căutați.
console-list-hint = ↑ ↓ alegeți, Enter inserează, Esc închide

## Un număr care nu este în listă

console-number-title = Este corect acest număr?
console-number-ask = Nu este în lista de servicii: { $numbers }. O cifră greșită poate duce la un străin. L-a verificat cineva astăzi?
console-number-send = Da, trimite
console-number-change = Schimb mesajul
console-number-changed = Trimite mesajul schimbat

## Scrierea

console-answer-this = Răspunde la acesta
console-answers-to = Răspuns la:
console-answers-nothing = Nu la acesta
console-notify = Notificări
console-new-message = Mesaj nou
console-key-ready = replici gata scrise și numere; și în timp ce scrieți: / la începutul unui cuvânt
console-key-answers = în timp ce scrieți: caută în răspunsuri
console-key-note = scrie o notă privată
console-key-close = închide discuția

## Predarea

console-alarm = Cineva încă așteaptă
console-offers = Vi se oferă
console-offered-by = O oferă { $name }
console-accept = Accept
console-decline = Refuz
console-looks = Sunteți rugați să priviți
console-due =
    { $count ->
        [one] { $count } revenire pentru astăzi
        [few] { $count } reveniri pentru astăzi
       *[other] { $count } de reveniri pentru astăzi
    }
console-transfer = Predare
console-transfer-hint = Discuția rămâne a dumneavoastră până o acceptă cineva. Abia atunci i se spune persoanei.
console-transfer-to = Cui
console-transfer-note = Ce ar trebui să știe următorul consilier (privat)
console-transfer-yes = Oferă discuția
console-withdraw = Oferită: { $name }. Retrage oferta
console-colleague = Coleg
console-colleagues = Colegi
console-teams = Echipe
console-there = în tură
console-away = nu este prezent
console-ask-look = Roagă un coleg să privească
console-ask-look-hint = Colegul poate citi discuția și poate scrie note. Persoanei îi scrieți doar dumneavoastră.
console-ask = Trimite rugămintea
console-reopen = Deschide din nou
console-reopen-hint = Pentru o discuție închisă prea devreme. Formularul de închidere se completează din nou mai târziu.
console-earlier =
    { $count ->
        [one] { $count } discuție anterioară
        [few] { $count } discuții anterioare
       *[other] { $count } de discuții anterioare
    }
console-earlier-open = citește
console-felt-better = s-a simțit mai bine
console-felt-same = s-a simțit la fel
console-felt-worse = s-a simțit mai rău
console-felt-unsaid = nu a dorit să spună cum se simte

## Panoul

console-board = Panou
console-board-hint = Cine este prezent, cine ce discuție are, cine așteaptă. Dacă deschideți discuția altcuiva, o puteți citi; acest lucru rămâne în jurnal.
console-desk-there = în tură
console-desk-away = în tură, fără consolă deschisă
console-desk-off = nu este în tură
console-desk-empty = Nicio discuție acum.
