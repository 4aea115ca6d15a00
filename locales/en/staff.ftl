# Texts of the staff application: sign-in, the counselors’ console, accounts.

staff-title = Hotline
staff-skip = Skip to the content
staff-navigation = Pages
staff-console = Chats
staff-accounts = Accounts
staff-back = Back
staff-save = Save
staff-reload = Reload

## Sign-in

staff-sign-in = Sign in
staff-sign-out = Sign out
staff-sign-in-hint = For counselors and admins of the hotline.
staff-name = Name
staff-password = Password
staff-sign-in-wrong = The name or the password is not right. Please check both and try again.
staff-sign-in-wait =
    { $count ->
        [one] Too many failed tries for this name. Please wait { $count } minute.
       *[other] Too many failed tries for this name. Please wait { $count } minutes.
    }
staff-welcome = Set your password
staff-welcome-hint = Your name here is “{ $name }”. Choose a password and you are signed in.
staff-password-new = New password
staff-password-again = The same password once more
staff-password-rule = At least { $count } characters. A few unrelated words are easy to remember and hard to guess.
staff-password-set = Set password and sign in
staff-password-short = This password is too short: it needs at least { $count } characters.
staff-password-long = This password is too long: 200 characters are the most.
staff-password-name = The password must not be your name.
staff-password-common = This password is one of the first that anybody tries. Please choose another.
staff-password-differs = The two passwords differ. Please type both again.
staff-link-dead = This link was used already or is too old. Ask your admin for a new one.

## Refusals

staff-refused-title = This did not work
staff-refused-foreign = This request did not come from a page of the hotline, so nothing was changed.
staff-refused-csrf = This page was too old, so nothing was changed. Go back, reload the page and try again.
staff-refused-permission = Your account may not open this page.
staff-refused-signed-out = You are signed out. Nothing was sent. Sign in and try again.
staff-refused-size = This is too large to send.
staff-refused-talk = This chat is not open to you: somebody else has it, the person left the queue, or it was erased.
staff-refused-claimed = { $name } was faster and has this chat now.
staff-refused-not-claimed = You do not have this chat (any more), so nothing was sent.
staff-refused-missing = There is no such page.

## Roles and accounts

staff-role = Role
staff-role-counselor = Counselor
staff-role-admin = Admin
staff-language = Language of the pages
staff-takes = Languages in which you take chats (none ticked: all)
staff-takes-hint = Who waits in another language is told that nobody is there for it, and when somebody is back. You can still claim any chat.
staff-language-other = another language
staff-account-make = New account
staff-account-link = New one-time link
staff-account-block = Block
staff-account-block-hint = They are signed out at once, and their chats go back to the queue.
staff-account-block-yes = Block { $name }
staff-account-unblock = Unblock
staff-account-blocked = Blocked
staff-account-new = No password yet
staff-account-incomplete = Please choose a role and a language.
staff-account-taken = There is an account of this name already.
staff-account-unfit = This name does not work: use 2 to 60 letters, digits, dots or dashes.
staff-account-own = You cannot block your own account. Ask another admin.
staff-name-rule = 2 to 60 letters, digits, dots or dashes. People who write never see it.
staff-link-title = One-time link for { $name }
staff-link-hint = Pass it on in a safe way. It works once, within 24 hours, and is shown only now.
staff-seen = Last seen: { $when }
staff-never-seen = Never signed in

## Questions without an answer

staff-unanswered = Unanswered
staff-unanswered-hint = What people asked and got no answer to that helped. Names, numbers and addresses are taken out by rules, which miss some: pass nothing on. Settled questions leave this list and come back if somebody asks them again.
staff-unanswered-language = Answer wanted in
staff-unanswered-reason = Why
staff-unanswered-order = Order
staff-unanswered-any = All
staff-unanswered-often = Most frequent first
staff-unanswered-newest = Newest first
staff-unanswered-show = Show
staff-unanswered-why-nothing-found = no answer found
staff-unanswered-why-out-of-scope = not our subject
staff-unanswered-why-not-helped = the answer did not help
staff-unanswered-times =
    { $count ->
        [one] asked once
       *[other] asked { $count } times
    }
staff-unanswered-last = Last asked:
staff-unanswered-first = first:
staff-unanswered-near = Nearest answer: “{ $question }”
staff-unanswered-near-wrong = Answer given: “{ $question }”
staff-unanswered-settle = Settled
staff-unanswered-none = Nothing here: every question found its answer.
staff-unanswered-none-of = There are no such questions. Choose “All” to see the others.
staff-unanswered-pages = Pages of the list
staff-unanswered-page = Page { $page } of { $last }
staff-unanswered-before = Previous page
staff-unanswered-after = Next page

## Queue

