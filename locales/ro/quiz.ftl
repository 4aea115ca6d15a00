# Testul „Găsește semnul”. Îl joacă și adolescenți: scurt, prietenos, fără ironie. Ofertele sunt în quiz.yml.

button-quiz = 🎯 Test: găsește semnul
button-quiz-something = 🚩 Da, ceva nu e în regulă
button-quiz-nothing = 👀 Nimic nu sare în ochi
button-quiz-next = ▶ Mai departe
button-quiz-result = 🏁 Rezultatul meu
button-quiz-again = 🔁 Încă o rundă
button-quiz-share = 📤 Distribuie

quiz-intro = Cinci oferte, cinci întrebări. Puteți ieși oricând: runda vă așteaptă o zi.
quiz-again-here = Bine ați revenit. Continuăm de unde ați rămas.
quiz-head = { $number } din { $of } · ofertă inventată
quiz-ask-sign = Ce semn de alarmă vedeți aici?
quiz-ask-doubt = E ceva în neregulă aici?
quiz-ask-next = Ce ați face mai departe?

quiz-right-1 = ✅ Corect!
quiz-right-2 = ✅ Ochi bun!
quiz-right-3 = ✅ Exact.
quiz-right-4 = ✅ Da, acesta e.
quiz-other-1 = 🔎 Se potrivește mai bine alt răspuns. Acum îl știți.
quiz-other-2 = 🔎 Nu chiar, și nici nu e ușor aici.
quiz-other-3 = 🔎 Aproape. Mulți oameni nu observă asta.
quiz-other-4 = 🔎 Aici e bine ascuns. Priviți:
quiz-fair = 👀 **În acest text nimic nu sare în ochi.** Dar asta nu înseamnă că vă puteți încrede în ofertă: în text e doar ce a vrut cineva să scrie.
quiz-careful = 🔎 Vă uitați cu atenție, și e un obicei bun.
quiz-better = 👉 Mai bine: { $choice }.
quiz-before = Această întrebare a rămas în urmă. Să mergem mai departe.

quiz-result = { $spotted } din { $of }.
quiz-result-all = Ați văzut tot. Arătați-le și prietenilor la ce să se uite!
quiz-result-most = Ochi bun! Cu fiecare rundă vedeți mai mult.
quiz-result-some = Un început bun: acum știți semne pe care nu le știați. A doua oară se văd mai ușor.
quiz-person = Dacă una dintre oferte vă amintește de ceva adevărat, vorbiți cu un om: apăsați 👤 mai jos. E gratuit și nu trebuie să spuneți cum vă cheamă.
quiz-share =
    🎯 Testul „Găsește semnul”: { $spotted } din { $of }!
    Cinci oferte scurte – ce nu e în regulă cu ele? Un test despre oferte prea bune ca să fie adevărate. Vedeți semnul?
quiz-share-how = Redirecționați sau copiați mesajul de mai sus. Numele dumneavoastră nu apare în el.
