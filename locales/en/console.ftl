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
