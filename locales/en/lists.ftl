### Lists: webinars, packages, news, opportunities.

# A line of a list. $starred says whether it is on one of the member's interests.
list-entry =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } – <i>{ $detail }</i>
    }
# The same for an entry that exists only in another language.
list-entry-untranslated =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } ({ $language }) – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } ({ $language }) – <i>{ $detail }</i>
    }
list-hint = Tap a number to open it.
date-unknown = date to be confirmed

previous-button = ‹ Back
next-button = More ›
back-button = ‹ To the list
webinars-button = 🎥 Webinars
# $by: what a list is narrowed by.
filter-button =
    { $by ->
        [topic] By topic
        [language] By language
       *[series] By series
    }
no-filter-button = ✕ Show all

webinars-title =
    { $state ->
        [upcoming] <b>🎥 Webinars to come</b>
        [recorded] <b>🎥 Recorded webinars</b>
        [past] <b>🎥 Past webinars</b>
       *[announced] <b>🎥 Announced, date to be confirmed</b>
    }
# $value: the name of a topic, a language or a series.
webinars-filter =
    { $by ->
        [topic] Topic: { $value }
        [language] In this language: { $value }
       *[series] Series: { $value }
    }
webinars-none =
    { $state ->
        [upcoming] Nothing is scheduled here.
        [recorded] There is no recording here.
        [past] No webinar has taken place here.
       *[announced] Nothing is announced here.
    }
webinars-none-but-recorded = Nothing is scheduled at the moment. The recordings are here:
webinars-none-at-all = Nothing is scheduled or recorded here. Try without the filter.
webinars-choose =
    { $by ->
        [topic] Which topic?
        [language] In which language? Only languages that our source states are listed.
       *[series] Which series?
    }
webinar-recorded = recorded
# $language: English.
webinar-recorded-in = recorded, { $language }
state-button =
    { $state ->
        [upcoming] To come ({ $count })
        [recorded] Recorded ({ $count })
        [past] Past ({ $count })
       *[announced] Announced ({ $count })
    }

packages-title =
    { $view ->
        [training] <b>📦 Training packages</b>
        [other] <b>📦 Courses, videos, guides and more</b>
        [versioned] <b>📦 With a stated version</b>
       *[revised] <b>📦 With an announced revision</b>
    }
packages-view-button =
    { $view ->
        [training] Training packages
        [other] Courses, videos, guides
        [versioned] By version
       *[revised] Under revision
    }
# $language: French.
packages-in = In this language: { $language }
packages-none = Nothing found. Our source may simply not say.
package-under-revision = being revised
package-languages-unknown = languages not stated
page-detail = who we are
packages-choose-language = In which language? Only languages that our source states are listed.
packages-languages-unknown = Our source says that many packages exist in several languages, but not which. So I cannot sort them by language yet.

news-title = <b>📰 News, the latest first</b>
# $word: what the member searched for.
news-with-word = <b>📰 News with “{ $word }”</b>
news-none = No bulletin says that.
news-choose-month = Which bulletin?
latest-button = The latest
by-month-button = By month
all-news-button = ✕ All news

opportunities-title =
    { $view ->
        [open] <b>🌱 Open now</b>
        [closed] <b>🌱 Closed</b>
       *[workshops] <b>🌱 Trainings of trainers</b>
    }
opportunities-none =
    { $view ->
        [open] Nothing is open at the moment.
        [closed] Nothing has closed yet.
       *[workshops] No training of trainers is known.
    }
opportunities-view-button =
    { $view ->
        [open] Open now
        [closed] Closed
       *[workshops] Trainings of trainers
    }
opportunity-until = until { $deadline }
# $as_of: when it was announced, a month.
opportunity-no-deadline = announced { $as_of }, no deadline stated

ask-several = I found more than one that may fit:
ask-nothing =
    I found nothing on that, and I would rather not guess.
    Try other words, or look here:
# $most: a number of characters.
ask-too-long = That is a long message. Please ask in a sentence or two (up to { $most } characters).