staff-on-shift = On shift
staff-off-shift = Off shift
staff-shift-begin = Start shift
staff-shift-end = End shift
staff-sound = Sound
staff-waiting = Waiting
staff-waiting-none = Nobody is waiting.
staff-mine = My chats
staff-mine-none = You have no chats now.
staff-nobody-on-shift = Nobody is on shift: people who ask for a person are told so.
staff-fresh = New
staff-arrived = Somebody new is waiting
staff-country-unknown = country unknown
staff-channel-telegram = Telegram
staff-channel-webchat = Web chat
staff-ago-now = just now
staff-ago-minutes = { $count } min
staff-ago-hours = { $count } h
staff-ago-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
staff-rank-3 = ‼ Emergency
staff-rank-2 = ! Exploitation
staff-rank-1 = Concern
staff-rank-0 = No danger noted
staff-reason-asked = asked for a person
staff-reason-danger = danger found
staff-reason-unknown = the program did not understand
staff-reason-offer = about an offer

## An open chat

staff-nothing-open = Choose a chat. Whoever is in most danger is at the top.
staff-back-to-list = All chats
staff-story = The conversation
staff-state-waiting = Waiting
staff-state-mine = You have this chat
staff-state-over = Closed
staff-topic = Topic: { $topic }
staff-topic-offer = an offer
staff-claim = Claim this chat
staff-claim-hint = The program falls silent, and the person learns that a counselor is here.
staff-reply-to = Write to { $name } ({ $language })
staff-send = Send
staff-note-add = Private note
staff-note-hint = Only counselors see it.
staff-note-save = Keep note
staff-return = Return to queue
staff-return-hint = The person keeps their place, and another counselor can take the chat.
staff-close = Close chat
staff-close-hint = The person is told and asked how they feel. Their next message goes to the program again.
staff-close-yes = Yes, close it
staff-over = This chat is closed. You can still read it.
staff-moved = This chat has changed: somebody took it, it was returned or closed, or the person left.
staff-message-empty = There is nothing to send.
staff-message-long = The message is too long: { $count } characters are the most. Please send it in parts.
staff-unsent = Not sent
staff-retry = Send again
staff-discard = Discard
staff-connection-lost = The connection is lost. Trying again …
staff-pressed = Pressed: { $label }
staff-forwarded = forwarded
staff-author-person = Person
staff-author-bot = Program
staff-author-system = Hotline
staff-author-you = You
staff-delivery-pending = On its way …
staff-delivery-sending = On its way …
staff-delivery-sent = ✓ Delivered
staff-delivery-failed = Not delivered: the person may have blocked the chat.
staff-delivery-cancelled = Not sent: a counselor took over first.
staff-file-picture = Picture: { $name }
staff-file-sound = Voice message: { $name }
staff-file-save = Save file: { $name }
staff-file-too-large = file too large to fetch
staff-file-not-passed-on = file could not be fetched
staff-kind-photo = picture
staff-kind-voice = voice message
staff-kind-file = file
staff-kind-location = location
staff-kind-contact = contact
staff-kind-sticker = sticker
staff-kind-edit = changed message
staff-kind-other = another kind of message
staff-history =
    { $count ->
        [0] What happened so far
        [one] What happened so far · { $count } note
       *[other] What happened so far · { $count } notes
    }
staff-happened-requested = Came into the queue
staff-happened-raised = Became more urgent
staff-happened-claimed = Claimed
staff-happened-returned = Returned to the queue
staff-happened-noted = Note
staff-happened-left = The person wanted to leave the queue
staff-happened-closed = Closed

## Signs of danger

staff-sign-blackmail-photos = blackmail with photos
staff-sign-cannot-leave = cannot leave
staff-sign-child-in-danger = a child in danger
staff-sign-child-online-recruiter = a recruiter writes to a child
staff-sign-controlled-partner = a partner controls them
staff-sign-debt-to-work-off = a debt to work off
staff-sign-documents-held = papers kept
staff-sign-driven-away = being driven away
staff-sign-followed = followed
staff-sign-forced-crime = forced into crime
staff-sign-forced-services = forced services
staff-sign-friend-exploited = a friend is exploited
staff-sign-guarded = guarded
staff-sign-locked-in = locked in
staff-sign-medical = needs a doctor
staff-sign-needs-hiding = has to hide
staff-sign-phone-taken = phone taken
staff-sign-relative-silent = a relative went silent
staff-sign-sexual-violence = sexual violence
staff-sign-suicide = thoughts of suicide
staff-sign-threat-now = threatened now
staff-sign-threats-past = was threatened
staff-sign-travel-soon-strong-flags = leaves soon for a bad offer
staff-sign-violence-now = violence now
staff-sign-wages-withheld = wages withheld
staff-sign-weapon = a weapon
staff-sign-pressed-danger = pressed “I am in danger”

## Keys

staff-keys = Keys
staff-key-next = next and previous chat in the list
staff-key-claim = claim the open chat
staff-key-reply = go to the reply
staff-key-send = send
staff-key-line = new line
staff-key-back = leave the field, then back to the list
staff-key-help = these keys
staff-close-help = Close
