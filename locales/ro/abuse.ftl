# Protection from abuse: what people are told, and what the staff reads.

## To people

restraint-slow = Timp de o oră, la consilier ajunge câte un mesaj pe minut. Vă rog să scrieți calm, într-un singur mesaj.
restraint-mute = Timp de o oră, mesajele dumneavoastră nu ajung la un consilier. Când nu vă scrie un consilier, răspund eu.
restraint-block = Timp de 24 de ore, la mesajele dumneavoastră de aici nu se răspunde.
restraint-held-slow = Acest mesaj nu a ajuns la consilier: acum ajunge doar unul pe minut. Vă rog să-l trimiteți din nou peste un minut.
restraint-held-mute = Mesajul nu a ajuns la un consilier. Va fi din nou posibil în cel mult o oră.
restraint-held-block = La acest mesaj nu s-a răspuns: timp de 24 de ore nu se răspunde aici la mesaje.
restraint-danger = Dacă sunteți în pericol, scrieți ce se întâmplă sau apăsați 🆘: asta se citește întotdeauna.
restraint-lifted = Puteți scrie din nou aici, ca înainte.

## To the staff

staff-abuse = Abuz
staff-abuse-hint = Se termină de la sine, iar persoanei i se spune. Mesajele despre un pericol ajung întotdeauna și ridică limitarea.
staff-abuse-slow = Un mesaj pe minut, timp de o oră
staff-abuse-mute = Fără mesaje timp de o oră
staff-abuse-block = Blocare pentru o zi
staff-abuse-free = Anulați
staff-held-back = Reținut
staff-restraint-now-slow = Încetinit
staff-restraint-now-mute = Mesajele nu ajung
staff-restraint-now-block = Blocat
staff-happened-restrained = Limitat pentru abuz
staff-happened-freed = Limitare ridicată
staff-cause-slow = un mesaj pe minut
staff-cause-mute = fără mesaje timp de o oră
staff-cause-block = blocare pentru o zi
