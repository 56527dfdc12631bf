### Para la coordinación: cómo está el bot.

status-title = <b>Cómo está el bot</b>
status-members = 👥 Miembros de quienes se guarda algo: { $count }
# $new: actualizaciones aún sin atender. $aside: las que fallaron una y otra vez.
status-inbox = 📥 En espera: { $new } · apartadas: { $aside }
status-outbox = 📤 Por enviar: { $queued } · entregados: { $delivered } · bloqueados: { $blocked } · rechazados: { $rejected } · quizá dos veces: { $uncertain }
status-content = 📚 Elementos: { $items } · traducciones por revisar: { $drafts }
status-problems =
    { $count ->
        [one] ⚠️ No se aplicó el último cambio del contenido; sigue el contenido anterior. { $count } error:
       *[other] ⚠️ No se aplicó el último cambio del contenido; sigue el contenido anterior. { $count } errores:
    }
status-more-problems =
    { $count ->
        [one] … y { $count } más.
       *[other] … y { $count } más.
    }

# El comando /gaps. $days: de cuántos días.
gaps-title = <b>❓ Preguntas que quedaron sin respuesta</b>, en { $days } días
gaps-none = En los últimos { $days } días todas las preguntas tuvieron respuesta.
# $language: el de las preguntas, español.
gaps-language = <b>{ $language }</b>
# $topic: un término del campo, un tipo de elemento o un idioma pedido.
gaps-topic = • { $topic } – preguntas: { $questions } · personas: { $people } o más
gaps-other = • todo lo demás – preguntas: { $questions }
# $wording: unas palabras de la pregunta, sin nombres ni números.
gaps-wording = <i>“{ $wording }”</i>
gaps-more = • otros temas: { $count }
gaps-in = en este idioma: { $language }
gaps-kind =
    { $kind ->
        [webinar] webinarios
        [package] paquetes
        [news] novedades
        [opportunity] oportunidades
        [workshop] formaciones de formadores
       *[page] la comunidad
    }
# $least: cuántas personas como mínimo.
gaps-note = <i>Se nombra un tema, y se muestra una pregunta, si al menos { $least } personas preguntaron lo mismo en un mes. Los nombres, los números y todas las palabras desconocidas se quitan (…); lo que queda aún puede revelar algo: por favor, no lo difundas.</i>
# $days: de cuántos días.
status-gaps = ❓ Preguntas sin respuesta en { $days } días: { $count } · /gaps
