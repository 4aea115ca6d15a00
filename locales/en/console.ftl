# The open chat in the console: what was understood, ready replies, numbers, notes, keys.

## What was understood

staff-console-place = names { $country }
staff-console-answered = Answer given: { $question }
staff-console-weight-strong = strong
staff-console-weight-medium = medium
staff-console-weight-weak = weak
staff-console-found-pattern = by wording
staff-console-found-meaning = by meaning

## Ready replies, numbers and answers

staff-console-ready = Ready replies
staff-console-answers = Answers
staff-console-put = Put into the reply
staff-console-search = Search
staff-console-search-answers = Search the answers, in any language
staff-console-nothing-found = Nothing found. Try other words.
staff-console-group-begin = Beginning
staff-console-group-listening = Listening
staff-console-group-asking = Asking
staff-console-group-helping = Helping
staff-console-group-ending = Ending
staff-console-group-numbers = Numbers
staff-console-group-answers = Answers
staff-console-list-empty = Nothing fits. Esc closes the list.
staff-console-list-search = Go on writing what you look for.
staff-console-list-hint = ↑ ↓ choose, Enter puts it in, Esc closes

## A number that is not in the directory

staff-console-number-title = Is this number right?
staff-console-number-ask = Not in the directory: { $numbers }. A wrong digit can lead to a stranger. Has somebody checked it today?
staff-console-number-send = Yes, send it
staff-console-number-change = Change the message
staff-console-number-changed = Send the changed message

## Writing

staff-console-answer-this = Reply to this
staff-console-answers-to = Reply to:
staff-console-answers-nothing = Not to this
staff-console-notify = Notifications
staff-console-new-message = New message
staff-console-key-ready = ready replies and numbers, also while writing: / at the beginning of a word
staff-console-key-answers = while writing: search the answers
staff-console-key-note = write a private note
staff-console-key-close = close the chat

## Handing on

staff-console-alarm = Somebody is still waiting
staff-console-offers = Offered to you
staff-console-offered-by = { $name } offers it
staff-console-accept = Accept
staff-console-decline = Decline
staff-console-looks = Asked to look
staff-console-due =
    { $count ->
        [one] { $count } follow-up due today
       *[other] { $count } follow-ups due today
    }
staff-console-transfer = Transfer
staff-console-transfer-hint = The chat stays yours until somebody accepts. Only then the person is told.
staff-console-transfer-to = To whom
staff-console-transfer-note = What the next counselor should know (private)
staff-console-transfer-yes = Offer it
staff-console-withdraw = Offered to { $name }: take it back
staff-console-colleague = Colleague
staff-console-colleagues = Colleagues
staff-console-teams = Teams
staff-console-there = on shift
staff-console-away = not there
staff-console-ask-look = Ask a colleague to look
staff-console-ask-look-hint = They can read the chat and write notes. Only you write to the person.
staff-console-ask = Ask
staff-console-reopen = Open again
staff-console-reopen-hint = For a chat that was closed too early. The form of its closing is filled in anew later.
staff-console-earlier =
    { $count ->
        [one] { $count } earlier talk
       *[other] { $count } earlier talks
    }
staff-console-earlier-open = read
staff-console-felt-better = felt better
staff-console-felt-same = felt the same
staff-console-felt-worse = felt worse
staff-console-felt-unsaid = would rather not say how they felt

## The board

staff-console-board = Board
staff-console-board-hint = Who is there, who has what, who waits. Opening somebody's chat lets you read along; the audit notes it.
staff-console-desk-there = on shift
staff-console-desk-away = on shift, no console open
staff-console-desk-off = not on shift
staff-console-desk-empty = No chats now.
