# The guided check of an offer: short, calm, by buttons. Who answers may be leaving tomorrow.

button-guided = 🧭 A few questions
button-guided-told = 💬 I have no text, ask me
button-guided-continue = ▶ Go on with the check
button-guided-other = 🆕 This is another offer
button-guided-anew = 🆕 New check
button-guided-back = ↩ Change the answer
button-guided-end = 🏁 To the result
button-guided-send = 👤 Send to a counselor
button-guided-unsure = I don’t know / rather not say

button-guided-contract-read = Yes, and I understand it
button-guided-contract-words = No, only words
button-guided-contract-arrival = They give it on arrival
button-guided-contract-foreign = Yes, but I can’t read it
button-guided-pay-nothing = No, nothing
button-guided-pay-first = Yes, pay in advance
button-guided-pay-worked = Yes, work off a debt
button-guided-papers-self = I will
button-guided-papers-kept = They want to take it
button-guided-papers-photos = They ask for photos now
button-guided-work-service = Hotel, cleaning, care
button-guided-work-labour = Farm, warehouse, factory, site
button-guided-work-hostess = Hostess, massage, webcam
button-guided-work-parcels = Carry parcels or money
button-guided-work-else = Other work
button-guided-work-vague = They don’t say exactly
button-guided-employer-known = Yes: I have name and address
button-guided-employer-contact = Only a number or nickname
button-guided-employer-hidden = I ask, they don’t say
button-guided-when-soon = Today or tomorrow
button-guided-when-week = In a few days
button-guided-when-later = Later, or not decided
button-guided-age-minor = Under 18
button-guided-age-adult = 18 or older

guided-offer = Shall I check more closely? At most five questions with buttons, and at the end a list of what to find out and a card with numbers for the way.
guided-added = I have added this to your check too.
guided-intro = At most five questions. Press buttons or write in words. You need not answer, and you can stop: the check waits here for seven days.
guided-resumed = Let’s go on where you stopped.
guided-head = Question { $number } (of at most { $most })
guided-noted = ⚠ That is a sign: **{ $sign }**.
guided-not-read = I could not tell which of these it is. Press the one that fits best:
guided-noted-before = I have noted that answer already.
guided-changed = The answer is changed.
guided-gone = I no longer have this check: they wait here for seven days. You can begin a new one.

guided-ask-country = Which country are you invited to?
guided-ask-contract = Is there a written contract that you can read?
guided-ask-pay = Do you have to pay anything?
guided-ask-papers = Who will keep your passport?
guided-ask-work = What work are you offered?
guided-ask-employer = Do you know who the employer is?
guided-ask-when = When are you to leave?
guided-ask-age = How old is the person who would go?

guided-none-found-text = No warning signs found in this text or in your answers; that does not make it safe.
guided-none-found = No warning signs found in your answers; that does not make it safe.

guided-checklist = Before you decide
guided-check-employer = Find out the employer’s name, address and registration number. Call them by the number on their official page, not the one in the offer.
guided-check-contract = Ask for the contract before you leave, in a language you read.
guided-check-pay = Pay nothing in advance. Ask them to write down what is deducted and what for.
guided-check-papers = Keep your passport with you. Send no photos of papers before there is a contract.
guided-check-work = Ask what exactly you will do, where, and how many hours a day.
guided-check-country = Find out the country, the town and the exact address.
guided-check-when = Don’t let them rush you: an honest offer can wait a few days.
guided-register = If an agent invites you, look for them here: { $register }.
guided-register-none = I have no checked register of agents for this country ({ $country }). You can ask a counselor.
guided-letter = ✉ Questions for the recruiter, ready to copy. In which language?

guided-letter-hello = Hello! Before I decide, please answer in writing:
guided-letter-employer = What are the employer’s full name, address and registration number?
guided-letter-work = What exactly is the work, and at which address?
guided-letter-terms = What is the pay, when is it paid, how many hours a day and days off a week?
guided-letter-contract = Will you send me the contract before I leave, in a language I understand?
guided-letter-pay = Do I have to pay anything? What is deducted from the wages?
guided-letter-papers = Will my passport stay with me all the time?
guided-letter-housing = Where will I live, what does it cost, and may I live elsewhere?
guided-letter-agent = If you are an agent: what is your number in the register ({ $register })?
guided-letter-any-agent = If you are an agent: in which register are you, and under what number?
guided-letter-thanks = Thank you. I look forward to your answer.
guided-letter-how = Copy or forward the message above. If they get angry, rush you or fall silent, that is a sign too. If you are afraid of them, don’t send it: talk to a counselor first.

guided-card = 🧳 Card for the way
guided-card-copies = Leave someone you trust copies of your passport and contract, the address, and the number of whoever takes you there. Keep them in your e-mail too.
guided-card-word = Agree on a code word with them: it means “call for help”.
guided-card-location = Share your live location with them, and agree when you get in touch every day.
guided-card-money = Have your own money for the way back, and a charger.
guided-card-keep = Give your passport and phone to nobody.
guided-card-numbers = **Numbers there: { $country }**
guided-card-no-numbers = Before you leave, write down the numbers of that country: emergencies and your consulate. I have no checked ones for it.
guided-card-home = **From abroad you can also call:**

guided-summary = Check of the offer
guided-by-answer = from an answer
guided-about-country = Country
guided-about-contract = Contract
guided-about-pay = Payments
guided-about-papers = Passport
guided-about-work = Work
guided-about-employer = Employer
guided-about-when = Departure
guided-about-age = Age
