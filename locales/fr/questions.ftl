### Les questions transmises aux coordinateurs et coordinatrices, leurs réponses, et le fil des deux.

# Ce que quelqu’un a écrit, détaché de ce que dit le bot.
quote = <blockquote>{ $words }</blockquote>

question-forgotten = Je n’ai plus cette question. Merci de la poser à nouveau, puis de toucher le bouton.

pass-on-button = 🙋 Transmettre à la coordination
pass-on-sure = <b>Ces mots iraient à la coordination</b>, sans votre nom ni rien d’autre qui dise qui vous êtes :
pass-on-rules =
    Merci de ne transmettre aucun détail sur un enfant ou sur un cas.
    Les mots sont conservés, avec les réponses, 90 jours après le dernier message. Effacer vos données dans /settings les efface aussitôt.
send-button = ✅ Envoyer
pass-on-not-button = Non, ne pas envoyer
pass-on-left = ✅ Rien n’a été transmis.
# $number : celui de la question.
passed-on = ✅ <b>Transmis</b> : c’est la question { $number }. La réponse arrivera ici.
passed-on-already = Vous l’avez déjà transmise. La réponse arrivera ici.
pass-on-nobody = Pour le moment, il n’y a personne à la coordination à qui la transmettre.
# $most : un nombre de questions.
pass-on-enough = La coordination a déjà reçu plusieurs de vos questions depuis hier ({ $most } au plus sont transmises). Merci de transmettre la suivante demain.

# Pour la coordination. $language : la langue dans laquelle la personne lit.
question-asked = ❓ <b>Question { $number }</b> ({ $language })
question-asked-on = ❓ <b>Question { $number }</b> ({ $language }), la suite
answer-button = ✍️ Répondre
thread-button = 🧵 Tout le fil

# Pour la personne, au-dessus de sa question et de la réponse.
answer-title = 💬 <b>La coordination répond à votre question</b>
answer-to = Vous aviez demandé :
answer-words = La réponse, mot pour mot :
helped-button = 👍 Cela m’a aidé
ask-on-button = ❓ Demander plus
helped = 👍 Merci de le dire. Revenez quand vous voulez.

more-write = Écrivez ce que vous souhaitez ajouter, dans votre prochain message. Vous le verrez avant l’envoi. /cancel le laisse.
more-preview = <b>Ces mots iraient à la coordination :</b>
more-enough = La coordination a plusieurs de vos messages auxquels elle n’a pas encore répondu. Merci de lui laisser le temps de répondre.

draft-hint = Envoyez tel quel, modifiez, ou continuez d’écrire : la suite s’ajoute.
change-button = ✏️ Modifier
later-button = Pas maintenant
draft-anew = Réécrivez-le dans votre prochain message : il remplacera ce que vous avez écrit. D’ici là, le premier texte est conservé.
draft-kept = C’est conservé, et non envoyé.
go-on-button = Continuer
draft-none = Il n’y a rien à envoyer ici : c’est déjà parti, ou ce n’est plus conservé.
# $most : un nombre de caractères.
post-too-long = C’est plus que ne contient un message ({ $most } caractères au plus), je ne l’ai donc pas ajouté. Ce que vous aviez écrit avant est toujours conservé. Merci d’écrire plus court.

question-withdrawn = La personne a retiré cette question, et ses mots sont effacés.
question-not-kept = Cette question n’est plus conservée.

# Pour la coordination. $number : celui de la question.
reply-write = <b>Question { $number }.</b> Écrivez votre réponse dans votre prochain message. Vous la verrez avant l’envoi ; la personne ne voit aucun nom. /cancel la laisse.
reply-preview = <b>Votre réponse à la question { $number } :</b>
reply-answered = <b>La question { $number } a déjà une réponse :</b>
reply-more-button = ✍️ Compléter
reply-meanwhile = ⚠️ <b>Entre-temps, quelqu’un d’autre a répondu à la question { $number } :</b>
reply-sent = ✅ <b>Envoyé</b> à la personne qui a posé la question { $number } :
reply-unread = ⚠️ Conservé avec la question { $number }, mais <b>non envoyé</b> : la personne a bloqué ce bot.

questions-title =
    { $which ->
        [open] <b>❓ Questions en attente</b>
       *[answered] <b>❓ Questions avec réponse</b>
    }
questions-none =
    { $which ->
        [open] Aucune question n’attend de réponse.
       *[answered] Aucune question avec réponse n’est conservée.
    }
questions-button =
    { $which ->
        [open] En attente
       *[answered] Avec réponse
    }
# $at : le jour où elle a été posée. $words : son début.
question-entry =
    { $state ->
        [helped] <b>{ $number }.</b> 👍 { $words } – <i>{ $language }, { $at }</i>
       *[other] <b>{ $number }.</b> { $words } – <i>{ $language }, { $at }</i>
    }
thread-title =
    { $state ->
        [open] <b>Question { $number }</b> ({ $language }) – en attente d’une réponse
        [helped] <b>Question { $number }</b> ({ $language }) – a une réponse, qui a aidé 👍
       *[answered] <b>Question { $number }</b> ({ $language }) – a une réponse
    }
# $at : un jour.
post-by =
    { $author ->
        [member] 👤 La personne, { $at } :
       *[coordinator] 💬 La coordination, { $at } :
    }
