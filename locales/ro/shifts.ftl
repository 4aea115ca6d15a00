# Shifts: what people are told outside of them, and the page of the plan.

## To people

queue-when = { $when } (ora orașului { $zone })
nobody-there = În acest moment nu e niciun consilier în tură.
nobody-for-language = În acest moment nu e în tură niciun consilier care scrie în limba dumneavoastră.
queue-back = **{ $nobody }** După program, cineva revine { $when }. Conversația dumneavoastră e la rând și o va citi primul care intră în tură. Dacă nu se poate aștepta:
queue-place-back = Sunteți pe locul { $place } la rând. { $nobody } După program, cineva revine { $when } și va citi tot ce scrieți aici.

## To the staff

staff-shifts = Ture
staff-shifts-hint = În afara acestor ore, oamenilor li se spune când revine cineva și ce numere răspund acum. Cine e cu adevărat prezent se hotărăște cu „Începeți tura” din consolă, nu cu acest program.
staff-shifts-open = După program, acum e cineva în tură.
staff-shifts-closed = După program, acum nu e nimeni în tură.
staff-shifts-none = Încă nu e niciuna.
staff-shifts-next-day = (a doua zi)
staff-shifts-all-languages = toate limbile
staff-shifts-remove = Ștergeți
staff-shifts-add = Adăugați o tură
staff-shifts-days = Zilele săptămânii
staff-shifts-begins = De la
staff-shifts-ends = Până la
staff-shifts-languages = Limbi (niciuna bifată: toate)
staff-shifts-members = Cine face parte din echipă
staff-shifts-dissolve = Desființați echipa
staff-shifts-dissolve-hint = Echipa dispare, cu turele și zilele ei libere. Numele rămâne în istoricul discuțiilor.
staff-shifts-dissolve-yes = Desființați { $name }
staff-shifts-holidays = Zile fără ture
staff-shifts-everybody = toate echipele
staff-shifts-day = Ziua
staff-shifts-team = Echipa
staff-shifts-holiday-add = Adăugați ziua
staff-shifts-team-new = Echipă nouă
staff-shifts-team-make = Creați echipa
staff-shifts-zone = După ceasul din
staff-shifts-team-unfit = Există deja o echipă cu acest nume sau numele e gol ori prea lung.
staff-shifts-unfit = Așa nu merge: alegeți o echipă, cel puțin o zi și ambele ore.
