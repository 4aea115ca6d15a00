# The hand-over: what people are told in the queue, and what the staff reads of transfers, looks and timers.

## To people

queue-usual =
    { $count ->
        [one] Lately the wait was about { $count } minute.
       *[other] Lately the wait was about { $count } minutes.
    }
queue-usual-hours =
    { $count ->
        [one] Lately the wait was about { $count } hour.
       *[other] Lately the wait was about { $count } hours.
    }
queue-closer = You have moved up: you are number { $place } in the queue now. I go on answering meanwhile.
queue-still = You are not forgotten: you are number { $place } in the queue. I go on answering meanwhile. If you no longer want to wait, press “Leave the queue”.
counselor-away = The counselor could not go on answering. Your talk is in the queue again at its old place, number { $place }. Another counselor can take it, and I answer meanwhile.
counselor-away-nobody = The counselor could not go on answering, and nobody else is on shift now. Your talk is in the queue again at its old place, number { $place }, and I answer meanwhile. The first counselor on shift will read it.
counselor-changed = From now on another counselor writes to you. They can read what you have written so far.
counselor-reopened = The counselor is here again. From now on a person answers you.

## To the staff

staff-role-supervisor = Supervisor
staff-raised = ▲ More urgent
staff-state-other = With a colleague
staff-other-hint = { $name } has this chat. You can read it and keep notes; only { $name } writes to the person.
staff-take-over = Take over
staff-take-over-hint = The chat becomes yours at once, and { $name } can no longer write. The person is told that another counselor goes on. The audit notes it.
staff-take-over-yes = Yes, take it over
staff-refused-not-offered = This chat is not offered to you (any more): it was accepted by somebody else, withdrawn, or the time is over.
staff-refused-cannot-take = Nobody there can take this chat now. Please choose another colleague or team.
staff-refused-talked-on = This chat cannot be opened again: the person has begun a new one since.
staff-happened-offered = Transfer offered
staff-happened-accepted = Transfer accepted
staff-happened-declined = Transfer declined
staff-happened-look-asked = Asked to look
staff-happened-looked = Looked at it
staff-happened-taken-over = Taken over
staff-happened-reopened = Opened again
staff-cause-no-reply = no first reply in time
staff-cause-silent = no answer for too long
staff-cause-offline = console was gone
staff-cause-timeout = nobody answered in time
staff-cause-blocked = account was blocked
