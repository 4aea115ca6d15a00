# Відкритий чат у консолі: що зрозуміла програма, готові відповіді, номери, нотатки, клавіші.

## Що зрозуміла програма

console-place = згадано: { $country }
console-answered = Дано відповідь: { $question }
console-weight-strong = сильна
console-weight-medium = середня
console-weight-weak = слабка
console-found-pattern = за словами
console-found-meaning = за змістом

## Готові відповіді, номери й відповіді з бази

console-ready = Готові репліки
console-answers = Відповіді з бази
console-put = Вставити у відповідь
console-search = Шукати
console-search-answers = Пошук серед відповідей, будь-якою мовою
console-nothing-found = Нічого не знайдено. Спробуйте інші слова.
console-group-begin = Початок
console-group-listening = Слухаємо
console-group-asking = Запитуємо
console-group-helping = Допомагаємо
console-group-ending = Завершення
console-group-numbers = Номери
console-group-answers = Відповіді з бази
console-list-empty = Нічого не підходить. Esc закриває список.
console-list-search = Пишіть далі, що шукаєте.
console-list-hint = ↑ ↓ вибрати, Enter вставити, Esc закрити

## Номер, якого немає в довіднику

console-number-title = Чи правильний цей номер?
console-number-ask = Немає в довіднику: { $numbers }. Помилка в одній цифрі може привести до чужої людини. Чи перевірено номер сьогодні?
console-number-send = Так, надіслати
console-number-change = Змінити повідомлення
console-number-changed = Надіслати змінене повідомлення

## Написання

console-answer-this = Відповісти на це
console-answers-to = Відповідь на:
console-answers-nothing = Не на це
console-notify = Сповіщення
console-new-message = Нове повідомлення
console-key-ready = готові репліки та номери; під час написання теж: / на початку слова
console-key-answers = під час написання: пошук серед відповідей із бази
console-key-note = написати приватну нотатку
console-key-close = закрити чат

## Передавання

console-alarm = Хтось усе ще чекає
console-offers = Вам пропонують
console-offered-by = Пропонує { $name }
console-accept = Прийняти
console-decline = Відмовитися
console-looks = Вас просять поглянути
console-due =
    { $count ->
        [one] На сьогодні { $count } повторний зв’язок
        [few] На сьогодні { $count } повторні зв’язки
        [many] На сьогодні { $count } повторних зв’язків
       *[other] На сьогодні { $count } повторного зв’язку
    }
console-transfer = Передати
console-transfer-hint = Чат лишається у вас, доки його хтось не прийме. Лише тоді про це скажуть людині.
console-transfer-to = Кому
console-transfer-note = Що варто знати наступному консультантові (приватно)
console-transfer-yes = Запропонувати
console-withdraw = Запропоновано: { $name }. Забрати пропозицію
console-colleague = Колега
console-colleagues = Колеги
console-teams = Команди
console-there = на зміні
console-away = немає на місці
console-ask-look = Попросити колегу поглянути
console-ask-look-hint = Колега зможе читати чат і писати нотатки. Людині пишете лише ви.
console-ask = Попросити
console-reopen = Відкрити знову
console-reopen-hint = Для чату, який закрили зарано. Форму закриття потім заповнюють заново.
console-earlier =
    { $count ->
        [one] { $count } попередня розмова
        [few] { $count } попередні розмови
        [many] { $count } попередніх розмов
       *[other] { $count } попередньої розмови
    }
console-earlier-open = прочитати
console-felt-better = стало краще
console-felt-same = почувалися так само
console-felt-worse = стало гірше
console-felt-unsaid = не хотіли казати, як почуваються

## Огляд

console-board = Огляд
console-board-hint = Хто на місці, хто який чат має, хто чекає. Відкривши чужий чат, ви можете його читати; це записується в журнал.
console-desk-there = на зміні
console-desk-away = на зміні, консоль закрита
console-desk-off = не на зміні
console-desk-empty = Зараз немає чатів.
