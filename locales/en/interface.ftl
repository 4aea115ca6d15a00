# Interface texts. Plain language: short sentences, one idea a message, the most important thing first.
# Phone numbers never stand here: they come from the directory.

## First contact and menu

start =
    { "" }**You can write to us free of charge, and you need not give your name.**
    I am a computer program of a hotline on safe migration and on human trafficking. I answer questions, check job offers, and call a counselor – a real person – when you want one.

    What you write is stored encrypted. A counselor reads it only when you ask for a person or when someone is in danger. You can erase everything at any time: Privacy → Erase my data.

    If it is not safe to write now, call the emergency number and delete this chat.

    Choose your language:
menu = What do you need? Press a button or simply write in your own words.
greeting = Hello! I am here. Press a button or write what worries you, in your own words.
thanks = You are welcome. Write any time, day or night.
goodbye = Take care. This chat stays open: write whenever you need.
bot-challenge = I am a computer program, not a person. I answer questions about work abroad, protection and papers, check offers for warning signs, and can call a counselor – a real person.
out-of-scope = I don’t know about that. I help with work abroad, protection and papers, checking offers, and with danger or exploitation. For anything there, just ask.
affirm-alone = Good. What shall we do next?
deny-alone = All right. What do you need?
leave-queue-alone = Nobody is being called now. I am here if you need something.
cannot-write-alone = Then don’t write now. Close this chat, and delete it if someone may look at your phone. You can write again later: I will answer at any hour.
dont-know-alone = That is fine. You need not know everything. What can I help with?

button-danger = 🆘 I am in danger
button-check-offer = 🔍 Check a job offer
button-ask = ❓ Ask a question
button-services = 📍 Help near me
button-human = 👤 Talk to a person
button-language = 🌐 Language
button-privacy = 🔒 Privacy
button-menu = ☰ Menu
button-no = No
button-elsewhere = Another country
button-where-unsaid = I’d rather not say

## Language

language-ask = Which language shall I speak?
language-chosen = I will speak English. You can still write in Ukrainian, Romanian or Russian.
language-other = This looks like { $name }. I don’t speak it yet. I understand Ukrainian, Romanian, English and Russian: please choose one, or call a counselor.
language-unclear = I could not read this. I understand Ukrainian, Romanian, English and Russian: please choose one, or call a counselor.

## Privacy

privacy =
    { "" }**Who reads this?** I, a computer program. A counselor reads the chat only when you ask for a person or when someone is in danger. Questions that I cannot answer go to those who write my answers: without names and numbers, and without saying who asked.

    { "" }**What do we know?** Not your name and not your phone number, unless you write them. We store what you write, encrypted.

    { "" }**How long?** Until you erase it, and at most 90 days after a counselor has closed the talk or after you last wrote; longer only if you agree. When you erase, only your language and the address for replies stay, encrypted, until you have been silent for 90 days.

    { "" }**When may we act without asking?** Only when a life is in danger or a child is at risk.

    If you write in Telegram, it keeps its own copy of this chat: delete it there too.
button-erase = 🗑 Erase my data
erase-ask = Erase everything you wrote here and everything we answered? This cannot be undone. If a counselor is helping you, they will lose the story too.
button-erase-yes = Yes, erase everything
erased = Everything is erased. Please delete this chat in your app too: that copy is not ours. You can write again at any time.

## Answers

faq-source = Source: { $sources }. Checked on { $date }.
faq-checked = Checked on { $date }.
faq-expires = This answer holds until { $date } at the latest.
faq-expired = The rule I knew for this may have changed, so I no longer know the right answer. A counselor can find out for you.
faq-other-language = This answer exists only in { $language } so far:
faq-several = You asked about { $count } things. One after the other:
follow-up-unknown = I think you are asking more about “{ $question }”. I know nothing about it beyond that answer. Maybe one of these helps, or ask a person.
faq-which = Which of these do you mean?
faq-helped = I am glad. Is there anything else?
faq-not-helped = Sorry about that. Perhaps one of these? You can also ask in other words, or talk to a person.
ask-invite = Write your question in your own words. Or choose a topic:
unknown-guess = I am not sure I understood. Do you mean one of these?
unknown = I am not sure I understood. Could you say it in other words, with the country and what it is about?
unknown-again = I still don’t understand, and I don’t want to guess. A counselor – a real person – can read this and help.
noted = I have read it. To help, I need your question or the country. Write what worries you, or press a button. If you call a counselor, they read all that you wrote here.
button-helped = 👍 Helped
button-not-helped = 👎 Did not help

