### For coordinators: how the bot is doing.

status-title = <b>How the bot is doing</b>
status-members = 👥 Members of whom something is kept: { $count }
# $new: updates not yet handled. $aside: updates that failed again and again.
status-inbox = 📥 Waiting: { $new } · set aside: { $aside }
status-outbox = 📤 To send: { $queued } · delivered: { $delivered } · blocked: { $blocked } · rejected: { $rejected } · perhaps twice: { $uncertain }
status-content = 📚 Items: { $items } · translations to review: { $drafts }
status-problems =
    { $count ->
        [one] ⚠️ The last edit of the content was not taken over; the old content goes on. { $count } mistake:
       *[other] ⚠️ The last edit of the content was not taken over; the old content goes on. { $count } mistakes:
    }
status-more-problems =
    { $count ->
        [one] … and { $count } more.
       *[other] … and { $count } more.
    }

# The command /gaps. $days: for how many days back.
gaps-title = <b>❓ What was asked and had no answer</b>, in { $days } days
gaps-none = In the last { $days } days every question had an answer.
# $language: of the questions, English.
gaps-language = <b>{ $language }</b>
# $topic: a term of the field, a kind of item, or a language asked for.
gaps-topic = • { $topic } – questions: { $questions } · people: { $people } or more
gaps-other = • everything else – questions: { $questions }
# $wording: a few words of the question, without names and numbers.
gaps-wording = <i>“{ $wording }”</i>
gaps-more = • more topics: { $count }
gaps-in = in this language: { $language }
gaps-kind =
    { $kind ->
        [webinar] webinars
        [package] packages
        [news] news
        [opportunity] opportunities
        [workshop] trainings of trainers
       *[page] the community
    }
# $least: how many people at least.
gaps-note = <i>A topic is named, and a wording shown, where at least { $least } people asked alike in one month. Names, numbers and all unknown words are left out (…); what is left may still tell something, so please do not pass it on.</i>
# $days: for how many days back.
status-gaps = ❓ Questions without an answer in { $days } days: { $count } · /gaps
