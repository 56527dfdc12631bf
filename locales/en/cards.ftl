### The card of an item.

card-title = <b>{ $title }</b>
# $title: of the newer item.
card-superseded = ⚠️ This is an older statement. The newer one: { $title }
card-gone = This is no longer in our catalogue. The menu shows what there is today.

# $shortest, $longest: numbers of months.
card-revision =
    { $state ->
        [under-way] ⚠️ <b>Under revision</b> since { $begins }, for { $shortest } to { $longest } months.
        [may-be-done] ⚠️ A revision was announced from { $begins } for { $shortest } to { $longest } months. It may be finished; our source does not say.
       *[overdue] ℹ️ A revision was announced from { $begins } for { $shortest } to { $longest } months. Our source does not say how it ended: ask for the current version.
    }

card-when =
    { $past ->
        [yes] 🗓 <b>Took place:</b> { $when }
       *[no] 🗓 <b>When:</b> { $when }
    }
card-recorded = 🎥 <b>Recorded</b>
# $minutes: the length.
card-length =
    { $minutes ->
        [one] ⏱ { $minutes } minute
       *[other] ⏱ { $minutes } minutes
    }
card-zone-hint = <i>Your own time zone: /settings</i>
card-place = 📍 { $place }
card-open =
    { $open ->
        [yes] 🟢 <b>Open</b>
       *[no] ⚪️ <b>Closed</b>
    }
# A deadline is a day; the source states no hour and no zone.
card-deadline = ⏳ <b>Deadline:</b> { $deadline } (hour and time zone are not stated)
card-no-deadline = ⏳ No deadline is stated.
card-open-to-all = 🎟 Open to everybody
card-by-invitation = 🎟 By invitation
card-places =
    { $places ->
        [one] 🎟 By invitation, { $places } place
       *[other] 🎟 By invitation, { $places } places
    }
# $people: one name or several. $count: how many.
card-speakers =
    { $count ->
        [one] 🎤 <b>Speaker:</b> { $people }
       *[other] 🎤 <b>Speakers:</b> { $people }
    }
card-contact = 👤 <b>Contact:</b> { $people }
# A person with where they stand.
person = { $name } ({ $affiliation })
card-languages = 🌐 <b>In:</b> { $languages }
card-languages-unknown = 🌐 Languages are not stated.
card-version = 🏷 <b>Version:</b> { $version }
# $part: a number.
card-series = 🔢 Part { $part } of the series “{ $series }”
card-in-series = 🔢 In the series “{ $series }”
card-before = ▶️ <b>Before you come:</b> { $before }
card-way = ➡️ { $way } (until { $deadline })
card-way-open = ➡️ { $way }
card-organiser = 🏢 { $organiser }
card-link = 🔗 { $link }
card-link-unknown = 🔗 { $link }: our source does not give the address.
link =
    { $kind ->
        [recording] Recording
        [register] Registration
        [download] Download
        [apply] Application
       *[page] Page
    }
card-note =
    { $older ->
        [yes] <i>Earlier, { $as_of }: { $text }</i>
       *[no] 📌 <b>{ $as_of }:</b> { $text }
    }
card-source = <i>As our source said it in { $as_of }.</i>
mark-untranslated = <i>Not yet translated, so shown in { $language }.</i>
mark-draft = <i>This translation has not been reviewed yet.</i>

calendar-button = 📅 Add to the calendar
share-button = ↗️ Share
calendar-caption = 📅 { $title }
