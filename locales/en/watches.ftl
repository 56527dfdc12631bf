### Watches: telling a member when there is something on a question that nothing answered.

watch-button = 🔔 Tell me when there is one
watch-set = 🔔 I will tell you when there is something on this. Until then I keep your words:
watch-already = You are waiting on this already.
# $most: a number of questions.
watches-enough = That is all that I can watch for you (at most { $most }). Remove one, then tap again.
watches-button = 🔔 Watches
watches-title = <b>🔔 What you are waiting on</b>
watches-none = Nothing at the moment. When I find nothing on a question, you can ask me to tell you once there is something.
watches-kept = I keep these words until there is something on them, or until you remove them.
# $words: a question as the member wrote it.
watch-entry = <b>{ $number }.</b> { $words }
# $number: of the entry that is removed.
watch-drop-button = ✕ { $number }
watch-gone = That one is no longer kept. Please ask your question again.
watch-came-true = 🔔 <b>There is something on what you asked:</b>
watch-spent = I am no longer watching for this, and erase your words in a week. Or shall I tell you of the next one as well?
keep-watching-button = 🔔 Keep watching
