### Las listas: webinarios, paquetes, noticias, oportunidades.

# Una línea de una lista. $starred dice si toca alguno de los intereses de la persona.
list-entry =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } – <i>{ $detail }</i>
    }
# Lo mismo, para lo que solo existe en otro idioma.
list-entry-untranslated =
    { $starred ->
        [yes] <b>{ $number }.</b> ⭐ { $title } ({ $language }) – <i>{ $detail }</i>
       *[no] <b>{ $number }.</b> { $title } ({ $language }) – <i>{ $detail }</i>
    }
list-hint = Toca un número para abrirlo.
date-unknown = fecha por confirmar

previous-button = ‹ Atrás
next-button = Más ›
back-button = ‹ A la lista
webinars-button = 🎥 Webinarios
# $by: por qué se limita la lista.
filter-button =
    { $by ->
        [topic] Por tema
        [language] Por idioma
       *[series] Por serie
    }
no-filter-button = ✕ Mostrar todo

webinars-title =
    { $state ->
        [upcoming] <b>🎥 Próximos webinarios</b>
        [recorded] <b>🎥 Webinarios grabados</b>
        [past] <b>🎥 Webinarios pasados</b>
       *[announced] <b>🎥 Webinarios anunciados, fecha por confirmar</b>
    }
# $value: el nombre de un tema, de un idioma o de una serie.
webinars-filter =
    { $by ->
        [topic] Tema: { $value }
        [language] Idioma: { $value }
       *[series] Serie: { $value }
    }
webinars-none =
    { $state ->
        [upcoming] No hay nada programado aquí.
        [recorded] No hay ninguna grabación aquí.
        [past] No ha habido ningún webinario aquí.
       *[announced] No hay nada anunciado aquí.
    }
webinars-none-but-recorded = Por ahora no hay nada programado. Aquí están las grabaciones:
webinars-none-at-all = No hay nada programado ni grabado aquí. Prueba sin el filtro.
webinars-choose =
    { $by ->
        [topic] ¿Qué tema?
        [language] ¿En qué idioma? Aparecen solo los que indica nuestra fuente.
       *[series] ¿Qué serie?
    }
webinar-recorded = grabado
# $language: inglés.
webinar-recorded-in = grabado, en { $language }
state-button =
    { $state ->
        [upcoming] Próximos ({ $count })
        [recorded] Grabados ({ $count })
        [past] Pasados ({ $count })
       *[announced] Anunciados ({ $count })
    }

packages-title =
    { $view ->
        [training] <b>📦 Paquetes de formación</b>
        [other] <b>📦 Cursos, videos, guías y más</b>
        [versioned] <b>📦 Con versión indicada</b>
       *[revised] <b>📦 Con revisión anunciada</b>
    }
packages-view-button =
    { $view ->
        [training] Paquetes de formación
        [other] Cursos, videos, guías
        [versioned] Por versión
       *[revised] En revisión
    }
# $language: francés.
packages-in = Idioma: { $language }
packages-none = No hay resultados. Es posible que nuestra fuente no lo precise.
package-under-revision = en revisión
package-languages-unknown = idiomas no indicados
page-detail = quiénes somos
packages-choose-language = ¿En qué idioma? Aparecen solo los que indica nuestra fuente.
packages-languages-unknown = Según nuestra fuente, muchos paquetes existen en varios idiomas, pero no dice en cuáles. Por eso aún no puedo ordenarlos por idioma.

news-title = <b>📰 Noticias, las más recientes primero</b>
# $word: lo que buscó la persona.
news-with-word = <b>📰 Noticias que mencionan “{ $word }”</b>
news-none = No se encontró ningún boletín.
news-choose-month = ¿Qué boletín?
latest-button = El más reciente
by-month-button = Por mes
all-news-button = ✕ Todas las noticias

opportunities-title =
    { $view ->
        [open] <b>🌱 Oportunidades abiertas</b>
        [closed] <b>🌱 Oportunidades cerradas</b>
       *[workshops] <b>🌱 Formaciones de formadores</b>
    }
opportunities-none =
    { $view ->
        [open] Por ahora no hay nada abierto.
        [closed] Todavía no ha cerrado nada.
       *[workshops] No se conoce ninguna formación de formadores.
    }
opportunities-view-button =
    { $view ->
        [open] Abiertas
        [closed] Cerradas
       *[workshops] Formar a formadores
    }
opportunity-until = hasta el { $deadline }
# $as_of: cuándo se anunció, un mes.
opportunity-no-deadline = anuncio: { $as_of }, sin fecha límite indicada

ask-several = Encontré más de una respuesta posible:
ask-nothing =
    No encontré nada sobre eso y prefiero no adivinar.
    Prueba con otras palabras o busca aquí:
# $most: un número de caracteres.
ask-too-long = Es un mensaje largo. Por favor, pregunta en una o dos frases (hasta { $most } caracteres).
