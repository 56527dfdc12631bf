/** The page's own words, in the language of the person whose chat it is. */

const WORDS = {
  en: {
    write: "Write a message", send: "Send", attach: "Attach", commands: "Commands", keyboard: "Buttons",
    start: "Start", unblock: "Unblock and restart", block: "Block the bot", more: "More",
    about: "What can this bot do?", typing: "typing…", edited: "edited", blocked: "You blocked this bot",
    reply: "Reply", edit: "Edit", copy: "Copy text", copied: "Copied", cancel: "Cancel", ok: "OK",
    newest: "To the newest message", unread: "New messages: {n}", messages: "Messages", message: "Message",
    photo: "Photo", document: "Document", voice: "Voice message", sticker: "Sticker", video: "Video",
    location: "Location", contact: "Contact", download: "Download {name}", open: "Open the photo",
    poll: "Poll", quiz: "Quiz", anonymous: "Anonymous", closed: "Final results", votes: "Votes: {n}",
    vote: "Vote", retract: "Take the vote back", right: "Right answer", wrong: "Your answer", yours: "Your vote",
    member: "Member", coach: "Coach", coordinator: "Coordinator",
    people: "{n} people and the bot", as: "Write as", share: "Share to…", empty: "No messages yet",
    hidden: "Hidden text, press to show", bot: "bot", editing: "Editing", you: "You", gone: "Deleted message",
    via: "via @{name}", results: "What the bot offers", joined: "{name} joined the group", left: "{name} left the group",
    moved_to: "This group is now a supergroup", moved_from: "This supergroup was a group before", option_added: "{name} added an option to the poll",
  },
  fr: {
    write: "Écrire un message", send: "Envoyer", attach: "Joindre", commands: "Commandes", keyboard: "Boutons",
    start: "Démarrer", unblock: "Débloquer et redémarrer", block: "Bloquer le bot", more: "Plus",
    about: "Que peut faire ce bot ?", typing: "écrit…", edited: "modifié", blocked: "Vous avez bloqué ce bot",
    reply: "Répondre", edit: "Modifier", copy: "Copier le texte", copied: "Copié", cancel: "Annuler", ok: "OK",
    newest: "Aller au dernier message", unread: "Nouveaux messages : {n}", messages: "Messages", message: "Message",
    photo: "Photo", document: "Document", voice: "Message vocal", sticker: "Autocollant", video: "Vidéo",
    location: "Position", contact: "Contact", download: "Télécharger {name}", open: "Ouvrir la photo",
    poll: "Sondage", quiz: "Quiz", anonymous: "Anonyme", closed: "Résultats définitifs", votes: "Votes : {n}",
    vote: "Voter", retract: "Retirer le vote", right: "Bonne réponse", wrong: "Votre réponse", yours: "Votre vote",
    member: "Membre", coach: "Coach", coordinator: "Coordination",
    people: "{n} personnes et le bot", as: "Écrire en tant que", share: "Partager avec…",
    empty: "Aucun message pour l’instant", hidden: "Texte masqué, appuyez pour l’afficher", bot: "bot",
    editing: "Modification", you: "Vous", gone: "Message supprimé",
    via: "via @{name}", results: "Propositions du bot", joined: "{name} a rejoint le groupe",
    left: "{name} a quitté le groupe", moved_to: "Ce groupe est devenu un supergroupe",
    moved_from: "Ce supergroupe était un groupe auparavant", option_added: "{name} a ajouté une option au sondage",
  },
  es: {
    write: "Escribe un mensaje", send: "Enviar", attach: "Adjuntar", commands: "Comandos", keyboard: "Botones",
    start: "Iniciar", unblock: "Desbloquear y reiniciar", block: "Bloquear el bot", more: "Más",
    about: "¿Qué puede hacer este bot?", typing: "escribe…", edited: "editado", blocked: "Has bloqueado este bot",
    reply: "Responder", edit: "Editar", copy: "Copiar el texto", copied: "Copiado", cancel: "Cancelar", ok: "Aceptar",
    newest: "Ir al último mensaje", unread: "Mensajes nuevos: {n}", messages: "Mensajes", message: "Mensaje",
    photo: "Foto", document: "Documento", voice: "Mensaje de voz", sticker: "Pegatina", video: "Vídeo",
    location: "Ubicación", contact: "Contacto", download: "Descargar {name}", open: "Abrir la foto",
    poll: "Encuesta", quiz: "Cuestionario", anonymous: "Anónimo", closed: "Resultados finales", votes: "Votos: {n}",
    vote: "Votar", retract: "Retirar el voto", right: "Respuesta correcta", wrong: "Tu respuesta", yours: "Tu voto",
    member: "Miembro", coach: "Coach", coordinator: "Coordinación",
    people: "{n} personas y el bot", as: "Escribir como", share: "Compartir con…", empty: "Aún no hay mensajes",
    hidden: "Texto oculto, pulsa para mostrarlo", bot: "bot", editing: "Editando", you: "Tú",
    gone: "Mensaje eliminado", via: "vía @{name}", results: "Lo que ofrece el bot",
    joined: "{name} se unió al grupo", left: "{name} salió del grupo", moved_to: "Este grupo es ahora un supergrupo",
    moved_from: "Este supergrupo era antes un grupo", option_added: "{name} añadió una opción a la encuesta",
  },
  ar: {
    write: "اكتب رسالة", send: "إرسال", attach: "إرفاق", commands: "الأوامر", keyboard: "الأزرار",
    start: "ابدأ", unblock: "إلغاء الحظر والبدء من جديد", block: "حظر البوت", more: "المزيد",
    about: "ماذا يستطيع هذا البوت أن يفعل؟", typing: "يكتب…", edited: "معدّلة", blocked: "لقد حظرت هذا البوت",
    reply: "رد", edit: "تعديل", copy: "نسخ النص", copied: "تم النسخ", cancel: "إلغاء", ok: "حسنًا",
    newest: "إلى أحدث رسالة", unread: "رسائل جديدة: {n}", messages: "الرسائل", message: "رسالة",
    photo: "صورة", document: "مستند", voice: "رسالة صوتية", sticker: "ملصق", video: "فيديو",
    location: "موقع", contact: "جهة اتصال", download: "تنزيل {name}", open: "فتح الصورة",
    poll: "استطلاع", quiz: "اختبار", anonymous: "مجهول", closed: "النتائج النهائية", votes: "الأصوات: {n}",
    vote: "تصويت", retract: "سحب الصوت", right: "الإجابة الصحيحة", wrong: "إجابتك", yours: "صوتك",
    member: "عضو", coach: "مدرّب", coordinator: "منسّق",
    people: "الأشخاص: {n}، ومعهم البوت", as: "الكتابة باسم", share: "مشاركة مع…", empty: "لا رسائل بعد",
    hidden: "نص مخفي، اضغط لإظهاره", bot: "بوت", editing: "تعديل", you: "أنت", gone: "رسالة محذوفة",
    via: "عبر @{name}", results: "ما يقترحه البوت", joined: "انضم إلى المجموعة: {name}", left: "غادر المجموعة: {name}",
    moved_to: "أصبحت هذه المجموعة مجموعة خارقة", moved_from: "كانت هذه المجموعة الخارقة مجموعة عادية", option_added: "أُضيف خيار إلى الاستطلاع: {name}",
  },
};

/**
 * @param {string} language a language tag; what is not known is shown in English
 * @returns {(key: keyof typeof WORDS.en, args?: Record<string, string | number>) => string}
 */
export function wordsIn(language) {
  const table = WORDS[language.split("-")[0]] ?? WORDS.en;
  return (key, args = {}) => table[key].replace(/\{(\w+)\}/g, (_, name) => String(args[name]));
}

/** @param {string} language @returns {"rtl" | "ltr"} */
export const directionOf = (language) => (/^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr");

/** The text of a {language: text} table for a person; "" is everyone's. */
export const inLanguage = (table, language) => table?.[language.split("-")[0]] || table?.[""] || "";
