# Реєстри посередників: що кажемо людині, і сторінки для персоналу.

register-title = **Фірми з цього тексту й офіційні переліки**
register-same = «{ $name }» є в переліку: { $list }.
register-like = «{ $asked }»: схожа назва, «{ $name }», є в переліку: { $list }.
register-number = Номер у переліку: { $number }.
register-status = У переліку зазначено: { $status }.
register-dated = { $list }, станом на { $date }
register-found-note = Назва в переліку нічого не каже про саму пропозицію: чужою назвою може скористатися будь-хто. Порівняйте номер і адресу та зателефонуйте у фірму за контактами з офіційного переліку.
register-missing = «{ $asked }» тут не знайдено: { $lists }.
register-missing-note = Переліки застарівають, а назви пишуть по-різному. Роботодавець, який наймає людей до власної фірми, не мусить бути в переліку посередників. Попросіть повну назву й реєстраційний номер.

register-name-ua-list = Перелік посередників у працевлаштуванні за кордоном (Україна)
register-name-pl-kraz = KRAZ, польський реєстр агентств зайнятості
register-name-ro-itm = Посередники, зареєстровані в інспекціях праці Румунії (ITM)
register-name-reported = Назви, про які повідомили гарячій лінії

## Staff

staff-registers = Реєстри
staff-registers-hint = Переліки посередників і назви, про які повідомили гарячій лінії. Людині кажемо, чи є назва з її пропозиції в офіційному переліку. Назви, про які повідомили, видно лише персоналу: тут і в розмовах.
staff-listed = Назви, які є в реєстрах
staff-listed-like = схоже на «{ $asked }»
staff-register-search = Назва або номер
staff-register-search-do = Шукати
staff-register-search-none = «{ $name }» не знайдено в жодному завантаженому реєстрі.
staff-register-staff-only = лише для персоналу
staff-register-none = не завантажено
staff-register-rows =
    { $count ->
        [one] { $count } запис
        [few] { $count } записи
        [many] { $count } записів
       *[other] { $count } запису
    }
staff-register-date = станом на { $date }
staff-register-last = Остання зміна:
staff-register-command = командний рядок
staff-register-removed = Реєстр видалено.
staff-register-refused =
    { $count ->
        [one] Не завантажено: { $count } рядок не читається. Нічого не змінено. Виправте його або завантажте без нього.
        [few] Не завантажено: { $count } рядки не читаються. Нічого не змінено. Виправте їх або завантажте без них.
        [many] Не завантажено: { $count } рядків не читаються. Нічого не змінено. Виправте їх або завантажте без них.
       *[other] Не завантажено: { $count } рядка не читаються. Нічого не змінено. Виправте їх або завантажте без них.
    }
staff-register-left-out =
    { $count ->
        [one] Пропущено { $count } рядок.
        [few] Пропущено { $count } рядки.
        [many] Пропущено { $count } рядків.
       *[other] Пропущено { $count } рядка.
    }
staff-register-bad = Рядки, які не читаються
staff-register-line = Рядок { $line }
staff-register-bad-no-name = немає назви
staff-register-bad-no-letters = у назві немає літер
staff-register-bad-long = задовга клітинка
staff-register-bad-cells = більше клітинок, ніж у заголовку
staff-register-bad-more =
    { $count ->
        [one] і ще { $count }
        [few] і ще { $count }
        [many] і ще { $count }
       *[other] і ще { $count }
    }
staff-register-remove = Видалити
staff-register-remove-hint = Усі записи буде стерто. Людям більше не казатимемо про цей реєстр.
staff-register-remove-yes = Видалити реєстр
staff-register-import = Завантажити реєстр
staff-register-which = Реєстр
staff-register-file = Файл
staff-register-file-rule = CSV або XLSX, не більше 8 МБ і 50 000 рядків, з назвами стовпців угорі. Замінить те, що завантажили раніше.
staff-register-day = Перелік станом на
staff-register-skip = Пропустити рядки, які не читаються
staff-register-import-do = Завантажити
staff-register-incomplete = Будь ласка, виберіть реєстр, файл і дату.
staff-register-wrong-large = Файл завеликий: можна не більше { $count } МБ, також у розпакованому вигляді.
staff-register-wrong-rows = У файлі забагато рядків: можна не більше { $count }.
staff-register-wrong-unreadable = Це не CSV і не таблиця XLSX, або файл пошкоджено.
staff-register-wrong-columns = Стовпця з назвами не знайдено. Є такі стовпці: { $columns }. Назвіть потрібний стовпець «Назва».
staff-register-wrong-empty = Під назвами стовпців немає жодного рядка.
