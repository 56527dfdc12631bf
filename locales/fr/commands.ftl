### Le menu des commandes.

# S’affiche à côté de la commande dans le menu de Telegram. $name : la commande sans sa barre oblique.
command =
    { $name ->
        [start] Commencer ici
        [webinars] Webinaires à venir et enregistrés
        [packages] Kits de formation
        [news] Actualités de la communauté
        [opportunities] Participer ou postuler
        [about] Qui nous sommes
        [help] Ce que vous pouvez demander
        [settings] Langue, fuseau horaire, centres d’intérêt
        [language] Changer de langue
        [cancel] Quitter ce qui est en cours
        [questions] Questions transmises par les membres
        [gaps] Les questions restées sans réponse
       *[status] Comment va le bot
    }

# Les mêmes choses, en boutons du menu. $command : la commande sans sa barre oblique.
command-button =
    { $command ->
        [webinars] 🎥 Webinaires
        [packages] 📦 Kits de formation
        [news] 📰 Actualités
        [opportunities] 🌱 Opportunités
        [about] ℹ️ Qui nous sommes
       *[help] ❓ Aide
    }
