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

## Записи про випадки

staff-cases = Випадки
staff-cases-hint = Записи про можливу експлуатацію: ваші, про людей, чиї розмови ви ведете або вели, і записи заблокованих колег. Без згоди людини запис стирається разом із розмовою, зі згодою – через рік після останньої зміни.
staff-cases-none = Записів ще немає. Відкрийте запис поруч із чатом.
staff-cases-export = Зберегти обрані записи у файл
staff-cases-export-hint = Таблиця за міжнародним стандартом (HTCDS, CSV), лише з підтвердженими значеннями. Запис можна обрати, коли людина погодилася, щоб його передали далі.
staff-cases-none-exported = Нічого не збережено: для жодного з цих записів немає згоди людини на передання.
staff-cases-attribution = Назви полів і переліки: стандарт даних про випадки торгівлі людьми HTCDS 2.0 Міжнародної організації з міграції (МОМ), ліцензія CC BY 4.0. МОМ не схвалює цей проєкт і не відповідає за нього.
staff-case = Випадок { $number }
staff-case-waiting =
    { $count ->
        [one] підтвердити { $count } значення
        [few] підтвердити { $count } значення
        [many] підтвердити { $count } значень
       *[other] підтвердити { $count } значення
    }
staff-case-choose = обрати випадок { $number }
staff-case-open = Запис про випадок
staff-case-open-hint = Для можливої експлуатації: відкриває запис цієї розмови або переходить до нього
staff-case-hint = Заповнювати нічого не обов’язково. Чого не знаєте, те лишайте порожнім і не розпитуйте лише заради форми.
staff-case-contents = Частини запису
staff-case-proposals = Підтвердити
staff-case-proposals-hint = Це програма знайшла в розмові. Прочитайте слова й вирішіть про кожне окремо. Непідтверджене ніколи не передається.
staff-case-proposals-none = Вашого рішення нічого не чекає.
staff-case-where = де це сказано
staff-case-take = Підтвердити
staff-case-drop = Не так
staff-case-look-again = Переглянути розмову ще раз
staff-case-second = друге
staff-case-consent = Згода, імена й контакти
staff-case-consent-hint = Спершу поясніть зрозумілою людині мовою: що і навіщо зберігається, хто це бачить і як довго, що дані без імен можуть послужити дослідженням, що будь-якої миті можна попросити показати записане або відкликати згоду і що допомога від неї не залежить.
staff-case-hand-on = Передання
staff-case-export = Зберегти цей запис у файл (HTCDS, CSV)
staff-case-erase = Стерти цей запис
staff-case-erase-hint = Запис, імена й контакти буде стерто назавжди. Розмова залишиться.
staff-case-erase-yes = Так, стерти
staff-case-gone = Цього запису вже немає, або його веде інший консультант.
staff-case-needs-authority = Чи була торгівля людьми, вирішує лише влада: поліція, суд чи прокуратура або інший державний орган. Без такого рішення статус лишається «можливо». Нічого не збережено.
staff-case-changed-meanwhile = Запис змінили після того, як ви відкрили цю сторінку. Нижче – теперішній стан; вашу останню зміну не збережено.
staff-case-unfit = «{ $what }» не може мати такого значення. Нічого не збережено.
staff-case-no-consent-keep = Імена й контакти можна записати, коли людина погодиться, щоб їх зберігали.
staff-case-no-consent-share = Запис і аркуш показників можна передати, коли людина на це погодиться.
staff-case-section-status = Статус
staff-case-section-person = Людина
staff-case-section-recruitment = Як усе почалося
staff-case-section-exploitation = Експлуатація
staff-case-section-referral = Скерування
staff-case-section-indicators = Показники
staff-case-section-identity = Імена й контакти
staff-consent-keep = Імена й контакти
staff-consent-share = Передання
staff-consent-what-keep = Людина погоджується, щоб її ім’я та контакти зберігали.
staff-consent-what-share = Людина погоджується, щоб цей запис передали службі, яка їй допоможе.
staff-consent-how = Як дано згоду
staff-consent-basis-in-talk = у розмові
staff-consent-basis-written = письмово
staff-consent-basis-guardian = від батьків або опікуна
staff-consent-give = Записати згоду
staff-consent-withdraw = Відкликано
staff-consent-withdraw-keep = Імена й контакти буде стерто одразу, також у довільному тексті.
staff-consent-withdraw-share = Відтепер нічого не передається. Уже збережені файли не повертаються: повідомте тих, хто їх має.
staff-consent-withdraw-yes = Так, згоду відкликано

## Поля запису

