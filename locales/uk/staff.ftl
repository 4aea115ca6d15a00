# Тексти застосунку для працівників: вхід, консоль консультантів, облікові записи.

staff-title = Гаряча лінія
staff-skip = Перейти до вмісту
staff-navigation = Сторінки
staff-console = Чати
staff-accounts = Облікові записи
staff-back = Назад
staff-save = Зберегти
staff-reload = Оновити

## Вхід

staff-sign-in = Увійти
staff-sign-out = Вийти
staff-sign-in-hint = Для консультантів та адміністраторів гарячої лінії.
staff-name = Ім’я
staff-password = Пароль
staff-sign-in-wrong = Ім’я або пароль неправильні. Перевірте їх і спробуйте ще раз.
staff-sign-in-wait =
    { $count ->
        [one] Забагато невдалих спроб для цього імені. Зачекайте { $count } хвилину.
        [few] Забагато невдалих спроб для цього імені. Зачекайте { $count } хвилини.
        [many] Забагато невдалих спроб для цього імені. Зачекайте { $count } хвилин.
       *[other] Забагато невдалих спроб для цього імені. Зачекайте { $count } хвилини.
    }
staff-welcome = Створіть пароль
staff-welcome-hint = Ваше ім’я тут – «{ $name }». Придумайте пароль, і ви одразу увійдете.
staff-password-new = Новий пароль
staff-password-again = Той самий пароль ще раз
staff-password-rule = Щонайменше { $count } символів. Кілька не пов’язаних між собою слів легко запам’ятати й важко вгадати.
staff-password-set = Зберегти пароль і увійти
staff-password-short = Пароль закороткий: потрібно щонайменше { $count } символів.
staff-password-long = Пароль задовгий: найбільше 200 символів.
staff-password-name = Пароль не може збігатися з іменем.
staff-password-common = Цей пароль вгадують одним із перших. Придумайте інший.
staff-password-differs = Паролі не збігаються. Введіть обидва ще раз.
staff-link-dead = Це посилання вже використали, або воно застаріло. Попросіть адміністратора про нове.

## Відмови

staff-refused-title = Не вийшло
staff-refused-foreign = Запит надійшов не зі сторінки гарячої лінії, тому нічого не змінено.
staff-refused-csrf = Сторінка застаріла, тому нічого не змінено. Поверніться, оновіть сторінку і спробуйте ще раз.
staff-refused-permission = Ваш обліковий запис не має доступу до цієї сторінки.
staff-refused-signed-out = Ви вийшли із системи. Нічого не надіслано. Увійдіть і спробуйте ще раз.
staff-refused-size = Це завелике, щоб надіслати.
staff-refused-talk = Цей чат вам не доступний: його має хтось інший, людина вийшла з черги або його стерто.
staff-refused-claimed = { $name } вже має цей чат: Вас випередили.
staff-refused-not-claimed = Цей чат (уже) не ваш, тому нічого не надіслано.
staff-refused-missing = Такої сторінки немає.

## Ролі та облікові записи

staff-role = Роль
staff-role-counselor = Консультант
staff-role-admin = Адміністратор
staff-language = Мова сторінок
staff-takes = Мови, якими ви берете розмови (нічого не позначено: усі)
staff-takes-hint = Хто чекає іншою мовою, дізнається, що для неї зараз нікого немає і коли хтось буде. Взяти ви й далі можете будь-яку розмову.
staff-language-other = інша мова
staff-account-make = Новий обліковий запис
staff-account-link = Нове одноразове посилання
staff-account-block = Заблокувати
staff-account-block-hint = Доступ припиниться одразу, а чати повернуться в чергу.
staff-account-block-yes = Заблокувати: { $name }
staff-account-unblock = Розблокувати
staff-account-blocked = Заблоковано
staff-account-new = Ще без пароля
staff-account-incomplete = Оберіть роль і мову.
staff-account-taken = Обліковий запис із таким іменем уже є.
staff-account-unfit = Таке ім’я не підходить: потрібно від 2 до 60 літер, цифр, крапок або дефісів.
staff-account-own = Свій обліковий запис заблокувати не можна. Попросіть іншого адміністратора.
staff-name-rule = Від 2 до 60 літер, цифр, крапок або дефісів. Люди, які пишуть, його не бачать.
staff-link-title = Одноразове посилання: { $name }
staff-link-hint = Передайте його безпечним шляхом. Воно діє один раз, протягом 24 годин, і показане лише зараз.
staff-seen = Останній візит: { $when }
staff-never-seen = Ще не входили

