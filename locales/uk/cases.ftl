# Завершення розмови, повторний контакт, записи про випадки, аркуш показників.

## Завершення

staff-closing-kind = Що це було?
staff-closing-kind-information = запитання
staff-closing-kind-offer = перевірка пропозиції
staff-closing-kind-exploitation = можлива експлуатація
staff-closing-kind-danger = небезпека
staff-closing-kind-someone-else = про іншу людину
staff-closing-kind-silent = людина мовчала
staff-closing-kind-abusive = образи
staff-closing-kind-test = лише перевірка зв’язку
staff-closing-topics = Теми
staff-closing-referrals = Куди скеровано
staff-closing-elsewhere = Служби в інших країнах
staff-closing-follow-up = Знову поцікавитися людиною
staff-closing-shared = хто буде на зміні того дня, не лише я
staff-closing-wrong-kind = Оберіть, що це була за розмова. Вона досі відкрита.
staff-closing-wrong-topics = Однієї з тем уже немає. Оберіть ще раз; розмова досі відкрита.
staff-closing-wrong-referrals = Однієї зі служб уже немає в довіднику. Оберіть ще раз; розмова досі відкрита.
staff-closing-wrong-date = Такий день не підходить: оберіть від сьогодні й не далі ніж за 89 днів. Через 90 днів розмову буде стерто.

## Повторний контакт

staff-follow-ups = Повторний контакт
staff-follow-ups-hint = Ваші й ті, які може взяти кожен на зміні. Нагадування стирається разом із розмовою.
staff-follow-ups-due = На сьогодні й прострочені
staff-follow-ups-later = Пізніше
staff-follow-ups-none = На сьогодні нікого немає.
staff-follow-up-shared = для будь-кого
staff-follow-up-talk = Прочитати розмову
staff-follow-up-done = Зроблено
staff-follow-up-move = Інший день
staff-follow-up-to = Новий день
staff-follow-up-gone = Цього нагадування вже немає, або воно за іншим консультантом.
