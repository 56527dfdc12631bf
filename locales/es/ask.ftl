### Respuestas a lo que la gente escribe con sus palabras.

# Para un mensaje que habla de una niña o un niño quizás en peligro.
safeguarding =
    Gracias por preocuparte. <b>Este bot no es un canal de denuncia</b>: nadie lo lee como una denuncia y no puede ayudar a una niña o un niño. Lo que escribiste no se guarda. Por favor, no escribas aquí nombres ni detalles.

    Acude ahora a personas cercanas que pueden actuar:
    • el punto focal de protección de la niñez o la organización de gestión de casos del lugar donde estás
    • el punto focal de salvaguarda de tu organización, también si podría estar implicado un colega

    Te escucharán y te dirán qué sigue. No te corresponde investigar ni tener certeza.
safeguarding-danger = <b>Si una niña o un niño está en peligro en este momento</b>, llama primero a los servicios de emergencia locales o a las personas de confianza más cercanas que puedan protegerlo sin exponer a nadie a un riesgo mayor.
