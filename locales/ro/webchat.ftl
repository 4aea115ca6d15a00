# The web chat page in Romanian. Short words; phone numbers never stand here: they come from the directory.

web-name = Linia pentru migrație sigură
web-short-name = Linia de ajutor
web-description = Chat gratuit, fără să vă spuneți numele: întrebări despre plecarea și munca în străinătate, verificarea ofertelor de muncă și un om cu care puteți vorbi.

## Top of the page

web-skip = La câmpul de mesaj
web-leave = Ieșire rapidă
web-leave-title = Deschide pe loc o pagină oarecare. La fel și dacă apăsați de două ori Esc.
web-emergency = Număr de urgență
web-more = Limbă, confidențialitate
web-language = Limba
web-erase = Șterge tot de aici
web-erase-sure = Se va șterge tot ce ați scris aici, cu toate răspunsurile. Apoi nu se mai poate recupera.
web-erase-yes = Da, șterge tot

## Talk

web-log = Conversația
web-you = Dumneavoastră
web-program = program
web-counselor = consilier – un om
web-hotline = linia de ajutor
web-pressed = (buton)
web-sent-photo = 📷 Imagine
web-sent-voice = 🎤 Mesaj vocal
web-sent-file = 📎 Fișier
web-typing = Vine un răspuns…
web-sending = se trimite…
web-unsent = Încă netrimis.
web-retry = Trimite din nou
web-offline = Nu există conexiune. Ce scrieți rămâne aici și se trimite când revine conexiunea.

## Writing

web-compose = Mesajul dumneavoastră
web-placeholder = Scrieți aici
web-send = Trimite
web-attach = Adaugă o imagine sau un fișier
web-detach = Elimină fișierul
web-answer = Răspunde la acesta
web-answers-to = Răspuns la:
web-answer-nothing = Nu la acest mesaj
web-reload = Arată răspunsurile noi

## What went wrong, or was done

web-too-large = Fișierul este prea mare: cel mult { $size } MB. Puteți și să descrieți în cuvinte ce conține.
web-too-many = Acum sosesc foarte multe mesaje, iar acesta nu a fost primit. Vă rugăm să așteptați un minut și să îl trimiteți din nou. Dacă sunteți în pericol, sunați la numărul de urgență de sus.
web-foreign = Mesajul nu a venit din pagina noastră, așa că nu a fost primit. Vă rugăm să deschideți chatul și să îl trimiteți de acolo.
web-malformed = Mesajul nu a putut fi citit. Vă rugăm să îl trimiteți din nou.
web-missing = Aici nu există o astfel de pagină.
web-trouble = Ceva nu a mers la noi. Vă rugăm să încercați din nou peste un minut. Dacă sunteți în pericol, sunați la numărul de urgență de sus.
web-forgotten = Ați cerut să ștergem totul. Browserul acesta nu mai are legătură cu discuția dumneavoastră. Un mesaj nou începe o discuție nouă.