## Запитання без відповіді

staff-unanswered = Без відповіді
staff-unanswered-hint = Запитання, на які люди не отримали корисної відповіді. Імена, номери й адреси вилучає програма за правилами і може щось пропустити: нікому цього не передавайте. Вирішене зникає зі списку й повертається, якщо про це запитають знову.
staff-unanswered-language = Мова відповіді
staff-unanswered-reason = Причина
staff-unanswered-order = Порядок
staff-unanswered-any = Усі
staff-unanswered-often = Спочатку найчастіші
staff-unanswered-newest = Спочатку найновіші
staff-unanswered-show = Показати
staff-unanswered-why-nothing-found = відповіді не знайдено
staff-unanswered-why-out-of-scope = не наша тема
staff-unanswered-why-not-helped = відповідь не допомогла
staff-unanswered-times =
    { $count ->
        [one] запитали { $count } раз
        [few] запитали { $count } рази
        [many] запитали { $count } разів
       *[other] запитали { $count } раза
    }
staff-unanswered-last = Востаннє:
staff-unanswered-first = уперше:
staff-unanswered-near = Найближча відповідь: «{ $question }»
staff-unanswered-near-wrong = Дано відповідь: «{ $question }»
staff-unanswered-settle = Вирішено
staff-unanswered-none = Тут порожньо: на кожне запитання знайшлася відповідь.
staff-unanswered-none-of = Таких запитань немає. Оберіть «Усі», щоб побачити решту.
staff-unanswered-pages = Сторінки списку
staff-unanswered-page = Сторінка { $page } з { $last }
staff-unanswered-before = Попередня сторінка
staff-unanswered-after = Наступна сторінка

## Черга

staff-on-shift = На зміні
staff-off-shift = Не на зміні
staff-shift-begin = Почати зміну
staff-shift-end = Завершити зміну
staff-sound = Звук
staff-waiting = Чекають
staff-waiting-none = Ніхто не чекає.
staff-mine = Мої чати
staff-mine-none = Зараз у вас немає чатів.
staff-nobody-on-shift = На зміні нікого немає: тим, хто просить людину, про це кажуть.
staff-fresh = Нове
staff-arrived = У черзі хтось новий
staff-country-unknown = країна невідома
staff-channel-telegram = Telegram
staff-channel-webchat = Вебчат
staff-ago-now = щойно
staff-ago-minutes = { $count } хв
staff-ago-hours = { $count } год
staff-ago-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    }
staff-rank-3 = ‼ Надзвичайна ситуація
staff-rank-2 = ! Експлуатація
staff-rank-1 = Занепокоєння
staff-rank-0 = Небезпеки не помічено
staff-reason-asked = просить людину
staff-reason-danger = виявлено небезпеку
staff-reason-unknown = програма не зрозуміла
staff-reason-offer = про пропозицію

## Відкритий чат

