# Перевірка пропозиції із запитаннями: коротко, спокійно, кнопками. Відповідає людина, яка, може, їде завтра.

button-guided = 🧭 Кілька запитань
button-guided-told = 💬 Тексту немає, запитайте мене
button-guided-continue = ▶ Продовжити перевірку
button-guided-other = 🆕 Це інша пропозиція
button-guided-anew = 🆕 Нова перевірка
button-guided-back = ↩ Змінити відповідь
button-guided-end = 🏁 До результату
button-guided-send = 👤 Передати консультантові
button-guided-unsure = Не знаю / не хочу казати

button-guided-contract-read = Так, і я його розумію
button-guided-contract-words = Ні, лише на словах
button-guided-contract-arrival = Дадуть уже на місці
button-guided-contract-foreign = Є, але мова мені незрозуміла
button-guided-pay-nothing = Ні, нічого
button-guided-pay-first = Так, заплатити наперед
button-guided-pay-worked = Так, відпрацювати борг
button-guided-papers-self = У мене
button-guided-papers-kept = Його хочуть забрати
button-guided-papers-photos = Уже просять фото документів
button-guided-work-service = Готель, прибирання, догляд
button-guided-work-labour = Поле, склад, завод, будова
button-guided-work-hostess = Хостес, масаж, вебкамера
button-guided-work-parcels = Перевезти пакунки чи гроші
button-guided-work-else = Інша робота
button-guided-work-vague = Точно не кажуть
button-guided-employer-known = Так: назва й адреса є
button-guided-employer-contact = Є лише номер чи нік
button-guided-employer-hidden = Питаю, але не кажуть
button-guided-when-soon = Сьогодні або завтра
button-guided-when-week = За кілька днів
button-guided-when-later = Пізніше або ще не вирішено
button-guided-age-minor = Менше 18
button-guided-age-adult = 18 або більше

guided-offer = Хочете перевірити точніше? Щонайбільше п’ять запитань із кнопками, а наприкінці — список, що з’ясувати, і картка з номерами на дорогу.
guided-added = Це теж додано до вашої перевірки.
guided-intro = Щонайбільше п’ять запитань. Натискайте кнопки або пишіть словами. Можна не відповідати й можна зупинитися: сім днів перевірка чекатиме тут.
guided-resumed = Продовжуймо з того самого місця.
guided-head = Запитання { $number } (щонайбільше { $most })
guided-noted = ⚠ Це ознака: **{ $sign }**.
guided-not-read = Не зрозуміло, яка з цих відповідей підходить. Натисніть найближчу:
guided-noted-before = Цю відповідь уже записано.
guided-changed = Відповідь змінено.
guided-gone = Цієї перевірки в мене вже немає: вони чекають тут сім днів. Можна почати нову.

guided-ask-country = До якої країни вас кличуть?
guided-ask-contract = Чи є письмовий договір, який ви можете прочитати?
guided-ask-pay = Чи треба вам щось платити?
guided-ask-papers = У кого буде ваш паспорт?
guided-ask-work = Яку роботу пропонують?
guided-ask-employer = Чи знаєте ви, хто роботодавець?
guided-ask-when = Коли треба їхати?
guided-ask-age = Скільки років людині, яка поїде?

guided-none-found-text = Ні в тексті, ні у відповідях тривожних ознак не знайдено, але це ще не означає, що пропозиція безпечна.
guided-none-found = У відповідях тривожних ознак не знайдено, але це ще не означає, що пропозиція безпечна.

guided-checklist = Перш ніж вирішити
guided-check-employer = З’ясуйте назву, адресу й реєстраційний номер роботодавця. Зателефонуйте туди за номером з офіційного сайту, а не з оголошення.
guided-check-contract = Попросіть договір ще до виїзду, мовою, якою ви читаєте.
guided-check-pay = Нічого не платіть наперед. Попросіть написати, що й за що вираховують.
guided-check-papers = Паспорт тримайте при собі. Без договору не надсилайте фото документів.
guided-check-work = Спитайте, що саме робити, де і скільки годин на день.
guided-check-country = Дізнайтеся країну, місто й точну адресу.
guided-check-when = Не дайте себе квапити: чесна пропозиція зачекає кілька днів.
guided-register = Якщо кличе посередник, шукайте його тут: { $register }.
guided-register-none = Перевіреного реєстру посередників для цієї країни ({ $country }) в мене немає. Про нього можна спитати консультанта.
guided-letter = ✉ Запитання до рекрутера, готові до копіювання. Якою мовою?

guided-letter-hello = Добрий день! Перш ніж вирішити, прошу відповісти письмово:
guided-letter-employer = Повна назва, адреса й реєстраційний номер роботодавця?
guided-letter-work = Що саме треба робити і за якою адресою?
guided-letter-terms = Яка оплата, коли її виплачують, скільки годин на день і вихідних на тиждень?
guided-letter-contract = Чи надішлете договір до виїзду, мовою, яку я розумію?
guided-letter-pay = Чи маю я щось платити? Що вираховують із зарплати?
guided-letter-papers = Чи весь час паспорт буде в мене?
guided-letter-housing = Де я житиму, скільки це коштує і чи можна жити деінде?
guided-letter-agent = Якщо ви посередник: ваш номер у реєстрі ({ $register })?
guided-letter-any-agent = Якщо ви посередник: у якому реєстрі ви є і під яким номером?
guided-letter-thanks = Дякую, чекаю на відповідь.
guided-letter-how = Скопіюйте або перешліть повідомлення вище. Якщо у відповідь сердяться, квапляться чи мовчать, це теж ознака. Якщо ви їх боїтеся, не надсилайте: поговоріть спершу з консультантом.

guided-card = 🧳 Картка на дорогу
guided-card-copies = Залиште людині, якій довіряєте, копії паспорта й договору, адресу й номер того, хто вас везе. Збережіть їх і у своїй пошті.
guided-card-word = Домовтеся з нею про кодове слово: воно означає «кличте на допомогу».
guided-card-location = Увімкніть для неї геолокацію і домовтеся, коли ви щодня виходите на зв’язок.
guided-card-money = Майте свої гроші на дорогу назад і зарядний пристрій.
guided-card-keep = Паспорт і телефон нікому не віддавайте.
guided-card-numbers = **Номери там: { $country }**
guided-card-no-numbers = До виїзду запишіть номери тієї країни: екстрену допомогу й ваше консульство. У мене перевірених номерів для неї немає.
guided-card-home = **З-за кордону можна зателефонувати й сюди:**

guided-summary = Перевірка пропозиції
guided-by-answer = з відповіді
guided-about-country = Країна
guided-about-contract = Договір
guided-about-pay = Платежі
guided-about-papers = Паспорт
guided-about-work = Робота
guided-about-employer = Роботодавець
guided-about-when = Виїзд
guided-about-age = Вік
