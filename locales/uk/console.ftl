# Відкритий чат у консолі: що зрозуміла програма, готові відповіді, номери, нотатки, клавіші.

## Що зрозуміла програма

console-place = згадано: { $country }
console-answered = Дано відповідь: { $question }
console-weight-strong = сильна
console-weight-medium = середня
console-weight-weak = слабка
console-found-pattern = за словами
console-found-meaning = за змістом
