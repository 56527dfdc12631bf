### El saludo, el menú, de qué trata el bot y cómo ayuda.

# $name: el nombre que la comunidad da al bot.
welcome = 👋 <b>Te damos la bienvenida a { $name }.</b>
# Tras una ficha, para quien llega por un enlace. $name: el nombre que la comunidad da al bot.
hello-short = 👋 Soy <b>{ $name }</b>. Pregunta con tus propias palabras o abre el menú. Si aceptas, puedo recordar tus intereses y tu zona horaria.

consent =
    <b>Qué se guarda sobre ti.</b> Tu identificador de Telegram y el idioma que elijas. Si estás de acuerdo, también tus intereses, tu zona horaria, el idioma de tu Telegram y tus avisos, para que las listas, las fechas y lo que te envío se ajusten a ti.
    Este programa lee lo que preguntas para responderte y lo borra en cuanto te ha respondido; nadie más lo ve. Una pregunta sobre la que no encuentro nada se guarda dos días como máximo, para que puedas pedir un aviso o pasarla a la coordinación; de ella queda un recuento, sin nombres ni números, para que la coordinación sepa qué falta. Por poco tiempo recuerdo qué elementos te mostré por última vez, para que puedas seguir preguntando. Solo se guarda un mensaje que el programa no logre atender, para que el equipo responsable encuentre el fallo. Puedes borrar lo que has elegido en cualquier momento en /settings.
    Este no es un canal para comunicar casos: por favor, no escribas aquí nombres ni historias de niñas o niños.

agree-button = ✅ Acepto
not-now-button = Ahora no, solo quiero mirar
languages-button = 🌐 Idioma
start-button = Leer y aceptar

consent-given = ✅ Gracias. Lo que elijas se guarda hasta que lo borres en /settings.
consent-declined = De acuerdo: no se guarda nada más que el idioma. Si cambias de opinión, usa /start.
consent-needed = Para recordar esto necesito antes tu consentimiento.

# $name: el nombre que la comunidad da al bot.
menu =
    <b>{ $name }</b>
    Elige abajo o pregunta con tus propias palabras: “¿Cuándo es el webinario sobre coaching?”

menu-button = ☰ Menú
private-button = 💬 Abrir el chat privado

# $name: el nombre que la comunidad da al bot.
group-hello =
    👋 Hola, este es <b>{ $name }</b>. En este grupo respondo cuando me mencionas, respondes a un mensaje mío o usas un comando, como /webinars. Todo lo personal sigue en el chat privado.
personal = Esto es personal: sigamos en el chat privado.

# $name: el nombre que la comunidad da al bot.
about = <b>{ $name }</b>
# $contact: una dirección que dio el equipo de la comunidad.
about-contact = Preguntas al equipo responsable: { $contact }

help =
    <b>Puedes preguntar con tus propias palabras</b>, en español, inglés, francés o árabe:
    “el webinario sobre niños varones”, “formación en gestión de casos”, “noticias de febrero”.
    Y después: “el segundo”, “¿cuándo?”, “¿y en inglés?”

    <b>O usar un comando:</b>
    /webinars – próximos y grabados
    /packages – paquetes de formación
    /news – los boletines; <code>/news CPMS</code> busca una palabra
    /opportunities – en qué participar o a qué postular
    /settings – idioma, zona horaria, intereses, borrar tus datos
    /cancel – dejar lo que empezaste

    Las fechas, los enlaces y los idiomas vienen de las páginas de la comunidad. Lo que no dicen, no lo sé.
