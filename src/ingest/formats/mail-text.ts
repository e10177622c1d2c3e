import EmailReplyParser from 'email-reply-parser';
import { Parser } from 'htmlparser2';
import { textOfHtml, VOID_ELEMENTS } from '../html-text.ts';

/** Of a longer text only the beginning is kept: the rest is what others wrote before, or no letter at all. */
const LONGEST_TEXT = 50_000;
/** Longer lines are paragraphs and never the head of a quotation. */
const LONGEST_HEAD = 300;
const QUOTING_WORDS = /schreef|skrev|pisze|napisał|写道/g;
const QUOTING_STARTS = /^\s?(?:Op|W dniu|Dnia|Den|在|[a-z]{3,4}\.)\s/gm;
const MOST_QUOTING_SIGNS = 30;

const FORWARD_HEAD = /^[\s>*_-]{0,30}(?:(?:inizio )?messaggio (?:originale|inoltrato)|(?:begin )?(?:original|forwarded) message|(?:inizio |begin )messaggio inoltrato|message transf[ée]r[ée])[\s:*_-]{0,30}$/i;
const FROM_LINE = /^[\s>*]{0,8}(?:da|from|de|von|mittente)\s?:\*{0,2}\s*\S/i;
const BLOCK_LINE = /^[\s>*]{0,8}(?:inviato|sent|data|date|a|to|cc|oggetto|subject|rispondi a|reply-to|envoyé|gesendet|betreff|enviado)\s?(?:il)?:/i;
const ATTRIBUTION_START = /^(?:il|in data|on|le|el|am)\s.{6,200}$/i;
const ATTRIBUTION_END = /(?:ha\s+scritto|scrive|wrote|a écrit|escribió|schrieb)(?:\s.{0,120})?\s?:\s*$/i;
const CLOSING = /^(?:(?:(?:un |grazie e |con )?(?:cordiali|distinti|cari|migliori|cordialissimi) saluti|un cordiale saluto|cordialmente|(?:kind|best|warm) regards|yours (?:sincerely|faithfully)|sincerely)\s?[,.!]{0,2}|inviato da(?:l mio|lla mia)? .{2,60}|scarica outlook per .{2,60}|ottieni outlook per .{2,60}|sent from my .{2,60})$/i;
const FOOTER = /^(?:avviso di riservatezza|nota di riservatezza|confidentiality notice|disclaimer\s?:|(?:questo|il presente) messaggio (?:e|ed) (?:i suoi|eventuali|gli) |le informazioni contenute (?:in|nel) (?:questo|questa|presente)|th(?:is|e information (?:contained )?in this) e-?mail (?:and any|may|message|is (?:confidential|intended))|rispetta l'ambiente|please consider the environment)/i;

/** The lines before the first that begins what somebody else wrote and that stands above it in no other mark. */
function beforeQuotation(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, position) => {
    if (line.length > LONGEST_HEAD) return false;
    if (FORWARD_HEAD.test(line)) return true;
    if (FROM_LINE.test(line)) return lines.slice(position + 1, position + 7).filter((next) => BLOCK_LINE.test(next.slice(0, 60))).length >= 2;
    // what follows a head without marks of quotation can only be known by the head
    if (!ATTRIBUTION_START.test(line)) return false;
    const head = ATTRIBUTION_END.test(line) ? 1 : ATTRIBUTION_END.test(`${line} ${(lines[position + 1] ?? '').slice(0, LONGEST_HEAD)}`) ? 2 : 0;
    return head > 0 && !lines.slice(position + head).some((next) => next.startsWith('>'));
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** The lines before a closing formula or a legal footer, where something stands before it. */
function beforeClosing(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => {
    const plain = line.slice(0, LONGEST_HEAD).trim();
    return CLOSING.test(plain) || FOOTER.test(plain);
  });
  return end > 0 && lines.slice(0, end).some((line) => line.trim() !== '') ? lines.slice(0, end) : lines;
}

function replyOf(text: string): string {
  // the library's patterns for some languages span lines: a text made of their words would take it minutes
  if ((text.match(QUOTING_WORDS)?.length ?? 0) > MOST_QUOTING_SIGNS || (text.match(QUOTING_STARTS)?.length ?? 0) > MOST_QUOTING_SIGNS) return text.split('\n').filter((line) => !line.startsWith('>')).join('\n');
  const long: string[] = [];
  const short = text.split('\n').map((line) => {
    if (line.length <= LONGEST_HEAD || line.startsWith('>')) return line.slice(0, LONGEST_HEAD);
    long.push(line);
    return `\ue000${String(long.length - 1)}\ue001`;
  });
  return new EmailReplyParser().parseReply(short.join('\n')).replace(/\ue000(\d{1,6})\ue001/g, (_, position: string) => long[Number(position)] ?? '');
}

/**
 * What the writer of a mail added: without what is quoted, forwarded, signed or put under every mail of a company. Answers
 * between quoted lines stay. Knows heads of quotations in many languages, among them those of Outlook and Apple Mail in
 * Italian and English.
 * @example writtenText('Va bene, grazie.\n\nIl giorno lun 3 mar 2025 alle ore 10:12 Anna ha scritto:\n> Domani alle 9?') // 'Va bene, grazie.'
 */
export function writtenText(text: string): string {
  const plain = text.slice(0, LONGEST_TEXT).replace(/\r\n?/g, '\n').replace(/[\ue000\ue001]/g, '').replace(/(?<![ \t\u00a0])[ \t\u00a0]+$/gm, '').replace(/\n{3,}/g, '\n\n');
  const own = beforeQuotation(plain.split('\n')).join('\n');
  return beforeClosing(replyOf(own).split('\n')).join('\n').trim();
}

const QUOTING_CLASS = /(?:^|\s)(?:gmail_quote(?:_container)?|gmail_attr|gmail_signature|yahoo_quoted|moz-cite-prefix|moz-signature|moz-forward-container|protonmail_quote|zmail_extra)(?:\s|$)/;
const QUOTING_ID = /^(?:x_)?(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)/;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The text of a mail written in HTML, without the quotations and signatures that mail programs mark as such. */
export function textOfMailHtml(html: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let hiddenFrom = Number.POSITIVE_INFINITY;
  let isOver = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (QUOTING_ID.test(attributes['id'] ?? '')) isOver = true;
      if (isOver) return;
      if (!VOID_ELEMENTS.has(name)) depth += 1;
      if (depth < hiddenFrom && (name === 'blockquote' || QUOTING_CLASS.test(attributes['class'] ?? ''))) hiddenFrom = depth;
      if (depth < hiddenFrom) pieces.push(`<${name}>`);
    },
    ontext(text) {
      if (!isOver && depth < hiddenFrom) pieces.push(escaped(text));
    },
    onclosetag(name) {
      if (isOver || VOID_ELEMENTS.has(name)) return;
      if (depth < hiddenFrom) pieces.push(`</${name}>`);
      depth -= 1;
      if (depth < hiddenFrom) hiddenFrom = Number.POSITIVE_INFINITY;
    },
  }, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return textOfHtml(pieces.join(''));
}