staff-case-item-vic-TraffickingStatus = Статус
staff-case-item-vic-TraffickingStatusDecisionMakingOrg = Хто вирішив про статус
staff-case-item-cas-Status = Стан справи
staff-case-item-cas-ReasonForCaseClosure = Чому закрито
staff-case-item-prs-Gender = Гендер
staff-case-item-prs-Citizenship = Громадянство
staff-case-item-prs-PrimaryLanguage = Мова
staff-case-item-prs-MailingCountry = Країна перебування
staff-case-item-vic-AgeWhenTrafficked = Вік, коли це почалося
staff-case-item-vic-MethodOfRecruitment = Як знайшли людину
staff-case-item-vic-RecruitmentWebsitesAndApps = Сайти й застосунки
staff-case-item-vic-LocationOfRecruitment = Країна, де це почалося
staff-case-item-vic-RelationshipToTrafficker = Ким доводиться експлуататор
staff-case-item-vic-TypeOfExploitation = Вид експлуатації
staff-case-item-vic-MethodsOfControl = Засоби контролю
staff-case-item-vic-ForcedLabourIndustry = Галузь
staff-case-item-vic-TypeOfSexExploitation = Вид сексуальної експлуатації
staff-case-item-vic-LocationOfExploitation = Країна експлуатації
staff-case-item-cas-ReferredOrganisation = Куди скеровано
staff-case-item-cas-ReasonForOutgoingReferral = Чому скеровано
staff-case-item-cas-OutgoingReferralDate = День скерування
staff-case-item-cas-OutgoingReferralDetails = Подробиці скерування
staff-case-item-ilo-list = Який перелік
staff-case-item-prs-FirstName = Ім’я
staff-case-item-prs-MiddleName = По батькові або друге ім’я
staff-case-item-prs-SecondName = Прізвище
staff-case-item-prs-Birthdate = Дата народження
staff-case-item-prs-MobilePhone = Мобільний телефон із кодом країни
staff-case-item-prs-HomePhone = Інший телефон із кодом країни
staff-case-item-prs-Email = Електронна пошта
staff-case-item-prs-MailingStreet = Вулиця й будинок
staff-case-item-prs-MailingPostalCode = Поштовий індекс
staff-case-item-prs-MailingCity = Населений пункт

## Значення полів

