### Lo que se ofrece cuando alguien escribe el nombre del bot en cualquier chat.

# Encima de los resultados, para lo que habla de una niña o un niño quizás en peligro: abre el chat privado.
inline-safeguarding = ¿Te preocupa una niña o un niño? Abre aquí
# Lo mismo cuando nada encaja.
inline-nothing = No encontré nada: pregunta en privado
# Debajo de una ficha que alguien compartió.
inline-open = 💬 Preguntar al bot
