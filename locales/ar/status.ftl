### لفريق التنسيق: حالة البوت.

status-title = <b>حالة البوت</b>
status-members = 👥 أعضاء يُحفظ عنهم شيء: { $count }
# $new: تحديثات لم تُعالَج بعد. $aside: تحديثات فشلت معالجتها مرارًا.
status-inbox = 📥 في الانتظار: { $new } · وُضعت جانبًا: { $aside }
status-outbox = 📤 قيد الإرسال: { $queued } · سُلّمت: { $delivered } · محظورة: { $blocked } · مرفوضة: { $rejected } · ربما أُرسلت مرتين: { $uncertain }
status-content = 📚 العناصر: { $items } · ترجمات تنتظر المراجعة: { $drafts }
status-problems =
    ⚠️ لم يُعتمد آخر تعديل على المحتوى، ويبقى المحتوى السابق معروضًا. { $count ->
        [zero] لا أخطاء.
        [one] خطأ واحد:
        [two] خطآن:
        [few] { $count } أخطاء:
        [many] { $count } خطأً:
       *[other] { $count } خطأ:
    }
status-more-problems =
    { $count ->
        [zero] … ولا أخطاء أخرى.
        [one] … وخطأ واحد آخر.
        [two] … وخطآن آخران.
        [few] … و{ $count } أخطاء أخرى.
        [many] … و{ $count } خطأً آخر.
       *[other] … و{ $count } خطأ آخر.
    }
