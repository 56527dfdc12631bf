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

# الأمر /gaps. $days: عدد الأيام السابقة.
gaps-title = <b>❓ أسئلة بقيت دون إجابة</b> (الأيام السابقة: { $days })
gaps-none = لكل سؤال إجابة (الأيام السابقة: { $days }).
# $language: لغة الأسئلة، العربية.
gaps-language = <b>{ $language }</b>
# $topic: مصطلح من المجال، أو نوع من العناصر، أو لغة مطلوبة.
gaps-topic = • { $topic } – الأسئلة: { $questions } · الأشخاص: { $people } أو أكثر
gaps-other = • كل ما عدا ذلك – الأسئلة: { $questions }
# $wording: بضع كلمات من السؤال، دون أسماء أو أرقام.
gaps-wording = <i>«{ $wording }»</i>
gaps-more = • مواضيع أخرى: { $count }
gaps-in = بهذه اللغة: { $language }
gaps-kind =
    { $kind ->
        [webinar] ندوات إلكترونية
        [package] حزم تدريبية
        [news] أخبار
        [opportunity] فرص
        [workshop] تدريبات للمدرّبين
       *[page] المجتمع
    }
# $least: أقل عدد من الأشخاص.
gaps-note = <i>لا يُذكر موضوع ولا تُعرض صيغة سؤال إلا إذا سأل عنه في شهر واحد عدد كافٍ من الأشخاص (الحد الأدنى: { $least }). تُحذف الأسماء والأرقام وكل كلمة غير معروفة (…)، وقد يدلّ ما يبقى على شيء، فيُرجى عدم نشره.</i>
# $days: عدد الأيام السابقة.
status-gaps = ❓ أسئلة دون إجابة (الأيام السابقة: { $days }): { $count } · { "\u200E" }/gaps