staff-case-value-PossibleVictimOfTrafficking = можлива торгівля людьми
staff-case-value-ActualVictimOfTrafficking = торгівля людьми, за рішенням влади
staff-case-value-NotAVictimOfTrafficking = не торгівля людьми, за рішенням влади
staff-case-value-Police = поліція
staff-case-value-NGO = громадська організація
staff-case-value-CourtOrProsecution = суд або прокуратура
staff-case-value-NonPoliceGovernmentalOrganization = інший державний орган
staff-case-value-Other = інше
staff-case-value-Active = відкрита
staff-case-value-FollowUp = потрібен повторний контакт
staff-case-value-Closed = закрита
staff-case-value-ClosedReferred = закрита, людину скеровано
staff-case-value-Feminine = жіночий
staff-case-value-Masculine = чоловічий
staff-case-value-TransgenderFeminine = трансгендерний жіночий
staff-case-value-TransgenderMasculine = трансгендерний чоловічий
staff-case-value-NonConforming = небінарний
staff-case-value-NonSpecifiedUnknown = не сказано
staff-case-value-AtAPlaceOfBusiness = у закладі чи установі
staff-case-value-AtAnEducationalInstitution = у школі чи виші
staff-case-value-AtWork = на роботі
staff-case-value-ThroughOnlineSocialNetworks = у соціальних мережах
staff-case-value-ThroughAnOnlineAdvertisement = через оголошення в інтернеті
staff-case-value-ThroughATelevisionAdvert = через телебачення
staff-case-value-ThroughANewspaperAdvert = через газету
staff-case-value-ThroughFamilyOrFamilyEvents = через родину
staff-case-value-ThroughFriendsOrSocialEvents = через друзів
staff-case-value-Familial = родина
staff-case-value-Acquainted = знайомство
staff-case-value-Unaquainted = незнайома людина
staff-case-value-PhysicalThreats = погрози насильством
staff-case-value-ThreatsLawEnforcement = погрози поліцією
staff-case-value-ThreatensChildrenFamily = погрози дітям або родині
staff-case-value-DebtBondage = боргова кабала
staff-case-value-FalsePromises = неправдиві обіцянки
staff-case-value-PhysicalAbuse = фізичне насильство
staff-case-value-SexualAbuse = сексуальне насильство
staff-case-value-TakesEarnings = забирають заробіток
staff-case-value-RestrictsFinancialAccess = не дають доступу до грошей
staff-case-value-RestrictsMedicalCare = не пускають до лікаря
staff-case-value-WithholdsNecessities = позбавляють їжі, сну тощо
staff-case-value-PsychologicalAbuse = психологічне насильство
staff-case-value-PsychoactiveSubstance = алкоголь, наркотики чи ліки
staff-case-value-ExcessiveWorkingHours = надмірні години роботи
staff-case-value-WithholdsDocuments = забрали документи
staff-case-value-ForcedLabour = примусова праця
staff-case-value-SexualExploitation = сексуальна експлуатація
staff-case-value-ChildLabour = дитяча праця
staff-case-value-ForcedMarriage = примусовий шлюб
staff-case-value-Servitude = підневільний стан
staff-case-value-ForcedMilitaryByNonStateActors = примус до збройної групи
staff-case-value-OrganRemoval = вилучення органів
staff-case-value-ForcedBegging = примусове жебрацтво
staff-case-value-ForcedAdoption = примусове усиновлення
staff-case-value-Surrogacy = сурогатне материнство
staff-case-value-A-AgricultureForestryAndFishing = сільське й лісове господарство, рибальство
staff-case-value-B-MiningAndQuarrying = видобуток корисних копалин
staff-case-value-C-Manufacturing = виробництво
staff-case-value-D-ElectricityGasSteamAndAirConditioningSupply = електроенергія, газ, тепло
staff-case-value-E-WaterSupplySewerageWasteManagement = вода, каналізація, відходи
staff-case-value-F-Construction = будівництво
staff-case-value-G-WholesaleAndRetailTradeRepairOfMotorVehicles = торгівля, ремонт автомобілів
staff-case-value-H-TransportationAndStorage = транспорт і склади
staff-case-value-I-AccommodationAndFoodServiceActivities = готелі й заклади харчування
staff-case-value-J-InformationAndCommunication = інформація та зв’язок
staff-case-value-K-FinancialAndInsuranceActivities = фінанси й страхування
staff-case-value-L-RealEstateActivities = нерухомість
staff-case-value-M-ProfessionalScientificAndTechnicalActivities = професійна, наукова, технічна діяльність
staff-case-value-N-AdministrativeAndSupportServiceActivities = прибирання, охорона, офісна й агентська робота
staff-case-value-O-PublicAdministrationAndDefence = державне управління й оборона
staff-case-value-P-Education = освіта
staff-case-value-Q-HumanHealthAndSocialWorkActivities = охорона здоров’я та соціальна робота
staff-case-value-R-ArtsEntertainmentAndRecreation = мистецтво, розваги, спорт
staff-case-value-S-OtherServiceActivities = інші послуги
staff-case-value-T-ActivitiesOfHouseholdsAsEmployers = робота в домогосподарстві
staff-case-value-U-ActivitiesOfExtraterritorialOrganizations = посольства й міжнародні організації
staff-case-value-Prostitution = проституція
staff-case-value-Pornography = порнографія
staff-case-value-RemoteInteractiveServices = вебкамера та інші послуги на відстані
staff-case-value-PrivateSexualServices = приватні сексуальні послуги
staff-case-value-AdditionalServicesRequired = потрібні інші послуги
staff-case-value-MigrationOrChangeOfLocation = людина переїхала або переїде

## Показники

