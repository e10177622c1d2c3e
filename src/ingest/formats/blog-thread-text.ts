import { datedLine, isNamedMonth, type DatedLine } from './blog-thread-dates.ts';

/** A comment of a blog's page, before its time is read and its thread is known. */
export interface BlogComment {
  readonly author: string;
  readonly link: string | null;
  /** As written; null when the page shows none. */
  readonly date: string | null;
  readonly text: string;
  /** Position of the comment it answers; null when only its text can say. */
  readonly parent: number | null;
  /** The page's own id of it, and its address. */
  readonly ownId: string | null;
  readonly url: string | null;
  readonly line: number;
}

/** What a page says of the post under which the comments stand. */
export interface BlogPost {
  readonly title: string | null;
  readonly text: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly site: string | null;
}

/** A page of a blog: its post, where it is shown, and the comments in order. */
export interface BlogPage {
  readonly post: BlogPost;
  readonly comments: readonly BlogComment[];
  /** How sure it is that these are comments: .9 where the page says so, .6 where only their shape does, 0 for too few. */
  readonly confidence: number;
}

const VERB = '(?:scrive|scrisse|dice|says|said|writes|wrote|commented|replied|risponde|ha (?:scritto|detto|commentato|risposto))';
const SPEAKER = new RegExp(`^(?:\\d{1,4}[.)] ?)?(.{1,60}?) ${VERB} ?(?::|\\.{2,3}|…)$`, 'iu');
const TRAILING = new RegExp(`^[\\s,|·•#()–—-]{0,5}(?:${VERB} ?(?::|\\.{2,3}|…)?|permalink|permanent link|link|rispondi|reply|modifica|edit|cita|quote|\\d{1,4}|\\(modificato\\)|\\(edited\\)|[\\s,|·•#()–—-]){0,6}$`, 'iu');
const AFTER_SPEAKER = new RegExp(`^[\\s,]{0,3}(.{1,60}?) ${VERB} ?(?::|\\.{2,3}|…)$`, 'iu');
const LEADING = new RegExp(`(?: ${VERB} ?(?::|\\.{2,3}|…)?)?(?: ?[,|·•@–—-])?(?: (?:il|on|del|in data|alle?))?$`, 'iu');
const REPLY = /^(?:[↳↩]\s?)?(?:rispondi|reply|replica|rispondi a .{1,60}|reply to .{1,60})(?:\s?[↓↵→])?$/i;
const NOISE = /^(?:permalink|permanent link|modifica|edit|cita|quote|mi piace|like|\d+ (?:mi piace|likes?)|elimina|delete|segnala|report|condividi|share|caricamento(?:\.\.\.|…)|loading(?:\.\.\.|…)|avatar|gravatar|(?:foto|immagine)(?: del)? profilo di .{1,60}|risposte|replies)$/i;
const HEADING = /^(?:(?:\d{1,5}|un|uno|one|no|nessun) (?:commenti?|comments?|risposte?|repl(?:y|ies)|responses?|thoughts?|pensier[oi])(?: (?:a|su|to|on) .{1,150})?:?|(?:commenti|comments|risposte|replies|responses)(?: ?\(\d{1,5}\))?(?: (?:a|su|to|on) .{1,150})?:?)$/i;
const ENDING = /^(?:lascia un(?:a)? (?:commento|risposta)|leave a (?:reply|comment)|annulla risposta|cancel reply|post a comment|posta un commento|inserisci un commento|aggiungi (?:un )?commento|add a comment|il tuo indirizzo e-?mail non|your e-?mail address will not|navigazione articoli|post navigation|commenti chiusi|comments are closed|i commenti sono chiusi|articoli correlati|related posts)/i;
const POSTED = /^(?:pubblicato|postato|posted|published|inserito|scritto|articolo)\b/i;

function isName(text: string): boolean {
  return text.length > 0 && text.length <= 60 && text.split(' ').length <= 5 && /\p{L}/u.test(text) && !/["“”;\t|<>=?!:{}]|\.$|^https?|@\S+\.\S/.test(text) && !REPLY.test(text) && !NOISE.test(text) && !HEADING.test(text);
}

/** The head of a comment: whose it is, where it begins, and where its text does. */
interface Head {
  readonly author: string;
  readonly date: string;
  readonly start: number;
  readonly textStart: number;
  /** Line after its text, where the head does not stand above it. */
  readonly textEnd: number | null;
  readonly hasVerb: boolean;
  readonly hasClock: boolean;
}

function nameOfLine(line: string): { readonly name: string; readonly hasVerb: boolean } | null {
  const spoken = SPEAKER.exec(line)?.[1]?.trim();
  if (spoken !== undefined) return isName(spoken) ? { name: spoken, hasVerb: true } : null;
  const plain = line.replace(/^\d{1,4}[.)]\s/, '').replace(/[,:]$/, '').trim();
  return isName(plain) ? { name: plain, hasVerb: false } : null;
}

