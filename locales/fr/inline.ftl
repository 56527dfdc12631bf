### Ce qui est proposé quand on écrit le nom du bot dans une conversation.

# Au-dessus des résultats, pour ce qui parle d'un enfant peut-être en danger : ouvre la conversation privée.
inline-safeguarding = Une inquiétude pour un enfant ? Ouvrez ceci
# De même si rien ne convient.
inline-nothing = Rien trouvé – posez la question en privé
# Sous une fiche que quelqu'un a partagée.
inline-open = 💬 Demander au bot