staff-ilo-dimension-ilo-deceptive-recruitment = Вербування обманом: обман щодо …
staff-ilo-dimension-ilo-coercive-recruitment = Вербування примусом
staff-ilo-dimension-ilo-vulnerability-recruitment = Вербування через уразливість
staff-ilo-dimension-ilo-exploitation = Експлуататорські умови праці
staff-ilo-dimension-ilo-coercion = Примус на місці
staff-ilo-dimension-ilo-vulnerability-destination = Зловживання вразливістю на місці
staff-ilo-job = роботи, місця чи роботодавця
staff-ilo-wages = заробітку
staff-ilo-conditions = умов праці
staff-ilo-contract = змісту чи законності договору
staff-ilo-housing = житла й побуту
staff-ilo-legal-status = документів чи законного статусу
staff-ilo-travel = дороги й умов наймання
staff-ilo-reunification = возз’єднання родини
staff-ilo-marriage = шлюбу чи усиновлення (обіцяних)
staff-ilo-education = можливості вчитися
staff-ilo-violence = насильство
staff-ilo-violence-threats = погрози насильством
staff-ilo-abduction = викрадення, примусовий шлюб чи усиновлення, продаж
staff-ilo-debt = боргова кабала
staff-ilo-documents = відібрані документи
staff-ilo-isolation = ізоляція, замкненість або стеження
staff-ilo-denounce = погроза виказати владі
staff-ilo-expose = погроза розповісти родині, громаді чи всім
staff-ilo-family-violence = насильство або погрози щодо родини
staff-ilo-money = не віддають гроші
staff-ilo-hard-family = користуються скрутою в родині
staff-ilo-illegal-status = користуються незаконним статусом
staff-ilo-no-language = користуються браком освіти чи незнанням мови
staff-ilo-no-information = користуються браком відомостей
staff-ilo-control = контроль з боку експлуататорів
staff-ilo-economic = економічні причини
staff-ilo-false-success = вигадки про успіх за кордоном
staff-ilo-false-law = неправда про закон чи владу
staff-ilo-family = обставини родини
staff-ilo-personal = особисті обставини
staff-ilo-emotional = психологічна або емоційна залежність
staff-ilo-authorities = стосунки з владою, правовий статус
staff-ilo-past = труднощі в минулому
staff-ilo-organising-travel = важко організувати дорогу
staff-ilo-beliefs = зловживання культурою чи вірою
staff-ilo-context = війна, лихо, політика
staff-ilo-hours = надмірні дні чи години роботи
staff-ilo-low-pay = мала плата або жодної
staff-ilo-wage-tricks = махінації з платою
staff-ilo-living = погані умови життя
staff-ilo-working = дуже погані умови праці
staff-ilo-hazard = небезпечна праця
staff-ilo-law = не дотримано закону про працю чи договору
staff-ilo-no-protection = немає соціального захисту
staff-ilo-no-education = немає можливості вчитися
staff-ilo-crime = примус до незаконного
staff-ilo-tasks = нав’язані завдання чи клієнти
staff-ilo-influence = під сильним впливом
staff-ilo-against-peers = примус діяти проти своїх
staff-ilo-lie = примус брехати владі чи родині
staff-ilo-worse = погроза ще гіршими умовами
staff-ilo-wages-withheld = не платять зароблене
staff-ilo-dependency = залежність від експлуататорів
staff-ilo-unknown-area = важко жити в незнайомому місці
staff-ilo-characteristics = особисті риси
staff-ilo-weight-strong = сильний
staff-ilo-weight-medium = середній
staff-ilo-weight-weak = слабкий
staff-ilo-positive = за правилом складається
staff-ilo-negative = за правилом не складається
staff-ilo-quote = Слова людини: «{ $text }»
staff-ilo-result-none = Жоден вимір не складається. Це нічого не доводить: можливо, ще мало сказано.
staff-ilo-result-between = Деякі виміри складаються, але такого поєднання в таблиці правила немає. Обговоріть його з колегою.
staff-ilo-result-labour = Таблиця правила називає це експлуатацією мігранта: справа про трудові права.
staff-ilo-result-deceived = Таблиця правила називає це обманом та експлуатацією.
staff-ilo-result-trafficking = Таблиця правила називає таке поєднання торгівлею людьми заради примусової праці. Вирішує це влада, а не цей аркуш.
staff-ilo-result-child = Для дитини правило не потребує засобів: якщо хтось вербував, перевозив чи переховував дитину заради цієї експлуатації, це вказує на торгівлю людьми. Вирішує це влада, а не цей аркуш.

## Аркуш показників

staff-sheet = Аркуш показників
staff-sheet-head = Випадок { $number } · { $day }
staff-sheet-foot = Випадок { $number } · конфіденційно, передано за згодою людини
staff-sheet-list-adult = Трудова експлуатація: перелік для дорослих
staff-sheet-list-child = Трудова експлуатація: перелік для дітей
staff-sheet-hint = Це допомога для судження консультанта. Аркуш рахує підтверджені показники за правилом; він не каже, що сталося і ким є людина.
staff-sheet-result = Усе разом
staff-sheet-source = Джерело: операційні показники торгівлі людьми, Міжнародне бюро праці та Європейська комісія, 2009 (WCMS_105023). Вагу показників узято з вторинного джерела, її треба звірити з документом МОП. Переліків щодо сексуальної експлуатації тут немає.
staff-sheet-language = Мова аркуша
staff-sheet-named = з іменами й контактами
staff-sheet-get = Зберегти аркуш показників (PDF)

## Зведення

staff-figures = Зведення випадків
staff-figures-hint = Усі записи без імен, контактів, довільного тексту, днів та організацій. Кожен рядок є в таблиці щонайменше { $k } разів; рідкісне з нього вилучено, а надто рідкісний запис не потрапляє до таблиці. Оприлюднюйте її не частіше ніж раз на рік: дві таблиці близьких днів можна порівняти.
staff-figures-done = Найменше однакових рядків: { $k }. Повних рядків: { $whole }. Рядків, що кажуть менше: { $coarser }. Не потрапило записів: { $out }.
staff-figures-get = Зберегти таблицю (ZIP із CSV)
