# Shifts: what people are told outside of them, and the page of the plan.

## To people

queue-when = { $when } (за часом міста { $zone })
nobody-there = Зараз на зміні немає консультантів.
nobody-for-language = Зараз на зміні немає консультантів, які пишуть вашою мовою.
queue-back = **{ $nobody }** За графіком хтось буде знову: { $when }. Ваша розмова в черзі, її прочитає перший, хто вийде на зміну. Якщо чекати не можна:
queue-place-back = Ваш номер у черзі: { $place }. { $nobody } За графіком хтось буде знову: { $when }. Тоді прочитають усе, що ви тут напишете.

## To the staff

staff-shifts = Зміни
staff-shifts-hint = Поза цим часом людям кажуть, коли хтось буде знову і які номери відповідають зараз. Хто справді на місці, вирішує кнопка «Почати зміну» в консолі, а не цей графік.
staff-shifts-open = За графіком зараз хтось на зміні.
staff-shifts-closed = За графіком зараз на зміні нікого немає.
staff-shifts-none = Поки що немає.
staff-shifts-next-day = (наступного дня)
staff-shifts-all-languages = усі мови
staff-shifts-remove = Прибрати
staff-shifts-add = Додати зміну
staff-shifts-days = Дні тижня
staff-shifts-begins = Від
staff-shifts-ends = До
staff-shifts-languages = Мови (якщо не позначено жодної, то всі)
staff-shifts-members = Хто в команді
staff-shifts-dissolve = Розпустити команду
staff-shifts-dissolve-hint = Команди, її змін і вихідних більше не буде. В історії чатів назва залишиться.
staff-shifts-dissolve-yes = Розпустити { $name }
staff-shifts-holidays = Дні без змін
staff-shifts-everybody = усі команди
staff-shifts-day = День
staff-shifts-team = Команда
staff-shifts-holiday-add = Додати день
staff-shifts-team-new = Нова команда
staff-shifts-team-make = Створити команду
staff-shifts-zone = За годинником міста
staff-shifts-team-unfit = Команда з такою назвою вже є, або назва порожня чи задовга.
staff-shifts-unfit = Так не вийде: виберіть команду, принаймні один день і обидва часи.
