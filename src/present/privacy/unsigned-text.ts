/** A closing line of at most this many words may be a signature. */
const LONGEST_SIGNATURE = 6;

/** `^MR`, `*MR`, `/MR` as teams sign at the end of a reply: one to four capitals after a sign of their own. */
const INITIALS = /[\s.,;!?]*[\^*~/|]\s?\p{Lu}{1,3}\p{L}?\s*$/u;
/** A dash before one to four words that begin with a capital, at the end: `— Marta`, `– Marta del Servizio Clienti`. */
const DASHED = /\s*(?:[—–]|--|\s-)\s*\p{Lu}[\p{L}.'’]*(?:\s+(?:\p{Lu}[\p{L}.'’]*|del|della|dello|dal|di|da|e|of|the|from|at|and|for|il|la|lo)){0,5}\s*$/u;
/** A closing line: `Marta`, `Team Aurora`, `Il team Aurora`, `Marta - Servizio clienti`. */
const CLOSING = /^(?:(?:il\s+)?(?:team|staff|servizio clienti|assistenza)\b.*|\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}.'’]*){0,2})[\s.!]*$/iu;
const NAME_LINE = /^\p{Lu}[\p{Ll}'’]+(?:\s+\p{Lu}[\p{Ll}.'’]*){0,2}[\s.!]*$/u;
const TEAM_LINE = /^(?:(?:il|lo|the|your|la)\s+)?(?:vostro\s+)?(?:team|staff|servizio\s+clienti|assistenza|customer\s+(?:care|service)|support)\b/iu;
/** `Sono Marta`, `I'm Marta`, `My name is Marta`: a name inside the text. */
const INTRODUCED = /(?<before>\b(?:sono|mi chiamo|qui|parla|i['’]m|i am|my name is|this is)\s+)(?<name>\p{Lu}[\p{Ll}'’]+)/giu;

/**
 * A reply of the brand without the name of whoever wrote it: initials after `^` or `*`, a name behind a dash at the end, a
 * closing line that is a name or a team, and names by which the writer is introduced, which become `…`. What is left may be
 * empty. Rules, not recognition: a name in the middle of a sentence stays, so a person still reads what goes out.
 * @example unsignedText('Ci spiace, scrivici in privato. ^MR') // 'Ci spiace, scrivici in privato'
 */
export function unsignedText(text: string): string {
  let left = text.trim();
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(INITIALS, '').replace(DASHED, '').trim();
    const lines = left.split('\n');
    const last = (lines.at(-1) ?? '').trim();
    const isShort = last.split(/\s+/u).length <= LONGEST_SIGNATURE;
    if (lines.length > 1 && isShort && CLOSING.test(last) && (NAME_LINE.test(last) || TEAM_LINE.test(last))) left = lines.slice(0, -1).join('\n').trim();
  }
  return left.replaceAll(INTRODUCED, (whole: string, before: string, name: string) => (/^\p{Lu}/u.test(name) ? `${before}…` : whole));
}
