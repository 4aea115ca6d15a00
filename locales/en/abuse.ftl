# Protection from abuse: what people are told, and what the staff reads.

## To people

restraint-slow = For the next hour, one message a minute reaches the counselor. Please write calmly, in one message.
restraint-mute = For the next hour, your messages do not reach a counselor. When no counselor is writing with you, I go on answering.
restraint-block = For the next 24 hours, your messages here are not answered.
restraint-held-slow = This message did not reach the counselor: only one a minute does now. Please send it again in a minute.
restraint-held-mute = This did not reach a counselor. It will be possible again within an hour.
restraint-held-block = This was not answered: messages are not answered here for 24 hours.
restraint-danger = If you are in danger, write what is happening or press 🆘: that is always read.
restraint-lifted = You can write here again as before.

## To the staff

staff-abuse = Abuse
staff-abuse-hint = Ends by itself, and the person is told. Danger always gets through, and ends it.
staff-abuse-slow = One message a minute, for an hour
staff-abuse-mute = Mute for an hour
staff-abuse-block = Block for a day
staff-abuse-free = Undo
staff-held-back = Held back
staff-restraint-now-slow = Slowed down
staff-restraint-now-mute = Muted
staff-restraint-now-block = Blocked
staff-happened-restrained = Held back as abuse
staff-happened-freed = No longer held back
staff-cause-slow = one message a minute
staff-cause-mute = muted for an hour
staff-cause-block = blocked for a day
