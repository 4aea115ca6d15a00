# Discuția deschisă în consolă: ce a înțeles programul, răspunsuri gata scrise, numere, note, taste.

## Ce a înțeles programul

console-place = pomenește: { $country }
console-answered = Răspuns dat: { $question }
console-weight-strong = puternic
console-weight-medium = mediu
console-weight-weak = slab
console-found-pattern = după cuvinte
console-found-meaning = după sens
