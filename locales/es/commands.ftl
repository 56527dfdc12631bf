### El menú de comandos.

# Se muestra junto al comando en el menú de Telegram. $name: el comando sin su barra.
command =
    { $name ->
        [start] Empezar aquí
        [webinars] Webinarios próximos y grabados
        [packages] Paquetes de formación
        [news] Noticias de la comunidad
        [opportunities] En qué participar o a qué postular
        [about] Quiénes somos
        [help] Qué puedes preguntar
        [settings] Idioma, zona horaria, intereses
        [language] Cambiar el idioma
        [cancel] Dejar lo que empezaste
        [questions] Preguntas que pasaron los miembros
        [gaps] Lo que se preguntó sin respuesta
       *[status] Cómo está el bot
    }

# Lo mismo, como botones del menú. $command: el comando sin su barra.
command-button =
    { $command ->
        [webinars] 🎥 Webinarios
        [packages] 📦 Paquetes
        [news] 📰 Noticias
        [opportunities] 🌱 Oportunidades
        [about] ℹ️ Quiénes somos
       *[help] ❓ Ayuda
    }
