### Settings: language, time zone, interests, erasing.

settings-title = <b>⚙️ Settings</b>
settings-language = 🌐 Language: <b>{ $language }</b>
settings-zone = 🕰 Time zone: <b>{ $zone }</b>
settings-no-zone = not chosen, dates are shown in UTC
settings-interests = ⭐ Interests: <b>{ $interests }</b>
settings-no-interests = none chosen
# $count: how many questions are watched for the member.
settings-watches = 🔔 Watches: <b>{ $count }</b>
# $count: how many questions were passed on to the coordinators.
settings-questions = 🙋 Questions passed on: <b>{ $count }</b>
settings-kept =
    { $consent ->
        [yes] This is all that is kept about you, besides your Telegram id and, for a short while, what I showed you last.
       *[no] Besides this, your Telegram id and a language that you choose, nothing is kept about you; for a short while I remember what I showed you last.
    }
zone-button = 🕰 Time zone
interests-button = ⭐ Interests
erase-button = 🗑 Erase my data
settings-button = ⚙️ Settings

choose-language = In which language shall I speak?
language-chosen = ✅ From now on I speak { $language }.

choose-zone = Where do you read your clock? Tap a place, or write the name of your city or country. /cancel leaves it as it is.
zone-several = I know more than one time zone there. Which is yours?
zone-unknown = I do not know that place. Write the nearest large city, or tap one:
# $now: the present time in the chosen zone.
zone-chosen = ✅ Dates are now shown for { $zone }. There it is { $now }.

choose-interests =
    { $count ->
        [0] Which topics interest you? Tap all that do; lists will mark them with ⭐.
        [one] { $count } topic chosen. Lists mark it with ⭐.
       *[other] { $count } topics chosen. Lists mark them with ⭐.
    }
topic-button =
    { $chosen ->
        [yes] ✅ { $topic }
       *[no] { $topic }
    }
done-button = Done

erase-sure = Erase your language, time zone, interests, watches and agreement, and the questions that you passed on with their answers? What coordinators have received stays in their chats. This cannot be undone.
erase-sure-button = 🗑 Yes, erase
keep-button = No, keep it
erased = ✅ Erased. Nothing about you is kept any more. /start begins anew.

cancelled = ✅ Left as it was.
cancelled-draft = ✅ Left. What you wrote is kept and not sent: the same button leads back to it.
nothing-to-cancel = There is nothing to leave: you had begun nothing.
