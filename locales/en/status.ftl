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
