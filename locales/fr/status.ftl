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
