### Les listes : webinaires, kits, actualités, opportunités.

# Une ligne d’une liste. $starred dit si elle touche à un centre d’intérêt de la personne.
list-entry =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } – <i>{ $detail }</i>
    }
# La même, pour ce qui n’existe que dans une autre langue.
list-entry-untranslated =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } ({ $language }) – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } ({ $language }) – <i>{ $detail }</i>
    }
list-hint = Touchez un numéro pour l’ouvrir.
date-unknown = date à confirmer

previous-button = ‹ Retour
next-button = Suite ›
back-button = ‹ Vers la liste
webinars-button = 🎥 Webinaires
# $by : ce qui restreint la liste.
filter-button =
    { $by ->
        [topic] Par thème
        [language] Par langue
       *[series] Par série
    }
no-filter-button = ✕ Tout afficher

webinars-title =
    { $state ->
        [upcoming] <b>🎥 Webinaires à venir</b>
        [recorded] <b>🎥 Webinaires enregistrés</b>
        [past] <b>🎥 Webinaires passés</b>
       *[announced] <b>🎥 Webinaires annoncés, date à confirmer</b>
    }
# $value : le nom d’un thème, d’une langue ou d’une série.
webinars-filter =
    { $by ->
        [topic] Thème : { $value }
        [language] Langue : { $value }
       *[series] Série : { $value }
    }
webinars-none =
    { $state ->
        [upcoming] Rien n’est prévu ici.
        [recorded] Il n’y a pas d’enregistrement ici.
        [past] Aucun webinaire n’a eu lieu ici.
       *[announced] Rien n’est annoncé ici.
    }
webinars-none-but-recorded = Rien n’est prévu pour le moment. Voici les enregistrements :
webinars-none-at-all = Rien n’est prévu ni enregistré ici. Essayez sans le filtre.
webinars-choose =
    { $by ->
        [topic] Quel thème ?
        [language] Dans quelle langue ? Seules figurent celles que notre source indique.
       *[series] Quelle série ?
    }
webinar-recorded = enregistré
# $language : anglais.
webinar-recorded-in = enregistré, en { $language }
state-button =
    { $state ->
        [upcoming] À venir ({ $count })
        [recorded] Enregistrés ({ $count })
        [past] Passés ({ $count })
       *[announced] Annoncés ({ $count })
    }

packages-title =
    { $view ->
        [training] <b>📦 Kits de formation</b>
        [other] <b>📦 Cours, vidéos, guides et plus encore</b>
        [versioned] <b>📦 Avec une version indiquée</b>
       *[revised] <b>📦 Avec une révision annoncée</b>
    }
packages-view-button =
    { $view ->
        [training] Kits de formation
        [other] Cours, vidéos, guides
        [versioned] Par version
       *[revised] En révision
    }
# $language : français.
packages-in = Langue : { $language }
packages-none = Aucun résultat. Peut-être notre source ne le précise-t-elle pas.
package-under-revision = en cours de révision
package-languages-unknown = langues non indiquées
page-detail = qui nous sommes
packages-choose-language = Dans quelle langue ? Seules figurent celles que notre source indique.
packages-languages-unknown = D’après notre source, beaucoup de kits existent en plusieurs langues, mais elle ne dit pas lesquelles. Je ne peux donc pas encore les classer par langue.

news-title = <b>📰 Actualités, les plus récentes d’abord</b>
# $word : ce que la personne a cherché.
news-with-word = <b>📰 Actualités où figure « { $word } »</b>
news-none = Aucun bulletin trouvé.
news-choose-month = Quel bulletin ?
latest-button = Le plus récent
by-month-button = Par mois
all-news-button = ✕ Toutes les actualités

opportunities-title =
    { $view ->
        [open] <b>🌱 Opportunités ouvertes</b>
        [closed] <b>🌱 Opportunités clôturées</b>
       *[workshops] <b>🌱 Formations de formateurs</b>
    }
opportunities-none =
    { $view ->
        [open] Rien n’est ouvert pour le moment.
        [closed] Rien n’est encore clôturé.
       *[workshops] Aucune formation de formateurs n’est connue.
    }
opportunities-view-button =
    { $view ->
        [open] Ouvertes
        [closed] Clôturées
       *[workshops] Former des formateurs
    }
opportunity-until = jusqu’au { $deadline }
# $as_of : le moment de l’annonce, un mois.
opportunity-no-deadline = annonce : { $as_of }, sans date limite indiquée

ask-several = J’ai trouvé plusieurs réponses possibles :
ask-nothing =
    Je n’ai rien trouvé à ce sujet, et je préfère ne pas deviner.
    Essayez d’autres mots, ou cherchez ici :
# $most : un nombre de caractères.
ask-too-long = Votre message est long. Merci de poser votre question en une ou deux phrases ({ $most } caractères au plus).
