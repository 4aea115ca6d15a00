# The quiz "Spot the sign". It may be played by a teenager: short, friendly, never mocking. The offers stand in quiz.yml.

button-quiz = 🎯 Quiz: spot the sign
button-quiz-something = 🚩 Yes, something is wrong
button-quiz-nothing = 👀 Nothing stands out
button-quiz-next = ▶ Next
button-quiz-result = 🏁 My result
button-quiz-again = 🔁 One more round
button-quiz-share = 📤 Share

quiz-intro = Five offers, five questions. You can leave at any moment: the round waits for a day.
quiz-again-here = Good to see you again. Let’s go on where you stopped.
quiz-head = { $number } of { $of } · an invented offer
quiz-ask-sign = Which warning sign is in it?
quiz-ask-doubt = Is something wrong here?
quiz-ask-next = What would you do next?

quiz-right-1 = ✅ Right!
quiz-right-2 = ✅ Well spotted!
quiz-right-3 = ✅ Exactly.
quiz-right-4 = ✅ Yes, that’s it.
quiz-other-1 = 🔎 Another answer fits better. Now you know it.
quiz-other-2 = 🔎 Not quite, and this one is tricky.
quiz-other-3 = 🔎 Almost. Many people miss this one.
quiz-other-4 = 🔎 It is well hidden here. Look:
quiz-fair = 👀 **Nothing stands out in this text.** That does not make the offer safe: a text shows only what somebody chose to write.
quiz-careful = 🔎 You look closely, and that is a good habit.
quiz-better = 👉 Better: { $choice }.
quiz-before = This question is behind us already. Let’s go on.

quiz-result = { $spotted } of { $of }.
quiz-result-all = You saw everything. Show a friend what to look for!
quiz-result-most = A sharp eye! With every round you see more.
quiz-result-some = A good start: now you know signs that you did not know before. Signs are easier to see the second time.
quiz-person = If one of these offers reminds you of something real, talk to a person: press 👤 below. It is free of charge, and you need not give your name.
quiz-share =
    🎯 Spot the sign: { $spotted } of { $of }!
    Five short offers – what is wrong with them? A quiz on offers that are too good to be true. Can you see it?
quiz-share-how = Forward or copy the message above. Your name is not in it.
