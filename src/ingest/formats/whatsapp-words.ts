import { fileName } from '../file-name.ts';

/** Words that the program itself writes into chats, in English, Italian, Spanish, German and French. */
const NOTICES = [
  'messages and calls are end-to-end encrypted', 'messages to this chat and calls are now secured', 'messages you send to this', 'messages to this group are now secured', 'messages to this chat are now secured', 'this chat is with a business', 'this business works with', 'this business uses a secure service', 'your security code with',
  'i messaggi e le chiamate sono crittografati', 'i messaggi e le chiamate sono protetti', 'i messaggi inviati a quest', 'questa chat è con un account business', 'questa attività',
  'los mensajes y las llamadas están cifrados', 'los mensajes y llamadas están cifrados', 'los mensajes en este chat', 'las llamadas y los mensajes enviados a', 'los mensajes y las llamadas en este chat',
  'nachrichten und anrufe sind ende-zu-ende', 'nachrichten in diesem chat sowie anrufe', 'nachrichten, die du in diesem', 'les messages et les appels sont chiffrés', 'les messages et appels sont chiffrés', 'les messages envoyés dans', 'les messages dans cette discussion',
];
/** Verbs of system lines that may hold a colon further on: `Anna changed the subject to "Sales: Q1"`. */
const EVENT = /\b(?:changed (?:the|this|their)|created (?:this )?group|pinned a message|turned (?:on|off)|ha cambiato|ha modificato|ha creato|hai cambiato|hai modificato|hai creato|cambió|creó|cambiaste|creaste|hat (?:den|die|das)|hast (?:den|die|das)|a (?:changé|modifié|créé)|avez (?:changé|modifié|créé))(?:\s|$)/i;
const GROUP = /(?:created (?:this )?group|hai? creato il gruppo|cre(?:ó|aste) el grupo|ha(?:t|st) die gruppe|(?:a|avez) créé le groupe)\s{0,2}["“„«]\s?(.{1,100}?)\s?["”“»]/i;
const MEDIA = new RegExp(`^(?:${[
  '<(?:media omitted|media omess[oi]|multimedia omitido|archivo omitido|medien ausgeschlossen|médias? omis|arquivo de mídia oculto|mídia oculta|media weggelaten)>',
  '(?:image|video|video note|audio|sticker|gif|contact card) omitted', '(?:immagine|video|videomessaggio|audio|sticker|gif|scheda contatto|contatto) (?:omess|esclus)[ao]', '(?:imagen|video|audio|sticker|gif|tarjeta de contacto) omitid[ao]',
  '(?:bild|video|videonachricht|audio|sticker|gif|kontaktkarte) (?:weggelassen|ausgelassen)', '(?:image|vidéo|audio|sticker|gif|fiche contact) (?:absente?|omise?|retirée?)',
  '(?:.{1,200}\\s)?(?:document omitted|documento omess[ao]|documento omitido|dokument weggelassen|document (?:manquant|absent|omis))',
  '.{1,200} \\((?:file attached|file allegato|archivo adjunto|datei angehängt|fichier joint|arquivo anexado)\\)', '<(?:attached|allegato|adjunto|anhang|pièce jointe)\\s?: .{1,200}>',
  '(?:live )?(?:location|posizione|ubicación|standort|localisation)\\s?: https?://.{1,300}', '(?:live location shared|posizione in tempo reale condivisa)',
].join('|')})$`, 'i');
const DELETED = new Set([
  'this message was deleted', 'you deleted this message', 'this message was deleted by admin', 'questo messaggio è stato eliminato', 'hai eliminato questo messaggio', 'eliminaste este mensaje', 'se eliminó este mensaje', 'este mensaje fue eliminado',
  'diese nachricht wurde gelöscht', 'du hast diese nachricht gelöscht', 'ce message a été supprimé', 'vous avez supprimé ce message', 'null',
]);
const EDITED = /\s*<(?:this message was edited|questo messaggio è stato modificato|se editó este mensaje|diese nachricht wurde bearbeitet|ce message a été modifié)\.?>$/i;
const SPOKEN_MARKED = /^(?:poll|sondaggio|encuesta|umfrage|sondage|event|evento|veranstaltung|événement)\s?:/i;
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LEVEL = /^(?:info|debug|warn|warning|error|trace|fatal|critical|notice|verbose)$/i;
const LONGEST_NAME = 100;

