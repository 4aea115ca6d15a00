# Shifts: what people are told outside of them, and the page of the plan.

## To people

queue-when = { $when } ({ $zone } time)
nobody-there = No counselor is on shift at this moment.
nobody-for-language = No counselor who writes in your language is on shift at this moment.
queue-back = **{ $nobody }** By the plan somebody is back on { $when }. Your talk is in the queue, and the first one on shift will read it. If it cannot wait:
queue-place-back = You are number { $place } in the queue. { $nobody } By the plan somebody is back on { $when } and will read everything you write here.

## To the staff

staff-shifts = Shifts
staff-shifts-hint = Outside these times people are told when somebody is back, and which numbers answer now. Who is really there is decided by “Start shift” in the console, not by this plan.
staff-shifts-open = By the plan somebody is on shift now.
staff-shifts-closed = By the plan nobody is on shift now.
staff-shifts-none = None so far.
staff-shifts-next-day = (next day)
staff-shifts-all-languages = all languages
staff-shifts-remove = Remove
staff-shifts-add = Add shift
staff-shifts-days = Days of the week
staff-shifts-begins = From
staff-shifts-ends = To
staff-shifts-languages = Languages (none ticked: all)
staff-shifts-members = Who belongs to the team
staff-shifts-dissolve = Dissolve team
staff-shifts-dissolve-hint = The team and its shifts and holidays go. The history of chats keeps its name.
staff-shifts-dissolve-yes = Dissolve { $name }
staff-shifts-holidays = Days without shifts
staff-shifts-everybody = all teams
staff-shifts-day = Day
staff-shifts-team = Team
staff-shifts-holiday-add = Add day
staff-shifts-team-new = New team
staff-shifts-team-make = Make team
staff-shifts-zone = Its clock
staff-shifts-team-unfit = There is a team of this name already, or the name is empty or too long.
staff-shifts-unfit = This does not work: choose a team, at least one day, and both times.
