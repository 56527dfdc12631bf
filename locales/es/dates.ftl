### Cómo se escriben las fechas y las horas. Los nombres de meses y días vienen del CLDR de Unicode.

# Un comienzo exacto. $date: martes, 20 de febrero de 2018. $time: 14:00. $zone: véase date-zone.
date-moment = { $date }, { $time } ({ $zone })

# $city: Nairobi. $offset: UTC+3.
date-zone = hora de { $city }, { $offset }

# Cómo se escribe el primer día del mes ante el nombre del mes.
date-first-day = 1

# Más o menos un tercio de un mes. $month: marzo de 2018.
date-part =
    { $part ->
        [early] principios de { $month }
        [mid] mediados de { $month }
       *[late] finales de { $month }
    }

# Una estación del año en el hemisferio norte. $year: 2017.
date-season =
    { $season ->
        [spring] primavera de { $year }
        [summer] verano de { $year }
        [autumn] otoño de { $year }
       *[winter] invierno de { $year }
    }

# Cuánto dura.
date-minutes =
    { $minutes ->
        [one] { $minutes } minuto
       *[other] { $minutes } minutos
    }