/** A text without marks of writing direction. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** True for the program's own notices, such as that of encryption. */
export function isNotice(text: string): boolean {
  const start = withoutMarks(text.slice(0, 120)).toLowerCase().trimStart();
  return NOTICES.some((notice) => start.startsWith(notice));
}

/** Name of the group that a system line says was created; null for other lines. */
export function createdGroup(rest: string): string | null {
  return GROUP.exec(withoutMarks(rest.slice(0, 300)))?.[1]?.trim() ?? null;
}

/**
 * Splits what stands behind the time into who and what; null for a line of the program itself: it has no colon, or tells
 * of an event. A name is at most {@link LONGEST_NAME} characters.
 */
export function spokenLine(rest: string): { readonly name: string; readonly text: string } | null {
  const start = rest.slice(0, LONGEST_NAME + 20);
  const colon = start.indexOf(':');
  const end = start.indexOf(': ') >= 0 ? start.indexOf(': ') : colon >= 0 && colon === rest.trimEnd().length - 1 ? colon : -1;
  if (end < 0) return null;
  const name = withoutMarks(start.slice(0, end)).replace(/^~\s?/, '').replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > LONGEST_NAME || /["“„«]/.test(name) || EVENT.test(name)) return null;
  return { name, text: rest.slice(end + 1).replace(/^ /, '') };
}

/** True for a text that the program wrote under the name of a group or a person: phones of Apple begin it with a mark. */
export function isSystemText(text: string): boolean {
  if (isNotice(text)) return true;
  if (!text.startsWith('\u200e')) return false;
  const [line = ''] = text.slice(0, 600).split('\n');
  const plain = withoutMarks(line).trim();
  return !MEDIA.test(plain) && !isDeleted(plain) && !SPOKEN_MARKED.test(plain);
}

function isDeleted(plain: string): boolean {
  return DELETED.has(plain.toLowerCase().replace(/\.$/, ''));
}

/** What a person wrote: marks of media and edits taken off, a caption kept; null for media alone and for deleted messages. */
export function wordsOf(lines: readonly string[]): string | null {
  const [first = ''] = lines;
  const plainFirst = withoutMarks(first.slice(0, 600)).trim();
  const isMedia = first.length < 600 && MEDIA.test(plainFirst);
  if (lines.length === 1 && (isMedia || isDeleted(plainFirst))) return null;
  const text = withoutMarks((isMedia ? lines.slice(1) : lines).join('\n')).trim();
  const unedited = text.slice(0, -80) + text.slice(-80).replace(EDITED, '');
  return unedited === '' ? null : unedited;
}

/** True for the words of program logs that stand where a chat has names. */
export function isLogLevel(name: string): boolean {
  return LEVEL.test(name);
}

/** The chat's name by its file's: "WhatsApp Chat with Anna.txt", "Chat WhatsApp con Anna (2).txt"; null where it says none. */
export function chatOfFile(path: string): string | null {
  const stem = fileName(path).replace(/\.(?:txt|zip)$/i, '').replace(/\s?\(\d{1,3}\)$/, '').slice(0, 200).trim();
  const named = /^(?:WhatsApp[ -]Chat(?: with| mit| -)|Chat WhatsApp con|Chat de WhatsApp con|Discussion WhatsApp avec|Conversa do WhatsApp com)\s+(.+)$/i.exec(stem)?.[1];
  if (named !== undefined) return named.trim();
  return stem === '' || /^_?chat$/i.test(stem) ? null : stem;
}
