# The open chat in the console: what was understood, ready replies, numbers, notes, keys.

## What was understood

console-place = names { $country }
console-answered = Answer given: { $question }
console-weight-strong = strong
console-weight-medium = medium
console-weight-weak = weak
console-found-pattern = by wording
console-found-meaning = by meaning