group-jobs = 💼 Before taking a job abroad
group-protection = 🛡 Temporary protection
group-border = 🛂 Crossing the border
group-documents = 📄 Documents
group-money = 🏠 Money and housing in Romania
group-daily-life = 🏥 Health, school, work
group-trafficking = 🤝 Exploitation: signs and help
group-work-problems = ⚖ Problems at work
group-family = 👪 Family, marriage, the missing
group-return = 🧭 Going home
group-youth = 🧒 Children and teenagers online
group-rides = 🚌 Rides and rooms from strangers
group-idp = 🏘 Displaced inside Ukraine
group-service = ℹ About this hotline

## Offers

offer-invite = Send me the offer: paste the text, forward the message, or tell in your own words what they promise and what they ask for. I will look for warning signs.
offer-not-one = I see no offer in this text. If you got one, paste it or tell me: what work, which country, what pay, and what they ask of you.
offer-asked-on = From the text alone nobody can tell whether this is a scam or how it will end: I only see signs. Until you are sure, do not pay, do not hand over documents and do not set off. Below is what people ask most after a check. Another offer or another question? Just send it.
offer-asked-again = I cannot say more than that from the text. A counselor – a real person – can look at this offer with you: press the button. Another offer? Just send it.
offer-verdict-high =
    { $count ->
        [one] { $count } serious warning sign in this offer.
       *[other] { $count } warning signs in this offer. Together they are serious.
    }
offer-verdict-caution =
    { $count ->
        [one] { $count } warning sign in this offer. Be careful.
       *[other] { $count } warning signs in this offer. Be careful.
    }
offer-verdict-none-found = No warning signs found in this text; that does not make it safe.
offer-together = I read this together with what you sent before.
offer-quote = “{ $text }”
offer-more = Also: { $names }.
offer-next-minor = If you are under 18, tell an adult you trust first. This line is for children:
offer-next-high = Please don’t send money or papers and don’t leave before you have talked to someone. You can do so here, or call:
offer-next =
    { "" }**What to check next**
    • Who exactly is the employer? Name, address, registration number. Look for it in the official register.
    • Ask for the written contract before you leave, in a language you read.
    • Keep your passport and phone with you. Leave copies and the address where you are going with someone you trust.
button-send-to-person = 👤 Show this to a counselor
button-how-to-check = How to check an offer

