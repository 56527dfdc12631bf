### بطاقة عنصر.

card-title = <b>{ $title }</b>
# $title: عنوان العنصر الأحدث.
card-superseded = ⚠️ هذه معلومة قديمة. والأحدث منها: { $title }
card-gone = لم يعد هذا موجودًا في فهرسنا. والقائمة تعرض ما فيه اليوم.

# $shortest و$longest: عدد الأشهر. تأتي المدة في آخر الجملة لأن صيغة المعدود تتبع $longest.
# الرمز ℹ حرف لاتيني في نظر الحواسيب، فتسبقه علامة الاتجاه من اليمين { "\u200F" }.
card-revision =
    { $state ->
        [under-way] ⚠️ <b>قيد المراجعة</b> منذ { $begins }.
        [may-be-done] ⚠️ أُعلن عن مراجعة تبدأ في { $begins }. وقد تكون انتهت، فمصدرنا لا يذكر ذلك.
       *[overdue] { "\u200F" }ℹ️ أُعلن عن مراجعة تبدأ في { $begins }. ولا يذكر مصدرنا ما آلت إليه، فيُرجى طلب النسخة الحالية.
    } المدة المعلَنة: { $longest ->
        [zero] أقل من شهر.
        [one] شهر واحد.
        [two] حتى شهرين.
        [few] من { $shortest } إلى { $longest } أشهر.
        [many] من { $shortest } إلى { $longest } شهرًا.
       *[other] من { $shortest } إلى { $longest } شهر.
    }

card-when =
    { $past ->
        [yes] 🗓 <b>تاريخ الانعقاد:</b> { $when }
       *[no] 🗓 <b>الموعد:</b> { $when }
    }
card-recorded = 🎥 <b>مسجّلة</b>
# $minutes: المدة. بالعدد 1 و2 لا يُكتب الرقم.
card-length =
    { $minutes ->
        [zero] ⏱ { $minutes } دقيقة
        [one] ⏱ دقيقة واحدة
        [two] ⏱ دقيقتان
        [few] ⏱ { $minutes } دقائق
        [many] ⏱ { $minutes } دقيقة
       *[other] ⏱ { $minutes } دقيقة
    }
card-zone-hint = <i>لاختيار منطقتكم الزمنية: { "\u200E" }/settings</i>
card-place = 📍 { $place }
card-open =
    { $open ->
        [yes] 🟢 <b>متاحة</b>
       *[no] ⚪️ <b>مغلقة</b>
    }
# الموعد النهائي يوم؛ ولا يذكر المصدر ساعة ولا منطقة زمنية.
card-deadline = ⏳ <b>الموعد النهائي:</b> { $deadline } (لم تُذكر الساعة ولا المنطقة الزمنية)
card-no-deadline = ⏳ لم يُذكر موعد نهائي.
card-open-to-all = 🎟 مفتوحة للجميع
card-by-invitation = 🎟 بدعوة فقط
card-places =
    { $places ->
        [zero] 🎟 بدعوة فقط، لا مقاعد
        [one] 🎟 بدعوة فقط، مقعد واحد
        [two] 🎟 بدعوة فقط، مقعدان
        [few] 🎟 بدعوة فقط، { $places } مقاعد
        [many] 🎟 بدعوة فقط، { $places } مقعدًا
       *[other] 🎟 بدعوة فقط، { $places } مقعد
    }
# $people: اسم أو أكثر. $count: العدد. «تقديم» تصلح للجميع أيًا كان العدد.
card-speakers =
    { $count ->
        [zero] 🎤 <b>تقديم:</b> { $people }
        [one] 🎤 <b>تقديم:</b> { $people }
        [two] 🎤 <b>تقديم:</b> { $people }
        [few] 🎤 <b>تقديم:</b> { $people }
        [many] 🎤 <b>تقديم:</b> { $people }
       *[other] 🎤 <b>تقديم:</b> { $people }
    }
card-contact = 👤 <b>للتواصل:</b> { $people }
# شخص ومكان عمله.
person = { $name } ({ $affiliation })
card-languages = 🌐 <b>اللغة:</b> { $languages }
card-languages-unknown = 🌐 اللغات غير مذكورة.
card-version = 🏷 <b>النسخة:</b> { $version }
# $part: رقم.
card-series = 🔢 الجزء { $part } من سلسلة «{ $series }»
card-in-series = 🔢 ضمن سلسلة «{ $series }»
card-before = ▶️ <b>قبل الجلسة:</b> { $before }
# السهم التعبيري لا ينعكس وحده، لذلك يُكتب مشيرًا إلى اليسار.
card-way = ⬅️ { $way } (حتى { $deadline })
card-way-open = ⬅️ { $way }
card-organiser = 🏢 { $organiser }
card-link = 🔗 { $link }
card-link-unknown = 🔗 { $link }: لا يذكر مصدرنا الرابط.
# لكلمة «تسجيل» معنيان، ولذلك يُقال «مشاهدة التسجيل» و«التسجيل للمشاركة».
link =
    { $kind ->
        [recording] مشاهدة التسجيل
        [register] التسجيل للمشاركة
        [download] التنزيل
        [apply] تقديم الطلب
       *[page] الصفحة
    }
card-note =
    { $older ->
        [yes] <i>قبل ذلك، { $as_of }: { $text }</i>
       *[no] 📌 <b>{ $as_of }:</b> { $text }
    }
card-source = <i>وفق ما ورد في مصدرنا، { $as_of }.</i>
mark-untranslated = <i>لم يُترجَم بعد، ولغة النص: { $language }.</i>
mark-draft = <i>لم تُراجَع هذه الترجمة بعد.</i>

calendar-button = 📅 إضافة إلى التقويم
share-button = ↖️ مشاركة
calendar-caption = 📅 { $title }
