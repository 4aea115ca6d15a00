# Registrele intermediarilor: ce i se spune omului și paginile personalului.

register-title = **Firmele din acest text și listele oficiale**
register-same = „{ $name }” apare în listă: { $list }.
register-like = „{ $asked }”: un nume asemănător, „{ $name }”, apare în listă: { $list }.
register-number = Numărul din listă: { $number }.
register-status = Mențiunea din listă: { $status }.
register-dated = { $list }, la data de { $date }
register-found-note = Un nume din listă nu spune nimic despre oferta aceasta: oricine se poate folosi de numele altei firme. Comparați numărul și adresa și sunați firma la datele de contact din lista oficială.
register-missing = „{ $asked }” nu a fost găsit aici: { $lists }.
register-missing-note = Listele se învechesc, iar numele se scriu în multe feluri. Un angajator care caută oameni pentru propria firmă nu trebuie să apară într-o listă de intermediari. Cereți numele complet și numărul de înregistrare.

register-name-ua-list = Lista ucraineană a intermediarilor pentru muncă în străinătate
register-name-pl-kraz = KRAZ, registrul polonez al agențiilor de ocupare
register-name-ro-itm = Agenții de plasare înregistrați la inspectoratele de muncă din România (ITM)
register-name-reported = Nume semnalate liniei noastre

## Staff

staff-registers = Registre
staff-registers-hint = Liste de intermediari și numele semnalate liniei noastre. Oamenilor li se spune dacă un nume din oferta lor apare într-o listă oficială; numele semnalate le vede numai personalul, aici și în discuții.
staff-listed = Nume care apar în registre
staff-listed-like = seamănă cu „{ $asked }”
staff-register-search = Nume sau număr
staff-register-search-do = Căutați
staff-register-search-none = „{ $name }” nu a fost găsit în niciun registru importat.
staff-register-staff-only = numai pentru personal
staff-register-none = neimportat
staff-register-rows =
    { $count ->
        [one] { $count } înregistrare
        [few] { $count } înregistrări
       *[other] { $count } de înregistrări
    }
staff-register-date = la data de { $date }
staff-register-last = Ultima schimbare:
staff-register-command = linia de comandă
staff-register-removed = Registrul a fost șters.
staff-register-refused =
    { $count ->
        [one] Nu s-a importat: { $count } rând nu se poate citi. Nimic nu s-a schimbat. Corectați-l sau importați fără el.
        [few] Nu s-a importat: { $count } rânduri nu se pot citi. Nimic nu s-a schimbat. Corectați-le sau importați fără ele.
       *[other] Nu s-a importat: { $count } de rânduri nu se pot citi. Nimic nu s-a schimbat. Corectați-le sau importați fără ele.
    }
staff-register-left-out =
    { $count ->
        [one] { $count } rând a fost lăsat deoparte.
        [few] { $count } rânduri au fost lăsate deoparte.
       *[other] { $count } de rânduri au fost lăsate deoparte.
    }
staff-register-bad = Rânduri care nu se pot citi
staff-register-line = Rândul { $line }
staff-register-bad-no-name = lipsește numele
staff-register-bad-no-letters = numele nu are litere
staff-register-bad-long = o celulă este prea lungă
staff-register-bad-cells = mai multe celule decât în antet
staff-register-bad-more =
    { $count ->
        [one] și încă { $count }
        [few] și încă { $count }
       *[other] și încă { $count }
    }
staff-register-remove = Ștergeți
staff-register-remove-hint = Toate înregistrările se șterg. Oamenilor nu li se mai spune nimic despre acest registru.
staff-register-remove-yes = Ștergeți registrul
staff-register-import = Importați un registru
staff-register-which = Registrul
staff-register-file = Fișierul
staff-register-file-rule = CSV sau XLSX, cel mult 8 MB și 50.000 de rânduri, cu numele coloanelor deasupra. Ia locul celui importat înainte.
staff-register-day = Lista este din
staff-register-skip = Lăsați deoparte rândurile care nu se pot citi
staff-register-import-do = Importați
staff-register-incomplete = Vă rugăm să alegeți un registru, un fișier și o zi.
staff-register-wrong-large = Fișierul este prea mare: se pot citi cel mult { $count } MB, și despachetați.
staff-register-wrong-rows = Fișierul are prea multe rânduri: se pot citi cel mult { $count }.
staff-register-wrong-unreadable = Fișierul nu este nici CSV, nici tabel XLSX, sau este deteriorat.
staff-register-wrong-columns = Nu s-a găsit coloana cu numele. Coloanele sunt: { $columns }. Numiți coloana cu numele „Denumire”.
staff-register-wrong-empty = Sub numele coloanelor nu este niciun rând.
