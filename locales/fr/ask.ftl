### Réponses à ce que les gens écrivent avec leurs mots.

# Pour un message qui parle d'un enfant peut-être en danger.
safeguarding =
    Merci de vous en soucier. <b>Ce bot n’est pas un canal de signalement</b> : personne ne le lit comme un signalement, et il ne peut pas aider un enfant. Ce que vous avez écrit n’est pas conservé. Merci de n’écrire ici ni nom ni détail.

    Adressez-vous dès maintenant à des personnes proches qui peuvent agir :
    • le point focal pour la protection de l’enfance ou l’organisme de gestion de cas là où vous êtes
    • le point focal « sauvegarde » (safeguarding) de votre organisation, y compris si un collègue pourrait être en cause

    Ces personnes vous écouteront et vous diront la suite. Ce n’est pas à vous d’enquêter ni d’avoir une certitude.
safeguarding-danger = <b>Si un enfant est en danger en ce moment même</b>, appelez d’abord les services d’urgence locaux ou les personnes de confiance les plus proches qui peuvent le protéger sans exposer quelqu’un à un risque plus grand.
