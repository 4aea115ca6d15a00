# Closing a talk, follow-ups, case records, the indicator sheet.

## Closing

staff-closing-kind = What was it?
staff-closing-kind-information = a question
staff-closing-kind-offer = an offer to check
staff-closing-kind-exploitation = possible exploitation
staff-closing-kind-danger = danger
staff-closing-kind-someone-else = about someone else
staff-closing-kind-silent = no words came
staff-closing-kind-abusive = abuse
staff-closing-kind-test = only a test
staff-closing-topics = Topics
staff-closing-referrals = Referred to
staff-closing-elsewhere = Services in other countries
staff-closing-follow-up = Look after them again on
staff-closing-shared = whoever is on shift that day, not only me
staff-closing-wrong-kind = Please choose what the talk was. It is still open.
staff-closing-wrong-topics = One of the topics is not there any more. Please choose again; the talk is still open.
staff-closing-wrong-referrals = One of the services is not in the directory any more. Please choose again; the talk is still open.
staff-closing-wrong-date = That day cannot be: choose one from today on, within 89 days. After 90 days the talk is erased.

## Follow-ups

staff-follow-ups = Follow-ups
staff-follow-ups-hint = Yours, and those that anybody on shift may take. A follow-up is erased together with its talk.
staff-follow-ups-due = Today and overdue
staff-follow-ups-later = Later
staff-follow-ups-none = Nobody is waiting to be looked after today.
staff-follow-up-shared = for anybody
staff-follow-up-talk = Read the talk
staff-follow-up-done = Done
staff-follow-up-move = Another day
staff-follow-up-to = New day
staff-follow-up-gone = This follow-up is not there any more, or a colleague keeps it.
