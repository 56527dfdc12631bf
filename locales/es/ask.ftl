### Respuestas a lo que la gente escribe con sus palabras.

# Para un mensaje que habla de una niña o un niño quizás en peligro.
safeguarding =
    Gracias por preocuparte. <b>Este bot no es un canal de denuncia</b>: nadie lo lee como una denuncia y no puede ayudar a una niña o un niño. Lo que escribiste no se guarda. Por favor, no escribas aquí nombres ni detalles.

    Acude ahora a personas cercanas que pueden actuar:
    • el punto focal de protección de la niñez o la organización de gestión de casos del lugar donde estás
    • el punto focal de salvaguarda de tu organización, también si podría estar implicado un colega

    Te escucharán y te dirán qué sigue. No te corresponde investigar ni tener certeza.
safeguarding-danger = <b>Si una niña o un niño está en peligro en este momento</b>, llama primero a los servicios de emergencia locales o a las personas de confianza más cercanas que puedan protegerlo sin exponer a nadie a un riesgo mayor.

# Encima de lo que se mostró por última vez, mostrado de nuevo con un dato de cada uno. $fact: cuál.
follow-again =
    { $fact ->
        [when] Cuándo es cada uno:
        [where] Dónde es cada uno:
        [who] Quién habla, o con quién contactar:
        [language] En qué idiomas, hasta donde lo indica nuestra fuente:
        [length] Cuánto dura cada uno:
        [take_part] Cómo participar:
        [link] Los enlaces:
       *[number] Estos son los que te mostré. ¿Cuál es?
    }
follow-unknown = no se indica
# Detrás viene lo que se buscó, una línea para cada condición.
follow-none = <b>No encontré ninguno.</b> Esto es lo que busqué:
follow-kind =
    { $kind ->
        [webinar] • webinarios
        [package] • paquetes
        [news] • novedades
        [opportunity] • oportunidades
        [workshop] • formaciones de formadores
       *[page] • páginas sobre la comunidad
    }
follow-state =
    { $state ->
        [recorded] • grabado
        [past] • pasado
        [latest] • lo más reciente
        [open] • abierto ahora
        [closed] • cerrado
       *[upcoming] • próximo
    }
# $language: francés.
follow-language = • en este idioma, según la fuente: { $language }
# $days: un mes, o días.
follow-days = • en estas fechas: { $days }
# $day: 1 de abril de 2018.
follow-from = • desde esta fecha: { $day }
follow-guess = Lo que nuestra fuente no indica, no lo adivino.
