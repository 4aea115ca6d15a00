# The hand-over: what people are told in the queue, and what the staff reads of transfers, looks and timers.

## To people

queue-usual =
    { $count ->
        [one] În ultima vreme s-a așteptat cam { $count } minut.
        [few] În ultima vreme s-a așteptat cam { $count } minute.
       *[other] În ultima vreme s-a așteptat cam { $count } de minute.
    }
queue-usual-hours =
    { $count ->
        [one] În ultima vreme s-a așteptat cam { $count } oră.
        [few] În ultima vreme s-a așteptat cam { $count } ore.
       *[other] În ultima vreme s-a așteptat cam { $count } de ore.
    }
queue-closer = Rândul înaintează: acum sunteți pe locul { $place }. Până atunci răspund eu.
queue-still = Vă avem în vedere: sunteți pe locul { $place } la rând. Până atunci răspund eu. Dacă nu mai vreți să așteptați, apăsați „Nu mai aștept”.
counselor-away = Consilierul nu a mai putut răspunde. Conversația e din nou la rând, la locul ei, numărul { $place }. O poate prelua alt consilier, iar până atunci răspund eu.
counselor-away-nobody = Consilierul nu a mai putut răspunde și acum nu mai e nimeni în tură. Conversația e din nou la rând, la locul ei, numărul { $place }, iar până atunci răspund eu. O va citi primul consilier care intră în tură.
counselor-changed = De acum vă scrie alt consilier. Poate citi tot ce ați scris până acum.
counselor-reopened = Consilierul e din nou aici. De acum vă răspunde un om.

## To the staff

staff-role-supervisor = Supervizor
staff-raised = ▲ Mai urgent
staff-state-other = La un coleg
staff-other-hint = Discuția este la { $name }. O puteți citi și puteți adăuga note; persoanei îi scrie numai { $name }.
staff-take-over = Preluați discuția
staff-take-over-hint = Discuția trece la dumneavoastră imediat, iar { $name } nu mai poate scrie. Persoanei i se spune că scrie alt consilier. Preluarea rămâne în jurnal.
staff-take-over-yes = Da, o preiau
staff-refused-not-offered = Discuția nu vă este oferită (sau nu mai este): a acceptat-o altcineva, oferta a fost retrasă ori timpul a trecut.
staff-refused-cannot-take = Acolo nu e nimeni care să poată prelua discuția acum. Alegeți alt coleg sau altă echipă.
staff-refused-talked-on = Discuția nu mai poate fi redeschisă: persoana a început alta între timp.
staff-happened-offered = Transfer oferit
staff-happened-accepted = Transfer acceptat
staff-happened-declined = Transfer refuzat
staff-happened-look-asked = I s-a cerut să se uite
staff-happened-looked = S-a uitat
staff-happened-taken-over = Preluată de la un coleg
staff-happened-reopened = Redeschisă
staff-cause-no-reply = fără primul răspuns la timp
staff-cause-silent = prea mult timp fără răspuns
staff-cause-offline = consola a dispărut
staff-cause-timeout = nimeni nu a răspuns la timp
staff-cause-blocked = contul a fost blocat
