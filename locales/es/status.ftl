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
