### Los avisos: decir cuándo hay algo sobre una pregunta que quedó sin respuesta.

watch-button = 🔔 Avísame cuando haya
watch-set = 🔔 Te avisaré cuando haya algo sobre esto. Hasta entonces guardo tus palabras:
watch-already = Ya estás esperando respuesta a esto.
# $most: un número de preguntas.
watches-enough = No puedo vigilar más para ti (como máximo { $most }). Quita uno y vuelve a tocar.
watches-button = 🔔 Avisos
watches-title = <b>🔔 Lo que estás esperando</b>
watches-none = Nada por ahora. Cuando no encuentro nada sobre una pregunta, puedes pedirme que te avise en cuanto haya algo.
watches-kept = Guardo estas palabras hasta que haya algo o hasta que las quites.
# $words: una pregunta tal como la persona la escribió.
watch-entry = <b>{ $number }.</b> { $words }
# $number: el de la entrada que se quita.
watch-drop-button = ✕ { $number }
watch-gone = Ese aviso ya no se guarda. Por favor, vuelve a hacer tu pregunta.
watch-came-true = 🔔 <b>Hay algo sobre lo que preguntaste:</b>
watch-spent = Ya no vigilo esto y borro tus palabras dentro de una semana. ¿O te aviso también la próxima vez?
keep-watching-button = 🔔 Seguir avisándome
