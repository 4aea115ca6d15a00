# Încheierea unei discuții, reveniri, fișe de caz, foaia de indicatori.

## Încheierea

staff-closing-kind = Ce a fost?
staff-closing-kind-information = o întrebare
staff-closing-kind-offer = verificarea unei oferte
staff-closing-kind-exploitation = posibilă exploatare
staff-closing-kind-danger = pericol
staff-closing-kind-someone-else = despre altcineva
staff-closing-kind-silent = fără cuvinte
staff-closing-kind-abusive = insulte
staff-closing-kind-test = doar o probă
staff-closing-topics = Subiecte
staff-closing-referrals = Îndrumare către
staff-closing-elsewhere = Servicii din alte țări
staff-closing-follow-up = De revenit la persoană pe
staff-closing-shared = cine e de serviciu în ziua aceea, nu doar eu
staff-closing-wrong-kind = Alegeți ce a fost discuția. Ea este încă deschisă.
staff-closing-wrong-topics = Unul dintre subiecte nu mai există. Alegeți din nou; discuția este încă deschisă.
staff-closing-wrong-referrals = Unul dintre servicii nu mai este în listă. Alegeți din nou; discuția este încă deschisă.
staff-closing-wrong-date = Ziua nu se potrivește: alegeți una de azi înainte, în următoarele 89 de zile. După 90 de zile discuția se șterge.

## Reveniri

staff-follow-ups = Reveniri
staff-follow-ups-hint = Ale dumneavoastră și cele pe care le poate lua oricine e de serviciu. Revenirea se șterge odată cu discuția.
staff-follow-ups-due = Azi și restante
staff-follow-ups-later = Mai târziu
staff-follow-ups-none = Nimeni nu așteaptă o revenire azi.
staff-follow-up-shared = pentru oricine
staff-follow-up-talk = Citiți discuția
staff-follow-up-done = Făcut
staff-follow-up-move = Altă zi
staff-follow-up-to = Ziua nouă
staff-follow-up-gone = Revenirea nu mai există sau este la un coleg.
