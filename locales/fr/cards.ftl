### La fiche d’un élément.

card-title = <b>{ $title }</b>
# $title : de l’élément plus récent.
card-superseded = ⚠️ Cette information est ancienne. La plus récente : { $title }
card-gone = Cet élément n’est plus dans notre catalogue. Le menu montre ce qui s’y trouve aujourd’hui.

# $shortest, $longest : des nombres de mois. « depuis » et « pour » vont avec toute date : mai 2018, mi-mai 2018, printemps 2018.
card-revision =
    { $state ->
        [under-way] ⚠️ <b>En cours de révision</b> depuis { $begins }, sur { $shortest } à { $longest } mois.
        [may-be-done] ⚠️ Une révision était annoncée pour { $begins }, sur { $shortest } à { $longest } mois. Elle est peut-être terminée ; notre source ne le dit pas.
       *[overdue] ℹ️ Une révision était annoncée pour { $begins }, sur { $shortest } à { $longest } mois. Notre source ne dit pas à quoi elle a abouti : demandez la version actuelle.
    }

card-when =
    { $past ->
        [yes] 🗓 <b>A eu lieu :</b> { $when }
       *[no] 🗓 <b>Quand :</b> { $when }
    }
card-recorded = 🎥 <b>Enregistré</b>
# $minutes : la durée.
card-length =
    { $minutes ->
        [one] ⏱ { $minutes } minute
       *[other] ⏱ { $minutes } minutes
    }
card-zone-hint = <i>Pour choisir votre fuseau horaire : /settings</i>
card-place = 📍 { $place }
card-open =
    { $open ->
        [yes] 🟢 <b>Ouverte</b>
       *[no] ⚪️ <b>Clôturée</b>
    }
# La date limite est un jour ; la source n’indique ni heure ni fuseau.
card-deadline = ⏳ <b>Date limite :</b> { $deadline } (heure et fuseau horaire non précisés)
card-no-deadline = ⏳ Aucune date limite n’est indiquée.
card-open-to-all = 🎟 Ouvert à tout le monde
card-by-invitation = 🎟 Sur invitation
card-places =
    { $places ->
        [one] 🎟 Sur invitation, { $places } place
       *[other] 🎟 Sur invitation, { $places } places
    }
# $people : un ou plusieurs noms. $count : combien. « Intervention » convient à toutes et à tous.
card-speakers =
    { $count ->
        [one] 🎤 <b>Intervention :</b> { $people }
       *[other] 🎤 <b>Interventions :</b> { $people }
    }
card-contact = 👤 <b>Contact :</b> { $people }
# Une personne et là où elle travaille.
person = { $name } ({ $affiliation })
card-languages = 🌐 <b>Langues :</b> { $languages }
card-languages-unknown = 🌐 Les langues ne sont pas indiquées.
card-version = 🏷 <b>Version :</b> { $version }
# $part : un nombre.
card-series = 🔢 Partie { $part } de la série « { $series } »
card-in-series = 🔢 Dans la série « { $series } »
card-before = ▶️ <b>Avant la séance :</b> { $before }
card-way = ➡️ { $way } (jusqu’au { $deadline })
card-way-open = ➡️ { $way }
card-organiser = 🏢 { $organiser }
card-link = 🔗 { $link }
card-link-unknown = 🔗 { $link } : notre source ne donne pas l’adresse.
link =
    { $kind ->
        [recording] Enregistrement
        [register] Inscription
        [download] Téléchargement
        [apply] Candidature
       *[page] Page
    }
card-note =
    { $older ->
        [yes] <i>Auparavant, { $as_of } : { $text }</i>
       *[no] 📌 <b>{ $as_of } :</b> { $text }
    }
card-source = <i>Selon notre source, { $as_of }.</i>
mark-untranslated = <i>Pas encore traduit : le texte est en { $language }.</i>
mark-draft = <i>Cette traduction n’a pas encore été relue.</i>

calendar-button = 📅 Ajouter au calendrier
share-button = ↗️ Partager
calendar-caption = 📅 { $title }
