# Protection from abuse: what people are told, and what the staff reads.

## To people

restraint-slow = Протягом години до консультанта доходить одне повідомлення на хвилину. Пишіть, будь ласка, спокійно й одним повідомленням.
restraint-mute = Протягом години ваші повідомлення не доходять до консультанта. Коли консультант вам не пише, відповідаю я.
restraint-block = Протягом 24 годин на ваші повідомлення тут не відповідають.
restraint-held-slow = Це повідомлення не дійшло до консультанта: зараз доходить лише одне на хвилину. Надішліть його, будь ласка, ще раз за хвилину.
restraint-held-mute = Це не дійшло до консультанта. Не пізніше ніж за годину це знову буде можливо.
restraint-held-block = На це не відповіли: протягом 24 годин на повідомлення тут не відповідають.
restraint-danger = Якщо ви в небезпеці, напишіть, що відбувається, або натисніть 🆘: це читають завжди.
restraint-lifted = Ви знову можете писати тут, як раніше.

## To the staff

staff-abuse = Образи, спам
staff-abuse-hint = Закінчиться саме, і людині про це скажуть. Повідомлення про небезпеку доходять завжди й скасовують обмеження.
staff-abuse-slow = Одне повідомлення на хвилину, годину
staff-abuse-mute = Не пропускати годину
staff-abuse-block = Заблокувати на добу
staff-abuse-free = Скасувати
staff-held-back = Не пропущено
staff-restraint-now-slow = Сповільнено
staff-restraint-now-mute = Повідомлення не доходять
staff-restraint-now-block = Заблоковано
staff-happened-restrained = Обмежено через зловживання
staff-happened-freed = Обмеження скасовано
staff-cause-slow = одне повідомлення на хвилину
staff-cause-mute = не пропускати годину
staff-cause-block = заблоковано на добу
