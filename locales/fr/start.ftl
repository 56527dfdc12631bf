### Le bonjour, le menu, ce qu’est le bot et comment il aide.

# $name : le nom que la communauté donne au bot.
welcome = 👋 <b>Bienvenue sur { $name }.</b>
# Après une fiche, pour qui arrive par un lien. $name : le nom que la communauté donne au bot.
hello-short = 👋 Ici <b>{ $name }</b>. Posez vos questions avec vos mots, ou ouvrez le menu. Avec votre accord, je peux retenir vos centres d’intérêt et votre fuseau horaire.

consent =
    <b>Ce qui est conservé à votre sujet.</b> Votre identifiant Telegram et la langue que vous choisissez. Si vous êtes d’accord, également vos centres d’intérêt, votre fuseau horaire, la langue de votre Telegram et vos veilles, pour que les listes, les dates et mes messages vous conviennent.
    Ce programme lit vos questions pour y répondre, et les efface dès que la réponse est donnée ; personne d’autre ne les voit. Une question sur laquelle je ne trouve rien est conservée deux jours au plus, pour que vous puissiez demander une veille ou la transmettre ; il en reste un décompte, sans nom ni nombre, pour que la coordination sache ce qui manque. Pendant peu de temps, je me souviens des éléments que je vous ai montrés en dernier, pour que vous puissiez poursuivre. Seul un message que le programme n’arrive pas à traiter est conservé, pour que l’équipe responsable puisse trouver la panne. Vous pouvez effacer vos choix à tout moment dans /settings.
    Ce n’est pas un canal de signalement : merci de n’écrire ici ni noms ni histoires d’enfants.

agree-button = ✅ J’accepte
not-now-button = Pas maintenant, je regarde
languages-button = 🌐 Langue
start-button = Lire et accepter

consent-given = ✅ Merci. Vos choix sont conservés jusqu’à ce que vous les effaciez dans /settings.
consent-declined = Entendu : rien n’est conservé, hormis la langue. Vous pouvez changer d’avis avec /start.
consent-needed = Pour le retenir, il me faut d’abord votre accord.

# $name : le nom que la communauté donne au bot.
menu =
    <b>{ $name }</b>
    Choisissez ci-dessous, ou posez simplement votre question : « Quand a lieu le webinaire sur le coaching ? »

menu-button = ☰ Menu
private-button = 💬 Ouvrir la conversation privée

# $name : le nom que la communauté donne au bot.
group-hello =
    👋 Je suis <b>{ $name }</b>. Dans ce groupe, je réponds quand vous me mentionnez, quand vous répondez à l’un de mes messages ou avec une commande, comme /webinars. Tout ce qui est personnel se passe dans la conversation privée.
personal = C’est personnel : continuons dans la conversation privée.

# $name : le nom que la communauté donne au bot.
about = <b>{ $name }</b>
# $contact : une adresse donnée par les responsables de la communauté.
about-contact = Une question aux responsables ? Écrivez à : { $contact }

help =
    <b>Posez vos questions avec vos mots</b>, en français, en anglais, en espagnol ou en arabe :
    « le webinaire sur les garçons », « formation sur la gestion de cas », « actualités de février ».
    Puis poursuivez : « la deuxième », « quand ? », « et en anglais ? »

    <b>Ou utilisez une commande :</b>
    /webinars – à venir et enregistrés
    /packages – kits de formation
    /news – les bulletins ; <code>/news CPMS</code> y cherche un mot
    /opportunities – participer ou postuler
    /settings – langue, fuseau horaire, centres d’intérêt, effacement de vos données
    /cancel – quitter ce qui est en cours

    Dates, liens et langues viennent des pages de la communauté. Ce qu’elles ne disent pas, je ne le sais pas.
