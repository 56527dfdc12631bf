### Les réglages : langue, fuseau horaire, centres d’intérêt, effacement.

settings-title = <b>⚙️ Réglages</b>
settings-language = 🌐 Langue : <b>{ $language }</b>
settings-zone = 🕰 Fuseau horaire : <b>{ $zone }</b>
settings-no-zone = non choisi, les dates s’affichent en UTC
settings-interests = ⭐ Centres d’intérêt : <b>{ $interests }</b>
settings-no-interests = aucun
# $count : le nombre de questions surveillées.
settings-watches = 🔔 Veilles : <b>{ $count }</b>
# $count : le nombre de questions transmises à la coordination.
settings-questions = 🙋 Questions transmises : <b>{ $count }</b>
settings-kept =
    { $consent ->
        [yes] C’est tout ce qui est conservé à votre sujet, avec votre identifiant Telegram et, pour peu de temps, ce que je vous ai montré en dernier.
       *[no] En dehors de cela, de votre identifiant Telegram et d’une langue que vous choisissez, rien n’est conservé à votre sujet ; je me souviens pour peu de temps de ce que je vous ai montré en dernier.
    }
zone-button = 🕰 Fuseau horaire
interests-button = ⭐ Centres d’intérêt
erase-button = 🗑 Effacer mes données
settings-button = ⚙️ Réglages

choose-language = Dans quelle langue souhaitez-vous échanger ?
language-chosen = ✅ Désormais, je vous réponds en { $language }.

choose-zone = Quelle est votre heure locale ? Touchez un lieu, ou écrivez le nom de votre ville ou de votre pays. /cancel laisse tout en l’état.
zone-several = Il y a là plusieurs fuseaux horaires. Lequel est le vôtre ?
zone-unknown = Je ne connais pas ce lieu. Écrivez le nom de la grande ville la plus proche, ou touchez-en une :
# $now : l’heure qu’il est dans le fuseau choisi.
zone-chosen = ✅ Les dates s’affichent maintenant selon ce fuseau : { $zone }. Là-bas, en ce moment : { $now }.

# 0 suit sa propre question ; en français, il serait sinon au singulier.
choose-interests =
    { $count ->
        [0] Quels thèmes vous intéressent ? Touchez tous ceux de votre choix ; les listes les marqueront d’une ⭐.
        [one] { $count } thème choisi. Les listes le marquent d’une ⭐.
       *[other] { $count } thèmes choisis. Les listes les marquent d’une ⭐.
    }
topic-button =
    { $chosen ->
        [yes] ✅ { $topic }
       *[no] { $topic }
    }
done-button = Terminé

erase-sure = Effacer votre langue, votre fuseau horaire, vos centres d’intérêt, vos veilles et votre accord, ainsi que les questions que vous avez transmises et leurs réponses ? Ce que la coordination a reçu reste dans ses conversations. C’est définitif.
erase-sure-button = 🗑 Oui, effacer
keep-button = Non, conserver
erased = ✅ C’est effacé. Plus rien n’est conservé à votre sujet. /start permet de recommencer.

cancelled = ✅ Rien n’a été modifié.
cancelled-draft = ✅ C’est laissé de côté. Ce que vous avez écrit est conservé et non envoyé : le même bouton vous y ramène.
nothing-to-cancel = Il n’y a rien à quitter : rien n’était en cours.
