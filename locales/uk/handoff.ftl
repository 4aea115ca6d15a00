# The hand-over: what people are told in the queue, and what the staff reads of transfers, looks and timers.

## To people

queue-usual =
    { $count ->
        [one] Останнім часом чекали приблизно { $count } хвилину.
        [few] Останнім часом чекали приблизно { $count } хвилини.
        [many] Останнім часом чекали приблизно { $count } хвилин.
       *[other] Останнім часом чекали приблизно { $count } хвилини.
    }
queue-usual-hours =
    { $count ->
        [one] Останнім часом чекали приблизно { $count } годину.
        [few] Останнім часом чекали приблизно { $count } години.
        [many] Останнім часом чекали приблизно { $count } годин.
       *[other] Останнім часом чекали приблизно { $count } години.
    }
queue-closer = Черга просувається: тепер ваш номер { $place }. А поки відповідаю я.
queue-still = Про вас пам’ятають: ваш номер у черзі { $place }. А поки відповідаю я. Якщо чекати більше не хочете, натисніть «Вийти з черги».
counselor-away = Консультант не зміг відповідати далі. Ваша розмова знову в черзі на своєму місці, під номером { $place }. Її може взяти інший консультант, а поки відповідаю я.
counselor-away-nobody = Консультант не зміг відповідати далі, а більше на зміні зараз нікого немає. Ваша розмова знову в черзі на своєму місці, під номером { $place }, а поки відповідаю я. Її прочитає перший, хто вийде на зміну.
counselor-changed = Відтепер вам пише інший консультант. Усе, що ви вже написали, видно й цій людині.
counselor-reopened = Консультант знову тут. Відтепер вам відповідає людина.

## To the staff

staff-role-supervisor = Супервізор
staff-raised = ▲ Терміновіше
staff-state-other = Веде колега
staff-other-hint = Цей чат веде { $name }. Ви можете читати й залишати нотатки; людині пише лише { $name }.
staff-take-over = Перебрати чат
staff-take-over-hint = Чат одразу перейде до вас, і { $name } більше не зможе писати. Людині буде сказано, що далі пише інший консультант. Це буде записано в журналі.
staff-take-over-yes = Так, перебрати
staff-refused-not-offered = Цей чат вам не пропонують або вже не пропонують: його прийняв хтось інший, пропозицію відкликано або час минув.
staff-refused-cannot-take = Там зараз нікому взяти цей чат. Виберіть, будь ласка, іншого колегу або іншу команду.
staff-refused-talked-on = Цей чат не можна відкрити знову: людина вже почала нову розмову.
staff-happened-offered = Запропоновано передати
staff-happened-accepted = Передачу прийнято
staff-happened-declined = Передачу відхилено
staff-happened-look-asked = Прохання глянути
staff-happened-looked = Переглянуто
staff-happened-taken-over = Перебрано
staff-happened-reopened = Відкрито знову
staff-cause-no-reply = не було першої відповіді вчасно
staff-cause-silent = надто довго не було відповіді
staff-cause-offline = консоль зникла
staff-cause-timeout = ніхто не відповів вчасно
staff-cause-blocked = обліковий запис заблоковано
