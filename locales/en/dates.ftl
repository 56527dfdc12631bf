### How dates and times are worded. Names of months and days come from the Unicode CLDR.

# An exact start. $date: Tuesday, 20 February 2018. $time: 14:00. $zone: as date-zone.
date-moment = { $date }, { $time } ({ $zone })

# $city: Nairobi. $offset: UTC+3.
date-zone = { $city } time, { $offset }

# How the first day of a month is written in front of the month's name.
date-first-day = 1

# About a third of a month. $month: March 2018.
date-part =
    { $part ->
        [early] early { $month }
        [mid] mid-{ $month }
       *[late] late { $month }
    }

# A season of the northern year. $year: 2017.
date-season =
    { $season ->
        [spring] spring { $year }
        [summer] summer { $year }
        [autumn] autumn { $year }
       *[winter] winter { $year }
    }

# How long something takes.
date-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
