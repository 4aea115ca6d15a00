# Alerts to the counselors' group in Telegram. Never a word of what somebody wrote.

alert-waiting = { $level }. Somebody waits for a counselor. Language: { $language }. Since { $time }.
alert-still = { $level }. Still waiting. Language: { $language }. Since { $time }.
alert-many =
    { $count ->
        [one] { $count } person waits for a counselor, { $graver } of them in an emergency. The longest since { $time }.
       *[other] { $count } people wait for a counselor, { $graver } of them in an emergency. The longest since { $time }.
    }
alert-claimed = ✓ A counselor has taken this chat.
alert-left = ✓ This person no longer waits.
