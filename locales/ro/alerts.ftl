# Alerts to the counselors' group in Telegram. Never a word of what somebody wrote.

alert-waiting = { $level }. Cineva așteaptă un consilier. Limba: { $language }. De la { $time }.
alert-still = { $level }. Încă așteaptă. Limba: { $language }. De la { $time }.
alert-many =
    { $count ->
        [one] Așteaptă un consilier { $count } persoană; în situație de urgență: { $graver }. Cel mai mult se așteaptă de la { $time }.
        [few] Așteaptă un consilier { $count } persoane; în situație de urgență: { $graver }. Cel mai mult se așteaptă de la { $time }.
       *[other] Așteaptă un consilier { $count } de persoane; în situație de urgență: { $graver }. Cel mai mult se așteaptă de la { $time }.
    }
alert-claimed = ✓ Un consilier a preluat discuția.
alert-left = ✓ Persoana nu mai așteaptă.
