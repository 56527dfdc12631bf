### La ficha de un elemento.

card-title = <b>{ $title }</b>
# $title: del elemento más reciente.
card-superseded = ⚠️ Esta información es antigua. La más reciente: { $title }
card-gone = Esto ya no está en nuestro catálogo. El menú muestra lo que hay hoy.

# $shortest, $longest: números de meses.
card-revision =
    { $state ->
        [under-way] ⚠️ <b>En revisión</b> desde { $begins }, durante un período de { $shortest } a { $longest } meses.
        [may-be-done] ⚠️ Se anunció una revisión a partir de { $begins }, durante un período de { $shortest } a { $longest } meses. Puede que haya terminado; nuestra fuente no lo dice.
       *[overdue] ℹ️ Se anunció una revisión a partir de { $begins }, durante un período de { $shortest } a { $longest } meses. Nuestra fuente no dice cómo terminó: pide la versión actual.
    }

card-when =
    { $past ->
        [yes] 🗓 <b>Tuvo lugar:</b> { $when }
       *[no] 🗓 <b>Cuándo:</b> { $when }
    }
card-recorded = 🎥 <b>Grabado</b>
# $minutes: la duración.
card-length =
    { $minutes ->
        [one] ⏱ { $minutes } minuto
       *[other] ⏱ { $minutes } minutos
    }
card-zone-hint = <i>Para elegir tu zona horaria: /settings</i>
card-place = 📍 { $place }
card-open =
    { $open ->
        [yes] 🟢 <b>Abierta</b>
       *[no] ⚪️ <b>Cerrada</b>
    }
# La fecha límite es un día; la fuente no indica hora ni zona.
card-deadline = ⏳ <b>Fecha límite:</b> { $deadline } (no se indican hora ni zona horaria)
card-no-deadline = ⏳ No se indica fecha límite.
card-open-to-all = 🎟 Abierto a todo el mundo
card-by-invitation = 🎟 Por invitación
card-places =
    { $places ->
        [one] 🎟 Por invitación, { $places } plaza
       *[other] 🎟 Por invitación, { $places } plazas
    }
# $people: uno o varios nombres. $count: cuántos.
card-speakers =
    { $count ->
        [one] 🎤 <b>Ponente:</b> { $people }
       *[other] 🎤 <b>Ponentes:</b> { $people }
    }
card-contact = 👤 <b>Contacto:</b> { $people }
# Una persona y dónde trabaja.
person = { $name } ({ $affiliation })
card-languages = 🌐 <b>Idiomas:</b> { $languages }
card-languages-unknown = 🌐 No se indican los idiomas.
card-version = 🏷 <b>Versión:</b> { $version }
# $part: un número.
card-series = 🔢 Parte { $part } de la serie “{ $series }”
card-in-series = 🔢 De la serie “{ $series }”
card-before = ▶️ <b>Antes de la sesión:</b> { $before }
card-way = ➡️ { $way } (hasta el { $deadline })
card-way-open = ➡️ { $way }
card-organiser = 🏢 { $organiser }
card-link = 🔗 { $link }
card-link-unknown = 🔗 { $link }: nuestra fuente no da la dirección.
link =
    { $kind ->
        [recording] Grabación
        [register] Inscripción
        [download] Descarga
        [apply] Postulación
       *[page] Página
    }
card-note =
    { $older ->
        [yes] <i>Antes, { $as_of }: { $text }</i>
       *[no] 📌 <b>{ $as_of }:</b> { $text }
    }
card-source = <i>Según nuestra fuente, { $as_of }.</i>
mark-untranslated = <i>Aún no está traducido: el texto está en { $language }.</i>
mark-draft = <i>Esta traducción aún no se ha revisado.</i>

calendar-button = 📅 Añadir al calendario
share-button = ↗️ Compartir
calendar-caption = 📅 { $title }