flag-documents-held = Your papers would be kept
flag-documents-held-why = Nobody but police or border guards may keep your passport, and only briefly. Without papers it is hard to leave.
flag-debt-bondage = A debt to work off
flag-debt-bondage-why = A debt taken from wages can grow and never end. It is a way to hold people.
flag-sexual-services = Sexual services, open or hidden
flag-sexual-services-why = Such words often hide work that people are then forced into.
flag-illegal-task = An illegal task
flag-illegal-task-why = The one who carries or photographs is punished, not the one who pays. It can be years in prison.
flag-minor-recruited = Children are recruited
flag-minor-recruited-why = Someone under 18 may not be taken abroad for work without guardians. This must be checked by a person.
flag-movement-control = No free movement or contact
flag-movement-control-why = Taking the phone, locking the door or forbidding calls is a sign of forced labour.
flag-threats = Threats or penalties for leaving
flag-threats-why = You may leave a job. Who threatens with debts, harm or shame wants to hold you.
flag-upfront-payment = You are to pay first
flag-upfront-payment-why = Real employers don’t ask workers to pay for the job. Such money is rarely seen again.
flag-no-contract = No written contract
flag-no-contract-why = Without a contract it is hard to prove what was promised, and hard to get your pay.
flag-contract-later = The contract only comes later
flag-contract-later-why = On the spot the terms are often different, and then it is hard to say no.
flag-contract-not-understood = A contract you cannot read
flag-contract-not-understood-why = Don’t sign what you cannot read. Ask for a text in your language and time to read it.
flag-illegal-status = Work without the right to work
flag-illegal-status-why = A tourist stay usually gives no right to work. Who works without it is easy to blackmail.
flag-unrealistic-pay = Pay too good to be true
flag-unrealistic-pay-why = Very high pay for simple work is the commonest bait.
flag-employer-hidden = The employer is hidden
flag-employer-hidden-why = An honest employer has a name and an address that can be checked.
flag-urgency = You are being rushed
flag-urgency-why = Rush leaves no time to check. An honest offer can wait a few days.
flag-secrecy = You are asked to keep it secret
flag-secrecy-why = Who asks you to hide it from family or to lie at the border cuts you off from help.
flag-unsafe-travel = Unsafe travel
flag-unsafe-travel-why = Alone with a stranger, at night or to a changed place you cannot easily turn back.
flag-pay-withheld = Pay held back
flag-pay-withheld-why = Pay that comes only at the end or shrinks through fines makes it hard to leave.
flag-excessive-hours = Too many hours
flag-excessive-hours-why = Twelve hours a day without days off is against the rules in EU countries and breaks your health.
flag-bad-housing = Bad or compulsory housing
flag-bad-housing-why = If the bed belongs to the boss, you lose both at once, and what is deducted is hard to check.
flag-appearance-criteria = Looks matter more than skills
flag-appearance-criteria-why = Age, looks and full-length photos are not needed for honest work of this kind.
flag-data-harvest = They want your data
flag-data-harvest-why = Card numbers, codes and photos of papers can be used to steal money or take credit in your name.
flag-task-scam = A paid-task scam
flag-task-scam-why = First they pay a little, then you are to top up, and the money is gone.
flag-false-authority = A false official
flag-false-authority-why = Real organisations don’t hire only by messenger and take no fee for help.
flag-family-offer = Marriage, surrogacy, donation for money
flag-family-offer-why = Such offers often end in dependence or exploitation. Talk to a counselor first.
flag-unlicensed-agent = An agent without proof
flag-unlicensed-agent-why = An agency must be in the official register and have a contract with the employer. Ask to see it.
flag-no-requirements = Nothing is required
flag-no-requirements-why = “We take everyone” together with good pay is a common bait.
flag-messenger-only = Contact only by messenger
flag-messenger-only-why = A number without a firm or an address can vanish in a minute.
flag-refugee-targeted = Aimed at refugees
flag-refugee-targeted-why = Some look for people in need on purpose. Ask why they need refugees of all people.
flag-all-paid = Everything is paid for you
flag-all-paid-why = Ask in writing what you will owe for it. “Free” often becomes a debt.
flag-vague-work = The work is not described
flag-vague-work-why = If you don’t know what you will do, you cannot know whether you want it.

## Help near me

where-ask = Which country are you in?
not-read-country = I could not find a country in your message. Write its name or press a button.
need-ask = What kind of help do you need?
not-read-need = I could not tell what kind of help you mean. Press a button, or say it in other words.
need-trafficking = Exploitation, trafficking
need-violence = Violence
need-child = A child
need-labour = Pay and work
need-refugee = Refugee support
need-legal = Legal help, consulate
need-psychological = Someone to talk to
need-missing = A missing person
need-any = I am not sure
place-eu = European Union
services-title = Help: { $country }
emergency-unknown = I have no checked emergency number for { $country }. Ask someone near you which number to call, or go to where people are. These answer from anywhere:
services-none = I have no checked service for this in the list. A counselor can look further.
services-checked = Numbers checked against official pages on { $date }. Hours can change.
button-other-need = Other help

directory-from-abroad = from abroad { $number }
directory-abroad-only = { $number }
directory-by-text = by text message { $number }
hours-always = day and night
hours-written = { $days } { $times }, { $zone } time
hours-closed-now = closed now
hours-daily = every day
hours-mon-fri = Mon–Fri
hours-mon-thu = Mon–Thu
hours-mon-wed = Mon–Wed
hours-tue-thu = Tue and Thu
hours-mon-tue-thu = Mon, Tue, Thu
zone-kyiv = Kyiv
zone-bucharest = Bucharest
zone-chisinau = Chișinău
zone-warsaw = Warsaw
zone-berlin = Berlin
zone-prague = Prague
zone-budapest = Budapest
zone-bratislava = Bratislava
zone-sofia = Sofia
zone-rome = Rome
zone-london = London

## Danger

