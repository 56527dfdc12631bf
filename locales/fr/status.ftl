### Pour la coordination : comment va le bot.

status-title = <b>Comment va le bot</b>
status-members = 👥 Membres dont quelque chose est conservé : { $count }
# $new : mises à jour pas encore traitées. $aside : celles qui ont échoué à plusieurs reprises.
status-inbox = 📥 En attente : { $new } · mises de côté : { $aside }
status-outbox = 📤 À envoyer : { $queued } · remis : { $delivered } · bloqués : { $blocked } · refusés : { $rejected } · peut-être en double : { $uncertain }
status-content = 📚 Éléments : { $items } · traductions à relire : { $drafts }
status-problems =
    { $count ->
        [one] ⚠️ La dernière modification du contenu n’a pas été reprise ; l’ancien contenu reste en service. { $count } erreur :
       *[other] ⚠️ La dernière modification du contenu n’a pas été reprise ; l’ancien contenu reste en service. { $count } erreurs :
    }
status-more-problems =
    { $count ->
        [one] … et { $count } autre.
       *[other] … et { $count } autres.
    }

# La commande /gaps. $days : sur combien de jours.
gaps-title = <b>❓ Questions restées sans réponse</b>, sur { $days } jours
gaps-none = Ces { $days } derniers jours, chaque question a eu une réponse.
# $language : celle des questions, français.
gaps-language = <b>{ $language }</b>
# $topic : un terme du métier, un type d’élément ou une langue demandée.
gaps-topic = • { $topic } – questions : { $questions } · personnes : { $people } ou plus
gaps-other = • tout le reste – questions : { $questions }
# $wording : quelques mots de la question, sans noms ni nombres.
gaps-wording = <i>« { $wording } »</i>
gaps-more = • autres sujets : { $count }
gaps-in = dans cette langue : { $language }
gaps-kind =
    { $kind ->
        [webinar] webinaires
        [package] kits de formation
        [news] actualités
        [opportunity] opportunités
        [workshop] formations de formateurs
       *[page] la communauté
    }
# $least : combien de personnes au moins.
gaps-note = <i>Un sujet est nommé, et une formulation montrée, si au moins { $least } personnes ont posé la même question en un mois. Les noms, les nombres et tous les mots inconnus sont retirés (…) ; ce qui reste peut encore révéler quelque chose : merci de ne pas le transmettre.</i>
# $days : sur combien de jours.
status-gaps = ❓ Questions sans réponse en { $days } jours : { $count } · /gaps
