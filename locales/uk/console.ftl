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