danger-first = **If you are in danger now, call:**
danger-silent =
    Can’t speak? Call and stay on the line, or go to where people are: a shop, a hospital, a station, a library.
    Turn down the sound and the screen. If someone looks at your phone, close this chat.
danger-suicide = I am glad you wrote this. You are not alone with it. Please don’t stay by yourself now: go to someone, or call. A person will read this too.
danger-person-coming = I have put your message at the top of the queue for a counselor. Write here whatever you can: where you are, what you see. A person will read it.
danger-again = I have put this with what you wrote before. A counselor will read it all. If it is safe, write on: where you are, what you see.
danger-safe-to-write = Is it safe for you to write now?
button-safe-yes = Yes
button-safe-no = No
button-my-country = Numbers for another country
safe-yes = Good. If you can, write: which country and town or what you see around you, how many people are with you, whether someone is hurt. Short words are enough.
safe-no = Then don’t write. Close this chat and delete it if someone may look. When you can, call, or go to where people are. What you wrote has reached us.
exploitation-first = **What you describe must not be done to anyone. These people help:**
exploitation-waiting =
    They can tell you what can be done, help with papers, a safe place, pay and the way home. You decide what happens next.
    Keep what you have: messages, photos, addresses, names. Don’t warn those who hold you.
exploitation-ask =
    { exploitation-waiting }
    Shall I call a counselor here?
exploitation-more-first = **Thank you for telling me. These people help:**
exploitation-more-ask = A counselor – a real person – can read all this and think the next step through with you. Shall I call one?
exploitation-more-waiting = The counselor will read this too.
concern = This can be serious. A counselor can think it through with you, here and without your name. You can also call:

## Talking to a person

queue-joined =
    I have called a counselor. You are number { $place } in the queue. When they join, I will fall silent and they will write here.
    Meanwhile write what happened: they will read it all. I also go on answering.
queue-nobody = **{ $nobody }** Your talk is in the queue, and the first one on shift will read it. If it cannot wait:
queue-leave-message = You can write your message now: what happened, in which country, and how we may answer you. It will be waiting for the counselor.
queue-place = You are number { $place } in the queue. A counselor will write here. I go on answering meanwhile.
queue-place-nobody = You are number { $place } in the queue. { $nobody } The first one will read everything you write here.
queue-kept = The counselor will read this too: you are still in the queue. Write everything that matters, or ask me something.
queue-kept-more = This is kept for the counselor too.
queue-ask-leave = No counselor any more? Then press “Leave the queue”. If you are not sure, simply stay: waiting costs nothing, and meanwhile I answer.
queue-left = You have left the queue. I am still here, and you can call a person at any time.
button-leave-queue = Leave the queue
counselor-joined = A counselor is here now and reads what you wrote. From now on a person answers you.
counselor-returned = The counselor had to leave. You keep your place in the queue. I go on answering meanwhile.
counselor-closed = The counselor has ended this talk. I am here again, and you can call a person at any time. How do you feel now?
button-feel-better = Better
button-feel-same = The same
button-feel-worse = Worse
button-feel-unsaid = Rather not say
feel-thanks = Thank you. Write again whenever you need.
feel-thanks-worse = Thank you for saying so. You can call a person again right now.

## Other kinds of message

kind-photo = I cannot read pictures here. Please copy or type the text from it, and I will check it. A counselor can look at the picture: call one and send it then.
kind-voice = I cannot listen to voice messages. Please write in a few words. A counselor can listen: call one and send it then.
kind-file = I can open only pictures (JPEG, PNG, WebP, GIF, BMP) and PDF files. Please make a screenshot, or copy the text here. A counselor can look at the file: call one and send it then.
kind-location = I got your location but I do not store it. For help near you, choose the country. If you are in danger, press 🆘 in the menu.
kind-contact = Please be careful with other people’s phone numbers: I did not store this one. What would you like to know?
kind-sticker = Thank you! I only understand words: write what worries you, or press a button.
kind-other = I cannot read this kind of message. Please write in words, or call a counselor.
kind-empty = The message came empty. Write what worries you, or press a button.
kind-too-long = Your message is very long: I read the first { $count } characters. If something important came after that, send it again.
kind-too-large = The file is too large: at most { $size } MB.
kind-not-passed-on = The file could not be passed on. Please send it again, or describe it.
trouble = Something went wrong on our side. Your message is stored, and nothing is lost. If it is urgent, call:
