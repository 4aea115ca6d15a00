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
