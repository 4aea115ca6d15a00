# Alerts to the counselors' group in Telegram. Never a word of what somebody wrote.

alert-waiting = { $level }. Людина чекає на консультанта. Мова: { $language }. Від { $time }.
alert-still = { $level }. Людина досі чекає. Мова: { $language }. Від { $time }.
alert-many =
    { $count ->
        [one] На консультанта чекає { $count } людина, з них у надзвичайній ситуації: { $graver }. Найдовше чекають від { $time }.
        [few] На консультанта чекають { $count } людини, з них у надзвичайній ситуації: { $graver }. Найдовше чекають від { $time }.
        [many] На консультанта чекають { $count } людей, з них у надзвичайній ситуації: { $graver }. Найдовше чекають від { $time }.
       *[other] На консультанта чекають { $count } людини, з них у надзвичайній ситуації: { $graver }. Найдовше чекають від { $time }.
    }
alert-claimed = ✓ Цей чат взяв консультант.
alert-left = ✓ Ця людина більше не чекає.