/** The author that a dated line itself names, before or after the date; empty for one that names none, null when it is no head at all. */
function authorInLine({ before, after }: DatedLine): { readonly name: string; readonly hasVerb: boolean } | null {
  if (before === '' || /^(?:il|on)$/i.test(before)) {
    const spoken = AFTER_SPEAKER.exec(after)?.[1]?.trim();
    if (spoken !== undefined && isName(spoken)) return { name: spoken, hasVerb: true };
    return TRAILING.test(after) ? { name: '', hasVerb: false } : null;
  }
  if (!TRAILING.test(after) || /^>|<\S+@/.test(before)) return null;
  const name = before.replace(/^\d{1,4}[.)]\s/, '').replace(LEADING, '').replace(/[,:]$/, '').trim();
  const hasVerb = new RegExp(VERB, 'i').test(`${before.slice(name.length)} ${after}`);
  return isName(name) && !/^(?:il|on)\b/i.test(name) && !POSTED.test(name) ? { name, hasVerb } : null;
}

function headsOf(lines: readonly string[], from: number): Head[] {
  const heads: Head[] = [];
  // a speaker whose date is still to come, as Blogger puts it under the text
  let speaker: { name: string; line: number } | null = null;
  let last = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const spoken = SPEAKER.exec(line.slice(0, 200))?.[1]?.trim();
    if (spoken !== undefined && isName(spoken) && datedLine(line) === null) {
      speaker = { name: spoken, line: at };
      continue;
    }
    const dated = datedLine(line);
    if (dated === null) continue;
    const own = authorInLine(dated);
    if (own === null) continue;
    const date = `${dated.day}${dated.clock === null ? '' : ` ${dated.clock}`}`;
    const hasClock = dated.clock !== null;
    if (own.name !== '') {
      heads.push({ author: own.name, date, start: at, textStart: at + 1, textEnd: null, hasVerb: own.hasVerb, hasClock });
      speaker = null;
    } else {
      let above = at - 1;
      while (above >= last && (lines[above] === '' || NOISE.test(lines[above] ?? ''))) above -= 1;
      if (speaker !== null && speaker.line < above) heads.push({ author: speaker.name, date, start: speaker.line, textStart: speaker.line + 1, textEnd: at, hasVerb: true, hasClock });
      else {
        const named = above < last ? null : nameOfLine(lines[above] ?? '');
        if (named === null) continue;
        heads.push({ author: named.name, date, start: above, textStart: at + 1, textEnd: null, hasVerb: named.hasVerb, hasClock });
      }
      speaker = null;
    }
    last = at + 1;
  }
  return heads;
}

function postOf(lines: readonly string[], end: number): BlogPost {
  const filled = lines.slice(0, end).filter((line) => line !== '' && !HEADING.test(line) && !NOISE.test(line));
  const posted = filled.find((line) => POSTED.test(line) && datedLine(line) !== null);
  const dated = posted === undefined ? null : datedLine(posted);
  const author = dated === null ? null : (/(?:^|\s)(?:da|di|by)\s+(\p{L}[\p{L}\p{N} .'-]{1,50})$/u.exec(dated.after)?.[1] ?? null);
  const [title = null, ...rest] = filled.filter((line) => line !== posted);
  return { title, text: rest.length === 0 ? null : rest.join('\n'), author, date: dated === null ? null : `${dated.day} ${dated.clock ?? ''}`.trim(), url: null, site: null };
}

/** The comments of a page copied as text: heads with author and date, each with the text under it. */
export function blogPageOfText(text: string): BlogPage {
  const lines = text.split('\n').map((line) => line.trim());
  // 1. comments stand under their heading, where there is one
  const heading = lines.findIndex((line) => HEADING.test(line.slice(0, 200)));
  const under = heading < 0 ? [] : headsOf(lines, heading + 1);
  const heads = under.length > 0 ? under : headsOf(lines, 0);
  // 2. what lies between two heads
  let replies = 0;
  const comments: BlogComment[] = [];
  const strong: Head[] = [];
  for (const [position, head] of heads.entries()) {
    const end = head.textEnd ?? heads[position + 1]?.start ?? lines.length;
    const body: string[] = [];
    for (const line of lines.slice(head.textStart, end)) {
      if (ENDING.test(line)) break;
      if (REPLY.test(line)) replies += 1;
      else if (!NOISE.test(line) && !/^\d{1,4}[.)]?$/.test(line)) body.push(line);
    }
    const written = body.join('\n').replace(/\n{3,}/g, '\n\n').trim();
    if (written === '') continue;
    if (head.hasClock || head.hasVerb) strong.push(head);
    comments.push({ author: head.author, link: null, date: head.date, text: written, parent: null, ownId: null, url: null, line: head.start + 1 });
  }
  // 3. how sure that is
  const verbs = strong.filter(({ hasVerb }) => hasVerb).length;
  const saysSo = heading >= 0 || replies >= 2 || verbs >= 2;
  const inWords = comments.filter(({ date }) => { const dated = datedLine(date ?? ''); return dated !== null && isNamedMonth(dated); }).length;
  const confidence = strong.length >= 2 && saysSo ? (inWords >= 2 ? 0.9 : 0.7) : strong.length >= 3 && inWords >= 3 ? 0.6 : 0;
  return { post: postOf(lines, under.length > 0 ? heading : (heads[0]?.start ?? 0)), comments, confidence };
}
