# The open chat in the console: what was understood, ready replies, numbers, notes, keys.

## What was understood

console-place = names { $country }
console-answered = Answer given: { $question }
console-weight-strong = strong
console-weight-medium = medium
console-weight-weak = weak
console-found-pattern = by wording
console-found-meaning = by meaning

## Ready replies, numbers and answers

console-ready = Ready replies
console-answers = Answers
console-put = Put into the reply
console-search = Search
console-search-answers = Search the answers, in any language
console-nothing-found = Nothing found. Try other words.
console-group-begin = Beginning
console-group-listening = Listening
console-group-asking = Asking
console-group-helping = Helping
console-group-ending = Ending
console-group-numbers = Numbers
console-group-answers = Answers
console-list-empty = Nothing fits. Esc closes the list.
console-list-search = Go on writing what you look for.
console-list-hint = ↑ ↓ choose, Enter puts it in, Esc closes

## A number that is not in the directory

console-number-title = Is this number right?
console-number-ask = Not in the directory: { $numbers }. A wrong digit can lead to a stranger. Has somebody checked it today?
console-number-send = Yes, send it
console-number-change = Change the message
console-number-changed = Send the changed message

## Writing

console-answer-this = Reply to this
console-answers-to = Reply to:
console-answers-nothing = Not to this
console-notify = Notifications
console-new-message = New message
console-key-ready = ready replies and numbers, also while writing: / at the beginning of a word
console-key-answers = while writing: search the answers
console-key-note = write a private note
console-key-close = close the chat

## Handing on

console-alarm = Somebody is still waiting
console-offers = Offered to you
console-offered-by = { $name } offers it
console-accept = Accept
console-decline = Decline
console-looks = Asked to look
console-due =
    { $count ->
        [one] { $count } follow-up due today
       *[other] { $count } follow-ups due today
    }
console-transfer = Transfer
console-transfer-hint = The chat stays yours until somebody accepts. Only then the person is told.
console-transfer-to = To whom
console-transfer-note = What the next counselor should know (private)
console-transfer-yes = Offer it
console-withdraw = Offered to { $name }: take it back
console-colleague = Colleague
console-colleagues = Colleagues
console-teams = Teams
console-there = on shift
console-away = not there
console-ask-look = Ask a colleague to look
console-ask-look-hint = They can read the chat and write notes. Only you write to the person.
console-ask = Ask
console-reopen = Open again
console-reopen-hint = For a chat that was closed too early. The form of its closing is filled in anew later.
console-earlier =
    { $count ->
        [one] { $count } earlier talk
       *[other] { $count } earlier talks
    }
console-earlier-open = read
console-felt-better = felt better
console-felt-same = felt the same
console-felt-worse = felt worse
console-felt-unsaid = would rather not say how they felt

## The board

console-board = Board
console-board-hint = Who is there, who has what, who waits. Opening somebody's chat lets you read along; the audit notes it.
console-desk-there = on shift
console-desk-away = on shift, no console open
console-desk-off = not on shift
console-desk-empty = No chats now.
