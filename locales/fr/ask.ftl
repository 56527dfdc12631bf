### Réponses à ce que les gens écrivent avec leurs mots.

# Pour un message qui parle d'un enfant peut-être en danger.
safeguarding =
    Merci de vous en soucier. <b>Ce bot n’est pas un canal de signalement</b> : personne ne le lit comme un signalement, et il ne peut pas aider un enfant. Ce que vous avez écrit n’est pas conservé. Merci de n’écrire ici ni nom ni détail.

    Adressez-vous dès maintenant à des personnes proches qui peuvent agir :
    • le point focal pour la protection de l’enfance ou l’organisme de gestion de cas là où vous êtes
    • le point focal « sauvegarde » (safeguarding) de votre organisation, y compris si un collègue pourrait être en cause

    Ces personnes vous écouteront et vous diront la suite. Ce n’est pas à vous d’enquêter ni d’avoir une certitude.
safeguarding-danger = <b>Si un enfant est en danger en ce moment même</b>, appelez d’abord les services d’urgence locaux ou les personnes de confiance les plus proches qui peuvent le protéger sans exposer quelqu’un à un risque plus grand.

# Au-dessus de ce qui a été montré en dernier, montré de nouveau avec une précision pour chacun. $fact : laquelle.
follow-again =
    { $fact ->
        [when] Quand a lieu chacun :
        [where] Où a lieu chacun :
        [who] Qui parle, ou qui contacter :
        [language] En quelles langues, dans la mesure où notre source l’indique :
        [length] Combien de temps dure chacun :
        [take_part] Comment participer :
        [link] Les liens :
       *[number] Voici ceux que je vous ai montrés. Lequel est-ce ?
    }
follow-unknown = non indiqué
# Suit ce qui a été cherché, une ligne pour chaque critère.
follow-none = <b>Je n’ai rien trouvé.</b> Voici ce que j’ai cherché :
follow-kind =
    { $kind ->
        [webinar] • webinaires
        [package] • kits de formation
        [news] • actualités
        [opportunity] • opportunités
        [workshop] • formations de formateurs
       *[page] • pages sur la communauté
    }
follow-state =
    { $state ->
        [recorded] • enregistré
        [past] • passé
        [latest] • le plus récent
        [open] • ouvert actuellement
        [closed] • clos
       *[upcoming] • à venir
    }
# $language : français.
follow-language = • indiqué dans cette langue : { $language }
# $days : un mois, ou des jours.
follow-days = • à cette période : { $days }
# $day : 1er avril 2018.
follow-from = • à partir de cette date : { $day }
follow-guess = Ce que notre source n’indique pas, je ne le devine pas.
