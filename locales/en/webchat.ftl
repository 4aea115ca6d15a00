# The web chat page. Short words; phone numbers never stand here: they come from the directory.

web-name = Safe Migration Hotline
web-short-name = Hotline
web-description = Free chat, no name needed: questions about moving and working abroad, job offers checked for warning signs, and a person to talk to.

## Top of the page

web-skip = To the message field
web-leave = Leave quickly
web-leave-title = Opens a harmless page at once. Pressing Esc twice does the same.
web-emergency = Emergency number
web-more = Language, privacy
web-language = Language
web-erase = Erase everything here
web-erase-sure = Everything you wrote here and every answer will be erased. This cannot be undone.
web-erase-yes = Yes, erase everything

## Talk

web-log = Conversation
web-you = You
web-program = program
web-counselor = counselor – a person
web-hotline = hotline
web-pressed = (button)
web-sent-photo = 📷 Picture
web-sent-voice = 🎤 Voice message
web-sent-file = 📎 File
web-typing = An answer is coming…
web-sending = sending…
web-unsent = Not sent yet.
web-retry = Send again
web-offline = No connection. What you write stays here and is sent when the connection is back.

## Writing

web-compose = Your message
web-placeholder = Write here
web-send = Send
web-attach = Attach a picture or file
web-detach = Remove the file
web-answer = Reply to this
web-answers-to = Reply to:
web-answer-nothing = Not to this message
web-reload = Show new answers

## What went wrong, or was done

web-too-large = The file is too large: at most { $size } MB. You can also describe what is in it in your own words.
web-too-many = Many messages are coming in right now, and this one was not taken. Please wait a minute and send it again. If you are in danger, call the emergency number at the top.
web-foreign = This message did not come from our page, so it was not taken. Please open the chat and send it from there.
web-malformed = This message could not be read. Please send it again.
web-missing = There is no such page here.
web-trouble = Something went wrong on our side. Please try again in a minute. If you are in danger, call the emergency number at the top.
web-forgotten = You asked to erase everything. This browser is no longer connected to your talk. A new message begins a new one.
