## Imagini și fișiere PDF

picture-read =
    Iată ce am citit în imaginea dumneavoastră:

    „{ $text }”
button-misread = ✏ Nu asta scrie acolo
picture-misread = Îmi pare rău, din imagini citesc cu greșeli. Vă rog să scrieți ce spune textul sau să-l lipiți aici: ajung rândurile cele mai importante. Îl verific din nou. Și un consilier se poate uita împreună cu dumneavoastră.
picture-pages = Pagini citite: { $read } din { $pages }. Dacă mai departe e ceva important, trimiteți separat pagina aceea.
picture-no-text = Nu am găsit cuvinte în această imagine. Dacă are text, trimiteți o fotografie mai clară și mai dreaptă sau o captură de ecran, ori scrieți textul aici.
picture-damaged = Nu am putut deschide imaginea sau fișierul: pare deteriorat. Vă rog să-l trimiteți din nou, să faceți o captură de ecran sau să scrieți textul aici.
picture-too-large = Imaginea sau fișierul e prea mare pentru mine: cel mult { $size } MB și { $pixels } megapixeli. Faceți o captură de ecran cu partea în care e textul sau scrieți textul aici.
picture-too-long = Citirea a durat prea mult, așa că m-am oprit. Faceți o captură de ecran cu partea în care e textul sau scrieți textul aici.
picture-locked = Acest PDF e închis cu parolă. Nu trebuie să trimiteți parola: faceți o captură de ecran a paginii cu text sau scrieți textul aici.
picture-scan = Acest PDF are doar poze ale paginilor, iar pe acestea nu le pot citi în PDF. Trimiteți o fotografie sau o captură de ecran a paginii ori scrieți textul aici.
picture-busy = Citesc acum multe imagini și nu am putut-o lua pe a dumneavoastră. Vă rog să o trimiteți din nou peste un minut sau să scrieți textul aici. Dacă e urgent, vă poate ajuta un consilier.
picture-not-fetched = Imaginea sau fișierul nu a ajuns la mine. Vă rog să trimiteți din nou sau să scrieți textul aici.
