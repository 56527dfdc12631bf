### Los ajustes: idioma, zona horaria, intereses, borrado.

settings-title = <b>⚙️ Ajustes</b>
settings-language = 🌐 Idioma: <b>{ $language }</b>
settings-zone = 🕰 Zona horaria: <b>{ $zone }</b>
settings-no-zone = sin elegir, las fechas se muestran en UTC
settings-interests = ⭐ Intereses: <b>{ $interests }</b>
settings-no-interests = ninguno
# $count: cuántas preguntas se vigilan.
settings-watches = 🔔 Avisos: <b>{ $count }</b>
# $count: cuántas preguntas se pasaron a la coordinación.
settings-questions = 🙋 Preguntas pasadas a la coordinación: <b>{ $count }</b>
settings-kept =
    { $consent ->
        [yes] Esto es todo lo que se guarda sobre ti, además de tu identificador de Telegram y, por poco tiempo, de lo último que te mostré.
       *[no] Aparte de esto, de tu identificador de Telegram y de un idioma que elijas, no se guarda nada sobre ti; por poco tiempo recuerdo lo último que te mostré.
    }
zone-button = 🕰 Zona horaria
interests-button = ⭐ Intereses
erase-button = 🗑 Borrar mis datos
settings-button = ⚙️ Ajustes

choose-language = ¿En qué idioma hablamos?
language-chosen = ✅ A partir de ahora hablo { $language }.

choose-zone = ¿Qué hora local usas? Toca un lugar o escribe el nombre de tu ciudad o país. /cancel lo deja como está.
zone-several = Ahí hay más de una zona horaria. ¿Cuál es la tuya?
zone-unknown = No conozco ese lugar. Escribe la ciudad grande más cercana o toca una:
# $now: la hora actual en la zona elegida.
zone-chosen = ✅ Ahora las fechas se muestran en esta zona horaria: { $zone }. Allí, en este momento: { $now }.

choose-interests =
    { $count ->
        [0] ¿Qué temas te interesan? Toca todos los que quieras; las listas los marcarán con ⭐.
        [one] { $count } tema elegido. Las listas lo marcan con ⭐.
       *[other] { $count } temas elegidos. Las listas los marcan con ⭐.
    }
topic-button =
    { $chosen ->
        [yes] ✅ { $topic }
       *[no] { $topic }
    }
done-button = Listo

erase-sure = ¿Borrar tu idioma, tu zona horaria, tus intereses, tus avisos y tu consentimiento, y las preguntas que pasaste con sus respuestas? Lo que la coordinación ya recibió queda en sus chats. No se puede deshacer.
erase-sure-button = 🗑 Sí, borrar
keep-button = No, conservar
erased = ✅ Borrado. Ya no se guarda nada sobre ti. Con /start se empieza de nuevo.

cancelled = ✅ Todo queda como estaba.
cancelled-draft = ✅ Lo dejamos. Lo que escribiste se guarda sin enviar: el mismo botón te lleva de vuelta.
nothing-to-cancel = No hay nada que dejar: no habías empezado nada.
