### القوائم: الندوات والحزم والأخبار والفرص.

# سطر من قائمة. $starred: هل يتصل بأحد اهتمامات العضو.
list-entry =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } – <i>{ $detail }</i>
    }
# السطر نفسه لما لا يوجد إلا بلغة أخرى.
list-entry-untranslated =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } ({ $language }) – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } ({ $language }) – <i>{ $detail }</i>
    }
list-hint = اضغطوا على أي رقم لفتحه.
date-unknown = الموعد غير مؤكد بعد

# السهمان ‹ و› ينعكسان وحدهما بين الكلمات العربية: يُكتب سهم الرجوع في أول النص فيشير إلى اليمين، وسهم المتابعة في آخره فيشير إلى اليسار.
# وعلامة الاتجاه من اليمين { "\u200F" } تُبقيهما كذلك حتى في تطبيق لغته من اليسار.
previous-button = { "\u200F" }‹ السابق
next-button = المزيد ›{ "\u200F" }
back-button = { "\u200F" }‹ عودة
webinars-button = 🎥 الندوات
# $by: ما تُصفّى به القائمة.
filter-button =
    { $by ->
        [topic] حسب الموضوع
        [language] حسب اللغة
       *[series] حسب السلسلة
    }
no-filter-button = ✕ عرض الكل

webinars-title =
    { $state ->
        [upcoming] <b>🎥 الندوات المقبلة</b>
        [recorded] <b>🎥 الندوات المسجّلة</b>
        [past] <b>🎥 الندوات السابقة</b>
       *[announced] <b>🎥 ندوات معلَنة لم يتأكد موعدها بعد</b>
    }
# $value: اسم موضوع أو لغة أو سلسلة.
webinars-filter =
    { $by ->
        [topic] الموضوع: { $value }
        [language] اللغة: { $value }
       *[series] السلسلة: { $value }
    }
webinars-none =
    { $state ->
        [upcoming] لا شيء مقرّر هنا.
        [recorded] لا توجد تسجيلات هنا.
        [past] لم تُعقد أي ندوة هنا.
       *[announced] لا شيء معلَن هنا.
    }
webinars-none-but-recorded = لا شيء مقرّر في الوقت الحالي. وهذه هي التسجيلات:
webinars-none-at-all = لا شيء مقرّر أو مسجّل هنا. جرّبوا من دون تصفية.
webinars-choose =
    { $by ->
        [topic] أي موضوع؟
        [language] بأي لغة؟ لا تظهر هنا إلا اللغات التي يذكرها مصدرنا.
       *[series] أي سلسلة؟
    }
webinar-recorded = مسجّلة
# $language: الإنجليزية.
webinar-recorded-in = مسجّلة، بهذه اللغة: { $language }
state-button =
    { $state ->
        [upcoming] المقبلة ({ $count })
        [recorded] المسجّلة ({ $count })
        [past] السابقة ({ $count })
       *[announced] المعلَنة ({ $count })
    }

packages-title =
    { $view ->
        [training] <b>📦 الحزم التدريبية</b>
        [other] <b>📦 دورات وفيديوهات وأدلة وغيرها</b>
        [versioned] <b>📦 مواد ذُكرت نسختها</b>
       *[revised] <b>📦 مواد أُعلن عن مراجعتها</b>
    }
packages-view-button =
    { $view ->
        [training] الحزم التدريبية
        [other] دورات وفيديوهات وأدلة
        [versioned] حسب النسخة
       *[revised] قيد المراجعة
    }
# $language: الفرنسية.
packages-in = اللغة: { $language }
packages-none = لا توجد نتائج. وقد يكون السبب أن مصدرنا لا يذكر ذلك.
package-under-revision = قيد المراجعة
package-languages-unknown = اللغات غير مذكورة
page-detail = من نحن
packages-choose-language = بأي لغة؟ لا تظهر هنا إلا اللغات التي يذكرها مصدرنا.
packages-languages-unknown = يذكر مصدرنا أن حزمًا كثيرة متاحة بعدة لغات، لكنه لا يحدّدها. لذلك لا يمكنني بعدُ تصنيفها حسب اللغة.

news-title = <b>📰 الأخبار، الأحدث أولًا</b>
# $word: ما بحث عنه العضو.
news-with-word = <b>📰 أخبار ورد فيها «{ $word }»</b>
news-none = لم يُعثر على أي نشرة.
news-choose-month = أي نشرة؟
latest-button = الأحدث
by-month-button = حسب الشهر
all-news-button = ✕ كل الأخبار

opportunities-title =
    { $view ->
        [open] <b>🌱 الفرص المتاحة الآن</b>
        [closed] <b>🌱 الفرص المغلقة</b>
       *[workshops] <b>🌱 تدريب المدربين</b>
    }
opportunities-none =
    { $view ->
        [open] لا توجد فرص متاحة في الوقت الحالي.
        [closed] لم تُغلق أي فرصة بعد.
       *[workshops] لا علم لي بأي تدريب للمدربين.
    }
opportunities-view-button =
    { $view ->
        [open] المتاحة الآن
        [closed] المغلقة
       *[workshops] تدريب المدربين
    }
opportunity-until = حتى { $deadline }
# $as_of: تاريخ الإعلان عنها، شهر.
opportunity-no-deadline = أُعلن عنها في { $as_of }، ولم يُذكر موعد نهائي

ask-several = وجدتُ أكثر من إجابة محتملة:
ask-nothing =
    لم أجد شيئًا عن ذلك، وأفضّل ألا أخمّن.
    جرّبوا كلمات أخرى، أو ابحثوا هنا:
# $most: عدد من الأحرف.
ask-too-long = هذه رسالة طويلة. يُرجى السؤال في جملة أو جملتين (الحد الأقصى للأحرف: { $most }).
