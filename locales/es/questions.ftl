### Las preguntas que se pasan a la coordinación, sus respuestas y el hilo de ambas.

# Lo que alguien escribió, separado de lo que dice el bot.
quote = <blockquote>{ $words }</blockquote>

question-forgotten = Ya no tengo esa pregunta. Por favor, vuelve a hacerla y luego toca el botón.

pass-on-button = 🙋 Pasarla a la coordinación
pass-on-sure = <b>Estas palabras irían a la coordinación</b>, sin tu nombre ni nada más que diga quién eres:
pass-on-rules =
    Por favor, no pases detalles de ninguna niña, ningún niño ni ningún caso.
    Las palabras se guardan, con las respuestas, 90 días después de la última. Borrar tus datos en /settings las borra en el acto.
send-button = ✅ Enviar
pass-on-not-button = No, no enviar
pass-on-left = ✅ No se pasó nada.
# $number: el de la pregunta.
passed-on = ✅ <b>Enviado</b>: es la pregunta { $number }. La respuesta llegará aquí.
passed-on-already = Ya la pasaste. La respuesta llegará aquí.
pass-on-nobody = Por ahora no hay nadie en la coordinación a quien pasarla.
# $most: un número de preguntas.
pass-on-enough = La coordinación ya tiene varias preguntas tuyas del último día (pasan { $most } como máximo). Por favor, pasa la siguiente mañana.

# Para la coordinación. $language: el idioma en que lee la persona.
question-asked = ❓ <b>Pregunta { $number }</b> ({ $language })
question-asked-on = ❓ <b>Pregunta { $number }</b> ({ $language }), con algo más
answer-button = ✍️ Responder
thread-button = 🧵 Todo el hilo

# Para la persona, encima de lo que preguntó y de la respuesta.
answer-title = 💬 <b>La coordinación responde a tu pregunta</b>
answer-to = Preguntaste:
answer-words = La respuesta, palabra por palabra:
helped-button = 👍 Me sirvió
ask-on-button = ❓ Preguntar más
helped = 👍 Gracias por decirlo. Vuelve cuando quieras.

more-write = Escribe lo que quieras añadir en tu próximo mensaje. Lo verás antes de que salga. /cancel lo deja.
more-preview = <b>Estas palabras irían a la coordinación:</b>
more-enough = La coordinación tiene varios mensajes tuyos que aún no ha respondido. Por favor, espera a que responda.

draft-hint = Envíalo así, cámbialo o sigue escribiendo: lo que escribas se añade.
change-button = ✏️ Cambiar
later-button = Ahora no
draft-anew = Escríbelo de nuevo en tu próximo mensaje: ocupará el lugar de lo que escribiste. Hasta entonces, lo anterior se guarda.
draft-kept = Guardado y sin enviar.
go-on-button = Seguir con ello
draft-none = Aquí no hay nada que enviar: ya salió o ya no se guarda.
# $most: un número de caracteres.
post-too-long = Es más de lo que cabe en un mensaje (hasta { $most } caracteres), así que no lo añadí. Lo que escribiste antes sigue guardado. Por favor, escríbelo más corto.

question-withdrawn = La persona retiró esa pregunta y sus palabras se borraron.
question-not-kept = Esa pregunta ya no se guarda.

# Para la coordinación. $number: el de la pregunta.
reply-write = <b>Pregunta { $number }.</b> Escribe tu respuesta en tu próximo mensaje. La verás antes de que salga; la persona no ve ningún nombre. /cancel la deja.
reply-preview = <b>Tu respuesta a la pregunta { $number }:</b>
reply-answered = <b>La pregunta { $number } ya tiene respuesta:</b>
reply-more-button = ✍️ Añadir algo
reply-meanwhile = ⚠️ <b>Entretanto, alguien más respondió a la pregunta { $number }:</b>
reply-sent = ✅ <b>Enviado</b> a quien hizo la pregunta { $number }:
reply-unread = ⚠️ Guardado con la pregunta { $number }, pero <b>sin enviar</b>: la persona bloqueó este bot.

questions-title =
    { $which ->
        [open] <b>❓ Preguntas en espera</b>
       *[answered] <b>❓ Preguntas respondidas</b>
    }
questions-none =
    { $which ->
        [open] Ninguna pregunta espera respuesta.
       *[answered] No se guarda ninguna pregunta respondida.
    }
questions-button =
    { $which ->
        [open] En espera
       *[answered] Respondidas
    }
# $at: el día en que se hizo. $words: su comienzo.
question-entry =
    { $state ->
        [helped] <b>{ $number }.</b> 👍 { $words } – <i>{ $language }, { $at }</i>
       *[other] <b>{ $number }.</b> { $words } – <i>{ $language }, { $at }</i>
    }
thread-title =
    { $state ->
        [open] <b>Pregunta { $number }</b> ({ $language }) – espera respuesta
        [helped] <b>Pregunta { $number }</b> ({ $language }) – respondida, y sirvió 👍
       *[answered] <b>Pregunta { $number }</b> ({ $language }) – respondida
    }
# $at: un día.
post-by =
    { $author ->
        [member] 👤 La persona, { $at }:
       *[coordinator] 💬 La coordinación, { $at }:
    }
