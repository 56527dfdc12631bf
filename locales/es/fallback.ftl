### Cuando nada más encaja.

# $thing: lo que se envió en lugar de texto.
only-text =
    { $thing ->
        [photo] No puedo ver imágenes y no he guardado la tuya. Por favor, escribe tu pregunta.
        [voice] No puedo escuchar y no he guardado tu mensaje. Por favor, escribe tu pregunta.
        [sticker] ¡Qué simpático! Pero solo entiendo palabras. ¿Qué te gustaría saber?
        [document] No puedo leer archivos y no he guardado el tuyo. Por favor, escribe tu pregunta.
        [video] No puedo ver videos y no he guardado el tuyo. Por favor, escribe tu pregunta.
        [location] No he guardado dónde estás. Puedes elegir tu zona horaria en /settings.
        [contact] No he guardado ese contacto. Por favor, escribe tu pregunta.
       *[other] Solo entiendo palabras. Por favor, escribe tu pregunta.
    }
stale = Ese botón es de otro momento. Aquí está el menú de hoy:
# $command: lo que se escribió, con su barra.
unknown-command = No conozco { $command }. El menú muestra lo que puedo hacer; también puedes preguntar con tus propias palabras.
not-for-you = Eso es solo para la coordinación de la comunidad.
# $contact: una dirección, o “none”.
broken =
    { $contact ->
        [none] Algo en mí falló mientras trabajaba en tu mensaje. Queda guardado, y el equipo responsable de este bot lo revisará. Todo lo demás funciona: aquí está el menú.
       *[other] Algo en mí falló mientras trabajaba en tu mensaje. Queda guardado, y el equipo responsable de este bot lo revisará ({ $contact }). Todo lo demás funciona: aquí está el menú.
    }
