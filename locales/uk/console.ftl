# Відкритий чат у консолі: що зрозуміла програма, готові відповіді, номери, нотатки, клавіші.

## Що зрозуміла програма

staff-console-place = згадано: { $country }
staff-console-answered = Дано відповідь: { $question }
staff-console-weight-strong = сильна
staff-console-weight-medium = середня
staff-console-weight-weak = слабка
staff-console-found-pattern = за словами
staff-console-found-meaning = за змістом

## Готові відповіді, номери й відповіді з бази

staff-console-ready = Готові репліки
staff-console-answers = Відповіді з бази
staff-console-put = Вставити у відповідь
staff-console-search = Шукати
staff-console-search-answers = Пошук серед відповідей, будь-якою мовою
staff-console-nothing-found = Нічого не знайдено. Спробуйте інші слова.
staff-console-group-begin = Початок
staff-console-group-listening = Слухаємо
staff-console-group-asking = Запитуємо
staff-console-group-helping = Допомагаємо
staff-console-group-ending = Завершення
staff-console-group-numbers = Номери
staff-console-group-answers = Відповіді з бази
staff-console-list-empty = Нічого не підходить. Esc закриває список.
staff-console-list-search = Пишіть далі, що шукаєте.
staff-console-list-hint = ↑ ↓ вибрати, Enter вставити, Esc закрити

## Номер, якого немає в довіднику

staff-console-number-title = Чи правильний цей номер?
staff-console-number-ask = Немає в довіднику: { $numbers }. Помилка в одній цифрі може привести до чужої людини. Чи перевірено номер сьогодні?
staff-console-number-send = Так, надіслати
staff-console-number-change = Змінити повідомлення
staff-console-number-changed = Надіслати змінене повідомлення

## Написання

staff-console-answer-this = Відповісти на це
staff-console-answers-to = Відповідь на:
staff-console-answers-nothing = Не на це
staff-console-notify = Сповіщення
staff-console-new-message = Нове повідомлення
staff-console-key-ready = готові репліки та номери; під час написання теж: / на початку слова
staff-console-key-answers = під час написання: пошук серед відповідей із бази
staff-console-key-note = написати приватну нотатку
staff-console-key-close = закрити чат

## Передавання

staff-console-alarm = Хтось усе ще чекає
staff-console-offers = Вам пропонують
staff-console-offered-by = Пропонує { $name }
staff-console-accept = Прийняти
staff-console-decline = Відмовитися
staff-console-looks = Вас просять поглянути
staff-console-due =
    { $count ->
        [one] На сьогодні { $count } повторний зв’язок
        [few] На сьогодні { $count } повторні зв’язки
        [many] На сьогодні { $count } повторних зв’язків
       *[other] На сьогодні { $count } повторного зв’язку
    }
staff-console-transfer = Передати
staff-console-transfer-hint = Чат лишається у вас, доки його хтось не прийме. Лише тоді про це скажуть людині.
staff-console-transfer-to = Кому
staff-console-transfer-note = Що варто знати наступному консультантові (приватно)
staff-console-transfer-yes = Запропонувати
staff-console-withdraw = Запропоновано: { $name }. Забрати пропозицію
staff-console-colleague = Колега
staff-console-colleagues = Колеги
staff-console-teams = Команди
staff-console-there = на зміні
staff-console-away = немає на місці
staff-console-ask-look = Попросити колегу поглянути
staff-console-ask-look-hint = Колега зможе читати чат і писати нотатки. Людині пишете лише ви.
staff-console-ask = Попросити
staff-console-reopen = Відкрити знову
staff-console-reopen-hint = Для чату, який закрили зарано. Форму закриття потім заповнюють заново.
staff-console-earlier =
    { $count ->
        [one] { $count } попередня розмова
        [few] { $count } попередні розмови
        [many] { $count } попередніх розмов
       *[other] { $count } попередньої розмови
    }
staff-console-earlier-open = прочитати
staff-console-felt-better = стало краще
staff-console-felt-same = почувалися так само
staff-console-felt-worse = стало гірше
staff-console-felt-unsaid = не хотіли казати, як почуваються

## Огляд

staff-console-board = Огляд
staff-console-board-hint = Хто на місці, хто який чат має, хто чекає. Відкривши чужий чат, ви можете його читати; це записується в журнал.
staff-console-desk-there = на зміні
staff-console-desk-away = на зміні, консоль закрита
staff-console-desk-off = не на зміні
staff-console-desk-empty = Зараз немає чатів.
