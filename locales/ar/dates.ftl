### كيف تُكتب التواريخ والأوقات. أسماء الشهور والأيام من قاعدة بيانات يونيكود CLDR.

# بداية محددة. $date: الثلاثاء، 20 فبراير 2018. $time: 14:00. $zone: انظر date-zone.
date-moment = { $date }، { $time } ({ $zone })

# $city: نيروبي. $offset: UTC+3.
date-zone = بتوقيت { $city }، { $offset }

# كيف يُكتب اليوم الأول من الشهر قبل اسم الشهر.
date-first-day = 1

# نحو ثلث شهر. $month: مارس 2018.
date-part =
    { $part ->
        [early] أوائل { $month }
        [mid] منتصف { $month }
       *[late] أواخر { $month }
    }

# فصل من فصول السنة في النصف الشمالي من الأرض. $year: 2017.
date-season =
    { $season ->
        [spring] ربيع { $year }
        [summer] صيف { $year }
        [autumn] خريف { $year }
       *[winter] شتاء { $year }
    }

# مدة الشيء. بالعدد 1 و2 لا يُكتب الرقم.
date-minutes =
    { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