staff-nothing-open = Оберіть чат. Угорі ті, кому загрожує найбільша небезпека.
staff-back-to-list = Усі чати
staff-story = Розмова
staff-state-waiting = Чекає
staff-state-mine = Цей чат у вас
staff-state-over = Закрито
staff-topic = Тема: { $topic }
staff-topic-offer = пропозиція
staff-claim = Взяти цей чат
staff-claim-hint = Програма замовкне, а людина дізнається, що консультант уже тут.
staff-reply-to = Напишіть { $name } ({ $language })
staff-send = Надіслати
staff-note-add = Приватна нотатка
staff-note-hint = Її бачать лише консультанти.
staff-note-save = Зберегти нотатку
staff-return = Повернути в чергу
staff-return-hint = Людина збереже своє місце, і чат зможе взяти інший консультант.
staff-close = Закрити чат
staff-close-hint = Людині про це скажуть і запитають, як вона почувається. Її наступне повідомлення знову отримає програма.
staff-close-yes = Так, закрити
staff-over = Цей чат закрито. Його ще можна читати.
staff-moved = Чат змінився: його хтось узяв, повернув або закрив, або людина вийшла.
staff-message-empty = Немає чого надсилати.
staff-message-long = Повідомлення задовге: найбільше { $count } символів. Надішліть його частинами.
staff-unsent = Не надіслано
staff-retry = Надіслати ще раз
staff-discard = Відкинути
staff-connection-lost = Зв’язок утрачено. Пробуємо знову …
staff-pressed = Натиснуто: { $label }
staff-forwarded = переслано
staff-author-person = Людина
staff-author-bot = Програма
staff-author-system = Гаряча лінія
staff-author-you = Ви
staff-delivery-pending = Надсилається …
staff-delivery-sending = Надсилається …
staff-delivery-sent = ✓ Доставлено
staff-delivery-failed = Не доставлено: можливо, людина заблокувала чат.
staff-delivery-cancelled = Не надіслано: консультант відповів першим.
staff-file-picture = Зображення: { $name }
staff-file-sound = Голосове повідомлення: { $name }
staff-file-save = Зберегти файл: { $name }
staff-file-too-large = файл завеликий
staff-file-not-passed-on = файл не вдалося отримати
staff-kind-photo = зображення
staff-kind-voice = голосове повідомлення
staff-kind-file = файл
staff-kind-location = місце на карті
staff-kind-contact = контакт
staff-kind-sticker = наліпка
staff-kind-edit = змінене повідомлення
staff-kind-other = повідомлення іншого виду
staff-history =
    { $count ->
        [0] Що вже відбулося
        [one] Що вже відбулося · { $count } нотатка
        [few] Що вже відбулося · { $count } нотатки
        [many] Що вже відбулося · { $count } нотаток
       *[other] Що вже відбулося · { $count } нотатки
    }
staff-happened-requested = Стали в чергу
staff-happened-raised = Стало терміновішим
staff-happened-claimed = Взято
staff-happened-returned = Повернуто в чергу
staff-happened-noted = Нотатка
staff-happened-left = Людина хотіла вийти з черги
staff-happened-closed = Закрито

## Ознаки небезпеки

staff-sign-blackmail-photos = шантаж фотографіями
staff-sign-cannot-leave = не може піти
staff-sign-child-in-danger = дитина в небезпеці
staff-sign-child-online-recruiter = дитині пише вербувальник
staff-sign-controlled-partner = партнер контролює
staff-sign-debt-to-work-off = відпрацювання боргу
staff-sign-documents-held = забрали документи
staff-sign-driven-away = кудись везуть
staff-sign-followed = переслідують
staff-sign-forced-crime = примушують до злочину
staff-sign-forced-services = примушують до послуг
staff-sign-friend-exploited = експлуатують знайому людину
staff-sign-guarded = під охороною
staff-sign-locked-in = замкнено
staff-sign-medical = потрібен лікар
staff-sign-needs-hiding = мусить ховатися
staff-sign-phone-taken = забрали телефон
staff-sign-relative-silent = родич не виходить на зв’язок
staff-sign-sexual-violence = сексуальне насильство
staff-sign-suicide = думки про самогубство
staff-sign-threat-now = погрожують зараз
staff-sign-threats-past = погрожували раніше
staff-sign-travel-soon-strong-flags = скоро їде за поганою пропозицією
staff-sign-violence-now = насильство зараз
staff-sign-wages-withheld = не платять зарплату
staff-sign-weapon = зброя
staff-sign-pressed-danger = натиснуто «Я в небезпеці»

## Клавіші

staff-keys = Клавіші
staff-key-next = наступний і попередній чат у списку
staff-key-claim = взяти відкритий чат
staff-key-reply = перейти до відповіді
staff-key-send = надіслати
staff-key-line = новий рядок
staff-key-back = вийти з поля, потім назад до списку
staff-key-help = ці клавіші
staff-close-help = Закрити
