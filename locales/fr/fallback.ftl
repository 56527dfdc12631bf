### Quand rien d’autre ne convient.

# $thing : ce qui a été envoyé à la place d’un texte.
only-text =
    { $thing ->
        [photo] Je ne peux pas regarder d’images, et je n’ai pas conservé la vôtre. Merci d’écrire votre question.
        [voice] Je ne peux pas écouter, et je n’ai pas conservé votre message. Merci d’écrire votre question.
        [sticker] Joli ! Mais je ne comprends que les mots. Que souhaitez-vous savoir ?
        [document] Je ne peux pas lire de fichiers, et je n’ai pas conservé le vôtre. Merci d’écrire votre question.
        [video] Je ne peux pas regarder de vidéos, et je n’ai pas conservé la vôtre. Merci d’écrire votre question.
        [location] Je n’ai pas conservé l’endroit où vous êtes. Vous pouvez choisir votre fuseau horaire dans /settings.
        [contact] Je n’ai pas conservé ce contact. Merci d’écrire votre question.
       *[other] Je ne comprends que les mots. Merci d’écrire votre question.
    }
stale = Ce bouton date d’un autre moment. Voici le menu d’aujourd’hui :
# $command : ce qui a été écrit, avec sa barre oblique.
unknown-command = Je ne connais pas { $command }. Le menu montre ce que je sais faire, ou posez simplement votre question.
not-for-you = C’est réservé à la coordination de la communauté.
# $contact : une adresse, ou « none ».
broken =
    { $contact ->
        [none] Un incident s’est produit de mon côté pendant que je traitais votre message. Celui-ci est conservé, et l’équipe responsable de ce bot va s’y pencher. Tout le reste fonctionne : voici le menu.
       *[other] Un incident s’est produit de mon côté pendant que je traitais votre message. Celui-ci est conservé, et l’équipe responsable de ce bot va s’y pencher ({ $contact }). Tout le reste fonctionne : voici le menu.
    }
