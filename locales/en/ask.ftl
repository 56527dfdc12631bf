### Answers to what people write in their own words.

# For a message that tells of a child who may be at risk.
safeguarding =
    Thank you for caring about this. <b>This bot is no reporting channel</b>: no person reads it as a report, and it cannot help a child. What you wrote is not kept. Please write no names and no details here.

    Please turn now to people near you who can act:
    • the child protection focal point or the case management agency where you are
    • your organisation's safeguarding focal point, also where a colleague may be involved

    They will listen and tell you what happens next. It is not for you to investigate or to be sure.
safeguarding-danger = <b>If a child is in danger right now</b>, call the local emergency services first, or the nearest people you trust to protect the child without putting anyone at greater risk.

# Above what was shown last, shown again with one fact of each. $fact: which one.
follow-again =
    { $fact ->
        [when] When each of these is:
        [where] Where each of these is:
        [who] Who speaks, or whom to contact:
        [language] In which languages, as far as our source states it:
        [length] How long each of these takes:
        [take_part] How to take part:
        [link] The links:
       *[number] These are the ones that I showed you. Which one is it?
    }
follow-unknown = not stated
# Behind it comes what was looked for, a line each.
follow-none = <b>I found none.</b> This is what I looked for:
follow-kind =
    { $kind ->
        [webinar] • webinars
        [package] • packages
        [news] • news
        [opportunity] • opportunities
        [workshop] • trainings of trainers
       *[page] • pages on the community
    }
follow-state =
    { $state ->
        [recorded] • recorded
        [past] • past
        [latest] • the latest
        [open] • open now
        [closed] • closed
       *[upcoming] • to come
    }
# $language: French.
follow-language = • stated to be in this language: { $language }
# $days: a month, or days.
follow-days = • at this time: { $days }
# $day: 1 April 2018.
follow-from = • from { $day } on
follow-guess = What our source does not state I do not guess.
