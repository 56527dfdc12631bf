### Questions passed on to the coordinators, their answers, and the thread of both.

# What somebody wrote, set off from what the bot says.
quote = <blockquote>{ $words }</blockquote>

question-forgotten = I no longer have that question. Please ask it again, then tap.

pass-on-button = 🙋 Pass this on to a coordinator
pass-on-sure = <b>These words would go to the coordinators</b>, without your name and without anything else that says who you are:
pass-on-rules =
    Please pass on no details of a child or of a case.
    The words are kept, with the answers, for 90 days after the last one. Erasing your data in /settings erases them at once.
send-button = ✅ Send
pass-on-not-button = No, do not send
pass-on-left = ✅ Nothing was passed on.
# $number: of the question.
passed-on = ✅ <b>Passed on</b> as question { $number }. The answer will come here.
passed-on-already = You have passed that on already. The answer will come here.
pass-on-nobody = There is no coordinator at the moment to whom I could pass it on.
# $most: a number of questions.
pass-on-enough = The coordinators have several questions of yours from the last day (at most { $most } go through). Please pass the next one on tomorrow.

# To a coordinator. $language: the language that the member reads.
question-asked = ❓ <b>Question { $number }</b> ({ $language })
question-asked-on = ❓ <b>Question { $number }</b> ({ $language }), and more to it
answer-button = ✍️ Answer
thread-button = 🧵 The whole thread

# To the member, above what they asked and what the coordinator wrote.
answer-title = 💬 <b>A coordinator answers your question</b>
answer-to = You asked:
answer-words = In the coordinator's own words:
helped-button = 👍 That helped
ask-on-button = ❓ Ask on
helped = 👍 Good to know. Ask again whenever you like.

more-write = Write what you would like to add, as your next message. You will see it before it goes. /cancel leaves it.
more-preview = <b>These words would go to the coordinators:</b>
more-enough = The coordinators have several messages of yours that they have not answered yet. Please let them answer first.

draft-hint = Send it as it is, change it, or write on: what you write is added.
change-button = ✏️ Change
later-button = Not now
draft-anew = Write it anew as your next message: it takes the place of what you wrote. Until then that is kept.
draft-kept = Kept, and not sent.
go-on-button = Go on with it
draft-none = There is nothing to send here: it has gone out already, or it is no longer kept.
# $most: a number of characters.
post-too-long = That is more than fits into one message (up to { $most } characters), so I have not added it. What you wrote before is still kept. Please write it shorter.

question-withdrawn = The member has withdrawn that question, and its words are erased.
question-not-kept = That question is no longer kept.

# To a coordinator. $number: of the question.
reply-write = <b>Question { $number }.</b> Write your answer as your next message. You will see it before it goes; the member sees no name. /cancel leaves it.
reply-preview = <b>Your answer to question { $number }:</b>
reply-answered = <b>Question { $number } is answered already:</b>
reply-more-button = ✍️ Add to it
reply-meanwhile = ⚠️ <b>Another coordinator has answered question { $number } meanwhile:</b>
reply-sent = ✅ <b>Sent</b> to the member who asked question { $number }:
reply-unread = ⚠️ Kept with question { $number }, but <b>not sent</b>: the member has blocked this bot.

questions-title =
    { $which ->
        [open] <b>❓ Questions that wait</b>
       *[answered] <b>❓ Answered questions</b>
    }
questions-none =
    { $which ->
        [open] No question waits for an answer.
       *[answered] No answered question is kept.
    }
questions-button =
    { $which ->
        [open] Waiting
       *[answered] Answered
    }
# $at: the day on which it was asked. $words: its beginning.
question-entry =
    { $state ->
        [helped] <b>{ $number }.</b> 👍 { $words } – <i>{ $language }, { $at }</i>
       *[other] <b>{ $number }.</b> { $words } – <i>{ $language }, { $at }</i>
    }
thread-title =
    { $state ->
        [open] <b>Question { $number }</b> ({ $language }) – waits for an answer
        [helped] <b>Question { $number }</b> ({ $language }) – answered, and that helped 👍
       *[answered] <b>Question { $number }</b> ({ $language }) – answered
    }
# $at: a day.
post-by =
    { $author ->
        [member] 👤 The member, { $at }:
       *[coordinator] 💬 A coordinator, { $at }:
    }
