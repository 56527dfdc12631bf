### Comment les dates et les heures s’écrivent. Les noms des mois et des jours viennent du CLDR d’Unicode.

# Un début exact. $date : mardi 20 février 2018. $time : 14:00. $zone : voir date-zone.
date-moment = { $date }, { $time } ({ $zone })

# $city : Nairobi. $offset : UTC+3. Sans « heure de », que « Le Caire » ou « Amman » obligeraient à accorder.
date-zone = { $city }, { $offset }

# Comment le premier jour du mois s’écrit devant le nom du mois.
date-first-day = 1er

# Environ un tiers de mois. $month : mars 2018.
date-part =
    { $part ->
        [early] début { $month }
        [mid] mi-{ $month }
       *[late] fin { $month }
    }

# Une saison de l’année dans l’hémisphère nord. $year : 2017.
date-season =
    { $season ->
        [spring] printemps { $year }
        [summer] été { $year }
        [autumn] automne { $year }
       *[winter] hiver { $year }
    }

# Combien de temps cela dure.
date-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
